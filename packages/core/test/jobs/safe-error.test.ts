import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../src/errors.ts'
import { safeError } from '../../src/jobs/safe-error.ts'

describe('what is kept of an error', () => {
  it('is our own sentence', () => expect(safeError(new OverturnError('conflict', 'Somebody else was faster.'))).toBe('Somebody else was faster.'))

  it('is no word of a database, which quotes values', () => {
    const refused = Object.assign(new Error('invalid input syntax for type integer: "Jane Invented"'), { severity: 'ERROR', code: '22P02', table: 'claims' })
    const wrapped = Object.assign(new Error('Failed query: select … params: Jane Invented'), { query: 'select', cause: refused })
    for (const error of [refused, wrapped]) {
      expect(safeError(error)).toContain('22P02')
      expect(safeError(error)).not.toContain('Invented')
    }
  })

  it('is short, and something, whatever was thrown', () => {
    expect(safeError(new Error('x'.repeat(10_000)))).toHaveLength(500)
    expect(safeError('text')).toBe('Unknown error')
  })
})
