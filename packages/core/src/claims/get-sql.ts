import { sql, type SQL } from 'drizzle-orm'
import type { DecisionFacts } from '../adjudication/facts.ts'
import { loadClaims } from '../adjudication/load.ts'
import type { matchBases } from '../db/schema/adjudications.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { DenialColumns } from './get-labels.ts'
import type { ClaimDetail } from './get-schemas.ts'
import { claimColumns, claimJoins, type StoredClaim } from './list-sql.ts'

type Line = ClaimDetail['lines'][number]
type Decision = ClaimDetail['decisions'][number]
type DecisionLine = Decision['lines'][number]
/** A row as the database gives it: amounts and quantities are decimal text. */
type Stored<Row, Decimal extends keyof Row> = Omit<Row, Decimal> & { [Column in Decimal]: string | Extract<Row[Column], null> }

type ClaimList = 'lines' | 'decisions' | 'appeals' | 'patterns' | 'submissions' | 'payers' | 'patient' | 'cash'
type ClaimAmount = 'allowedAmount' | 'patientResponsibility' | 'openDeniedAmount'
export type ClaimHead = StoredClaim & DenialColumns & Stored<Omit<ClaimDetail, keyof StoredClaim | 'denial' | ClaimList>, ClaimAmount>
export type LineRow = Stored<Omit<Line, 'denial'>, 'units' | 'billedAmount' | 'paidAmount' | 'allowedAmount'> & DenialColumns
type DecisionAmount = 'chargeAmount' | 'paidAmount' | 'patientResponsibility' | 'allowedAmount' | 'imbalance'
/** What follows from the decisions together; see get-lineage.ts. */
type OfLineage = 'takesBack' | 'takenBackBy' | 'waitsForOriginal' | 'isReplaced' | 'isInitial' | 'isFinal' | 'isForwarded'
export type DecisionRow = Stored<Omit<Decision, 'denial' | 'adjustments' | 'remarks' | 'lines' | 'match' | OfLineage>, DecisionAmount> &
  DenialColumns & { matchBasis: (typeof matchBases)[number] | null }
export type DecisionLineRow = Stored<Omit<DecisionLine, 'denial' | 'adjustments' | 'remarks'>, 'chargeAmount' | 'paidAmount' | 'allowedAmount'> &
  DenialColumns & { decision: string }
type OfLine<Row> = Row & { decision: string; lineNumber: number }
export type AdjustmentRow = OfLine<Stored<Omit<Decision['adjustments'][number], 'label'>, 'amount' | 'quantity'>>
export type RemarkRow = OfLine<Omit<Decision['remarks'][number], 'label'>>
export type AppealRow = Stored<ClaimDetail['appeals'][number], 'recoveredAmount' | 'disputedAmount'>
type PatternRow = ClaimDetail['patterns'][number]
export type SubmissionRow = Stored<Omit<ClaimDetail['submissions'][number], 'as'>, 'billedAmount'>
export type PayerRow = Stored<ClaimDetail['payers'][number], 'paidAmount'>

export interface StoredDetail {
  head: ClaimHead
  lines: LineRow[]
  decisions: DecisionRow[]
  decisionLines: DecisionLineRow[]
  adjustments: AdjustmentRow[]
  remarks: RemarkRow[]
  appeals: AppealRow[]
  patterns: PatternRow[]
  submissions: SubmissionRow[]
  payers: PayerRow[]
  /** Null where it was not asked for. */
  patient: ClaimDetail['patient']
  /** The decisions as the claim's state is derived from them. */
  facts: readonly DecisionFacts[]
}

const denialColumns = (table: string) =>
  sql.raw(
    `${table}.denial_reason as "denialReason", ${table}.denial_group as "denialGroup", ${table}.denial_carc as "denialCarc", ${table}.denial_rarc as "denialRarc"`,
  )

/** A claim with everything that belongs to it; null when there is none of that id. Who the patient is only for a role that may read it. */
export async function readClaim(tx: TenantTransaction, organizationId: number, id: string, identifiers: boolean): Promise<StoredDetail | null> {
  const head = await tx.row<ClaimHead>(sql`
    select ${claimColumns}, c.denial_group as "denialGroup", c.use, c.place_of_service as "placeOfService", c.rendering_provider_id as "renderingProviderId",
      rp.name as "renderingProviderName", c.payer_control_number as "payerControlNumber", c.frequency_code as "frequencyCode", c.policy_ids as "policyIds",
      c.first_decided_on as "firstDecidedOn", c.first_denied_on as "firstDeniedOn", c.allowed_amount as "allowedAmount",
      c.patient_responsibility as "patientResponsibility", c.open_denied_amount as "openDeniedAmount", c.is_submitted as "isSubmitted",
      c.voided_on as "voidedOn"
    from claims c ${claimJoins} left join providers rp on rp.organization_id = c.organization_id and rp.id = c.rendering_provider_id
    where c.organization_id = ${organizationId} and c.id = ${id}`)
  if (!head) return null
  const ofClaim = (table: string) => sql`${sql.raw(table)}.organization_id = ${organizationId} and ${sql.raw(table)}.claim_id = ${id}`
  return {
    head,
    lines: await tx.rows<LineRow>(sql`
      select l.line_number as "lineNumber", l.status, l.procedure_code as "procedureCode", l.revenue_code as "revenueCode", l.modifiers,
        l.diagnosis_codes as "diagnosisCodes", l.place_of_service as "placeOfService", l.units, l.date_of_service as "dateOfService", l.billed_amount as "billedAmount",
        l.paid_amount as "paidAmount", l.allowed_amount as "allowedAmount", l.initially_denied as "initiallyDenied", l.finally_denied as "finallyDenied",
        l.is_duplicate as "isDuplicate", l.denial_date as "denialDate", ${denialColumns('l')}
      from claim_line_items l where ${ofClaim('l')} order by l.line_number`),
    ...(await readDecisions(tx, ofClaim('a'))),
    appeals: await tx.rows<AppealRow>(sql`
      select p.level, p.appeal_date as "appealDate", p.deadline, p.outcome, p.decided_on as "decidedOn", p.recovered_amount as "recoveredAmount", p.closed_by as "closedBy",
        p.reported_status as "reportedStatus", p.withdrawn_on as "withdrawnOn", p.line_numbers as "lineNumbers", p.disputed_amount as "disputedAmount", p.note,
        p.recorded_by as "recordedBy", p.decided_by as "decidedBy", p.import_id as "importId"
      from claim_appeals p where ${ofClaim('p')} order by p.level`),
    patterns: await tx.rows<PatternRow>(sql`
      select p.id, p.title, p.tier, p.status, array_agg(m.line_number order by m.line_number) as "lineNumbers"
      from pattern_claims m join patterns p on p.organization_id = m.organization_id and p.id = m.pattern_id
      where ${ofClaim('m')} and m.denied group by p.id, p.title, p.tier, p.status order by p.id`),
    submissions: await tx.rows<SubmissionRow>(sql`
      select s.submitted_on as "submittedOn", s.frequency_code as "frequencyCode", s.billed_amount as "billedAmount", s.payer_control_number as "payerControlNumber"
      from claim_submissions s join imports i on i.organization_id = s.organization_id and i.id = s.id >> 32 and i.status in ('publishing', 'complete')
      where ${ofClaim('s')} order by s.submitted_on nulls last, s.id`),
    payers: await tx.rows<PayerRow>(sql`
      select p.rank, p.payer_id as "payerId", py.name as "payerName", p.claim_filing_code as "claimFilingCode", p.paid_amount as "paidAmount", p.paid_on as "paidOn"
      from claim_payers p left join payers py on py.organization_id = p.organization_id and py.id = p.payer_id
      where ${ofClaim('p')} order by array_position(array['primary', 'secondary', 'tertiary'], p.rank)`),
    patient: identifiers
      ? await tx.row<NonNullable<ClaimDetail['patient']>>(sql`
          select c.patient_name as name, c.patient_dob as "birthDate", c.member_id as "memberId" from claims c where c.organization_id = ${organizationId} and c.id = ${id}`)
      : null,
    facts: (await loadClaims(tx, organizationId, [id])).get(id)?.decisions ?? [],
  }
}

/** Every adjudication with its lines, adjustments and remarks, each list in the order of the remittance. `which` is a condition on adjudications `a`. */
async function readDecisions(tx: TenantTransaction, which: SQL): Promise<Pick<StoredDetail, 'decisions' | 'decisionLines' | 'adjustments' | 'remarks'>> {
  const of = (table: string) =>
    sql`${sql.raw(table)} o join adjudications a on a.organization_id = o.organization_id and a.id = o.adjudication_id where ${which}`
  return {
    decisions: await tx.rows<DecisionRow>(sql`
      select a.id::text as id, a.kind, a.payer_rank as "payerRank", a.payer_id as "payerId", py.name as "payerName", a.status_code as "statusCode", a.decided_on as "decidedOn",
        a.charge_amount as "chargeAmount", a.paid_amount as "paidAmount", a.patient_responsibility as "patientResponsibility", a.allowed_amount as "allowedAmount", a.outcome,
        a.reported_reason as "reportedReason", a.imbalance, r.trace_number as "traceNumber", a.import_id as "importId",
        i.file_name as "fileName", a.match_basis as "matchBasis", ${denialColumns('a')}
      from adjudications a
      join imports i on i.organization_id = a.organization_id and i.id = a.import_id
      left join payers py on py.organization_id = a.organization_id and py.id = a.payer_id
      left join remittances r on r.organization_id = a.organization_id and r.id = a.remittance_id
      where ${which} order by a.decided_on nulls last, a.id`),
    decisionLines: await tx.rows<DecisionLineRow>(sql`
      select a.id::text as decision, o.line_number as "lineNumber", o.claim_line_number as "claimLineNumber", o.procedure_code as "procedureCode",
        o.revenue_code as "revenueCode", o.modifiers, o.charge_amount as "chargeAmount", o.paid_amount as "paidAmount", o.allowed_amount as "allowedAmount", o.denied,
        ${denialColumns('o')}
      from ${of('adjudication_lines')} order by o.line_number`),
    adjustments: await tx.rows<AdjustmentRow>(sql`
      select a.id::text as decision, o.line_number as "lineNumber", o.group_code as "group", o.carc, o.amount, o.quantity
      from ${of('adjustments')} order by o.line_number, o.position`),
    remarks: await tx.rows<RemarkRow>(sql`
      select a.id::text as decision, o.line_number as "lineNumber", o.source, o.rarc from ${of('adjudication_remarks')} order by o.line_number, o.position`),
  }
}
