import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { addDays, type IsoDate } from '../../../src/dates.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import { refreshPatternDays } from '../../../src/measures/pattern-daily/refresh.ts'
import { refreshPatternClaims } from '../../../src/patterns/pattern-claims.ts'
import { claimsWithCodes, randomDays } from '../../factories/arbitrary-claims.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import type { Condition } from '../../../src/patterns/scope/condition.ts'
import { deleteClaim, insertPattern } from '../../patterns/patterns.ts'
import { insertScoped } from '../../patterns/scope/scoped.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { recountDays, storedDays } from './recount.ts'

/** The claims of the days, then the days themselves: what a recomputation does. */
async function refresh(context: Context, days: readonly IsoDate[], cause = 'test') {
  const organizationId = context.organization.id
  return context.db.transaction(async (tx) => {
    await refreshOrganizationDays(tx, organizationId, 'service', days, cause)
    await refreshPatternClaims(tx, { organizationId, days: [...days, null] })
    return refreshPatternDays(tx, { organizationId, days, cause })
  })
}

/** Every kind of condition, on the line, the claim and the number of days; one that holds nowhere, and two of a reason that overlap. */
const scopes: readonly (readonly [string, readonly Condition[]])[] = [
  ['Authorization absent', [{ field: 'payer', op: 'is', value: 'P1' }]],
  [
    'Authorization absent',
    [
      { field: 'payer', op: 'not', value: 'P2' },
      { field: 'procedureCode', op: 'is', value: '99213' },
      { field: 'modifier', op: 'lacks', value: '25' },
    ],
  ],
  [
    'Authorization absent',
    [
      { field: 'procedureGroup', op: 'has', value: 'procedure' },
      { field: 'procedureGroup', op: 'is', value: 'office-visit' },
    ],
  ],
  [
    'Not medically necessary',
    [
      { field: 'diagnosis', op: 'startsWith', value: 'M' },
      { field: 'placeOfService', op: 'not', value: '22' },
    ],
  ],
  [
    'Not medically necessary',
    [
      { field: 'daysToSubmission', op: 'above', value: 7 },
      { field: 'provider', op: 'is', value: 'DR1' },
    ],
  ],
  [
    'Not medically necessary',
    [
      { field: 'procedureCode', op: 'lacks', value: '20610' },
      { field: 'claimType', op: 'is', value: 'professional' },
    ],
  ],
  ['Authorization absent', [{ field: 'payer', op: 'is', value: 'nobody' }]],
]

const days: IsoDate[] = ['2026-01-05', '2026-01-06', '2026-02-01', '2026-02-15', '2026-03-01']

async function example(context: Context) {
  await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
  await insertClaims(context, [
    // Two lines, two appeals: one claim denied, each appeal once.
    {
      id: 'two-lines',
      served: '2026-01-05',
      decided: '2026-01-20',
      lines: [{ billed: 60, carc: '197' }, { billed: 40, carc: '197' }, { billed: 10 }],
      appeals: [
        { filed: '2026-02-01', outcome: 'upheld', decided: '2026-02-15' },
        { filed: '2026-02-15', outcome: 'partially_overturned', decided: '2026-03-01' },
      ],
    },
    {
      id: 'won',
      served: '2026-01-05',
      decided: '2026-01-20',
      billed: 70,
      carc: '197',
      overturnedOn: '2026-03-01',
      appeals: [{ filed: '2026-02-01', outcome: 'overturned', decided: '2026-03-01' }],
    },
    { id: 'paid', served: '2026-01-05', decided: '2026-01-20' },
    { id: 'waits', served: '2026-01-05' },
    { id: 'other', served: '2026-01-05', decided: '2026-01-20', carc: '50', appeals: [{ filed: '2026-02-01' }] },
    { id: 'twice', served: '2026-01-05', decided: '2026-01-20', duplicate: true },
    { id: 'paid-too', served: '2026-01-06', decided: '2026-01-20' },
  ])
}

describe('pattern daily metrics', () => {
  const use = useDatabase()

  it('count population, denials, money and appeals on their days', async () => {
    const context = await newContext(use.database)
    await example(context)
    await refresh(context, days)
    const none = { claims: 0, denied: 0, dollars: 0, atRisk: 0, appeals: 0, decided: 0, overturned: 0 }
    expect(await storedDays(context)).toEqual({
      'PTN-A 2026-01-05': { ...none, claims: 4, denied: 2, dollars: 17_000, atRisk: 10_000 },
      'PTN-A 2026-01-06': { ...none, claims: 1 },
      'PTN-A 2026-02-01': { ...none, appeals: 2 },
      'PTN-A 2026-02-15': { ...none, appeals: 1, decided: 1 },
      'PTN-A 2026-03-01': { ...none, decided: 2, overturned: 2 },
    })
    const rates = await context.db.rows(
      sql`select denial_rate::float8 as denial, overturn_rate::float8 as overturn, appeal_rate as appeal from pattern_daily_metrics order by metric_date`,
    )
    expect(rates[0]).toEqual({ denial: 50, overturn: null, appeal: '0.00000000000000000000' })
    expect(rates[4]).toEqual({ denial: null, overturn: 100, appeal: null })
  })

  it('change nothing the second time, and restate what changes with its cause', async () => {
    const context = await newContext(use.database)
    await example(context)
    expect(await refresh(context, days)).toBe(5)
    expect(await refresh(context, days)).toBe(0)
    await insertClaims(context, [{ id: 'late', served: '2026-01-06', decided: '2026-04-20', billed: 25, carc: '197' }])
    await deleteClaim(context, 'two-lines')
    expect(await refresh(context, ['2026-01-06', '2026-02-15'], 'import:7')).toBe(2)
    const restated = await context.db.rows(sql`
      select metric, subject, metric_date as day, old_value::float8 as old, new_value::float8 as new, cause from metric_restatements where metric like 'pattern.%' order by id`)
    const one = { subject: 'PTN-A', cause: 'import:7' }
    expect(restated).toEqual([
      { ...one, metric: 'pattern.denied_count', day: '2026-01-06', old: 0, new: 1 },
      { ...one, metric: 'pattern.dollars_at_risk', day: '2026-01-06', old: 0, new: 25 },
      { ...one, metric: 'pattern.dollars_denied', day: '2026-01-06', old: 0, new: 25 },
      { ...one, metric: 'pattern.appeal_count', day: '2026-02-15', old: 1, new: 0 },
      { ...one, metric: 'pattern.appeals_decided_count', day: '2026-02-15', old: 1, new: 0 },
    ])
    expect(await storedDays(context)).not.toHaveProperty('PTN-A 2026-02-15')
    expect(await storedDays(context)).toHaveProperty('PTN-A 2026-02-01')
  })

  it('count for a pattern with a scope the claims that have a line in it, paid ones too', async () => {
    const context = await newContext(use.database)
    const scope: Condition[] = [
      { field: 'procedureCode', op: 'is', value: '99213' },
      { field: 'modifier', op: 'lacks', value: '25' },
    ]
    await insertScoped(context, { id: 'PTN-S', reason: 'Authorization absent', scope })
    const visit = { billed: 60, procedure: '99213' }
    const on = { served: '2026-01-05', decided: '2026-01-20' }
    await insertClaims(context, [
      {
        id: 'denied',
        ...on,
        lines: [
          { ...visit, carc: '197' },
          { ...visit, billed: 40, carc: '197', modifiers: ['25'] },
        ],
        appeals: [{ filed: '2026-02-01' }],
      },
      { id: 'denied-elsewhere', ...on, lines: [visit, { billed: 30, carc: '197', procedure: '20610' }] },
      { id: 'other-reason', ...on, lines: [{ ...visit, carc: '50' }] },
      { id: 'paid', ...on, lines: [visit, visit] },
      { id: 'with-25', ...on, lines: [{ ...visit, carc: '197', modifiers: ['25'] }] },
      { id: 'no-lines', ...on, lines: [], carc: '197', billed: 80 },
      { id: 'waits', served: '2026-01-05', lines: [visit] },
      { id: 'twice', ...on, duplicate: true, procedure: '99213' },
      { id: 'prior', ...on, use: 'preauthorization', procedure: '99213', carc: '197' },
      { id: 'next-day', served: '2026-01-06', decided: '2026-01-20', lines: [visit] },
    ])
    await context.db.run(sql`
      update claims set initial_outcome = 'denied', denied_amount = 120, denial_reason = 'Authorization absent', denial_carc = '197' where id = 'paid'`)
    expect(await refresh(context, days)).toBe(3)
    const none = { claims: 0, denied: 0, dollars: 0, atRisk: 0, appeals: 0, decided: 0, overturned: 0 }
    expect(await storedDays(context)).toEqual({
      // "paid" is denied as a whole, without a denied line: it counts because of its lines.
      'PTN-S 2026-01-05': { ...none, claims: 4, denied: 2, dollars: 18_000, atRisk: 6_000 },
      'PTN-S 2026-01-06': { ...none, claims: 1 },
      'PTN-S 2026-02-01': { ...none, appeals: 1 },
    })
  })

  it('restate the population of a pattern with a scope, and of no other', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertScoped(context, { id: 'PTN-S', reason: 'Authorization absent', scope: [{ field: 'payer', op: 'is', value: 'P1' }] })
    await insertClaims(context, [{ id: 'one', served: '2026-01-05', decided: '2026-01-20', carc: '197' }])
    await refresh(context, days)
    await insertClaims(context, [{ id: 'two', served: '2026-01-05', decided: '2026-01-20' }])
    await refresh(context, days, 'import:7')
    expect(await context.db.rows(sql`select metric, subject, new_value::float8 as new, cause from metric_restatements where metric like 'pattern.%'`)).toEqual([
      { metric: 'pattern.claim_count', subject: 'PTN-S', new: 2, cause: 'import:7' },
    ])
  })

  it('leave archived patterns alone', async () => {
    const context = await newContext(use.database)
    await example(context)
    await context.db.run(sql`update patterns set status = 'archived'`)
    expect(await refresh(context, days)).toBe(0)
    expect(await storedDays(context)).toEqual({})
  })

  it('are the same as counted one by one, whatever the claims, the slices and their order', async () => {
    const appeal = fc.record({
      filed: fc.constantFrom(...randomDays),
      outcome: fc.constantFrom('pending' as const, 'upheld' as const, 'overturned' as const),
      decided: fc.constantFrom(...randomDays),
    })
    const withAppeals = fc.tuple(claimsWithCodes, fc.array(fc.array(appeal, { maxLength: 2 }), { maxLength: 25 }))
    const claims = withAppeals.map(([specs, appeals]) => specs.map((spec, index): ClaimSpec => ({ ...spec, appeals: appeals[index] ?? [] })))
    // Every day on which one of the claims can be served, decided or appealed, cut into slices as it comes.
    const allDays = Array.from({ length: 70 }, (_, index) => addDays(randomDays[0]!, index))
    await fc.assert(
      fc.asyncProperty(claims, fc.shuffledSubarray(allDays, { minLength: allDays.length }), fc.nat(), async (specs, order, cut) => {
        const context = await newContext(use.database)
        await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
        await insertPattern(context, { id: 'PTN-B', reason: 'Not medically necessary' })
        for (const [index, [reason, scope]] of scopes.entries()) await insertScoped(context, { id: `PTN-S${index}`, reason, scope })
        // Some claims come first, every day is computed, the rest come, and the days are computed again slice by slice, claims before days.
        const half = specs.length === 0 ? 0 : cut % specs.length
        const slices = Array.from({ length: 7 }, (_, index) => order.slice(index * 10, index * 10 + 10))
        await insertClaims(context, specs.slice(0, half))
        await refresh(context, allDays)
        await insertClaims(context, specs.slice(half))
        const organizationId = context.organization.id
        await context.db.transaction(async (tx) => {
          for (const days of [...slices, [null]]) await refreshPatternClaims(tx, { organizationId, days })
        })
        for (const days of slices) await refresh(context, days)
        expect(await storedDays(context)).toEqual(await recountDays(context))
        expect(await refresh(context, allDays)).toBe(0)
      }),
      { numRuns: 10 },
    )
  })
})
