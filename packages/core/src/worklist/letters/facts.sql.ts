import { sql } from 'drizzle-orm'
import { describeReason } from '../../adjudication/reasons.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Cents } from '../../money.ts'
import { withRecoverableUntil } from '../../patterns/at-risk.sql.ts'
import { denialFacts } from '../../patterns/denial-facts.sql.ts'
import { adjudicated } from '../../patterns/scope/scoped.sql.ts'
import { TWIN_DAYS } from '../../patterns/twins.sql.ts'

export interface LetterFacts {
  letterhead: string | null
  payerAddress: string | null
  policies: { name: string; source: string | null; codes: string[] }[]
  /** A line that the payer paid and that is most like a denied one: served within a week of it. */
  twin: { lineNumber: number; procedureCode: string; modifiers: string[]; placeOfService: string | null; billed: Cents; paid: Cents } | null
  /** The earliest day until which one of the denials can still be got back, and what is open of those that can. */
  deadline: IsoDate | null
}

interface Denied {
  claimId: string
  payerId: string | null
  reasons: readonly string[]
}

/** What a letter says beside the claim itself; of other claims nothing that names anybody. */
export async function readLetterFacts(
  tx: TenantTransaction,
  organizationId: number,
  { claimId, payerId, reasons }: Denied,
  today: IsoDate,
): Promise<LetterFacts> {
  const places = await tx.row<Pick<LetterFacts, 'letterhead' | 'payerAddress'>>(sql`
    select o.letterhead, y.appeals_address as "payerAddress" from organizations o left join payers y on y.organization_id = o.id and y.id = ${payerId} where o.id = ${organizationId}`)
  return {
    letterhead: places?.letterhead ?? null,
    payerAddress: places?.payerAddress ?? null,
    policies: await readPolicies(tx, organizationId, claimId),
    twin: await readTwin(tx, organizationId, claimId),
    deadline: await readDeadline(tx, organizationId, claimId, reasons, today),
  }
}

const readPolicies = (tx: TenantTransaction, organizationId: number, claimId: string) =>
  tx.rows<LetterFacts['policies'][number]>(sql`
    select p.name, p.source, array_remove(array_agg(distinct l.procedure_code order by l.procedure_code), null) as codes
    from policy_hits h
    join policies p on p.organization_id = ${organizationId} and p.id = h.policy_id
    left join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = h.claim_id and l.line_number = h.line_number
    where h.organization_id = ${organizationId} and h.claim_id = ${claimId} and h.denied and h.has_modifier and h.exceeds_limit
    group by p.id, p.name, p.source order by p.id`)

/** Alike are, in this order: modifiers, place, diagnoses, day. */
const readTwin = (tx: TenantTransaction, organizationId: number, claimId: string) =>
  tx.row<NonNullable<LetterFacts['twin']>>(sql`
    select d.line_number as "lineNumber", t.* from (
      select l.line_number, l.procedure_code, l.modifiers, l.diagnosis_codes, coalesce(l.place_of_service, c.place_of_service) as place, c.payer_id, c.date_of_service as day
      from claims c join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id
      where c.organization_id = ${organizationId} and c.id = ${claimId} and l.finally_denied and l.procedure_code is not null) d
    cross join lateral (
      select l.procedure_code as "procedureCode", l.modifiers, coalesce(l.place_of_service, c.place_of_service) as "placeOfService", (l.billed_amount * 100)::int8 as billed,
        (l.paid_amount * 100)::int8 as paid, (l.modifiers = d.modifiers)::int * 4 + (coalesce(l.place_of_service, c.place_of_service) is not distinct from d.place)::int * 2
          + (l.diagnosis_codes && d.diagnosis_codes)::int as alike, abs(c.date_of_service - d.day) as distance
      from claims c join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id
      where c.organization_id = ${organizationId} and c.payer_id = d.payer_id and c.id <> ${claimId} and ${adjudicated}
        and c.date_of_service = any(array(select d.day + n from generate_series(${-TWIN_DAYS}::int, ${TWIN_DAYS}::int) n))
        and l.procedure_code = d.procedure_code and l.paid_amount > 0 and not l.initially_denied
      order by alike desc, distance, c.id, l.line_number limit 1) t
    order by alike desc, distance, d.line_number limit 1`)

async function readDeadline(
  tx: TenantTransaction,
  organizationId: number,
  claimId: string,
  reasons: readonly string[],
  today: IsoDate,
): Promise<IsoDate | null> {
  const facts = sql`(
    select f.*, r.remedy from (${denialFacts(organizationId, sql`c.id = ${claimId}`)}) f
    join unnest(${sql.param(reasons)}::text[], ${sql.param(reasons.map((reason) => describeReason(reason).remedy))}::text[]) as r(reason, remedy) using (reason))`
  const row = await tx.row<{ deadline: IsoDate | null }>(
    sql`select min(recoverable_until) as deadline from (${withRecoverableUntil(organizationId, facts)}) d where recoverable_until >= ${today}`,
  )
  return row?.deadline ?? null
}
