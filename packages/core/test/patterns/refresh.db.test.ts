import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { listPatternActions } from '../../src/patterns/actions/list.ts'
import { getPattern } from '../../src/patterns/get.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import { refreshPatterns } from '../../src/patterns/refresh.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPattern } from './patterns.ts'

/** Today of the contexts is 2026-03-31. */
const reason = 'Authorization absent'

/** Claims decided after ten days: `count` on one day of service, the first `denied` of them denied. */
function served(day: string, count: number, denied: number, more: Partial<ClaimSpec> = {}): ClaimSpec[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${day}-${index}`,
    served: day,
    submitted: addDays(day, 2),
    decided: addDays(day, 10),
    ...(index < denied ? { carc: '197', ...more } : {}),
  }))
}

/** The pattern of the claims, computed. */
async function computed(context: Context, claims: readonly ClaimSpec[]) {
  await insertPattern(context, { id: 'PTN-A', reason })
  await insertClaims(context, claims)
  await recomputeAll(context)
  return (await perform(getPattern, context, { id: 'PTN-A' })).pattern
}

describe('refresh', () => {
  const use = useDatabase()

  it('computes every field of a pattern', async () => {
    const context = await newContext(use.database)
    const pattern = await computed(context, [
      ...served('2025-05-01', 30, 12, { billed: 50 }),
      ...served('2025-06-29', 10, 4, { billed: 50 }),
      ...served('2025-06-30', 10, 4, { billed: 50 }),
      ...served('2025-09-30', 10, 1),
      ...served('2025-10-01', 10, 2, { billed: 150 }),
      ...served('2026-01-20', 40, 3, { billed: 200.5 }),
      ...served('2026-03-10', 20, 1, { billed: 1000 }),
    ])
    // Decisions come on the tenth day: 22 March is the first day that is not mature, and current is [2026-01-21, 2026-03-22).
    expect(pattern).toMatchObject({
      score: { frequency: 6, impact: 1901.5, velocity: 1, confidence: 60, recency: 21, trend: 'stable' },
      avgDenialAmount: 316.92,
      tier: 'medium',
      firstDetected: '2025-05-01',
      lastSeen: '2026-03-10',
      baseline: { start: '2025-05-01', end: '2025-06-30', claimCount: 40, deniedCount: 16, denialRate: 40, dollarsDenied: 800 },
      current: { start: '2026-01-21', end: '2026-03-22', claimCount: 20, deniedCount: 1, denialRate: 5, dollarsDenied: 1000 },
      baselineDenialRate: 40,
      currentDenialRate: 5,
      insufficientData: false,
      status: 'resolved',
      computationStatus: 'complete',
      lastComputedAt: context.now.toISOString(),
    })
  })

  it('calls a trend on the rate of mature days, never on younger ones', async () => {
    const mature = [...served('2026-02-01', 60, 5), ...served('2026-03-01', 60, 25)]
    expect((await computed(await newContext(use.database), mature)).score.trend).toBe('up')
    // Twice the claims and twice the denials.
    expect((await computed(await newContext(use.database), [...served('2026-02-01', 40, 10), ...served('2026-03-01', 80, 20)])).score.trend).toBe('stable')
    // Many denials came back already from the last days; the payments did not.
    const young = served('2026-03-25', 60, 0).map((claim, index): ClaimSpec =>
      index < 40 ? { ...claim, decided: '2026-03-31', carc: '197' } : { ...claim, decided: undefined },
    )
    const pattern = await computed(await newContext(use.database), [
      ...served('2025-06-01', 200, 20),
      ...served('2026-02-01', 60, 5),
      ...served('2026-03-01', 60, 5),
      ...young,
    ])
    expect(pattern.score).toMatchObject({ trend: 'stable', frequency: 50 })
    expect(pattern.current).toMatchObject({ end: '2026-03-22', deniedCount: 10 })
  })

  it.each([
    ['as before', served('2026-02-01', 100, 40), 'active'],
    ['lower', served('2026-02-01', 100, 20), 'improving'],
    ['much lower', served('2026-02-01', 100, 5), 'resolved'],
    ['gone', served('2026-02-01', 100, 0), 'resolved'],
    ['gone with the claims', served('2026-02-01', 19, 0), 'active'],
  ] as const)('status of a pattern that is %s', async (_, now, status) => {
    const context = await newContext(use.database)
    const pattern = await computed(context, [...served('2025-05-01', 100, 40), ...now])
    expect(pattern).toMatchObject({ status, insufficientData: now.length < 20 })
    // It is active again when it returns, unless somebody has archived it.
    await insertClaims(context, served('2026-02-02', 100, 60))
    await recomputeAll(context)
    expect((await perform(getPattern, context, { id: 'PTN-A' })).pattern.status).toBe('active')
    await context.db.run(sql`update patterns set status = 'archived'`)
    await recomputeAll(context)
    expect((await perform(getPattern, context, { id: 'PTN-A' })).pattern.status).toBe('archived')
  })

  it('keeps each status that the numbers change, with the numbers, and the first one as none', async () => {
    const context = await newContext(use.database)
    await computed(context, [...served('2025-05-01', 100, 40), ...served('2026-02-01', 100, 20)])
    const kept = async () => (await perform(listPatternActions, context, { patternId: 'PTN-A' })).statusChanges
    expect(await kept()).toEqual([])
    await recomputeAll(context)
    expect(await kept()).toEqual([])
    await insertClaims(context, served('2026-02-02', 100, 60))
    await recomputeAll(context)
    await recomputeAll(context)
    const reason = '80 of 200 claims denied in the last 60 mature days, 40 of 100 claims denied in the first 60'
    expect(await kept()).toEqual([{ from: 'improving', to: 'active', reason, changedBy: 'computation', changedAt: context.now.toISOString() }])
  })

  it('has nothing to compare while the two periods overlap', async () => {
    const pattern = await computed(await newContext(use.database), [...served('2026-01-25', 100, 60), ...served('2026-03-20', 100, 0)])
    expect(pattern).toMatchObject({ insufficientData: true, status: 'active', baseline: { start: '2026-01-25', end: '2026-03-26' } })
  })

  it('computes a pattern without denials, and one without any claim', async () => {
    const context = await newContext(use.database)
    const pattern = await computed(context, [])
    expect(pattern).toMatchObject({
      score: { frequency: 0, impact: 0, trend: 'stable', velocity: 0, confidence: 0, recency: null },
      avgDenialAmount: null,
      totalAtRisk: 0,
      firstDetected: null,
      lastSeen: null,
      baseline: null,
      current: null,
      insufficientData: true,
      tier: 'low',
      status: 'active',
    })
  })

  it.each([
    ['still denied', {}, 100],
    ['paid after all', { overturnedOn: '2026-02-20' }, 0],
    [
      'paid half',
      {
        lines: [
          { billed: 60, carc: '197' },
          { billed: 40, carc: '197' },
        ],
        overturnedOn: '2026-02-20',
        recovered: 60,
      },
      40,
    ],
    ['a part of a claim without lines', { lines: [], outcome: 'partially_denied', billed: 100, paid: 70 }, 30],
    ['an appeal that waits', { appeals: [{ filed: '2026-02-01' }] }, 100],
    ['an appeal that was lost', { appeals: [{ filed: '2026-02-01', outcome: 'upheld', decided: '2026-03-01' }] }, 0],
    ['the second appeal that waits', { appeals: [{ filed: '2026-02-01', outcome: 'upheld', decided: '2026-03-01' }, { filed: '2026-03-02' }] }, 100],
    ['the last day of the appeal window', { decided: '2025-10-02', served: '2025-10-01' }, 100],
    ['a day after the appeal window', { decided: '2025-10-01', served: '2025-10-01' }, 0],
    ['a short appeal window', { payer: 'QUICK', decided: '2026-02-28' }, 0],
    ['a payer nobody knows', { payer: null }, 100],
    ['no appeal rights', { rarc: 'N211' }, 0],
    ['no appeal rights, but a corrected claim', { rarc: 'MA130' }, 100],
    ['a corrected claim too late', { rarc: 'MA130', payer: 'QUICK', served: '2025-12-01' }, 0],
    ['served before the last six months', { served: '2025-09-30', decided: '2026-03-01' }, 0],
  ] as const)('at risk: %s', async (_, change, dollars) => {
    const context = await newContext(use.database)
    await context.db.run(
      sql`insert into payers (organization_id, id, name, appeal_window_days, timely_filing_days) values (${context.organization.id}, 'QUICK', 'Quick', 30, 90)`,
    )
    const pattern = await computed(context, [
      { id: 'C1', served: '2026-01-05', decided: '2026-01-20', billed: 100, carc: '197', ...(change as Partial<ClaimSpec>) },
    ])
    expect(pattern.totalAtRisk).toBe(dollars)
  })

  it('at risk for a reason that is corrected: within the filing limit', async () => {
    const context = await newContext(use.database)
    await context.db.run(sql`insert into payers (organization_id, id, name, timely_filing_days) values (${context.organization.id}, 'QUICK', 'Quick', 90)`)
    await insertPattern(context, { id: 'PTN-C', reason: 'Bundled into another service' })
    await insertClaims(context, [
      { id: 'in-time', served: '2025-12-31', decided: '2026-01-05', billed: 10, carc: '97', payer: 'QUICK' },
      { id: 'late', served: '2025-12-30', decided: '2026-01-05', billed: 20, carc: '97', payer: 'QUICK' },
      { id: 'any', served: '2025-12-01', decided: '2026-01-05', billed: 40, carc: '97', rarc: 'N211' },
    ])
    await recomputeAll(context)
    expect((await perform(getPattern, context, { id: 'PTN-C' })).pattern.totalAtRisk).toBe(50)
  })

  it('leaves imported patterns alone that nobody adopted', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-OLD', reason, scoped: false })
    await insertClaims(context, served('2026-02-01', 30, 3))
    await recomputeAll(context)
    const { pattern } = await perform(getPattern, context, { id: 'PTN-OLD' })
    expect(pattern).toMatchObject({ score: { frequency: null, impact: null, trend: null }, computationStatus: 'pending', lastComputedAt: null })
  })

  it('says that it failed, and computes again the next time', async () => {
    const context = await newContext(use.database)
    await computed(context, served('2026-02-01', 30, 3))
    await expect(refreshPatterns({ ...context, db: failing(context) })).rejects.toThrow('lost')
    expect((await perform(getPattern, context, { id: 'PTN-A' })).pattern).toMatchObject({ computationStatus: 'error', score: { frequency: 3 } })
    expect(await refreshPatterns(context)).toBe(1)
    expect((await perform(getPattern, context, { id: 'PTN-A' })).pattern.computationStatus).toBe('complete')
  })
})

/** A database whose transactions fail: single statements go through. */
function failing({ db }: Context): Context['db'] {
  return { ...db, transaction: () => Promise.reject(new Error('lost')) }
}
