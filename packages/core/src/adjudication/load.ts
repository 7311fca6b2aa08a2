import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Cents } from '../money.ts'
import type { AppealFacts, ClaimFacts, DecidedLine, DecisionFacts } from './facts.ts'

/** A claim as the database has it, with what lines and decisions are compared by. */
export interface StoredClaim extends ClaimFacts {
  importId: number
  /** False while it is known by decisions alone. */
  isSubmitted: boolean
  payerId: string | null
  payerControlNumber: string | null
  submissionDate: IsoDate | null
  serviceDate: IsoDate | null
  lines: StoredLine[]
  decisions: StoredDecision[]
}

export interface StoredLine {
  lineNumber: number
  controlNumber: string | null
  procedureCode: string | null
  revenueCode: string | null
  modifiers: readonly string[]
  serviceDate: IsoDate | null
  billed: Cents
}

export interface StoredDecision extends DecisionFacts {
  importId: number
  remittanceId: number | null
  reportedReason: string | null
  lines: StoredDecidedLine[]
}

export interface StoredDecidedLine extends DecidedLine {
  lineNumber: number
  procedureCode: string | null
  charge: Cents
}

const cents = (column: string) => sql.raw(`(${column} * 100)::int8`)

/** The claims of the given ids that are there, with lines, decisions and appeals. Four statements, whatever their number. */
export async function loadClaims(tx: TenantTransaction, organizationId: number, ids: readonly string[]): Promise<Map<string, StoredClaim>> {
  const claims = new Map<string, StoredClaim>()
  if (ids.length === 0) return claims
  const wanted = sql`any(${sql.param(ids)}::text[])`
  const found = await tx.rows<Pick<StoredClaim, 'id' | 'importId' | 'isSubmitted' | 'payerId' | 'payerControlNumber' | 'submissionDate' | 'serviceDate'>>(sql`
    select id, import_id as "importId", is_submitted as "isSubmitted", payer_id as "payerId", payer_control_number as "payerControlNumber", submission_date as "submissionDate", date_of_service as "serviceDate"
    from claims where organization_id = ${organizationId} and id = ${wanted}`)
  for (const claim of found) claims.set(claim.id, { ...claim, lineNumbers: [], lines: [], decisions: [], appeals: [] })
  if (claims.size === 0) return claims
  const lines = await tx.rows<StoredLine & { claimId: string }>(sql`
    select claim_id as "claimId", line_number as "lineNumber", control_number as "controlNumber", procedure_code as "procedureCode", revenue_code as "revenueCode",
           modifiers, date_of_service as "serviceDate", ${cents('billed_amount')} as billed
    from claim_line_items where organization_id = ${organizationId} and claim_id = ${wanted} order by claim_id, line_number`)
  for (const line of lines) claims.get(line.claimId)?.lines.push(line)
  const decisions = await loadDecisions(tx, organizationId, ids)
  for (const decision of decisions) claims.get(decision.claimId)?.decisions.push(decision)
  const appeals = await tx.rows<AppealFacts & { claimId: string }>(sql`
    select claim_id as "claimId", level, appeal_date as "filedOn", outcome, decided_on as "decidedOn"
    from claim_appeals where organization_id = ${organizationId} and claim_id = ${wanted} order by claim_id, level`)
  for (const appeal of appeals) (claims.get(appeal.claimId)?.appeals as AppealFacts[] | undefined)?.push(appeal)
  for (const claim of claims.values()) claim.lineNumbers = claim.lines.map(({ lineNumber }) => lineNumber)
  return claims
}

interface DecisionRow extends Omit<DecisionFacts, 'denial' | 'lines' | 'isStatement'> {
  claimId: string
  importId: number
  remittanceId: number | null
  statusCode: string | null
  reportedReason: string | null
  group: string | null
  carc: string | null
  rarc: string | null
  reason: string | null
  deniedAmount: Cents
}

async function loadDecisions(tx: TenantTransaction, organizationId: number, ids: readonly string[]): Promise<(StoredDecision & { claimId: string })[]> {
  const rows = await tx.rows<DecisionRow>(sql`
    select id, claim_id as "claimId", import_id as "importId", remittance_id as "remittanceId", payer_id as "payerId", kind, payer_rank as rank, status_code as "statusCode",
           decided_on as "decidedOn", ${cents('charge_amount')} as charge, ${cents('paid_amount')} as paid, ${cents('patient_responsibility')} as "patientResponsibility",
           ${cents('allowed_amount')} as allowed, payer_control_number as "payerControlNumber", outcome, is_duplicate as duplicate, is_cash as "isCash", ${cents('denied_amount')} as "deniedAmount",
           denial_group as "group", denial_carc as carc, denial_rarc as rarc, denial_reason as reason, reported_reason as "reportedReason"
    from adjudications where organization_id = ${organizationId} and claim_id = any(${sql.param(ids)}::text[]) order by id`)
  const lines = await tx.rows<StoredDecidedLine & { adjudicationId: number }>(sql`
    select adjudication_id as "adjudicationId", line_number as "lineNumber", claim_line_number as "claimLine", procedure_code as "procedureCode", ${cents('charge_amount')} as charge,
           ${cents('paid_amount')} as paid, ${cents('allowed_amount')} as allowed, denied, is_duplicate as duplicate, denial_group as "group", denial_carc as carc,
           denial_rarc as rarc, denial_reason as reason
    from adjudication_lines where organization_id = ${organizationId} and adjudication_id = any(${sql.param(rows.map(({ id }) => id))}::int8[])
    order by adjudication_id, line_number`)
  const byDecision = Map.groupBy(lines, ({ adjudicationId }) => adjudicationId)
  return rows.map(({ group, carc, rarc, reason, deniedAmount, ...row }) => ({
    ...row,
    isStatement: isStatement(row),
    denial: { group, carc, rarc, reason, deniedAmount },
    lines: byDecision.get(row.id) ?? [],
  }))
}

/** Whether a decision comes from a source that says how a claim stands, not from a remittance (an 835 has a status code, CLP02). */
export const isStatement = ({ kind, remittanceId, statusCode }: { kind: string; remittanceId: number | null; statusCode: string | null }): boolean =>
  kind === 'original' && remittanceId === null && statusCode === null
