import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Context } from '../src/context.ts'
import { defineOperation, perform } from '../src/operation.ts'
import { isoDate } from '../src/schemas.ts'

const operation = defineOperation({
  name: 'organization.get',
  kind: 'read',
  summary: 'Takes what is asked for.',
  input: z.strictObject({ day: isoDate, order: z.enum(['up', 'down']).default('up') }),
  output: z.object({ day: isoDate }),
  run: async (_context, { day }) => ({ day }),
})
const db = { as: () => db } as unknown as Context['db']
const context = { actor: { id: 'test', role: 'viewer' }, db } as Context

describe('what is wrong with an input', () => {
  it.each([
    [{}, 'day: is missing'],
    [{ day: '2026-02-30' }, 'day: must be a calendar date, YYYY-MM-DD'],
    [{ day: '2026-02-03', order: 'sideways' }, 'order: must be one of up, down'],
  ])('is said in words: %j', async (input, said) => {
    await expect(perform(operation, context, input)).rejects.toThrow(`The input is not valid: ${said}.`)
  })
})
