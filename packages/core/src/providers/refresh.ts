import { sql, type SQL } from 'drizzle-orm'
import { slicesOf } from '../computation/slices.ts'
import { todayOf, type Context } from '../context.ts'
import type { DateWindow } from '../dates.ts'
import { readImproved, type ImprovedPattern } from './improved.sql.ts'
import { expectations, judge, performanceWindow, type Judgement } from './rules.ts'
import { readStrata } from './strata.sql.ts'

/** Rises when a definition of what is computed of a provider changes. */
const COMPUTATION_VERSION = 1

/**
 * Computes provider_performance as of today: sums of the last twelve months of each provider's days, what its case mix would lead one to expect,
 * and the patterns it has improved on. Rows of providers without a day in the window go. Short transactions; a failure leaves what was there, with
 * the status `error`. Returns the number of providers computed, and of those that claims name and no row of `providers` describes.
 */
export async function refreshProviders(context: Context): Promise<{ providers: number; unknown: number }> {
  const { db, log } = context
  const mine = sql`organization_id = ${db.organizationId}`
  await db.run(sql`update provider_performance set computation_status = 'computing' where ${mine}`)
  try {
    const window = performanceWindow(todayOf(context))
    const slices = slicesOf(db)
    const judgements = new Map(judge(expectations(await readStrata(db, slices, window))).map((judgement) => [judgement.provider, judgement]))
    const improved = await readImproved(db, slices)
    const active = await db.rows<{ id: string }>(sql`
      select distinct provider_id as id from provider_daily_metrics where ${mine} and metric_date >= ${window.start} and metric_date < ${window.end} order by 1`)
    let providers = 0
    await slices.each(active, async (tx, slice) => {
      const rows = slice.map(({ id }) => rowOf(id, judgements.get(id), improved.get(id) ?? []))
      providers += await tx.run(write(context, window, rows))
    })
    await db.run(sql`delete from provider_performance where ${mine} and provider_id <> all(${sql.param(active.map(({ id }) => id))}::text[])`)
    const done = { providers, unknown: active.length - providers }
    log.info({ organizationId: db.organizationId, ...done, slices: slices.count, longestSliceMs: slices.longestMs }, 'computed the performance of providers')
    return done
  } catch (error) {
    await db.run(sql`update provider_performance set computation_status = 'error' where ${mine} and computation_status = 'computing'`)
    throw error
  }
}

/** The columns that do not come from the days, by their names in the table. A provider without adjudicated claims has nothing to be compared. */
function rowOf(provider_id: string, judgement: Judgement | undefined, improved: readonly ImprovedPattern[]) {
  return {
    provider_id,
    expected_denied_count: judgement?.expected ?? null,
    ratio: judgement?.ratio ?? null,
    ratio_low: judgement?.interval?.low ?? null,
    ratio_high: judgement?.interval?.high ?? null,
    funnel_low: judgement?.funnel?.low ?? null,
    funnel_high: judgement?.funnel?.high ?? null,
    over_dispersion: judgement?.overDispersion ?? null,
    verdict: judgement?.verdict ?? 'not_enough_claims',
    improved_patterns: improved.length,
    improved,
    payers: judgement?.payers ?? [],
  }
}

type Row = ReturnType<typeof rowOf>

/** Columns that are sums over the days of the window, in the order in which `write` selects them. */
const SUMS = {
  claim_count: 'claim_count',
  pending_count: 'pending_count',
  denied_count: 'denied_count',
  total_billed: 'billed_amount',
  total_denied: 'dollars_denied',
  appeal_count: 'appeal_count',
  appeals_decided_count: 'appeals_decided_count',
  overturn_count: 'overturn_count',
}

function write({ db, now }: Pick<Context, 'db' | 'now'>, { start, end }: DateWindow, rows: readonly Row[]): SQL {
  const names = (columns: readonly string[], prefix = '') => sql.raw(columns.map((column) => prefix + column).join(', '))
  const sums = Object.keys(SUMS)
  const others = Object.keys(rows[0] ?? {}).filter((column) => column !== 'provider_id')
  const all = [
    ...sums,
    ...others,
    'computation_period_start',
    'computation_period_end',
    'computation_status',
    'computation_version',
    'last_computed_at',
    'updated_at',
  ]
  return sql`
    with r as (select * from json_populate_recordset(null::provider_performance, ${JSON.stringify(rows)}::json)),
    sums as (
      select d.provider_id, ${names(Object.entries(SUMS).map(([column, measure]) => `sum(d.${measure}) as ${column}`))}
      from provider_daily_metrics d
      where d.organization_id = ${db.organizationId} and d.provider_id in (select provider_id from r) and d.metric_date >= ${start} and d.metric_date < ${end}
      group by d.provider_id)
    insert into provider_performance (organization_id, provider_id, ${names(all)})
    select ${db.organizationId}::int, r.provider_id, ${names(sums, 'sums.')}, ${names(others, 'r.')}, ${start}::date, ${end}::date, 'complete', ${COMPUTATION_VERSION}::int, ${now}::timestamptz, ${now}::timestamptz
    from r join sums on sums.provider_id = r.provider_id
    where exists (select from providers p where p.organization_id = ${db.organizationId} and p.id = r.provider_id)
    on conflict (organization_id, provider_id) do update set ${names(all.map((column) => `${column} = excluded.${column}`))}`
}
