import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveClaims } from '../../../src/adjudication/write.ts'
import { recomputeAll, recomputeMarked } from '../../../src/computation/recompute.ts'
import type { Context } from '../../../src/context.ts'
import { addDays } from '../../../src/dates.ts'
import { markDaysOf } from '../../../src/measures/marks.ts'
import { refreshPolicyDays } from '../../../src/measures/policy-daily/refresh.ts'
import { deleteClaim } from '../../patterns/patterns.ts'
import { insertPolicies, insertVisits, storedHits, type PolicySpec, type Visit } from '../../policies/policies.ts'
import { recountPolicies, storedPolicyDays } from '../../policies/recount.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const mark = (context: Context, ids: readonly string[], cause: string) => context.db.transaction((tx) => markDaysOf(tx, context.organization.id, ids, cause))
const none = { hits: 0, denied: 0, dollars: 0, appealedClaims: 0, decidedClaims: 0, wonClaims: 0, without: 0, withoutDenied: 0, appeals: 0, decided: 0, won: 0 }

async function example(context: Context) {
  await insertPolicies(context, [{ id: 'P', codes: ['99213', '99214'], conditions: { modifier_required: ['25'] } }])
  const line = { billed: 50, procedure: '99213', modifiers: ['25'] }
  await insertVisits(context, [
    // Two hit lines denied and one that does not hit: one claim, the charges of two lines, each appeal once.
    {
      id: 'two-lines',
      served: '2026-01-05',
      decided: '2026-01-20',
      lines: [
        { ...line, carc: '4' },
        { ...line, billed: 20.5, carc: '4' },
        { billed: 10, procedure: '36415', carc: '97' },
      ],
      appeals: [
        { filed: '2026-02-01', outcome: 'upheld', decided: '2026-02-15' },
        { filed: '2026-02-15', outcome: 'partially_overturned', decided: '2026-03-01' },
      ],
    },
    { id: 'waits-for-appeal', served: '2026-01-05', decided: '2026-01-20', lines: [{ ...line, carc: '4' }], appeals: [{ filed: '2026-02-01' }] },
    // Hit, but denied on another line.
    {
      id: 'elsewhere',
      served: '2026-01-05',
      decided: '2026-01-20',
      lines: [line, { billed: 10, procedure: '36415', carc: '97' }],
      appeals: [{ filed: '2026-02-02' }],
    },
    {
      id: 'without',
      served: '2026-01-05',
      decided: '2026-01-20',
      lines: [
        { ...line, modifiers: [], carc: '4' },
        { ...line, modifiers: [] },
      ],
    },
    { id: 'both', served: '2026-01-06', decided: '2026-01-20', lines: [line, { ...line, modifiers: [] }] },
    { id: 'waits', served: '2026-01-05', lines: [line] },
    { id: 'other', served: '2026-01-05', decided: '2026-01-20', procedure: '36415' },
  ])
}

describe('policy daily metrics', () => {
  const use = useDatabase()

  it('count hits, denials, money and appeals on their days', async () => {
    const context = await newContext(use.database)
    await example(context)
    await recomputeAll(context)
    expect(await storedPolicyDays(context)).toEqual({
      'P 2026-01-05': { ...none, hits: 3, denied: 2, dollars: 12_050, appealedClaims: 2, decidedClaims: 1, wonClaims: 1, without: 1, withoutDenied: 1 },
      'P 2026-01-06': { ...none, hits: 1, without: 1 },
      'P 2026-02-01': { ...none, appeals: 2 },
      'P 2026-02-15': { ...none, appeals: 1, decided: 1 },
      'P 2026-03-01': { ...none, decided: 1, won: 1 },
    })
    expect(await context.db.rows(sql`select distinct created_by from policy_daily_metrics`)).toEqual([{ created_by: 'policy:new' }])
    expect(await recountPolicies(context)).toEqual({ hits: await storedHits(context), days: await storedPolicyDays(context) })
  })

  it('change nothing the second time, and restate what changes with its cause', async () => {
    const context = await newContext(use.database)
    await example(context)
    await recomputeAll(context)
    const days = ['2026-01-05', '2026-01-06', '2026-02-01', '2026-02-15', '2026-03-01']
    const again = () => context.db.transaction((tx) => refreshPolicyDays(tx, { organizationId: context.organization.id, days, cause: 'again' }))
    expect(await again()).toBe(0)
    await insertVisits(context, [
      { id: 'late', served: '2026-01-06', decided: '2026-03-02', billed: 25, procedure: '99214', modifiers: ['25'], carc: '4' },
      { id: 'first', served: '2026-01-07', decided: '2026-03-02', procedure: '99214', modifiers: ['25'] },
    ])
    await mark(context, ['late', 'first'], 'import:7')
    await recomputeMarked(context)
    await mark(context, ['waits-for-appeal'], 'undo:1')
    await deleteClaim(context, 'waits-for-appeal')
    await recomputeMarked(context)
    const restated = await context.db.rows(sql`
      select metric, metric_date as day, old_value::float8 as old, new_value::float8 as new, cause from metric_restatements where metric like 'policy%' and subject = 'P' order by id`)
    expect(restated).toEqual([
      { metric: 'policy.denied_count', day: '2026-01-06', old: 0, new: 1, cause: 'import:7' },
      { metric: 'policy.dollars_denied', day: '2026-01-06', old: 0, new: 25, cause: 'import:7' },
      { metric: 'policy.hit_count', day: '2026-01-06', old: 1, new: 2, cause: 'import:7' },
      { metric: 'policy.appealed_claim_count', day: '2026-01-05', old: 2, new: 1, cause: 'undo:1' },
      { metric: 'policy.denied_count', day: '2026-01-05', old: 2, new: 1, cause: 'undo:1' },
      { metric: 'policy.dollars_denied', day: '2026-01-05', old: 120.5, new: 70.5, cause: 'undo:1' },
      { metric: 'policy.hit_count', day: '2026-01-05', old: 3, new: 2, cause: 'undo:1' },
      { metric: 'policy.appeal_count', day: '2026-02-01', old: 2, new: 1, cause: 'undo:1' },
    ])
    expect(await context.db.row(sql`select created_by from policy_daily_metrics where metric_date = '2026-01-07'`)).toEqual({ created_by: 'import:7' })
    await mark(context, ['first'], 'undo:7')
    await deleteClaim(context, 'first')
    await recomputeMarked(context)
    expect(await storedPolicyDays(context)).not.toHaveProperty('P 2026-01-07')
    expect(await context.db.rows(sql`select cause from metric_restatements where metric = 'policy' and metric_date = '2026-01-07'`)).toEqual([
      { cause: 'import:7' },
    ])
  })

  const day = fc.integer({ min: 0, max: 45 }).map((days) => addDays('2026-01-20', days))
  const line = fc.record({
    billed: fc.integer({ min: 1, max: 9_999 }).map((cents) => cents / 100),
    procedure: fc.constantFrom('99213', '97110', '36415'),
    modifiers: fc.subarray(['25', 'GP', '59']),
    diagnoses: fc.subarray(['M54.50', 'Z12.11']),
    placeOfService: fc.constantFrom('11', '22', undefined),
    carc: fc.option(fc.constantFrom('4', '119', '18'), { nil: undefined }),
  })
  const visit = fc.record({
    served: fc.option(day, { freq: 12 }),
    decided: fc.option(
      day.map((served) => addDays(served, 20)),
      { nil: undefined, freq: 5 },
    ),
    diagnoses: fc.subarray(['E11.9', 'Z12.31']),
    member: fc.constantFrom('M1', 'M1', 'M2', null),
    name: fc.constantFrom('Ada Example', 'ada example'),
    born: fc.constantFrom('1980-01-25', '1980-01-25', '2010-02-03', null),
    units: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 2 }),
    lineDays: fc.array(day, { maxLength: 1 }),
    use: fc.constantFrom('claim' as const, 'claim' as const, 'claim' as const, 'preauthorization' as const),
    lines: fc.array(
      line.map(({ carc, ...rest }) => (carc ? { ...rest, carc } : rest)),
      { minLength: 2, maxLength: 3 },
    ),
    appeals: fc.array(fc.record({ filed: day, outcome: fc.constantFrom('pending' as const, 'upheld' as const, 'overturned' as const), decided: day }), {
      maxLength: 2,
    }),
  })
  const policies: PolicySpec[] = [
    { id: 'by-code', codes: ['99213'], conditions: { modifier_required: ['25'], modifier_forbidden: ['59'] } },
    { id: 'by-diagnosis', conditions: { diagnosis_code: ['Z12*', 'E119'] }, ages: [18, 45] },
    { id: 'daily', codes: ['97110'], most: 2, per: 'day', conditions: { modifier_required: ['GP'] } },
    { id: 'weekly', codes: ['36415', '97110'], most: 2, per: 'week', mode: 'observation' },
    { id: 'monthly', codes: ['36415'], most: 2, per: 'month', conditions: { place_of_service: ['11'] } },
    { id: 'yearly', codes: ['99213', '97110'], most: 3, per: 'year', effective: ['2026-02-01', '2026-02-25'] },
    { id: 'rolling', codes: ['97110', '36415'], most: 2, per: 10 },
    { id: 'draft', codes: ['99213'], mode: 'draft' },
  ]
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('import' as const), visits: fc.array(visit, { minLength: 1, maxLength: 8 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('decide' as const), which: fc.nat(), on: day }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('appeal' as const), which: fc.nat(), on: day }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('policy' as const),
        which: fc.nat(),
        most: fc.integer({ min: 1, max: 3 }),
        per: fc.constantFrom('day' as const, 'month' as const, 20),
      }),
    },
  )

  it('and hits are the same as counted one by one and as a rebuild, after any sequence of imports, undo, decisions, appeals and changed policies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const context = await newContext(use.database)
        const { db, organization } = context
        await insertPolicies(context, policies)
        const known: string[] = []
        for (const [at, next] of steps.entries()) {
          const id = 'which' in next ? known[next.which % known.length] : undefined
          if (next.kind === 'import') {
            const visits = next.visits.map((spec, n): Visit => ({ ...spec, id: `C${at}-${n}` }))
            await insertVisits(context, visits)
            await mark(
              context,
              visits.map((one) => one.id),
              `import:${at}`,
            )
            known.push(...visits.map((one) => one.id))
          } else if (next.kind === 'policy') {
            const { id: policy, codes = [] } = policies[next.which % policies.length]!
            await insertPolicies(context, [{ id: policy, codes, most: next.most, per: next.per }])
          } else if (id !== undefined) {
            await mark(context, [id], `${next.kind}:${at}`)
            if (next.kind === 'undo') {
              await deleteClaim(context, id)
              known.splice(known.indexOf(id), 1)
            } else if (next.kind === 'appeal') {
              await db.run(sql`
                insert into claim_appeals (organization_id, claim_id, level, appeal_date) values (${organization.id}, ${id}, 9, ${next.on})
                on conflict (organization_id, claim_id, level) do update set outcome = 'overturned', decided_on = ${next.on}`)
            } else {
              // Another decision turns the first line's denial, or makes one.
              await db.transaction(async (tx) => {
                await tx.run(
                  sql`update adjudication_lines set denied = not denied where claim_line_number = 1 and adjudication_id in (select id from adjudications where claim_id = ${id})`,
                )
                await deriveClaims(tx, organization.id, [id])
              })
            }
            if (next.kind !== 'undo') await mark(context, [id], `${next.kind}:${at}`)
          }
          await recomputeMarked(context)
          expect({ hits: await storedHits(context), days: await storedPolicyDays(context) }).toEqual(await recountPolicies(context))
        }
        const incremental = await db.rows(sql`select * from policy_hits order by policy_id, claim_id, line_number`)
        await db.run(sql`update policies set computation_status = 'pending'`)
        await recomputeAll(context)
        expect(await db.rows(sql`select * from policy_hits order by policy_id, claim_id, line_number`)).toEqual(incremental)
        expect(await storedPolicyDays(context)).toEqual((await recountPolicies(context)).days)
        expect(await db.rows(sql`select day from service_days_to_recompute`)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})
