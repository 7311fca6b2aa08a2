import { sql } from 'drizzle-orm'
import { bigint, boolean, foreignKey, index, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { decisionKinds, payerRanks } from '../../imports/records.ts'
import { outcomes } from './claims.ts'
import { day, key, moment, money, oneOf, organizationId } from './columns.ts'
import { imports } from './imports.ts'
import { payers } from './payers.ts'

/** One 835 transaction: a payment, or the notice that there is none. */
export const remittances = pgTable(
  'remittances',
  {
    organizationId: organizationId(),
    /** (import_id << 32) + number within the file: known before it is written, and an import's rows are one range. */
    id: bigint('id', { mode: 'number' }).notNull(),
    importId: bigint('import_id', { mode: 'number' }).notNull(),
    payerId: key('payer_id'),
    payeeProviderId: key('payee_provider_id'),
    traceNumber: text('trace_number'),
    paymentMethod: text('payment_method'),
    paymentAmount: money('payment_amount').notNull(),
    paymentDate: day('payment_date'),
    productionDate: day('production_date'),
    interchangeControl: text('interchange_control'),
    transactionControl: text('transaction_control'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId, t.importId], foreignColumns: [imports.organizationId, imports.id] }),
    foreignKey({ columns: [t.organizationId, t.payerId], foreignColumns: [payers.organizationId, payers.id] }),
    index('idx_remittances_trace').on(t.organizationId, t.traceNumber),
  ],
)

/** `alone`: no claim was there, it is known by the remittance. `ambiguous`: several were, and somebody is to say which. `by_hand`: somebody did. */
export const matchBases = ['payer_control_number', 'dates_and_charge', 'dates', 'charge', 'alone', 'ambiguous', 'by_hand'] as const

/** One adjudication of one claim: facts as received, never overwritten. No foreign keys, as for claims (ADR 0011). */
export const adjudications = pgTable(
  'adjudications',
  {
    organizationId: organizationId(),
    /** (import_id << 32) + staged position. */
    id: bigint('id', { mode: 'number' }).notNull(),
    importId: bigint('import_id', { mode: 'number' }).notNull(),
    claimId: key('claim_id').notNull(),
    remittanceId: bigint('remittance_id', { mode: 'number' }),
    payerId: key('payer_id'),
    kind: text('kind', { enum: decisionKinds }).notNull(),
    payerRank: text('payer_rank', { enum: payerRanks }),
    /** CLP02 as received. */
    statusCode: text('status_code'),
    decidedOn: day('decided_on'),
    chargeAmount: money('charge_amount').notNull(),
    paidAmount: money('paid_amount').notNull(),
    patientResponsibility: money('patient_responsibility'),
    allowedAmount: money('allowed_amount'),
    /** As the decision says it; its claim can have another, or get one. */
    patientControlNumber: key('patient_control_number'),
    payerControlNumber: key('payer_control_number'),
    claimFilingCode: text('claim_filing_code'),
    facilityCode: text('facility_code'),
    frequencyCode: text('frequency_code'),
    outcome: text('outcome', { enum: outcomes }),
    isDuplicate: boolean('is_duplicate').notNull().default(false),
    /** Claim-level verdict; it decides only where there are no lines. */
    denied: boolean('denied').notNull().default(false),
    deniedAmount: money('denied_amount').notNull().default('0'),
    denialGroup: text('denial_group'),
    denialCarc: text('denial_carc'),
    denialRarc: text('denial_rarc'),
    denialReason: text('denial_reason'),
    reportedReason: text('reported_reason'),
    /** Charge less adjustments less payment; 0.00 when it balances. */
    imbalance: money('imbalance').notNull().default('0'),
    /** Derived: false where its amount is no cash: a statement that another one or a remittance replaces, a reversal that waits for its original. */
    isCash: boolean('is_cash').notNull().default(true),
    /** How its claim was found; null where the source names it. */
    matchBasis: text('match_basis', { enum: matchBases }),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    oneOf('adjudications_match_basis_known', t.matchBasis, matchBases),
    oneOf('adjudications_kind_known', t.kind, decisionKinds),
    oneOf('adjudications_rank_known', t.payerRank, payerRanks),
    oneOf('adjudications_outcome_known', t.outcome, outcomes),
    index('idx_adjudications_claim').on(t.organizationId, t.claimId, t.decidedOn, t.id),
    index('idx_adjudications_remittance')
      .on(t.organizationId, t.remittanceId)
      .where(sql`remittance_id is not null`),
    index('idx_adjudications_decided').on(t.organizationId, t.decidedOn),
  ],
)

export const adjudicationLines = pgTable(
  'adjudication_lines',
  {
    organizationId: organizationId(),
    adjudicationId: bigint('adjudication_id', { mode: 'number' }).notNull(),
    lineNumber: integer('line_number').notNull(),
    /** The claim line it decides, once matched. */
    claimLineNumber: integer('claim_line_number'),
    controlNumber: key('control_number'),
    qualifier: text('qualifier'),
    procedureCode: key('procedure_code'),
    revenueCode: key('revenue_code'),
    modifiers: text('modifiers')
      .array()
      .notNull()
      .default(sql`'{}'`),
    chargeAmount: money('charge_amount').notNull(),
    paidAmount: money('paid_amount').notNull(),
    allowedAmount: money('allowed_amount'),
    units: numeric('units'),
    dateOfService: day('date_of_service'),
    dateOfServiceEnd: day('date_of_service_end'),
    denied: boolean('denied').notNull().default(false),
    isDuplicate: boolean('is_duplicate').notNull().default(false),
    deniedAmount: money('denied_amount').notNull().default('0'),
    denialGroup: text('denial_group'),
    denialCarc: text('denial_carc'),
    denialRarc: text('denial_rarc'),
    denialReason: text('denial_reason'),
    imbalance: money('imbalance').notNull().default('0'),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.adjudicationId, t.lineNumber] })],
)

/** One reason/amount/quantity triplet of a CAS. `line_number` 0 is the claim level. */
export const adjustments = pgTable(
  'adjustments',
  {
    organizationId: organizationId(),
    adjudicationId: bigint('adjudication_id', { mode: 'number' }).notNull(),
    lineNumber: integer('line_number').notNull(),
    position: integer('position').notNull(),
    groupCode: text('group_code').notNull(),
    carc: key('carc').notNull(),
    amount: money('amount').notNull(),
    quantity: numeric('quantity'),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.adjudicationId, t.lineNumber, t.position] })],
)

export const remarkSources = ['LQ', 'MIA', 'MOA'] as const

export const adjudicationRemarks = pgTable(
  'adjudication_remarks',
  {
    organizationId: organizationId(),
    adjudicationId: bigint('adjudication_id', { mode: 'number' }).notNull(),
    lineNumber: integer('line_number').notNull(),
    position: integer('position').notNull(),
    source: text('source', { enum: remarkSources }).notNull(),
    rarc: key('rarc').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.adjudicationId, t.lineNumber, t.position] }),
    oneOf('adjudication_remarks_source_known', t.source, remarkSources),
    // The two that say whether there is a right to appeal: few, and asked for of every open denial.
    index('idx_adjudication_remarks_rights')
      .on(t.organizationId, t.adjudicationId)
      .where(sql`rarc in ('MA130', 'N211')`),
  ],
)

/** One reason/amount pair of a PLB: money moved at provider level (recoupment, interest, forwarding balance). */
export const providerLevelAdjustments = pgTable(
  'provider_level_adjustments',
  {
    organizationId: organizationId(),
    remittanceId: bigint('remittance_id', { mode: 'number' }).notNull(),
    position: integer('position').notNull(),
    providerIdentifier: text('provider_identifier').notNull(),
    fiscalPeriodEnd: day('fiscal_period_end'),
    reasonCode: key('reason_code').notNull(),
    reference: text('reference'),
    amount: money('amount').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.remittanceId, t.position] }),
    foreignKey({ columns: [t.organizationId, t.remittanceId], foreignColumns: [remittances.organizationId, remittances.id] }).onDelete('cascade'),
  ],
)

export const matchStates = ['open', 'resolved', 'dismissed'] as const

/** A decision that fits several claims equally well. Until somebody says which, it stands on a claim of its own, so that no cash is missing. */
export const matchQueue = pgTable(
  'match_queue',
  {
    organizationId: organizationId(),
    adjudicationId: bigint('adjudication_id', { mode: 'number' }).notNull(),
    candidates: text('candidates').array().notNull(),
    state: text('state', { enum: matchStates }).notNull().default('open'),
    resolvedClaimId: key('resolved_claim_id'),
    resolvedBy: text('resolved_by'),
    resolvedAt: moment('resolved_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.adjudicationId] }),
    oneOf('match_queue_state_known', t.state, matchStates),
    index('idx_match_queue_open')
      .on(t.organizationId, t.adjudicationId)
      .where(sql`state = 'open'`),
  ],
)
