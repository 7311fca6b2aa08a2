import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'

/** What payers say of themselves when nothing is known of them (schema/payers.ts). */
export const APPEAL_WINDOW_DAYS = 180
const TIMELY_FILING_DAYS = 365

/**
 * Rows of `denials` (denialFacts with the `remedy` of their reason) with `recoverable_until`: the last day on which the denial can still be
 * appealed or corrected, null when it cannot. For an appeal: the payer's appeal window after the day that denied; for a corrected claim: its
 * filing limit after the service. MA130 (the claim could not be processed) gives no appeal but a corrected claim; N211 gives no appeal; an
 * appeal that was upheld at its latest level ends it; so does an unknown day. What a later payer remarks says nothing of the primary payer's
 * denial. X12 835 remark codes; docs/metrics.md, "totalAtRisk".
 */
export function withRecoverableUntil(organizationId: number, denials: SQL): SQL {
  const mine = sql`organization_id = ${organizationId}`
  return sql`
    select d.*, case
        when d.open_amount <= 0 or d.remedy = 'none' or appeal.outcome = 'upheld' then null
        when rights.unprocessable or d.rarc = 'MA130' or d.remedy = 'corrected_claim' then d.service_date + coalesce(y.timely_filing_days, ${TIMELY_FILING_DAYS})
        when rights.unappealable or d.rarc = 'N211' then null
        else d.denied_on + coalesce(y.appeal_window_days, ${APPEAL_WINDOW_DAYS}) end as recoverable_until
    from ${denials} d
    left join payers y on y.${mine} and y.id = d.payer_id
    left join lateral (
      select a.outcome from claim_appeals a where a.${mine} and a.claim_id = d.claim_id and d.open_amount > 0 order by a.level desc limit 1) appeal on true
    left join lateral (
      select bool_or(r.rarc = 'MA130') as unprocessable, bool_or(r.rarc = 'N211') as unappealable
      from adjudications a
      join adjudication_remarks r on r.${mine} and r.adjudication_id = a.id and r.rarc in ('MA130', 'N211')
      left join adjudication_lines l on l.${mine} and l.adjudication_id = a.id and l.line_number = r.line_number
      where a.${mine} and a.claim_id = d.claim_id and a.kind = 'original' and coalesce(a.payer_rank, 'primary') = 'primary' and d.open_amount > 0 and d.remedy <> 'none'
        and (r.line_number = 0 or l.claim_line_number = d.line_number)) rights on true`
}

/** Per pattern, the denied charges served in the window that can still be got back today, as decimal text. */
export async function sumAtRisk(
  tx: TenantTransaction,
  { organizationId, patterns, today, window }: { organizationId: number; patterns: readonly string[]; today: IsoDate; window: DateWindow },
): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; amount: string }>(sql`
    select pattern_id as id, sum(open_amount)::text as amount from pattern_claims
    where organization_id = ${organizationId} and pattern_id = any(${sql.param(patterns)}::text[]) and recoverable_until >= ${today}
      and service_date >= ${window.start} and service_date < ${window.end}
    group by 1`)
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}
