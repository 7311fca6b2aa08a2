import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'

/**
 * Marks every day whose daily metrics these claims touch: submission, service (with the days of appeals and their decisions) and payment.
 * `cause` is what a restatement will name. A day marked again while it is being computed keeps its mark: the refresh drops only marks it has seen.
 */
export async function markDaysOf(tx: TenantTransaction, organizationId: number, claimIds: readonly string[], cause: string): Promise<void> {
  if (claimIds.length === 0) return
  await tx.run(sql`
    with target as (select c.* from unnest(${sql.param(claimIds)}::text[]) as t(id) join claims c on c.organization_id = ${organizationId} and c.id = t.id),
    touched as (
      select 'submission' as date_basis, submission_date as day from target
      union select 'service', date_of_service from target
      union select 'service', cl.date_of_service from target t join claim_line_items cl on cl.organization_id = ${organizationId} and cl.claim_id = t.id
      union select 'service', unnest(array[p.appeal_date, p.decided_on]) from target t join claim_appeals p on p.organization_id = ${organizationId} and p.claim_id = t.id
      union select 'payment', a.decided_on from target t join adjudications a on a.organization_id = ${organizationId} and a.claim_id = t.id
    )
    insert into service_days_to_recompute (organization_id, date_basis, day, cause)
    select ${organizationId}, date_basis, day, ${cause} from touched where day is not null
    order by date_basis, day
    on conflict (organization_id, date_basis, day) do update set cause = excluded.cause, marked_at = clock_timestamp()`)
}
