import { sql } from 'drizzle-orm'
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
    decision as materialized (
      select a.*, coalesce(a.payer_rank, 'primary') <> 'primary' as later_payer
      from adjudications a join target using (claim_id) where a.organization_id = ${organizationId}
    ),
    first as (
      select distinct on (claim_id) * from decision where kind = 'original' order by claim_id, later_payer, decided_on nulls last, id
    ),
    last as (
      select distinct on (claim_id) * from decision where kind in ('original', 'reversal') order by claim_id, later_payer, decided_on desc nulls last, id desc
    ),
    cash as (
      select claim_id, sum(paid_amount) filter (where kind in ('original', 'reversal')) as paid, max(payer_control_number) as payer_control_number
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

async function deriveLines(tx: TenantTransaction, organizationId: number, targets: ReturnType<typeof sql>): Promise<void> {
  await tx.run(sql`
    with target as ${targets},
    decided as materialized (
      select al.*, a.claim_id, a.kind, a.decided_on, coalesce(a.payer_rank, 'primary') <> 'primary' as later_payer
      from adjudications a join target using (claim_id)
      join adjudication_lines al on al.organization_id = a.organization_id and al.adjudication_id = a.id
      where a.organization_id = ${organizationId} and al.claim_line_number is not null
    ),
    first as (
      select distinct on (claim_id, claim_line_number) * from decided where kind = 'original' order by claim_id, claim_line_number, later_payer, decided_on nulls last, adjudication_id
    ),
    last as (
      select distinct on (claim_id, claim_line_number) * from decided where kind in ('original', 'reversal')
      order by claim_id, claim_line_number, later_payer, decided_on desc nulls last, adjudication_id desc
    ),
    cash as (
      select claim_id, claim_line_number, sum(paid_amount) filter (where kind in ('original', 'reversal')) as paid from decided group by claim_id, claim_line_number
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

/** A later decision that pays what the first one denied closes the open appeal, and says that it was the remittance that did. */
async function closeAppeals(tx: TenantTransaction, organizationId: number, targets: ReturnType<typeof sql>): Promise<void> {
  await tx.run(sql`
    with target as ${targets},
    decision as (
      select a.*, row_number() over (partition by claim_id order by decided_on nulls last, id) as nth
      from adjudications a join target using (claim_id) where a.organization_id = ${organizationId} and a.kind = 'original'
    ),
    won as (
      select distinct on (later.claim_id) later.claim_id, later.decided_on, later.paid_amount, later.outcome
      from decision first join decision later on later.claim_id = first.claim_id and later.nth > first.nth
      where first.nth = 1 and first.outcome <> 'paid' and later.outcome <> 'denied' and later.paid_amount > first.paid_amount
      order by later.claim_id, later.nth
    )
    update claim_appeals p set outcome = case when won.outcome = 'paid' then 'overturned' else 'partially_overturned' end,
      decided_on = won.decided_on, recovered_amount = won.paid_amount, closed_by = 'remittance'
    from won
    where p.organization_id = ${organizationId} and p.claim_id = won.claim_id and p.outcome = 'pending' and (p.appeal_date is null or p.appeal_date <= won.decided_on)`)
}
