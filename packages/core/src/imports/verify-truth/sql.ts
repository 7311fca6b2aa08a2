import { sql } from 'drizzle-orm'
import { openColumns } from '../../claims/open-columns.ts'
import type { TenantDatabase } from '../../db/tenant.ts'

/** Amounts are whole cents. */
export interface ClaimFigures {
  claims: number
  predeterminations: number
  pending: number
  duplicates: number
  decided: number
  denied: number
  partiallyDenied: number
  overturned: number
  finallyDenied: number
  submittedCents: number
  decidedCents: number
  paidCents: number
  recoveredCents: number
}

/** Claims by their first and latest decision. */
export async function claimFigures(db: TenantDatabase): Promise<ClaimFigures> {
  const row = await db.row<Omit<ClaimFigures, keyof RecoveredFigures>>(sql`
    with claim as (
      select ${openColumns}, c.use = 'claim' and c.initial_outcome is not null and not c.is_duplicate as decided from claims c where c.organization_id = ${db.organizationId}
    )
    select count(*) as claims, count(*) filter (where use = 'predetermination') as predeterminations,
           count(*) filter (where use = 'claim' and initial_outcome is null) as pending,
           count(*) filter (where use = 'claim' and is_duplicate) as duplicates,
           count(*) filter (where decided) as decided,
           count(*) filter (where decided and initial_outcome = 'denied') as denied,
           count(*) filter (where decided and initial_outcome = 'partially_denied') as "partiallyDenied",
           count(*) filter (where decided and initial_outcome <> 'paid' and final_outcome = 'denied') as "finallyDenied",
           ${cents('sum(billed_amount)')} as "submittedCents", ${cents('sum(billed_amount) filter (where decided)')} as "decidedCents",
           ${cents('sum(paid_amount)')} as "paidCents"
    from claim`)
  return { ...row!, ...(await recoveredFigures(db)) }
}

type RecoveredFigures = Pick<ClaimFigures, 'overturned' | 'recoveredCents'>

/**
 * What the primary payer paid after its first decision that denied, reversals taken off. A statement (no remittance, no CLP02) says all that
 * was paid so far: only the latest counts. Decisions are looked up claim by claim, of denied claims only: a plan that stays good without
 * table statistics.
 */
async function recoveredFigures(db: TenantDatabase): Promise<RecoveredFigures> {
  const row = await db.row<RecoveredFigures>(sql`
    select count(*) filter (where recovered > 0) as overturned, ${cents('sum(recovered)')} as "recoveredCents"
    from (
      select (
        select sum(paid_amount) filter (where not is_statement or latest = 1) - sum(paid_amount) filter (where earliest = 1)
        from (
          select a.paid_amount, a.remittance_id is null and a.status_code is null as is_statement,
                 row_number() over (order by a.decided_on nulls last, a.kind <> 'original', a.id) as earliest,
                 row_number() over (partition by a.remittance_id is null and a.status_code is null order by a.decided_on desc nulls last, a.id desc) as latest
          from adjudications a
          where a.organization_id = c.organization_id and a.claim_id = c.id and a.kind in ('original', 'reversal') and coalesce(a.payer_rank, 'primary') = 'primary'
        ) decision
      ) as recovered
      from claims c
      where c.organization_id = ${db.organizationId} and c.use = 'claim' and c.initial_outcome in ('denied', 'partially_denied') and not c.is_duplicate
    ) claim`)
  return row!
}

export interface Counted {
  name: string
  count: number
}

/** Decisions by kind; those of later payers apart. */
export const decisionCounts = (db: TenantDatabase): Promise<Counted[]> =>
  db.rows(sql`
    select case when payer_rank in ('secondary', 'tertiary') then 'secondary' else kind end as name, count(*) as count
    from adjudications where organization_id = ${db.organizationId} group by 1`)

/** Of claims that are seen: appeals of an import that is hidden go with its claims. */
export const appealCounts = (db: TenantDatabase): Promise<Counted[]> =>
  db.rows(sql`
    select p.outcome as name, count(*) as count
    from claim_appeals p join claims c on c.organization_id = p.organization_id and c.id = p.claim_id
    where p.organization_id = ${db.organizationId} group by 1`)

export interface PaymentFigures {
  remittances: number
  providerLevelAdjustments: number
  remittedCents: number
  providerLevelCents: number
}

/** Provider level adjustments of remittances that are seen. */
export async function paymentFigures(db: TenantDatabase): Promise<PaymentFigures> {
  const row = await db.row<PaymentFigures>(sql`
    select r.*, p.*
    from (select count(*) as remittances, ${cents('sum(payment_amount)')} as "remittedCents" from remittances where organization_id = ${db.organizationId}) r,
         (select count(*) as "providerLevelAdjustments", ${cents('sum(a.amount)')} as "providerLevelCents"
          from provider_level_adjustments a join remittances r on r.organization_id = a.organization_id and r.id = a.remittance_id
          where a.organization_id = ${db.organizationId}) p`)
  return row!
}

export interface ReasonFigures {
  reason: string
  claims: number
  lines: number
  chargeCents: number
}

/** Lines denied at the first decision, duplicates among them. */
export const reasonFigures = (db: TenantDatabase): Promise<ReasonFigures[]> =>
  db.rows(sql`
    select l.denial_reason as reason, count(distinct l.claim_id) as claims, count(*) as lines, ${cents('sum(l.billed_amount)')} as "chargeCents"
    from claim_line_items l
    where l.organization_id = ${db.organizationId} and l.denial_reason is not null
      and (select c.use from claims c where c.organization_id = l.organization_id and c.id = l.claim_id) = 'claim'
    group by 1`)

export interface MonthFigures {
  month: string
  claims: number
  denied: number
  paidCents: number
}

export const monthFigures = (db: TenantDatabase): Promise<MonthFigures[]> =>
  db.rows(sql`
    select coalesce(to_char(date_of_service, 'YYYY-MM'), '') as month, count(*) as claims,
           count(*) filter (where initial_outcome = 'denied' and not is_duplicate) as denied, ${cents('sum(paid_amount)')} as "paidCents"
    from claims where organization_id = ${db.organizationId} and use = 'claim' group by 1`)

/** A sum of amounts as whole cents; nothing summed is none. */
function cents(sum: string) {
  return sql.raw(`(coalesce(${sum}, 0) * 100)::bigint`)
}
