import { memoryStore } from '../../src/adapters/memory.ts'
import { storeSuite } from '../kit/store-suite.ts'

storeSuite('memory', async () => memoryStore())
