import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Cents } from '../../money.ts'

/** A claim payment, or a line of one, that does not balance; cents. */
export interface StoredUnbalanced {
  remittanceId: number
  claimId: string
  adjudicationId: string
  lineNumber: number | null
  charge: Cents
  adjustments: Cents
  paid: Cents
  imbalance: Cents
}

/** Of each payment no more than this: a payer that states no adjustments at all leaves every line out of balance. */
export const UNBALANCED_SHOWN = 50

/** The first claim payments and lines of each payment that do not balance; a claim payment comes before its lines. */
export async function readUnbalanced(tx: TenantTransaction, organizationId: number, remittanceIds: readonly number[]): Promise<StoredUnbalanced[]> {
  if (remittanceIds.length === 0) return []
  return tx.rows<StoredUnbalanced>(sql`
    select x.* from unnest(${sql.param(remittanceIds)}::int8[]) as p(id) cross join lateral (
      select a.remittance_id as "remittanceId", a.claim_id as "claimId", a.id::text as "adjudicationId", u.line_number as "lineNumber",
        (u.charge * 100)::int8 as charge, ((u.charge - u.paid - u.imbalance) * 100)::int8 as adjustments, (u.paid * 100)::int8 as paid, (u.imbalance * 100)::int8 as imbalance
      from adjudications a cross join lateral (
        select null::int as line_number, a.charge_amount as charge, a.paid_amount as paid, a.imbalance where a.imbalance <> 0
        union all
        select l.line_number, l.charge_amount, l.paid_amount, l.imbalance from adjudication_lines l
        where l.organization_id = a.organization_id and l.adjudication_id = a.id and l.imbalance <> 0) u
      where a.organization_id = ${organizationId} and a.remittance_id = p.id
      order by a.id, u.line_number nulls first limit ${UNBALANCED_SHOWN}) x`)
}
