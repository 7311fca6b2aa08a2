import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { compareCode } from '../../../src/codes/comparison/operation.ts'
import { perform } from '../../../src/operation.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

describe('the comparison of a procedure code', () => {
  const use = useDatabase()
  const line = (id: string, more: Partial<ClaimSpec>): ClaimSpec => ({ id, served: '2026-02-01', decided: '2026-02-20', procedure: '99213', ...more })
  const prepared = async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      line('P1', { modifiers: ['25', '95'], diagnoses: ['J06.9', 'I10'] }),
      line('P2', { modifiers: ['25'], diagnoses: ['J06.9'], payer: 'P2' }),
      line('D1', { carc: '4', diagnoses: ['J06.9'], provider: 'DR2' }),
      line('D2', { carc: '4', diagnoses: ['I10'], provider: 'DR1', rendering: 'DR2' }),
      // None of these is in it: undecided, a duplicate, another code, and before the twelve months.
      line('waiting', { decided: undefined as never }),
      line('double', { duplicate: true, carc: '18' }),
      line('other', { procedure: '99214' }),
      line('old', { served: '2025-03-31', carc: '4' }),
    ])
    return context
  }

  it('counts the denied and the paid lines by what they bear', async () => {
    const context = await prepared()
    const found = await perform(compareCode, context, { code: ' 99213 ' })
    expect(found).toMatchObject({ procedureCode: '99213', window: { start: '2025-04-01', end: '2026-04-01' }, paid: 2, denied: 2, denialRate: 50 })
    expect(found.modifiers.map(({ value, paid, denied, denialRate }) => [value, paid, denied, denialRate])).toEqual([
      ['', 0, 2, 100],
      ['25', 2, 0, 0],
      ['95', 1, 0, 0],
    ])
    expect(found.diagnoses.map(({ value, paid, denied }) => [value, paid, denied])).toEqual([
      ['J06.9', 2, 1],
      ['I10', 1, 1],
    ])
    expect(found.modifiers[0]!.denialRateInterval).toEqual({ low: 34.24, high: 100 })
  })

  it('keeps to a provider, by who rendered, and to a payer', async () => {
    const context = await prepared()
    const counts = async (input: object) => {
      const { paid, denied } = await perform(compareCode, context, { code: '99213', ...input })
      return [paid, denied]
    }
    expect(await counts({ provider: 'DR2' })).toEqual([0, 2])
    expect(await counts({ provider: 'DR1' })).toEqual([2, 0])
    expect(await counts({ payer: 'P2' })).toEqual([1, 0])
    expect(await perform(compareCode, context, { code: '00000' })).toMatchObject({ paid: 0, denied: 0, denialRate: null, modifiers: [], units: [] })
  })

  it('reads the latest days only of a code that is frequent', async () => {
    const context = await prepared()
    await context.db.run(sql`
      insert into code_performance (organization_id, procedure_code, computation_period_start, computation_period_end, line_count, decided_line_count, denied_line_count, billed_amount,
        denied_amount, allowed_amount, allowed_line_count, denial_reasons, modifiers, billed_with, last_computed_at)
      values (${context.organization.id}, '99213', '2025-04-01', '2026-04-01', 36500, 0, 0, 0, 0, 0, 0, '[]', '[]', '[]', ${context.now})`)
    const found = await perform(compareCode, context, { code: '99213' })
    expect(found).toMatchObject({ window: { start: '2026-02-10', end: '2026-04-01' }, paid: 0, denied: 0 })
  })
})
