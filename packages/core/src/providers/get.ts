import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { addDays } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { readMaturity } from '../measures/maturity/sql.ts'
import { defineOperation } from '../operation.ts'
import { dollarsOf, percentOf } from '../patterns/row.ts'
import type { ImprovedPattern } from './improved.sql.ts'
import { providerPatternOf, readPatterns, readProcedures } from './denials.sql.ts'
import { providerColumns, providerOf, roundCount, type ProviderRow } from './row.ts'
import { performanceWindow, type PayerExpectation, type Tally } from './rules.ts'
import { getProviderInput, getProviderOutput } from './schemas.ts'

interface WeekRow {
  week: string
  claims: number
  pending: number
  denied: number
  dollars: string
}

export const getProvider = defineOperation({
  name: 'providers.get',
  kind: 'read',
  summary: 'Shows one provider: denials against what its case mix lets one expect, its weeks, the patterns it is denied in, and those it has improved on.',
  input: getProviderInput,
  output: getProviderOutput,
  async run(context, { id }) {
    const { db, organization, now } = context
    const today = todayOf(context)
    const { start, end } = performanceWindow(today)
    return db.transaction(async (tx) => {
      const row = await tx.row<ProviderRow>(sql`
        select ${providerColumns}
        from providers p left join provider_performance f on f.organization_id = p.organization_id and f.provider_id = p.id
        where p.organization_id = ${organization.id} and p.id = ${id}`)
      if (!row)
        throw new OverturnError(
          'not_found',
          `There is no provider "${id}" in ${organization.name}. The list of providers (overturn providers) names those there are.`,
        )
      const weeks = await tx.rows<WeekRow>(sql`
        with own as (
          select date_trunc('week', metric_date::timestamp)::date as week, sum(claim_count) as claims, sum(pending_count) as pending,
                 sum(denied_count) as denied, sum(dollars_denied) as dollars
          from provider_daily_metrics
          where organization_id = ${organization.id} and provider_id = ${id} and metric_date >= ${start} and metric_date < ${end} group by 1)
        select w.week::date as week, coalesce(own.claims, 0)::int as claims, coalesce(own.pending, 0)::int as pending,
               coalesce(own.denied, 0)::int as denied, coalesce(own.dollars, 0)::text as dollars
        from generate_series(date_trunc('week', ${start}::date::timestamp), ${end}::date::timestamp - interval '1 day', interval '7 days') as w(week)
        left join own on own.week = w.week::date order by w.week`)
      const payers = await tx.rows<PayerExpectation & { name: string | null }>(sql`
        select m.payer, p.name, m.claims, m.denied, m.expected
        from provider_performance f
        cross join lateral rows from (jsonb_to_recordset(f.payers) as (payer text, claims int, denied int, expected float8)) with ordinality as m(payer, claims, denied, expected, position)
        left join payers p on p.organization_id = f.organization_id and p.id = m.payer
        where f.organization_id = ${organization.id} and f.provider_id = ${id} order by m.position`)
      const improved = await tx.rows<ImprovedPattern & { title: string | null }>(sql`
        select i."patternId", i.baseline, i.current, p.title
        from provider_performance f cross join lateral jsonb_to_recordset(f.improved) as i("patternId" text, baseline jsonb, current jsonb)
        left join patterns p on p.organization_id = f.organization_id and p.id = i."patternId"
        where f.organization_id = ${organization.id} and f.provider_id = ${id} order by 1`)
      const patterns = await readPatterns(tx, organization.id, id, { start, end })
      const procedures = await readProcedures(tx, organization.id, id, { start, end })
      const { matureBefore } = await readMaturity(tx, { organizationId: organization.id, basis: 'service', asOf: today })
      return {
        provider: providerOf(row),
        weekly: weeks.map(({ week, claims, pending, denied, dollars }) => ({
          week,
          claims,
          pending,
          denied,
          denialRate: percentOf(denied, claims),
          dollarsDenied: dollarsOf(dollars),
          mature: matureBefore !== null && addDays(week, 7) <= matureBefore,
        })),
        payers: payers.map(({ expected, ...payer }) => ({
          ...payer,
          denialRate: percentOf(payer.denied, payer.claims),
          expected: expected === null ? null : roundCount(expected),
        })),
        patterns: patterns.map(providerPatternOf),
        procedures,
        improved: improved.map(({ patternId, title, baseline, current }) => ({ patternId, title, baseline: periodOf(baseline), current: periodOf(current) })),
        asOf: now.toISOString(),
      }
    })
  },
})

const periodOf = ({ claims, denied }: Tally) => ({ claimCount: claims, deniedCount: denied, denialRate: percentOf(denied, claims) })
