import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { wholeNumber } from '@overturn/core/schemas'
import { inputFrom, operationFlags } from '../src/operation-flags.ts'

const input = z.strictObject({
  id: z.string(),
  dateRange: z.union([z.literal('all'), wholeNumber(1, 10)]).default(3),
  status: z.enum(['open', 'closed']).default('open').describe('From the schema'),
  days: wholeNumber(1, 10).optional(),
  all: z.boolean().default(false),
})

describe('the input of an operation on the command line', () => {
  it('is a flag for each field, a word where the command says so', () => {
    expect(operationFlags(input, ['id'], { id: 'Which one', dateRange: 'How far back' })).toEqual({
      id: { type: 'positional', description: 'Which one', required: true },
      'date-range': { type: 'string', description: 'How far back (default: 3)', required: false, valueHint: 'all|number' },
      status: { type: 'string', description: 'From the schema (default: open)', required: false, valueHint: 'open|closed' },
      days: { type: 'string', description: '', required: false, valueHint: 'number' },
      all: { type: 'boolean', description: '(default: false)', required: false },
    })
  })

  it('holds what was given and nothing else, so that defaults stay with the operation', () => {
    expect(inputFrom(input, { id: 'P1', 'date-range': 'all', json: true })).toEqual({ id: 'P1', dateRange: 'all' })
  })
})
