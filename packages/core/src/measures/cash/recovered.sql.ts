import { sql, type SQL } from 'drizzle-orm'
import { inDays, ofPayers, type Payers } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import { providerOfClaim } from '../provider-daily/days.sql.ts'

/** The decisions of these days that recovered something, each with its claim: the columns of recovered_payments, but for those of its lines. */
export const recoveringPayments = (organizationId: number, days: readonly IsoDate[], payers: Payers): SQL => sql`
  select * from (
    select a.id, a.claim_id, a.decided_on as paid_on, coalesce(c.payer_id, '') as payer_id, ${providerOfClaim} as rendered_by, ${recovered} as recovered
    from (${decisions(organizationId, inDays('a.decided_on', days))}) a
    cross join lateral (
      select c.id, c.payer_id, c.rendering_provider_id, c.provider_id, c.first_denied_on, c.initial_outcome from claims c
      where c.organization_id = ${organizationId} and c.id = a.claim_id and c.use = 'claim' and c.first_denied_on is not null and ${ofPayers('c.payer_id', payers)} offset 0) c
    where a.decided_on >= c.first_denied_on offset 0) payment
  where recovered <> 0`

/** The decisions of which the first of the same claim and day that denies is named; cash is what `is_cash` says. */
export const decisions = (organizationId: number, which: SQL): SQL => sql`
  select a.*, min(a.id) filter (where a.kind = 'original' and a.outcome in ('denied', 'partially_denied')) over (partition by a.claim_id, a.decided_on) as denying_id
  from adjudications a where a.organization_id = ${organizationId} and a.kind in ('original', 'reversal') and ${which}`

/** The lines `al` of a decision that name lines `cl` of the claim. */
export const namedLines = (organizationId: SQL | number, { decision, claim }: { decision: SQL; claim: SQL }): SQL => sql`
  adjudication_lines al
  join claim_line_items cl on cl.organization_id = al.organization_id and cl.claim_id = ${claim} and cl.line_number = al.claim_line_number
  where al.organization_id = ${organizationId} and al.adjudication_id = ${decision}`

/** What of them is paid on lines that were denied at first, and are no duplicates. */
export const paidOnDenied: SQL = sql`coalesce(sum(al.paid_amount) filter (where cl.initially_denied and not cl.is_duplicate), 0)`

/**
 * What decision `a` of claim `c` pays (a reversal: takes back) after the claim's first denial: on a later day, or on the same day in a later
 * adjudication than the one that denied. Of its lines the initially denied ones count; a decision that names no line of the claim counts
 * whole if the claim was denied as a whole.
 */
export const recovered: SQL = sql`
  case when a.is_cash and (a.decided_on > c.first_denied_on or (a.decided_on = c.first_denied_on and a.id > a.denying_id)) then (
    select case when count(cl.line_number) > 0 then ${paidOnDenied}
                when c.initial_outcome = 'denied' then a.paid_amount else 0 end
    from ${namedLines(sql`a.organization_id`, { decision: sql`a.id`, claim: sql`c.id` })}
  ) else 0 end`
