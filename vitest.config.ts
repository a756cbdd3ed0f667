import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

/** Lets tests, examples and doc comments import the package by its public doors, served from the sources. */
const publicDoors = {
  name: 'public-doors',
  enforce: 'pre' as const,
  resolveId(id: string) {
    const door = /^motcua(?:\/(.*))?$/.exec(id)
    if (door === null) return null
    return [source(`${door[1] ?? ''}/index.ts`), source(`${door[1]}.ts`)].find(existsSync) ?? null
  },
}

/** Suites whose answers could depend on the zone of the process run under one behind UTC as well. */
const dated = ['floor', 'calendar', 'deadline', 'dossier', 'procedure', 'report', 'form', 'runtime']

const shared = {
  plugins: [publicDoors],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
}
const options = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  pool: 'forks' as const,
  globalSetup: 'test/kit/choose-seed.ts',
  setupFiles: 'test/kit/use-seed.ts',
}

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          ...options,
          name: 'hanoi',
          env: { TZ: 'Asia/Ho_Chi_Minh' },
          include: ['test/**/*.test.ts'],
          exclude: ['test/interop/**', 'test/docs.test.ts', 'test/package.test.ts'],
        },
      },
      {
        ...shared,
        test: {
          ...options,
          name: 'new-york',
          env: { TZ: 'America/New_York' },
          include: dated.map((room) => `test/${room}/**/*.test.ts`),
        },
      },
      {
        ...shared,
        test: {
          ...options,
          name: 'rest',
          env: { TZ: 'UTC' },
          include: ['test/docs.test.ts', 'test/package.test.ts'],
        },
      },
      {
        ...shared,
        test: {
          ...options,
          name: 'interop',
          testTimeout: 600_000,
          env: { TZ: 'Asia/Ho_Chi_Minh' },
          include: ['test/interop/**/*.test.ts'],
        },
      },
    ],
  },
})
