import { sql } from 'drizzle-orm'
import { mark, named } from '../computation/marks.sql.ts'
import type { TenantTransaction } from '../db/tenant.ts'

/**
 * Marks every day whose daily metrics these claims touch, each with what of it they touch: submission and payment (the payers' rows), service (the
 * claims themselves too), and the days of lines of their own, of appeals and of their decisions (no claim's facts, no payer's row). Before claims
 * change and after: a day that a claim leaves needs computing as much as the one it comes to. `cause` is what a restatement will name.
 */
export async function markDaysOf(tx: TenantTransaction, organizationId: number, claimIds: readonly string[], cause: string): Promise<void> {
  if (claimIds.length === 0) return
  const marks = sql`
    with target as (
      select c.id, c.submission_date, c.date_of_service, coalesce(c.payer_id, '') as payer
      from unnest(${sql.param(claimIds)}::text[]) as t(id) join claims c on c.organization_id = ${organizationId} and c.id = t.id),
    touched (date_basis, day, claim, payer) as (
      select 'submission', submission_date, null, payer from target
      union all select 'service', date_of_service, id, payer from target
      union all select 'service', cl.date_of_service, null, null from target t join claim_line_items cl on cl.organization_id = ${organizationId} and cl.claim_id = t.id
      union all select 'service', unnest(array[p.appeal_date, p.decided_on]), null, null from target t
        join claim_appeals p on p.organization_id = ${organizationId} and p.claim_id = t.id
      union all select 'payment', a.decided_on, null, payer from target t join adjudications a on a.organization_id = ${organizationId} and a.claim_id = t.id)
    select date_basis, day, ${distinctOf('claim')} as claims, ${distinctOf('payer')} as payers from touched group by date_basis, day`
  await mark(tx, organizationId, marks, cause)
}

const distinctOf = (column: string) => {
  const name = sql.raw(column)
  return named(sql`count(distinct ${name})`, sql`coalesce(array_agg(distinct ${name}) filter (where ${name} is not null), '{}')`)
}
