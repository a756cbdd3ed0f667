import { describe, expect, it } from 'vitest'
import { drawMermaid } from '../../src/procedure/draw/index.ts'
import { registerCopies } from '../../src/procedure/index.ts'
import { appraising } from '../kit/procedure-walk.ts'

describe('what it gives', () => {
  it('draws the four steps in order with who does them and for how long', () => {
    const text = drawMermaid(registerCopies)
    expect(text).toContain('s_appraise["Thẩm định<br/><small>Công chức tư pháp · 3 giờ làm việc</small>"]')
    expect(text).toContain('s_receive --> s_appraise')
    expect(text).toContain('s_issue --> s_end')
  })
  it('highlights the current step of a case', () => {
    const { dossierCase } = appraising
    expect(drawMermaid(registerCopies, { dossierCase: dossierCase ?? expect.fail() })).toContain(
      'class s_appraise current',
    )
  })
})
