import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeReason } from '../../src/adjudication/reasons.ts'
import { createAppeal } from '../../src/appeals/create.ts'
import { appealDeadlines } from '../../src/appeals/deadlines.ts'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { setPayerWindows } from '../../src/payers/set-windows.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { insertScopedPattern } from '../factories/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Today of the contexts. */
const today = '2026-03-31'
const denied = { served: '2026-01-05', decided: '2026-01-20', carc: '197', billed: 100 } satisfies Partial<ClaimSpec>
const due = async (context: Context, input: object = {}) => {
  const { claims, totals, pagination } = await perform(appealDeadlines, context, { dueWithin: 366, ...input })
  return { claims, totals, total: pagination.total, days: Object.fromEntries(claims.map(({ claimId, lastDay }) => [claimId, lastDay])) }
}

describe('the last days of denied claims', () => {
  const use = useDatabase()

  it('follow the windows of the payer, the reason and what the payer remarked', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { ...denied, id: 'appeal' },
      { ...denied, id: 'correct', carc: '11' },
      { ...denied, id: 'unprocessable', rarc: 'MA130' },
      { ...denied, id: 'no appeal', rarc: 'N211' },
      { ...denied, id: 'long ago', served: '2025-01-05', decided: '2025-01-20' },
      { ...denied, id: 'open appeal', appeals: [{ filed: '2026-02-01' }] },
      { ...denied, id: 'lost', appeals: [{ filed: '2026-02-01', outcome: 'upheld', decided: '2026-03-01' }] },
      { ...denied, id: 'won', overturnedOn: '2026-03-01' },
      { ...denied, id: 'paid', carc: undefined as never, outcome: 'paid' },
    ])
    await recomputeAll(context)
    // 180 days after 20 January; a year after 5 January.
    const { claims, days, totals } = await due(context)
    expect(days).toEqual({ appeal: '2026-07-19', correct: '2027-01-05', unprocessable: '2027-01-05' })
    expect(claims.map(({ claimId, remedies, openAmount, lineNumbers }) => [claimId, remedies, openAmount, lineNumbers])).toEqual([
      ['appeal', ['appeal'], 100, [1]],
      ['correct', ['corrected_claim'], 100, [1]],
      ['unprocessable', ['corrected_claim'], 100, [1]],
    ])
    expect(totals).toEqual({ openAmount: 300 })
  })

  it('move with the windows that a payer is given, and an open appeal takes its claim off', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      // Seven of one reason are a pattern, whose last days are on record; one of another is not.
      ...Array.from({ length: 7 }, (_, at) => ({ ...denied, id: `A${at}` })),
      { ...denied, id: 'B', carc: '50', payer: 'P2' },
      { ...denied, id: 'C', carc: '50' },
    ])
    await recomputeAll(context)
    expect(new Set(Object.values((await due(context)).days))).toEqual(new Set(['2026-07-19']))
    await perform(setPayerWindows, context, { id: 'P1', appealWindowDays: 71 })
    await recomputeMarked(context)
    expect((await due(context)).days).toMatchObject({ A0: '2026-04-01', A6: '2026-04-01', C: '2026-04-01', B: '2026-07-19' })
    expect((await due(context, { dueWithin: 0 })).total).toBe(0)
    expect(await due(context, { dueWithin: 1, limit: 3, page: 3 })).toMatchObject({ total: 8, claims: [{ claimId: 'A6', daysLeft: 1 }, { claimId: 'C' }] })
    expect((await due(context, { payer: 'P2' })).days).toEqual({ B: '2026-07-19' })
    await perform(createAppeal, context, { claimId: 'A0', filedOn: today })
    expect(Object.keys((await due(context, { dueWithin: 1 })).days)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'C'])
    await perform(setPayerWindows, context, { id: 'P1', appealWindowDays: 69 })
    await recomputeMarked(context)
    expect((await due(context)).days).toEqual({ B: '2026-07-19' })
  })

  it('are listed for one pattern, of its own lines alone', async () => {
    const context = await newContext(use.database)
    const lines = [
      { billed: 100, carc: '197' },
      { billed: 30, carc: '50' },
    ]
    await insertScopedPattern(context, { id: 'PTN-S', reason: 'Authorization absent', scope: [{ field: 'payer', op: 'is', value: 'P2' }] })
    await insertClaims(context, [
      { ...denied, id: 'other payer', payer: 'P1' },
      { ...denied, id: 'both', payer: 'P2', lines },
      { ...denied, id: 'other reason', payer: 'P2', carc: '50' },
      { ...denied, id: 'under appeal', payer: 'P2', appeals: [{ filed: '2026-02-01' }] },
    ])
    await recomputeAll(context)
    const { claims, totals } = await due(context, { pattern: 'PTN-S' })
    expect(claims.map(({ claimId, openAmount, lineNumbers, reasons }) => [claimId, openAmount, lineNumbers, reasons])).toEqual([
      ['both', 100, [1], ['Authorization absent']],
    ])
    expect(totals).toEqual({ openAmount: 100 })
    expect((await due(context, { pattern: 'PTN-S', remedy: 'corrected_claim' })).total).toBe(0)
    expect((await due(context, { pattern: 'nobody' })).total).toBe(0)
  })

  const line = fc.record({ billed: fc.integer({ min: 1, max: 500 }), carc: fc.constantFrom('197', '50', '11', '204', undefined) })
  const shape = fc.record({
    served: fc.nat(40).map((days) => addDays('2025-12-01', days)),
    decided: fc.nat(40).map((days) => addDays('2026-01-10', days)),
    payer: fc.constantFrom('P1', 'P2', null),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    appeals: fc.constantFrom([], [], [{ filed: '2026-03-01' }], [{ filed: '2026-03-01', outcome: 'upheld' as const, decided: '2026-03-05' }]),
  })
  const windows = { P1: [75, 100], P2: [200, 365] } as const

  it('are those of a recount, line by line, whether their reason is a pattern or not', { timeout: 120_000 }, async () => {
    let listed = 0
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 12, maxLength: 20 }), async (shapes) => {
        const context = await newContext(use.database)
        const specs: ClaimSpec[] = shapes.map(({ lines, appeals, ...rest }, index) => ({
          ...rest,
          appeals: [...appeals],
          id: `C${String(index).padStart(2, '0')}`,
          lines: lines.map(({ billed, carc }) => ({ billed, ...(carc && { carc }) })),
        }))
        await insertClaims(context, specs)
        for (const [id, [appealWindowDays, timelyFilingDays]] of Object.entries(windows))
          if (specs.some(({ payer }) => payer === id)) await perform(setPayerWindows, context, { id, appealWindowDays, timelyFilingDays })
        await recomputeAll(context)
        const stored = await context.db.rows<{ id: string; line: number; reason: string }>(
          sql`select claim_id as id, line_number as line, denial_reason as reason from claim_line_items where denial_reason is not null`,
        )
        const expected = specs.flatMap(({ id, served, decided, payer, lines, appeals }) => {
          if (appeals!.length > 0) return []
          const [appealWindow, filing] = payer ? windows[payer as 'P1'] : [180, 365]
          const open = stored
            .filter((one) => one.id === id)
            .map(({ line, reason }) => {
              const { remedy } = describeReason(reason)
              const lastDay = remedy === 'none' ? '' : remedy === 'appeal' ? addDays(decided!, appealWindow) : addDays(served!, filing)
              return { lastDay, amount: lines![line - 1]!.billed }
            })
            .filter(({ lastDay }) => lastDay >= today)
          return open.length === 0
            ? []
            : [{ claimId: id, lastDay: open.map(({ lastDay }) => lastDay).sort()[0], openAmount: open.reduce((sum, { amount }) => sum + amount, 0) }]
        })
        const found = await due(context, { limit: 200 })
        const byId = (a: { claimId: string }, b: { claimId: string }) => (a.claimId < b.claimId ? -1 : 1)
        expect(found.claims.map(({ claimId, lastDay, openAmount }) => ({ claimId, lastDay, openAmount })).sort(byId)).toEqual(expected.sort(byId))
        expect(found.totals.openAmount).toBe(expected.reduce((sum, { openAmount }) => sum + openAmount, 0))
        listed += expected.length
      }),
      { numRuns: 8 },
    )
    expect(listed).toBeGreaterThan(20)
  })
})
