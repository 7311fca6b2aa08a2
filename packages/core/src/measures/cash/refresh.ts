import { sql } from 'drizzle-orm'
import { inDays, ofPayers, type Payers } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { namedLines, paidOnDenied, recoveringPayments } from './recovered.sql.ts'

/**
 * Writes exactly these days of payment (of these payers) of recovered_payments again, from the claims. A payment whose lines name lines of the claim
 * counts those that were denied at first and are no duplicates; one that names none counts whole (docs/metrics.md, "Cash recovered"). To be called in the
 * transaction that writes the same days of organization_daily_metrics, before them. A payment whose claim has left a payer that is not among these
 * since the days were chosen comes along; the mark that the claim left has the former payer's day computed too.
 */
export async function refreshRecoveredPayments(
  tx: Pick<TenantTransaction, 'run'>,
  organizationId: number,
  days: readonly IsoDate[],
  payers: Payers = 'all',
): Promise<void> {
  if (days.length === 0 || payers.length === 0) return
  await tx.run(sql`
    delete from recovered_payments r where r.organization_id = ${organizationId} and ${inDays('r.paid_on', days)} and ${ofPayers('r.payer_id', payers)}`)
  await tx.run(sql`
    insert into recovered_payments (organization_id, paid_on, adjudication_id, line_number, claim_id, payer_id, rendered_by, amount)
    select ${organizationId}, p.paid_on, p.id, coalesce(line.number, 0), p.claim_id, p.payer_id, p.rendered_by, coalesce(line.amount, p.recovered)
    from (${recoveringPayments(organizationId, days, payers)}) p
    left join lateral (
      select cl.line_number as number, ${paidOnDenied} as amount
      from ${namedLines(organizationId, { decision: sql`p.id`, claim: sql`p.claim_id` })} group by 1) line on true
    where coalesce(line.amount, p.recovered) <> 0
    on conflict (organization_id, paid_on, adjudication_id, line_number) do update
    set claim_id = excluded.claim_id, payer_id = excluded.payer_id, rendered_by = excluded.rendered_by, amount = excluded.amount`)
}
