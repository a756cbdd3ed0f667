import { parseArgs } from 'node:util'
import { describe, expect, it } from 'vitest'
import { explainFailure } from '../../src/cli/explain-failure.ts'
import { isoDate } from '../../src/date.ts'

function catchError(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  return undefined
}

const systemError = (code: string, more: object): Error =>
  Object.assign(new Error(`${code}: raw`), { code, ...more })

describe('what it gives', () => {
  it('blames the subject for an error of a room, in the language asked for', () => {
    const error = catchError(() => isoDate('2026-02-30'))
    expect(explainFailure(error, 'vi').exitCode).toBe(1)
    expect(explainFailure(error, 'vi').text).toMatch(/^motcua: .*\(date\/invalid-date\)$/)
    expect(explainFailure(error, 'vi').text).not.toBe(explainFailure(error, 'en').text)
  })
  it('blames the call for arguments that cannot be parsed', () => {
    const error = catchError(() => parseArgs({ args: ['--nope'], options: {} }))
    expect(explainFailure(error, 'vi')).toMatchObject({ exitCode: 2 })
    expect(explainFailure(error, 'en').text).toContain('--nope')
  })
  it('blames the world for files and networks, and names the place', () => {
    expect(explainFailure(systemError('EACCES', { path: 'a/b.pdf' }), 'vi')).toEqual({
      text: 'motcua: a/b.pdf: không có quyền truy cập (EACCES)',
      exitCode: 3,
    })
    expect(explainFailure(systemError('ENOTFOUND', { hostname: 'tsa.example' }), 'en')).toEqual({
      text: 'motcua: tsa.example: the server was not found (ENOTFOUND)',
      exitCode: 3,
    })
    expect(explainFailure(systemError('EXOTIC', {}), 'en').text).toBe('motcua: EXOTIC: raw (EXOTIC)')
  })
})

describe('edges', () => {
  it('asks for a report of what nobody foresaw, whatever was thrown', () => {
    for (const thrown of [new TypeError('x is not a function'), 'text', undefined]) {
      const { text, exitCode } = explainFailure(thrown, 'en')
      expect(exitCode).toBe(3)
      expect(text).toContain('unexpected error')
    }
  })
})
