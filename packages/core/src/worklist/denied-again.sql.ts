import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'

/** A decision by the primary payer that denied in whole or in part: what those of the worklist are about. */
const denies = (a: SQL) => sql`${a}.kind = 'original' and coalesce(${a}.payer_rank, 'primary') = 'primary' and ${a}.outcome in ('denied', 'partially_denied')`

/**
 * What was said of the work on a claim holds until a decision arrives that denies it again: `{ on, after }` as JSON where one did after it was
 * closed or put off, else null. `on` is the payer's day of the latest one. To be used on rows `w` of work_items as a scalar, which costs nothing
 * where the work is open.
 *
 * A decision arrives with the import that brings it, or when somebody says that it is this claim's. It is no news when the claim had the same one
 * already (day, outcome, payment), nor when its file had been here before and was undone in between. docs/metrics.md, "Worklist".
 */
export function deniedAgain(organizationId: number, today: IsoDate): SQL {
  const mine = (table: string) => sql`${sql.raw(table)}.organization_id = ${organizationId}`
  return sql`case when w.state <> 'open' or w.snoozed_until > ${today} then (
    select json_build_object('on', max(a.decided_on), 'after', case when w.state = 'open' then 'put_off' else w.state end)
    from adjudications a
    where ${mine('a')} and a.claim_id = w.claim_id and ${denies(sql`a`)}
      and (
        exists (
          select from imports i where ${mine('i')} and i.id = a.import_id and i.finished_at > w.updated_at and not exists (
            select from imports b where ${mine('b')} and b.sha256 = i.sha256 and b.status in ('undoing', 'undone') and b.finished_at <= w.updated_at))
        or exists (
          select from match_queue q where ${mine('q')} and q.adjudication_id = a.id and q.resolved_claim_id = a.claim_id and q.resolved_at > w.updated_at))
      and not exists (
        select from adjudications b where ${mine('b')} and b.claim_id = a.claim_id and b.id < a.id and ${denies(sql`b`)}
          and b.decided_on is not distinct from a.decided_on and b.outcome = a.outcome and b.paid_amount = a.paid_amount)
    having count(*) > 0) end`
}

/** State and day of work_items as they stand, beside a column `denied_again` that is the above. */
export const standing = {
  state: sql`case when denied_again is null then coalesce(state, 'open') else 'open' end`,
  snoozedUntil: sql`case when denied_again is null then snoozed_until end`,
}
