import { describe, expect, it } from 'vitest'
import { loggable } from '../src/loggable.ts'

describe('what a log may hold of an error', () => {
  it('names our own mistakes with their words and places', () => {
    expect(loggable(new TypeError('x is not a function'))).toMatchObject([
      { name: 'TypeError', message: 'x is not a function', frames: expect.arrayContaining([expect.stringMatching(/^at /)]) },
    ])
  })

  it('leaves out the words of the database, which quote what was in the statement', () => {
    const cause = Object.assign(new Error('duplicate key: (patient_name)=(ZZYZX)'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'claims_pk',
      table: 'claims',
    })
    const error = Object.assign(new Error('Failed query: insert … params: ZZYZX', { cause }), { query: 'insert …' })
    const logged = loggable(error)
    expect(JSON.stringify(logged)).not.toContain('ZZYZX')
    expect(logged).toMatchObject([{ name: 'Error' }, { code: '23505', constraint: 'claims_pk', table: 'claims' }])
  })

  it('stops at what is no error, and at a chain without end', () => {
    expect(loggable('text')).toEqual([])
    const circular = new Error('again')
    circular.cause = circular
    expect(loggable(circular)).toHaveLength(5)
  })
})
