import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

export default defineConfig({
  resolve: {
    conditions: ['source'],
    alias: [
      { find: /^motcua$/, replacement: source('index.ts') },
      {
        find: /^motcua\/(.*)$/,
        replacement: '$1',
        customResolver: (name: string) =>
          [source(`${name}/index.ts`), source(`${name}.ts`)].find(existsSync) ?? null,
      },
    ],
  },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/interop/**', 'test/package.test.ts'],
    testTimeout: 20_000,
    pool: 'forks',
  },
})
