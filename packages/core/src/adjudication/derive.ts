import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'

/**
 * Writes what claims and their lines derive from their adjudications: initial and final decision, denial, cash, status. Facts stay as
 * received; this can be run again at any time and gives the same. The primary payer's first decision is the initial one (a claim that only
 * another payer has decided takes that payer's); its latest is the final one, unless a reversal came after it. One statement each.
 */
export async function deriveClaims(tx: TenantTransaction, organizationId: number, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return
  const targets = sql`(select unnest(${sql.param(claimIds)}::text[]) as claim_id)`
  await deriveLines(tx, organizationId, targets)
  await closeAppeals(tx, organizationId, targets)
  await tx.run(sql`
    with target as ${targets},
    ${decisionsInForce(organizationId)},
    first as (
      select distinct on (claim_id) * from decision where kind = 'original' order by claim_id, later_payer, decided_on nulls last, id
    ),
    last as (
      select distinct on (claim_id) * from decision where kind in ('original', 'reversal') order by claim_id, later_payer, decided_on desc nulls last, id desc
    ),
    cash as (
      select claim_id, sum(paid_amount) filter (where kind in ('original', 'reversal') and is_payment) as paid, max(payer_control_number) as payer_control_number
      from decision group by claim_id
    ),
    line as (
      select cl.claim_id, count(*) as lines, count(*) filter (where cl.initially_denied and not cl.is_duplicate) as denied, count(*) filter (where cl.is_duplicate) as duplicates
      from claim_line_items cl join target using (claim_id) where cl.organization_id = ${organizationId} group by cl.claim_id
    ),
    appeal as (
      select distinct on (claim_id) claim_id, outcome from claim_appeals join target using (claim_id)
      where organization_id = ${organizationId} order by claim_id, level desc
    )
    update claims c set
      initial_outcome = first.outcome, final_outcome = case when last.kind = 'original' then last.outcome end,
      first_decided_on = first.decided_on, first_denied_on = case when first.outcome <> 'paid' then first.decided_on end,
      processing_date = last.decided_on, is_duplicate = coalesce(first.is_duplicate, false),
      denial_reason = first.denial_reason, denial_group = first.denial_group, denial_carc = first.denial_carc, denial_rarc = first.denial_rarc,
      denied_amount = coalesce(first.denied_amount, 0), open_denied_amount = case when last.kind = 'original' then last.denied_amount else 0 end,
      paid_amount = coalesce(cash.paid, 0), patient_responsibility = last.patient_responsibility, allowed_amount = last.allowed_amount,
      payer_control_number = coalesce(c.payer_control_number, cash.payer_control_number),
      line_count = coalesce(line.lines, 0), denied_line_count = coalesce(line.denied, 0), duplicate_line_count = coalesce(line.duplicates, 0), appeal_status = appeal.outcome,
      status = case
        when last.kind is distinct from 'original' then 'pending'
        when last.outcome <> 'paid' and appeal.outcome = 'pending' then 'appealed'
        when last.outcome <> first.outcome and first.outcome <> 'paid' and last.outcome <> 'denied' and cash.paid > 0 then 'overturned'
        else last.outcome end
    from target left join first using (claim_id) left join last using (claim_id) left join cash using (claim_id) left join line using (claim_id) left join appeal using (claim_id)
    where c.organization_id = ${organizationId} and c.id = target.claim_id`)
}

/** Whether adjudication `a` came from a source that says how a claim stands, not from a remittance (an 835 has a status code, CLP02). */
export const isStatement = sql.raw('a.remittance_id is null and a.status_code is null')

/**
 * `decision`: the adjudications of the `target` claims that are in force. An export of claims says no payments, but how a claim stands: a
 * decision without remittance. A later such statement (of the same payer) of the same day, or where one of the two names no day, replaces
 * the earlier; of another day it is a decision of its own, but its amount is all that was paid: only the latest day's `is_payment`.
 */
const decisionsInForce = (organizationId: number): SQL => sql`
    told as (
      select a.*, coalesce(a.payer_rank, 'primary') as rank, a.kind = 'original' and ${isStatement} as is_statement
      from adjudications a join target using (claim_id) where a.organization_id = ${organizationId}
    ),
    compared as (
      select *, max(id) over same_day > id or (decided_on is null and max(id) over series > id)
                or coalesce(max(id) filter (where decided_on is null) over series > id, false) as is_replaced
      from told window series as (partition by claim_id, rank, is_statement), same_day as (partition by claim_id, rank, is_statement, decided_on)
    ),
    decision as materialized (
      select *, rank <> 'primary' as later_payer,
             not is_statement or row_number() over (partition by claim_id, rank, is_statement order by decided_on desc nulls last, id desc) = 1 as is_payment
      from compared where not (is_statement and is_replaced)
    )`

async function deriveLines(tx: TenantTransaction, organizationId: number, targets: SQL): Promise<void> {
  await tx.run(sql`
    with target as ${targets},
    ${decisionsInForce(organizationId)},
    decided as materialized (
      select al.*, decision.claim_id, decision.kind, decision.decided_on, decision.later_payer, decision.is_payment
      from decision join adjudication_lines al on al.organization_id = ${organizationId} and al.adjudication_id = decision.id
      where al.claim_line_number is not null
    ),
    first as (
      select distinct on (claim_id, claim_line_number) * from decided where kind = 'original' order by claim_id, claim_line_number, later_payer, decided_on nulls last, adjudication_id
    ),
    last as (
      select distinct on (claim_id, claim_line_number) * from decided where kind in ('original', 'reversal')
      order by claim_id, claim_line_number, later_payer, decided_on desc nulls last, adjudication_id desc
    ),
    cash as (
      select claim_id, claim_line_number, sum(paid_amount) filter (where kind in ('original', 'reversal') and is_payment) as paid
      from decided group by claim_id, claim_line_number
    )
    update claim_line_items cl set
      first_decided_on = first.decided_on, initially_denied = coalesce(first.denied, false), is_duplicate = coalesce(first.is_duplicate, false),
      finally_denied = coalesce(last.kind = 'original' and last.denied, false), denial_date = case when first.denied then first.decided_on end,
      denial_reason = first.denial_reason, denial_group = first.denial_group, denial_carc = first.denial_carc, denial_rarc = first.denial_rarc,
      paid_amount = coalesce(cash.paid, 0), allowed_amount = last.allowed_amount,
      status = case when last.kind is distinct from 'original' then 'pending' when last.denied then 'denied'
                    when first.denied and cash.paid > 0 then 'overturned' else 'paid' end
    from last left join first using (claim_id, claim_line_number) join cash using (claim_id, claim_line_number)
    where cl.organization_id = ${organizationId} and cl.claim_id = last.claim_id and cl.line_number = last.claim_line_number`)
}

/**
 * An open appeal is won by the earliest decision from its day on, of the payer who denied, that leaves more money received than before, and says
 * that a remittance closed it. Before is the payer's last decision before the appeal, or a denial on its day; an appeal without a date is taken to
 * follow the day of the level before it, or else the first denial. Remittances add up, reversals taken off; a statement is all that was paid so
 * far. A decision that was taken back, with none after it, wins nothing.
 */
async function closeAppeals(tx: TenantTransaction, organizationId: number, targets: SQL): Promise<void> {
  await tx.run(sql`
    with open as (
      select p.claim_id, p.level, coalesce(p.appeal_date, (
        select max(lower.decided_on) + 1 from claim_appeals lower
        where lower.organization_id = ${organizationId} and lower.claim_id = p.claim_id and lower.level < p.level)) as since
      from claim_appeals p join ${targets} as wanted using (claim_id) where p.organization_id = ${organizationId} and p.outcome = 'pending'
    ),
    target as (select distinct claim_id from open),
    ${decisionsInForce(organizationId)},
    history as (
      select claim_id, open.level, open.since, rank, kind, outcome, decided_on, row_number() over in_order as nth,
        bool_or(kind = 'original' and outcome <> 'paid') over (partition by claim_id, open.level, rank) as denies,
        coalesce(decided_on < open.since or (decided_on = open.since and kind = 'original' and outcome <> 'paid'), false) as earlier,
        case when is_statement then paid_amount else sum(paid_amount) filter (where not is_statement) over in_order end as received,
        coalesce(bool_or(kind = 'original') over (in_order rows between 1 following and unbounded following), true) as stands
      from open join decision using (claim_id) where kind in ('original', 'reversal')
      window in_order as (partition by claim_id, open.level, rank order by decided_on nulls last, id)
    ),
    before as (
      select distinct on (claim_id, level) claim_id, level, rank, nth, received from history
      where denies and (earlier or (kind = 'original' and outcome <> 'paid'))
      order by claim_id, level, rank <> 'primary', earlier desc, case when earlier then -nth else nth end
    ),
    won as (
      select distinct on (claim_id, level) claim_id, level, h.outcome, h.decided_on, h.received - before.received as recovered
      from before join history h using (claim_id, level, rank)
      where h.kind = 'original' and h.outcome <> 'denied' and h.stands and h.nth > before.nth and h.received > before.received
        and (h.since is null or h.decided_on >= h.since)
      order by claim_id, level, h.nth
    )
    update claim_appeals p set outcome = case when won.outcome = 'paid' then 'overturned' else 'partially_overturned' end,
      decided_on = won.decided_on, recovered_amount = won.recovered, closed_by = 'remittance'
    from won where p.organization_id = ${organizationId} and p.claim_id = won.claim_id and p.level = won.level`)
}
