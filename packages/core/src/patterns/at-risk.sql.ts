import { sql } from 'drizzle-orm'
import type { Remedy } from '../adjudication/catalogue.ts'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { denialFacts } from './denial-facts.sql.ts'

/** What payers say of themselves when nothing is known of them (schema/payers.ts). */
const APPEAL_WINDOW_DAYS = 180
const TIMELY_FILING_DAYS = 365

/**
 * Per pattern, the denied charges of the window that can still be got back, as decimal text: still denied at the latest decision, the latest
 * appeal not upheld, and in time. In time is: for an appeal, the appeal window after the day that denied; for a corrected claim, the payer's
 * filing limit after the service. MA130 (the claim could not be processed) gives no appeal but a corrected claim; N211 gives no appeal.
 * A day that is unknown is not in time. X12 835 remark codes; docs/metrics.md, "totalAtRisk".
 */
export async function sumAtRisk(
  tx: TenantTransaction,
  {
    organizationId,
    today,
    window,
    remedies,
  }: { organizationId: number; today: IsoDate; window: DateWindow; remedies: readonly { id: string; remedy: Remedy }[] },
): Promise<Map<string, string>> {
  const mine = sql`organization_id = ${organizationId}`
  const rows = await tx.rows<{ id: string; amount: string }>(sql`
    with open as materialized (
      select p.id, p.remedy, f.*,
             f.service_date + coalesce(y.timely_filing_days, ${TIMELY_FILING_DAYS}) >= ${today}::date as correctable,
             f.denied_on + coalesce(y.appeal_window_days, ${APPEAL_WINDOW_DAYS}) >= ${today}::date as appealable
      from json_to_recordset(${JSON.stringify(remedies)}::json) as p(id text, remedy text)
      join pattern_claims pc on pc.${mine} and pc.pattern_id = p.id and pc.denied and pc.service_date >= ${window.start} and pc.service_date < ${window.end}
      join lateral (${denialFacts(organizationId, sql`c.id = pc.claim_id and c.open_denied_amount > 0`)}) f on f.line_number = pc.line_number
      left join payers y on y.${mine} and y.id = f.payer_id
      where f.open_amount > 0 and p.remedy <> 'none'),
    remarked as (
      select o.id, o.claim_id, o.line_number, r.rarc
      from open o
      join adjudications a on a.${mine} and a.claim_id = o.claim_id and a.kind = 'original'
      join adjudication_remarks r on r.${mine} and r.adjudication_id = a.id and r.rarc in ('MA130', 'N211')
      left join adjudication_lines l on l.${mine} and l.adjudication_id = a.id and l.line_number = r.line_number
      where r.line_number = 0 or l.claim_line_number = o.line_number
      union select o.id, o.claim_id, o.line_number, o.rarc from open o where o.rarc in ('MA130', 'N211')),
    denial as (
      select o.*, exists (select from remarked r where r.id = o.id and r.claim_id = o.claim_id and r.line_number = o.line_number and r.rarc = 'MA130') as unprocessable,
             exists (select from remarked r where r.id = o.id and r.claim_id = o.claim_id and r.line_number = o.line_number and r.rarc = 'N211') as unappealable
      from open o)
    select id, sum(open_amount)::text as amount from denial
    where case when unprocessable or remedy = 'corrected_claim' then correctable else appealable and not unappealable end
      and coalesce((select a.outcome from claim_appeals a where a.${mine} and a.claim_id = denial.claim_id order by a.level desc limit 1), 'pending') <> 'upheld'
    group by id`)
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}
