import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { appealDeadlines } from '../../src/appeals/deadlines.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays, daysBetween } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { assignWork } from '../../src/worklist/assign.ts'
import { listWork } from '../../src/worklist/list.ts'
import type { WorkItem } from '../../src/worklist/schemas.ts'
import { setWorkState } from '../../src/worklist/set-state.ts'
import { snoozeWork } from '../../src/worklist/snooze.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Today of the contexts. */
const today = '2026-03-31'
const denied = { served: '2026-03-01', decided: '2026-03-10', carc: '197', billed: 100 } satisfies Partial<ClaimSpec>
type Work = z.output<typeof listWork.output>
const work = (context: Context, input: object = {}) => perform(listWork, context, { limit: 200, ...input })
const ids = ({ claims }: Pick<Work, 'claims'>) => claims.map(({ claimId }) => claimId)

/** Gives denials of a reason this chance, as the patterns of the reason have it. */
const setChance = (context: Context, reason: string, chance: number | null) =>
  context.db.run(sql`update patterns set recovery_chance = ${chance} where denial_reason = ${reason}`)

describe('the worklist', () => {
  const use = useDatabase()

  it('is in the order that one counts by hand', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'AUTH', reason: 'Authorization absent', scoped: true })
    await insertClaims(context, [
      // Due 180 days after the decision: in 159, 9 and 159 days.
      { ...denied, id: 'large', billed: 1000 },
      { ...denied, id: 'soon', served: '2025-09-01', decided: addDays(today, -171), billed: 200 },
      { ...denied, id: 'small', billed: 10 },
      // Nobody knows the chance of a reason that is no pattern.
      { ...denied, id: 'rare', carc: '50', billed: 5000 },
      { ...denied, id: 'paid', carc: undefined as never, outcome: 'paid' },
    ])
    await recomputeAll(context)
    await setChance(context, 'Authorization absent', 0.4)
    const all = await work(context)
    // 400 expected / (159 + 7) = 2.41 a day; 80 / (9 + 7) = 5; 4 / 166 = 0.02.
    expect(all.claims.map(({ claimId, daysLeft, openAmount, chance, expectedAmount }) => [claimId, daysLeft, openAmount, chance, expectedAmount])).toEqual([
      ['soon', 9, 200, 40, 80],
      ['large', 159, 1000, 40, 400],
      ['small', 159, 10, 40, 4],
      ['rare', 159, 5000, null, null],
    ])
    expect(all.totals).toEqual({ openAmount: 6210, expectedAmount: 484, unknownChance: 1, dueWithinWeek: 0 })
    // What nobody knows is no sum of nothing.
    const unknown = await work(context, { reason: all.claims[3]!.reasons[0] })
    expect(unknown.totals).toEqual({ openAmount: 5000, expectedAmount: null, unknownChance: 1, dueWithinWeek: 0 })
    expect((await work(context, { reason: 'None' })).totals).toEqual({ openAmount: 0, expectedAmount: 0, unknownChance: 0, dueWithinWeek: 0 })
    expect(all.claims[0]).toMatchObject({
      remedies: ['appeal'],
      reasons: ['Authorization absent'],
      state: 'open',
      assignedTo: null,
      snoozedUntil: null,
      noteCount: null,
    })
    expect(ids(await work(context, { sort: 'value' }))).toEqual(['large', 'soon', 'small', 'rare'])
    expect(ids(await work(context, { sort: 'due' }))).toEqual(['soon', 'rare', 'large', 'small'])
    expect(ids(await work(context, { sort: 'chance' }))).toEqual(['large', 'soon', 'small', 'rare'])
    expect(await work(context, { limit: 1, page: 2 })).toMatchObject({ claims: [{ claimId: 'large' }], pagination: { total: 4, pages: 4 }, totals: all.totals })
    expect(ids(await work(context, { page: 9 }))).toEqual([])
  })

  it('asks for what the filters say', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { ...denied, id: 'A' },
      { ...denied, id: 'B', payer: 'P2' },
      { ...denied, id: 'C', carc: '11' },
      { ...denied, id: 'D', rarc: 'MA130' },
      { ...denied, id: 'E', served: '2025-09-01', decided: addDays(today, -178) },
    ])
    await recomputeAll(context)
    await use.database.pool.query(`insert into users (id, name, email) values ('u1', 'Ada Test', 'ada@example.org') on conflict do nothing`)
    await context.db.run(sql`insert into members (organization_id, user_id, role) values (${context.organization.id}, 'u1', 'coder')`)
    await perform(assignWork, context, { claimIds: ['A', 'B'], userId: 'u1' })
    await perform(snoozeWork, context, { claimIds: ['B'], until: '2026-04-01' })
    await perform(setWorkState, context, { claimIds: ['C'], state: 'given_up' })
    const asked = async (input: object) => ids(await work(context, { sort: 'due', ...input })).sort()
    expect(await asked({})).toEqual(['A', 'D', 'E'])
    expect(await asked({ snoozed: 'yes' })).toEqual(['B'])
    expect(await asked({ snoozed: 'all', state: 'all' })).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(await asked({ state: 'given_up' })).toEqual(['C'])
    expect(await asked({ assigned: 'u1' })).toEqual(['A'])
    expect(await work({ ...context, actor: { id: 'u1', role: 'coder' } }, { assigned: 'me' })).toMatchObject({
      claims: [{ assignedTo: { id: 'u1', name: 'Ada Test' } }],
    })
    expect(await asked({ assigned: 'nobody' })).toEqual(['D', 'E'])
    expect(await asked({ payer: 'P2', snoozed: 'all' })).toEqual(['B'])
    expect(await asked({ dueWithin: 2 })).toEqual(['E'])
    expect(await asked({ remedy: 'corrected_claim', state: 'all' })).toEqual(['C', 'D'])
    expect(await asked({ remedy: 'appeal' })).toEqual(['A', 'E'])
    expect(await asked({ reason: 'Authorization absent' })).toEqual(['A', 'D', 'E'])
    // What was put off until today is back.
    const tomorrow = { ...context, now: new Date('2026-04-01T12:00:00Z') }
    expect(ids(await work(tomorrow, { assigned: 'u1' })).sort()).toEqual(['A', 'B'])
  })

  it('takes the chance of the narrowest pattern', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'ALL', reason: 'Authorization absent' })
    await insertClaims(context, [
      { ...denied, id: 'A' },
      { ...denied, id: 'B' },
    ])
    await recomputeAll(context)
    await context.db.run(sql`
      insert into patterns (organization_id, id, title, category, denial_reason, scope, scope_key, recovery_chance, computation_status)
      values (${context.organization.id}, 'NARROW', 'Narrow', 'authorization', 'Authorization absent', '[{"field":"payer","op":"is","value":"P1"}]', 'reason:x|payer', 0.9, 'complete')`)
    await context.db.run(sql`
      insert into pattern_claims (organization_id, pattern_id, claim_id, line_number, denied, service_date, amount, open_amount, recoverable_until)
      select organization_id, 'NARROW', claim_id, line_number, denied, service_date, amount, open_amount, recoverable_until from pattern_claims where claim_id = 'A'`)
    await context.db.run(sql`update patterns set recovery_chance = 0.2 where scope = '[]'`)
    const { claims } = await work(context)
    expect(claims.map(({ claimId, chance, patterns }) => [claimId, chance, patterns.map(({ id }) => id)[0] === 'NARROW'])).toEqual([
      ['A', 90, true],
      ['B', 20, false],
    ])
    const [all] = claims[1]!.patterns
    expect(ids(await work(context, { pattern: 'NARROW' }))).toEqual(['A'])
    expect(ids(await work(context, { pattern: all!.id }))).toEqual(['A', 'B'])
    expect((await work(context, { pattern: 'NONE' })).totals.openAmount).toBe(0)
  })

  const line = fc.record({ billed: fc.integer({ min: 1, max: 500 }), carc: fc.constantFrom('197', '50', '11', '204', undefined) })
  const shape = fc.record({
    served: fc.nat(60).map((days) => addDays('2025-12-01', days)),
    decided: fc.nat(150).map((days) => addDays('2025-10-10', days)),
    payer: fc.constantFrom('P1', 'P2', null),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  const perDay = ({ expectedAmount, daysLeft }: WorkItem) => (expectedAmount === null ? -1 : expectedAmount / (daysLeft + 7))

  it('holds the claims of the deadlines, each once, in order, and sums them', { timeout: 120_000 }, async () => {
    let listed = 0
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { minLength: 12, maxLength: 20 }), fc.integer({ min: 1, max: 99 }), async (shapes, percent) => {
        const context = await newContext(use.database)
        const specs = shapes.map(({ lines, ...rest }, index) => ({
          ...rest,
          id: `C${index}`,
          lines: lines.map(({ billed, carc }) => ({ billed, ...(carc && { carc }) })),
        }))
        await insertClaims(context, specs)
        await recomputeAll(context)
        await context.db.run(sql`update patterns set recovery_chance = ${percent / 100}`)
        const { claims, totals, pagination } = await work(context)
        const due = await perform(appealDeadlines, context, { dueWithin: 366, limit: 200 })
        const lastDays = (rows: readonly { claimId: string; lastDay: string; openAmount: number }[]) =>
          new Map(rows.map(({ claimId, lastDay, openAmount }) => [claimId, [lastDay, openAmount]]))
        expect(lastDays(claims)).toEqual(lastDays(due.claims))
        expect(pagination.total).toBe(due.claims.length)
        const sum = (values: number[]) => Math.round(values.reduce((all, value) => all + value, 0) * 100)
        expect(Math.round(totals.openAmount * 100)).toBe(sum(claims.map(({ openAmount }) => openAmount)))
        expect(Math.abs(Math.round((totals.expectedAmount ?? 0) * 100) - sum(claims.map(({ expectedAmount }) => expectedAmount ?? 0)))).toBeLessThanOrEqual(
          claims.length,
        )
        expect(totals.unknownChance).toBe(claims.filter(({ chance }) => chance === null).length)
        expect(totals.dueWithinWeek).toBe(claims.filter(({ daysLeft }) => daysLeft <= 7).length)
        claims.forEach((claim, index) => {
          const next = claims[index + 1]
          if (next) expect(perDay(claim)).toBeGreaterThanOrEqual(perDay(next) - 0.01)
          expect(claim.daysLeft).toBe(daysBetween(today, claim.lastDay))
          if (claim.chance !== null) expect(claim.expectedAmount!).toBeCloseTo((claim.openAmount * claim.chance) / 100, 1)
        })
        const paged = await Promise.all([1, 2, 3, 4].map((page) => work(context, { limit: 5, page })))
        expect(paged.flatMap(ids)).toEqual(ids({ claims }))
        listed += claims.length
      }),
      { numRuns: 6 },
    )
    expect(listed).toBeGreaterThan(20)
  })
})
