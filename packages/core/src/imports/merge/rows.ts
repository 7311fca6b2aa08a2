import type { SQL } from 'drizzle-orm'
import { deriveClaim } from '../../adjudication/derive.ts'
import { derivedClaimColumns, derivedLineColumns, money } from '../../adjudication/write.ts'
import type { DerivedClaim, DerivedLine } from '../../adjudication/derive.ts'
import { bulkInsert, type BulkColumn } from '../../db/bulk.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { AdjustmentRecord } from '../records.ts'
import { appealFacts, type ClaimDraft, type DecisionDraft, type LineDraft } from './drafts.ts'
import { controlNumberOf } from './match/claims.ts'

/** Inserts into one table; it is put together only when its turn comes. */
export type Insert = (organizationId: number) => SQL | null

/** Runs inserts one after the other; while the database works on one, the next is being put together. */
export async function runInTurn(tx: TenantTransaction, organizationId: number, inserts: readonly Insert[]): Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  for (const insert of inserts) {
    const statement = insert(organizationId)
    await running
    if (statement) running = tx.run(statement)
    // It is awaited in the next round; until then its failure must not count as nobody's.
    running.catch(() => undefined)
  }
  await running
}

/** The rows of new claims, a statement per table. */
export function claimInserts(importId: number, drafts: readonly ClaimDraft[]): Insert[] {
  const claims = drafts.map((draft): ClaimRow => Object.assign(draft, { derived: derivedOf(draft) }))
  for (const { decisions, derived } of claims) {
    for (const { id, isCash } of derived.cash) Object.assign(decisions.find((decision) => decision.id === id)?.facts ?? {}, { isCash })
  }
  const own: BulkColumn<unknown> = { name: 'import_id', type: 'int8', of: () => importId }
  const lines = () => claims.flatMap(({ lines: of, derived }) => of.map((line, at) => ({ ...line, line: derived.lines[at] as DerivedLine })))
  return [
    into('claims', [own, ...claimColumns], () => claims),
    into('claim_line_items', [own, ...lineColumns, ...derivedLineColumns], lines),
    into('claim_appeals', [own, ...appealColumns], () => appealRows(claims)),
    into('claim_payers', payerColumns, () => claims.flatMap(({ id, payers }) => payers.map((payer) => ({ claimId: id, ...payer })))),
  ]
}

function into<Row>(table: string, columns: readonly BulkColumn<Row>[], rowsOf: () => readonly Row[]): Insert {
  return (organizationId) => {
    const rows = rowsOf()
    return rows.length > 0 ? bulkInsert(table, organizationId, columns, rows) : null
  }
}

/** Lines that decisions add to claims that are there already. */
export const addedLineInsert = (importId: number, lines: readonly LineDraft[]): Insert =>
  into('claim_line_items', [{ name: 'import_id', type: 'int8', of: () => importId }, ...lineColumns], () => lines)

/** The facts of decisions: adjudications, their lines, adjustments and remarks; and the queue of those that nobody could place. */
export function decisionInserts(importId: number, decisions: readonly DecisionDraft[]): Insert[] {
  const lines = () =>
    decisions.flatMap(({ id, record, lines: decided }) => record.lines.map((line, at) => ({ id, ...line, claimLine: decided[at]?.claimLine ?? null })))
  return [
    into('adjudications', [{ name: 'import_id', type: 'int8', of: () => importId }, ...decisionColumns], () => decisions),
    into('adjudication_lines', decidedLineColumns, lines),
    into('adjustments', adjustmentColumns, () => decisions.flatMap(adjustmentsOf)),
    into('adjudication_remarks', remarkColumns, () => decisions.flatMap(remarksOf)),
    into('match_queue', queueColumns, () => decisions.filter(({ basis }) => basis === 'ambiguous')),
  ]
}

function derivedOf(draft: ClaimDraft): DerivedClaim {
  const { id, lines, decisions, appeals } = draft
  return deriveClaim({
    id,
    lineNumbers: lines.map(({ lineNumber }) => lineNumber),
    decisions: decisions.map(({ facts }) => facts),
    appeals: appealFacts(appeals),
  })
}

type ClaimRow = ClaimDraft & { derived: DerivedClaim }
const received = <Name extends keyof ClaimRow['received']>(name: string, type: BulkColumn<never>['type'], field: Name): BulkColumn<ClaimRow> => ({
  name,
  type,
  of: (row) => (row.received[field] ?? null) as string | null,
})

const claimColumns: readonly BulkColumn<ClaimRow>[] = [
  { name: 'id', type: 'text', of: ({ id }) => id },
  received('patient_control_number', 'text', 'patientControlNumber'),
  {
    name: 'payer_control_number',
    type: 'text',
    of: ({ received: own, derived }) => (own.isSubmitted ? own.payerControlNumber : null) ?? derived.payerControlNumber,
  },
  received('payer_id', 'text', 'payerId'),
  received('provider_id', 'text', 'providerId'),
  received('rendering_provider_id', 'text', 'renderingProviderId'),
  received('claim_type', 'text', 'claimType'),
  received('use', 'text', 'use'),
  received('frequency_code', 'text', 'frequencyCode'),
  { name: 'patient_name', type: 'text', of: ({ received: { patient } }) => patient.name },
  { name: 'patient_dob', type: 'date', of: ({ received: { patient } }) => patient.dateOfBirth },
  { name: 'patient_sex', type: 'text', of: ({ received: { patient } }) => patient.sex },
  { name: 'member_id', type: 'text', of: ({ received: { patient } }) => patient.memberId },
  { name: 'member_group_id', type: 'text', of: ({ received: { patient } }) => patient.groupId },
  received('date_of_service', 'date', 'serviceDate'),
  received('date_of_service_end', 'date', 'serviceDateEnd'),
  received('submission_date', 'date', 'submissionDate'),
  received('submission_basis', 'text', 'submissionBasis'),
  received('place_of_service', 'text', 'placeOfService'),
  { name: 'billed_amount', type: 'numeric', of: ({ received: { billed } }) => money(billed) },
  received('procedure_codes', 'text[]', 'procedureCodes'),
  received('diagnosis_codes', 'text[]', 'diagnosisCodes'),
  received('modifiers', 'text[]', 'modifiers'),
  received('policy_ids', 'text[]', 'policyIds'),
  received('prior_authorization', 'text', 'priorAuthorization'),
  received('referral_number', 'text', 'referralNumber'),
  received('referring_provider_id', 'text', 'referringProviderId'),
  received('submitter', 'text', 'submitter'),
  { name: 'subscriber_name', type: 'text', of: ({ received: { subscriber } }) => subscriber?.name ?? null },
  { name: 'subscriber_relationship', type: 'text', of: ({ received: { subscriber } }) => subscriber?.relationship ?? null },
  received('reported_status', 'text', 'reportedStatus'),
  received('reported_reason', 'text', 'reportedReason'),
  { name: 'extra', type: 'jsonb', of: ({ received: { extra } }) => JSON.stringify(extra) },
  received('is_submitted', 'boolean', 'isSubmitted'),
  {
    name: 'voided_on',
    type: 'date',
    of: ({ received: { frequencyCode, submissionDate, isSubmitted } }) => (isSubmitted && frequencyCode === '8' ? submissionDate : null),
  },
  ...derivedClaimColumns,
]

const lineColumns: readonly BulkColumn<LineDraft>[] = [
  { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
  { name: 'line_number', type: 'int', of: ({ lineNumber }) => lineNumber },
  { name: 'control_number', type: 'text', of: ({ controlNumber }) => controlNumber },
  { name: 'procedure_code', type: 'text', of: ({ procedureCode }) => procedureCode },
  { name: 'revenue_code', type: 'text', of: ({ revenueCode }) => revenueCode },
  { name: 'modifiers', type: 'text[]', of: ({ modifiers }) => modifiers },
  { name: 'diagnosis_codes', type: 'text[]', of: ({ diagnosisCodes }) => diagnosisCodes },
  { name: 'place_of_service', type: 'text', of: ({ placeOfService }) => placeOfService },
  { name: 'units', type: 'numeric', of: ({ units }) => units },
  { name: 'units_type', type: 'text', of: ({ unitsType }) => unitsType },
  { name: 'ndc_code', type: 'text', of: ({ ndcCode }) => ndcCode },
  { name: 'date_of_service', type: 'date', of: ({ serviceDate }) => serviceDate },
  { name: 'date_of_service_end', type: 'date', of: ({ serviceDateEnd }) => serviceDateEnd },
  { name: 'billed_amount', type: 'numeric', of: ({ billed }) => money(billed) },
  { name: 'rendering_provider_id', type: 'text', of: ({ renderingProviderId }) => renderingProviderId },
  { name: 'edits_fired', type: 'text[]', of: ({ editsFired }) => editsFired },
  { name: 'policies_triggered', type: 'text[]', of: ({ policiesTriggered }) => policiesTriggered },
  { name: 'extra', type: 'jsonb', of: ({ extra }) => JSON.stringify(extra) },
]

type AppealRow = ClaimDraft['appeals'][number] & { claimId: string; closedBy: string | null }

/** An appeal that a decision of the same file has won is written as won. */
function appealRows(claims: readonly ClaimRow[]): AppealRow[] {
  return claims.flatMap(({ id, appeals, derived }) =>
    appeals.map((appeal) => {
      const won = derived.closedAppeals.find(({ level }) => level === appeal.level)
      return { claimId: id, closedBy: won ? 'remittance' : null, ...appeal, ...won }
    }),
  )
}

const appealColumns: readonly BulkColumn<AppealRow>[] = [
  { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
  { name: 'level', type: 'int', of: ({ level }) => level },
  { name: 'appeal_date', type: 'date', of: ({ filedOn }) => filedOn },
  { name: 'deadline', type: 'date', of: ({ deadline }) => deadline },
  { name: 'outcome', type: 'text', of: ({ outcome }) => outcome },
  { name: 'decided_on', type: 'date', of: ({ decidedOn }) => decidedOn },
  { name: 'recovered_amount', type: 'numeric', of: ({ recovered }) => money(recovered) },
  { name: 'closed_by', type: 'text', of: ({ closedBy }) => closedBy },
  { name: 'reported_status', type: 'text', of: ({ reportedStatus }) => reportedStatus },
]

const payerColumns: readonly BulkColumn<ClaimDraft['payers'][number] & { claimId: string }>[] = [
  { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
  { name: 'rank', type: 'text', of: ({ rank }) => rank },
  { name: 'payer_id', type: 'text', of: ({ payerId }) => payerId },
  { name: 'member_id', type: 'text', of: ({ memberId }) => memberId },
  { name: 'member_group_id', type: 'text', of: ({ groupId }) => groupId },
  { name: 'claim_filing_code', type: 'text', of: ({ filingCode }) => filingCode },
  { name: 'paid_amount', type: 'numeric', of: ({ paid }) => money(paid) },
  { name: 'paid_on', type: 'date', of: ({ paidOn }) => paidOn },
]

const decisionColumns: readonly BulkColumn<DecisionDraft>[] = [
  { name: 'id', type: 'int8', of: ({ id }) => id },
  { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
  { name: 'remittance_id', type: 'int8', of: ({ remittanceId }) => remittanceId },
  { name: 'payer_id', type: 'text', of: ({ record }) => record.payerId },
  { name: 'kind', type: 'text', of: ({ record }) => record.decisionKind },
  { name: 'payer_rank', type: 'text', of: ({ record }) => record.payerRank },
  { name: 'status_code', type: 'text', of: ({ record }) => record.statusCode },
  { name: 'decided_on', type: 'date', of: ({ record }) => record.decidedOn },
  { name: 'charge_amount', type: 'numeric', of: ({ record }) => money(record.charge) },
  { name: 'paid_amount', type: 'numeric', of: ({ record }) => money(record.paid) },
  { name: 'patient_responsibility', type: 'numeric', of: ({ record }) => money(record.patientResponsibility) },
  { name: 'allowed_amount', type: 'numeric', of: ({ record }) => money(record.allowed) },
  { name: 'patient_control_number', type: 'text', of: ({ record }) => controlNumberOf(record.patientControlNumber) },
  { name: 'payer_control_number', type: 'text', of: ({ record }) => record.payerControlNumber },
  { name: 'claim_filing_code', type: 'text', of: ({ record }) => record.claimFilingCode },
  { name: 'facility_code', type: 'text', of: ({ record }) => record.facilityCode },
  { name: 'frequency_code', type: 'text', of: ({ record }) => record.frequencyCode },
  { name: 'outcome', type: 'text', of: ({ facts }) => facts.outcome },
  { name: 'is_duplicate', type: 'boolean', of: ({ facts }) => facts.duplicate },
  { name: 'denied', type: 'boolean', of: ({ record }) => record.verdict.denied },
  { name: 'denied_amount', type: 'numeric', of: ({ facts }) => money(facts.denial.deniedAmount) },
  { name: 'denial_group', type: 'text', of: ({ facts }) => facts.denial.group },
  { name: 'denial_carc', type: 'text', of: ({ facts }) => facts.denial.carc },
  { name: 'denial_rarc', type: 'text', of: ({ facts }) => facts.denial.rarc },
  { name: 'denial_reason', type: 'text', of: ({ facts }) => facts.denial.reason },
  { name: 'reported_reason', type: 'text', of: ({ record }) => record.reportedReason },
  { name: 'imbalance', type: 'numeric', of: ({ record }) => money(record.imbalance) },
  { name: 'is_cash', type: 'boolean', of: ({ facts }) => facts.isCash ?? true },
  { name: 'match_basis', type: 'text', of: ({ basis }) => basis },
]

type DecidedLineRow = DecisionDraft['record']['lines'][number] & { id: number; claimLine: number | null }

const decidedLineColumns: readonly BulkColumn<DecidedLineRow>[] = [
  { name: 'adjudication_id', type: 'int8', of: ({ id }) => id },
  { name: 'line_number', type: 'int', of: ({ lineNumber }) => lineNumber },
  { name: 'claim_line_number', type: 'int', of: ({ claimLine }) => claimLine },
  { name: 'control_number', type: 'text', of: ({ controlNumber }) => controlNumber },
  { name: 'qualifier', type: 'text', of: ({ qualifier }) => qualifier },
  { name: 'procedure_code', type: 'text', of: ({ procedureCode }) => procedureCode },
  { name: 'revenue_code', type: 'text', of: ({ revenueCode }) => revenueCode },
  { name: 'modifiers', type: 'text[]', of: ({ modifiers }) => modifiers },
  { name: 'charge_amount', type: 'numeric', of: ({ charge }) => money(charge) },
  { name: 'paid_amount', type: 'numeric', of: ({ paid }) => money(paid) },
  { name: 'allowed_amount', type: 'numeric', of: ({ allowed }) => money(allowed) },
  { name: 'units', type: 'numeric', of: ({ units }) => units },
  { name: 'date_of_service', type: 'date', of: ({ serviceDate }) => serviceDate },
  { name: 'date_of_service_end', type: 'date', of: ({ serviceDateEnd }) => serviceDateEnd },
  { name: 'denied', type: 'boolean', of: ({ verdict }) => verdict.denied },
  { name: 'is_duplicate', type: 'boolean', of: ({ verdict }) => verdict.duplicate },
  { name: 'denied_amount', type: 'numeric', of: ({ verdict }) => money(verdict.deniedAmount) },
  { name: 'denial_group', type: 'text', of: ({ verdict }) => verdict.group },
  { name: 'denial_carc', type: 'text', of: ({ verdict }) => verdict.carc },
  { name: 'denial_rarc', type: 'text', of: ({ verdict }) => verdict.rarc },
  { name: 'denial_reason', type: 'text', of: ({ verdict }) => verdict.reason },
  { name: 'imbalance', type: 'numeric', of: ({ imbalance }) => money(imbalance) },
]

interface AdjustmentRow extends AdjustmentRecord {
  id: number
  lineNumber: number
  position: number
}

/** Line 0 is the claim level. */
function adjustmentsOf({ id, record }: DecisionDraft): AdjustmentRow[] {
  const level = (lineNumber: number, adjustments: readonly AdjustmentRecord[]) =>
    adjustments.map((adjustment, at) => ({ id, lineNumber, position: at + 1, ...adjustment }))
  return [...level(0, record.adjustments), ...record.lines.flatMap(({ lineNumber, adjustments }) => level(lineNumber, adjustments))]
}

const adjustmentColumns: readonly BulkColumn<AdjustmentRow>[] = [
  { name: 'adjudication_id', type: 'int8', of: ({ id }) => id },
  { name: 'line_number', type: 'int', of: ({ lineNumber }) => lineNumber },
  { name: 'position', type: 'int', of: ({ position }) => position },
  { name: 'group_code', type: 'text', of: ({ group }) => group },
  { name: 'carc', type: 'text', of: ({ carc }) => carc },
  { name: 'amount', type: 'numeric', of: ({ amount }) => money(amount) },
  { name: 'quantity', type: 'numeric', of: ({ quantity }) => quantity },
]

interface RemarkRow {
  id: number
  lineNumber: number
  position: number
  source: 'LQ' | 'MIA' | 'MOA'
  code: string
}

function remarksOf({ id, record }: DecisionDraft): RemarkRow[] {
  return [
    ...record.remarks.map(({ source, code }, at) => ({ id, lineNumber: 0, position: at + 1, source, code })),
    ...record.lines.flatMap(({ lineNumber, remarks }) => remarks.map((code, at) => ({ id, lineNumber, position: at + 1, source: 'LQ' as const, code }))),
  ]
}

const remarkColumns: readonly BulkColumn<RemarkRow>[] = [
  { name: 'adjudication_id', type: 'int8', of: ({ id }) => id },
  { name: 'line_number', type: 'int', of: ({ lineNumber }) => lineNumber },
  { name: 'position', type: 'int', of: ({ position }) => position },
  { name: 'source', type: 'text', of: ({ source }) => source },
  { name: 'rarc', type: 'text', of: ({ code }) => code },
]

const queueColumns: readonly BulkColumn<DecisionDraft>[] = [
  { name: 'adjudication_id', type: 'int8', of: ({ id }) => id },
  { name: 'candidates', type: 'text[]', of: ({ candidates }) => candidates },
]
