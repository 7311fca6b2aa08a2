import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import type { IsoDate } from '../../src/dates.ts'
import { markDaysOf } from '../../src/measures/marks.ts'
import { deleteClaim } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPolicies, insertVisits, storedHits, type PolicySpec, type Visit } from './policies.ts'

const ada = { member: 'M1', born: '1980-05-05' }
const at = (id: string, served: IsoDate, more: Partial<Visit> = {}): Visit => ({ id, served, decided: '2026-03-20', procedure: '97110', ...ada, ...more })
const limit = (most: number, per: PolicySpec['per'], more: Partial<PolicySpec> = {}): PolicySpec => ({ id: 'P', codes: ['97110'], most, per, ...more })

const marked = async (context: Context, ids: readonly string[], cause: string) =>
  context.db.transaction((tx) => markDaysOf(tx, context.organization.id, ids, cause))

// 2026-03-02 is a Monday.
const cases: [what: string, policy: PolicySpec, visits: Visit[], hits: string[]][] = [
  [
    'a day, in units',
    limit(4, 'day'),
    [at('A', '2026-03-02', { units: [3] }), at('B', '2026-03-02'), at('C', '2026-03-02'), at('D', '2026-03-03', { units: [4] })],
    ['C/1'],
  ],
  [
    'a day, over the lines of a claim',
    limit(1, 'day'),
    [
      at('A', '2026-03-02', {
        lines: [
          { billed: 1, procedure: '97110' },
          { billed: 1, procedure: '97110' },
        ],
      }),
    ],
    ['A/2'],
  ],
  ['a week from Monday', limit(2, 'week'), ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-08', '2026-03-09'].map((day, n) => at(`A${n}`, day)), ['A3/1']],
  ['a month', limit(1, 'month'), ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((day, n) => at(`A${n}`, day)), ['A2/1']],
  ['a year', limit(2, 'year'), ['2025-12-31', '2026-01-01', '2026-02-01', '2026-03-01'].map((day, n) => at(`A${n}`, day)), ['A3/1']],
  ['90 days that end with the line', limit(1, 90), ['2025-12-01', '2026-02-28', '2026-03-01'].map((day, n) => at(`A${n}`, day)), ['A1/1', 'A2/1']],
  ['90 days, just past', limit(1, 90), ['2025-12-01', '2026-03-01'].map((day, n) => at(`A${n}`, day)), []],
  [
    'each patient: number and birth date',
    limit(1, 'day'),
    [at('A', '2026-03-02'), at('B', '2026-03-02', { born: '2011-01-01' }), at('C', '2026-03-02', { member: 'M2' })],
    [],
  ],
  [
    'a patient by name, in any case',
    limit(1, 'day'),
    [at('A', '2026-03-02', { member: null, name: 'Ada Example' }), at('B', '2026-03-02', { member: ' ', name: 'ADA EXAMPLE ' })],
    ['B/1'],
  ],
  [
    'lines by their own day',
    limit(1, 'day'),
    [
      at('A', '2026-03-02', {
        lines: [
          { billed: 1, procedure: '97110' },
          { billed: 1, procedure: '97110' },
        ],
        lineDays: ['2026-03-02', '2026-03-05'],
      }),
      at('B', '2026-03-05'),
    ],
    ['B/1'],
  ],
  [
    'only lines that meet the rest',
    limit(1, 'day', { conditions: { place_of_service: ['11'] } }),
    [at('A', '2026-03-02', { placeOfService: '22' }), at('B', '2026-03-02', { placeOfService: '11' })],
    [],
  ],
  [
    'only lines with the required modifier',
    limit(1, 'day', { conditions: { modifier_required: ['GP'] } }),
    [at('A', '2026-03-02'), at('B', '2026-03-02', { modifiers: ['GP'] }), at('C', '2026-03-02', { modifiers: ['GP'] }), at('D', '2026-03-02')],
    ['C/1'],
  ],
  ['claims that wait for a decision', limit(1, 'day'), [at('A', '2026-03-02', { decided: undefined }), at('B', '2026-03-02')], ['B/1']],
  ['no duplicates', limit(1, 'day'), [at('A', '2026-03-02', { duplicate: true }), at('B', '2026-03-02')], []],
]

describe('a limit', () => {
  const use = useDatabase()

  it.each(cases)('counts %s', async (_what, policy, visits, hits) => {
    const context = await newContext(use.database)
    await insertPolicies(context, [policy])
    await insertVisits(context, visits.toReversed())
    await recomputeAll(context)
    expect(await storedHits(context)).toEqual(hits.length > 0 ? { P: hits } : {})
  })

  it.each([
    ['day', ['2026-03-02', '2026-03-02']],
    ['week', ['2026-03-02', '2026-03-08']],
    ['month', ['2026-03-02', '2026-03-31']],
    ['year', ['2026-01-05', '2026-03-31']],
    [90, ['2026-01-05', '2026-03-31']],
  ] as const)('per %s is judged again when a claim of another day comes, changes or goes', async (per, [earlier, later]) => {
    const context = await newContext(use.database)
    await insertPolicies(context, [limit(1, per)])
    await insertVisits(context, [at('Z', later, { carc: '119', appeals: [{ filed: '2026-03-25' }] })])
    await recomputeAll(context)
    expect(await storedHits(context)).toEqual({})

    await insertVisits(context, [at('A', earlier)])
    await marked(context, ['A'], 'import:2')
    await recomputeMarked(context)
    expect(await storedHits(context)).toEqual({ P: ['Z/1'] })
    const days = () =>
      context.db.rows(sql`
      select metric_date as day, hit_count as hits, denied_count as denied, appeal_count as appeals, created_by as by from policy_daily_metrics order by 1`)
    const expected = [
      { day: later as string, hits: 1, denied: 1, appeals: 0, by: 'import:2' },
      { day: '2026-03-25', hits: 0, denied: 0, appeals: 1, by: 'import:2' },
    ]
    expect(await days()).toEqual(expected.toSorted((a, b) => (a.day < b.day ? -1 : 1)))
    expect(await context.db.rows(sql`select day from service_days_to_recompute`)).toEqual([])

    await context.db.run(sql`update claim_line_items set procedure_code = '97112' where claim_id = 'A'`)
    await marked(context, ['A'], 'import:3')
    await recomputeMarked(context)
    expect(await storedHits(context)).toEqual({})
    expect(await days()).toEqual([])

    await context.db.run(sql`update claim_line_items set procedure_code = '97110' where claim_id = 'A'`)
    await marked(context, ['A'], 'import:4')
    await recomputeMarked(context)
    expect(await storedHits(context)).toEqual({ P: ['Z/1'] })
    await marked(context, ['A'], 'undo:4')
    await deleteClaim(context, 'A')
    await recomputeMarked(context)
    expect(await storedHits(context)).toEqual({})
    expect(await days()).toEqual([])
  })

  it('names the change behind it also where the run that noticed it was cut off', async () => {
    const context = await newContext(use.database)
    await insertPolicies(context, [limit(1, 'month')])
    await insertVisits(context, [at('A', '2026-03-02'), at('Z', '2026-03-09')])
    await recomputeAll(context)
    expect(await storedHits(context)).toEqual({ P: ['Z/1'] })
    await marked(context, ['A'], 'undo:4')
    await deleteClaim(context, 'A')
    // The run ends when the claims are done, before any row of a day is.
    const failing: Context['db'] = {
      ...context.db,
      transaction: async (work) => {
        const noticed = await context.db.row(sql`select day from service_days_to_recompute where cause like 'policy-limit:%'`)
        return noticed ? Promise.reject(new Error('lost')) : context.db.transaction(work)
      },
    }
    await expect(recomputeMarked({ ...context, db: failing })).rejects.toThrow('lost')
    await recomputeMarked(context)
    expect(await storedHits(context)).toEqual({})
    const causes = await context.db.rows<{ cause: string }>(sql`select distinct cause from metric_restatements where metric like 'policy.%'`)
    expect(causes).toEqual([{ cause: 'undo:4' }])
  })

  it('follows a policy whose limit comes, changes and goes', async () => {
    const context = await newContext(use.database)
    await insertVisits(
      context,
      ['2026-03-02', '2026-03-03', '2026-03-04'].map((day, n) => at(`A${n}`, day)),
    )
    const hitsWith = async (policy: PolicySpec) => {
      await insertPolicies(context, [policy])
      await recomputeMarked(context)
      return storedHits(context)
    }
    await recomputeAll(context)
    expect(await hitsWith({ id: 'P', codes: ['97110'] })).toEqual({ P: ['A0/1', 'A1/1', 'A2/1'] })
    expect(await hitsWith(limit(1, 'week'))).toEqual({ P: ['A1/1', 'A2/1'] })
    expect(await hitsWith(limit(2, 'week'))).toEqual({ P: ['A2/1'] })
    expect(await hitsWith(limit(2, 'day'))).toEqual({})
    expect(await hitsWith({ id: 'P', codes: ['97110'] })).toEqual({ P: ['A0/1', 'A1/1', 'A2/1'] })
  })
})
