import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createAppeal } from '../../src/appeals/create.ts'
import { decideAppeal } from '../../src/appeals/decide.ts'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { patternDays } from '../../src/patterns/days.ts'
import { patternEvidence } from '../../src/patterns/evidence.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPattern } from './patterns.ts'

const id = 'PTN-A'
const denied = { submitted: '2026-02-02', decided: '2026-02-20', carc: '197', billed: 10 } satisfies Partial<ClaimSpec>

describe('a pattern in detail', () => {
  const use = useDatabase()
  const withClaims = async (specs: ClaimSpec[]) => {
    const context = await newContext(use.database)
    await insertPattern(context, { id, reason: 'Authorization absent' })
    await insertClaims(context, specs)
    await recomputeAll(context)
    return context
  }

  it('has its days, those of appeals too, and says which are mature', async () => {
    const context = await withClaims([
      { id: 'A', served: '2026-02-01', ...denied },
      { id: 'B', served: '2026-02-01', ...denied, billed: 5, overturnedOn: '2026-03-05' },
      { id: 'C', served: '2026-02-02', ...denied },
      ...Array.from({ length: 18 }, (_, at) => ({ id: `P${at}`, served: '2026-02-02', submitted: '2026-02-02', decided: '2026-02-20', billed: 1 })),
    ])
    await perform(createAppeal, context, { claimId: 'A', filedOn: '2026-03-01' })
    await perform(decideAppeal, context, { claimId: 'A', outcome: 'upheld', on: '2026-03-03' })
    expect((await perform(patternDays, context, { id })).recomputing).toBe(true)
    await recomputeMarked(context)
    const { days, total, matureBefore, recomputing, window } = await perform(patternDays, context, { id, start: '2026-01-31', end: '2026-03-20' })
    expect({ window, recomputing, length: days.length }).toEqual({ window: { start: '2026-01-31', end: '2026-03-20' }, recomputing: false, length: 48 })
    // 19 of 21 were decided within 18 days: nine in ten of what was served on 13 March are.
    expect(matureBefore).toBe('2026-03-14')
    expect(days.find(({ date }) => date === '2026-03-13')?.mature).toBe(true)
    expect(days.find(({ date }) => date === '2026-03-14')?.mature).toBe(false)
    const none = {
      claimCount: 0,
      deniedCount: 0,
      denialRate: null,
      dollarsDenied: 0,
      dollarsAtRisk: 0,
      appealCount: 0,
      appealRate: null,
      appealsDecidedCount: 0,
      overturnCount: 0,
      overturnRate: null,
    }
    expect(days.slice(0, 3)).toEqual([
      { date: '2026-01-31', mature: true, ...none },
      { date: '2026-02-01', mature: true, ...none, claimCount: 2, deniedCount: 2, denialRate: 100, dollarsDenied: 15, dollarsAtRisk: 10, appealRate: 0 },
      { date: '2026-02-02', mature: true, ...none, claimCount: 19, deniedCount: 1, denialRate: 5.26, dollarsDenied: 10, dollarsAtRisk: 10, appealRate: 0 },
    ])
    expect(days.find(({ date }) => date === '2026-03-03')).toMatchObject({ appealsDecidedCount: 1, overturnCount: 0, overturnRate: 0 })
    expect(total).toEqual({
      ...none,
      claimCount: 21,
      deniedCount: 3,
      denialRate: 14.29,
      dollarsDenied: 25,
      dollarsAtRisk: 20,
      appealCount: 1,
      appealRate: 33.33,
      appealsDecidedCount: 1,
      overturnRate: 0,
    })
    await expect(perform(patternDays, context, { id: 'PTN-Z' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('has its denials, filtered, sorted, with what can still be got back', async () => {
    const context = await withClaims([
      { id: 'A', served: '2026-02-01', ...denied, procedure: '97110' },
      { id: 'B', served: '2026-02-03', ...denied, billed: 30, overturnedOn: '2026-03-05' },
      { id: 'C', served: '2026-02-02', ...denied, billed: 20, decided: '2026-02-10' },
    ])
    const ids = async (input: object) => (await perform(patternEvidence, context, { id, ...input })).evidence.map(({ claimId }) => claimId)
    const all = await perform(patternEvidence, context, { id })
    expect(all).toMatchObject({ totals: { billedAmount: 60, openAmount: 30 }, pagination: { total: 3 } })
    expect(all.evidence.map(({ claimId, openAmount, recoverableUntil }) => [claimId, openAmount, recoverableUntil])).toEqual([
      ['B', 0, null],
      ['C', 20, '2026-08-09'],
      ['A', 10, '2026-08-19'],
    ])
    expect(await ids({ sort: 'value' })).toEqual(['B', 'C', 'A'])
    expect(await ids({ sort: 'due' })).toEqual(['C', 'A', 'B'])
    expect(await ids({ recoverable: true })).toEqual(['C', 'A'])
    expect(await ids({ procedureCode: '97110' })).toEqual(['A'])
    expect(await ids({ start: '2026-02-02', end: '2026-02-03' })).toEqual(['C'])
    expect(await ids({ carc: '50' })).toEqual([])
    expect(await ids({ limit: 2, page: 2 })).toEqual(['A'])
    await expect(perform(patternEvidence, context, { id: 'PTN-Z' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('adds up: the days to the total, the evidence to the dollars denied', { timeout: 60_000 }, async () => {
    const claim = fc.record({
      served: fc.nat(30).map((days) => addDays('2026-02-01', days)),
      billed: fc.integer({ min: 1, max: 900 }),
      carc: fc.constantFrom('197', '50', undefined),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 25 }), async (claims) => {
        const context = await withClaims(
          claims.map(({ carc, ...rest }, at) => ({ ...rest, id: `C${at}`, submitted: rest.served, decided: '2026-03-20', ...(carc && { carc }) })),
        )
        const ofPattern = claims.filter(({ carc }) => carc === '197')
        const expected = { claims: claims.length, denied: ofPattern.length, dollars: ofPattern.reduce((sum, { billed }) => sum + billed, 0) }
        const { days, total } = await perform(patternDays, context, { id })
        const sum = (of: 'claimCount' | 'deniedCount' | 'dollarsDenied') => days.reduce((sum, day) => sum + day[of], 0)
        expect({ claims: sum('claimCount'), denied: sum('deniedCount'), dollars: sum('dollarsDenied') }).toEqual(expected)
        expect({ claims: total.claimCount, denied: total.deniedCount, dollars: total.dollarsDenied }).toEqual(expected)
        const { totals, pagination } = await perform(patternEvidence, context, { id, start: '2026-02-01', end: '2026-03-31' })
        expect({ denied: pagination.total, dollars: totals.billedAmount }).toEqual({ denied: expected.denied, dollars: expected.dollars })
        expect(await context.db.row(sql`select coalesce(sum(open_amount), 0)::float8 as open from pattern_claims where pattern_id = ${id}`)).toEqual({
          open: totals.openAmount,
        })
      }),
      { numRuns: 6 },
    )
  })
})
