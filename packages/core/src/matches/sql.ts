import { sql, type SQL } from 'drizzle-orm'
import { matchStates } from '../db/schema/adjudications.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Cents } from '../money.ts'
import type { Match, MatchedClaim } from './schemas.ts'

type MatchState = (typeof matchStates)[number]

/** A queued decision as the database has it: amounts in cents. */
export type StoredMatch = Omit<Match, 'claim' | 'candidates' | 'decision' | 'resolvedAt'> & {
  claimId: string
  candidateIds: string[]
  resolvedAt: Date | null
  decision: Omit<Match['decision'], 'chargeAmount' | 'paidAmount'> & { charge: Cents; paid: Cents }
}

/** `memberId` and `patientName` are compared and never shown. */
export type StoredMatchedClaim = Omit<MatchedClaim, 'billedAmount' | 'paidAmount' | 'isSameMember' | 'isSameName'> & {
  billed: Cents
  paid: Cents
  memberId: string | null
  patientName: string | null
}

/** The queue joined to its decisions: those of files that are not visible are not there. */
const queue = (organizationId: number, state: MatchState | 'all'): SQL => sql`
  match_queue q join adjudications a on a.organization_id = q.organization_id and a.id = q.adjudication_id
  where q.organization_id = ${organizationId}${state === 'all' ? sql`` : sql` and q.state = ${state}`}`

export async function countMatches(tx: TenantTransaction, organizationId: number, state: MatchState | 'all'): Promise<number> {
  return (await tx.row<{ total: number }>(sql`select count(*)::int as total from ${queue(organizationId, state)}`))!.total
}

/** One page, in the order in which the decisions arrived. */
export async function readMatches(
  tx: TenantTransaction,
  organizationId: number,
  { state, page, limit }: { state: MatchState | 'all'; page: number; limit: number },
): Promise<StoredMatch[]> {
  return tx.rows<StoredMatch>(sql`
    select a.id::text as "adjudicationId", q.state, a.claim_id as "claimId", q.candidates as "candidateIds", q.resolved_by as "resolvedBy", q.resolved_at as "resolvedAt",
      json_build_object('kind', a.kind, 'statusCode', a.status_code, 'payerId', a.payer_id, 'payerName', py.name, 'payerControlNumber', a.payer_control_number,
        'decidedOn', a.decided_on, 'charge', (a.charge_amount * 100)::int8, 'paid', (a.paid_amount * 100)::int8, 'traceNumber', r.trace_number,
        'importId', a.import_id, 'fileName', i.file_name) as decision
    from (select q.* from ${queue(organizationId, state)} order by a.id limit ${limit} offset ${(page - 1) * limit}) q
    join adjudications a on a.organization_id = q.organization_id and a.id = q.adjudication_id
    join imports i on i.organization_id = a.organization_id and i.id = a.import_id
    left join payers py on py.organization_id = a.organization_id and py.id = a.payer_id
    left join remittances r on r.organization_id = a.organization_id and r.id = a.remittance_id
    order by a.id`)
}

/** The claims of these ids that are there. */
export async function readMatchedClaims(tx: TenantTransaction, organizationId: number, ids: readonly string[]): Promise<Map<string, StoredMatchedClaim>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<StoredMatchedClaim>(sql`
    select c.id, c.patient_control_number as "patientControlNumber", c.status, c.payer_id as "payerId", py.name as "payerName", c.provider_id as "providerId", pr.name as "providerName",
      c.payer_control_number as "payerControlNumber", c.date_of_service as "dateOfService", c.submission_date as "submissionDate",
      (c.billed_amount * 100)::int8 as billed, (c.paid_amount * 100)::int8 as paid, c.procedure_codes as "procedureCodes", c.is_submitted as "isSubmitted",
      c.member_id as "memberId", nullif(lower(trim(c.patient_name)), '') as "patientName"
    from claims c
    left join payers py on py.organization_id = c.organization_id and py.id = c.payer_id
    left join providers pr on pr.organization_id = c.organization_id and pr.id = c.provider_id
    where c.organization_id = ${organizationId} and c.id = any(${sql.param(ids)}::text[])`)
  return new Map(rows.map((claim) => [claim.id, claim]))
}

/** A queued decision, locked until the transaction ends; null when there is none of that id. */
export async function lockMatch(
  tx: TenantTransaction,
  organizationId: number,
  adjudicationId: number,
): Promise<{ state: MatchState; claimId: string; importId: number } | null> {
  return tx.row(sql`
    select q.state, a.claim_id as "claimId", a.import_id as "importId" from match_queue q
    join adjudications a on a.organization_id = q.organization_id and a.id = q.adjudication_id
    where q.organization_id = ${organizationId} and q.adjudication_id = ${adjudicationId} for update of q`)
}

/** Says who settled it, and how. */
export async function closeMatch(
  tx: TenantTransaction,
  organizationId: number,
  adjudicationId: number,
  closed: { state: 'resolved' | 'dismissed'; claimId: string | null; by: string; at: Date },
): Promise<void> {
  await tx.run(sql`
    update match_queue set state = ${closed.state}, resolved_claim_id = ${closed.claimId}, resolved_by = ${closed.by}, resolved_at = ${closed.at}
    where organization_id = ${organizationId} and adjudication_id = ${adjudicationId}`)
}
