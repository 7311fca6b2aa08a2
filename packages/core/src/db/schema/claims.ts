import { sql } from 'drizzle-orm'
import { bigint, boolean, foreignKey, index, integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { count, day, key, moment, money, oneOf, organizationId } from './columns.ts'
import { payerRanks } from '../../imports/records.ts'

export const claimStatuses = ['pending', 'paid', 'partially_denied', 'denied', 'appealed', 'overturned'] as const
export const claimTypes = ['professional', 'institutional', 'dental', 'pharmacy'] as const
export const claimUses = ['claim', 'preauthorization', 'predetermination'] as const
/** Where submission_date comes from: said by the claim, by the payer as its date of receipt, or only estimated by the day of service. */
export const submissionBases = ['stated', 'payer_received', 'service_date'] as const
export const outcomes = ['paid', 'partially_denied', 'denied'] as const

/**
 * One claim. The first half is as received; the second half (from `status` on) is derived from its adjudications and appeals by
 * src/adjudication/derive.ts and nothing else writes it. Claims and what hangs on them are written in bulk by the merge alone, which knows each
 * payer, provider and claim that it names: foreign keys, checked row by row, would halve its speed (ADR 0011).
 */
export const claims = pgTable(
  'claims',
  {
    organizationId: organizationId(),
    id: key('id').notNull(),
    importId: bigint('import_id', { mode: 'number' }).notNull(),
    patientControlNumber: key('patient_control_number'),
    payerControlNumber: key('payer_control_number'),
    payerId: key('payer_id'),
    providerId: key('provider_id'),
    renderingProviderId: key('rendering_provider_id'),
    claimType: text('claim_type', { enum: claimTypes }),
    use: text('use', { enum: claimUses }).notNull().default('claim'),
    frequencyCode: text('frequency_code'),
    patientName: text('patient_name'),
    patientDob: day('patient_dob'),
    patientSex: text('patient_sex'),
    memberId: text('member_id'),
    memberGroupId: text('member_group_id'),
    dateOfService: day('date_of_service'),
    dateOfServiceEnd: day('date_of_service_end'),
    submissionDate: day('submission_date'),
    submissionBasis: text('submission_basis', { enum: submissionBases }),
    placeOfService: text('place_of_service'),
    billedAmount: money('billed_amount').notNull(),
    procedureCodes: text('procedure_codes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    diagnosisCodes: text('diagnosis_codes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    modifiers: text('modifiers')
      .array()
      .notNull()
      .default(sql`'{}'`),
    policyIds: text('policy_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    priorAuthorization: text('prior_authorization'),
    referralNumber: text('referral_number'),
    referringProviderId: key('referring_provider_id'),
    /** Who sent it (837 loop 1000A), and who is insured where that is not the patient. */
    submitter: text('submitter'),
    subscriberName: text('subscriber_name'),
    subscriberRelationship: text('subscriber_relationship'),
    /** False while the claim is known by a remittance alone: the claim as submitted joins it when that arrives. */
    isSubmitted: boolean('is_submitted').notNull().default(true),
    /** The day on which a submission of frequency 8 took it back. */
    voidedOn: day('voided_on'),
    /** What the source said of its own status and reason. */
    reportedStatus: text('reported_status'),
    reportedReason: text('reported_reason'),
    /** Fields of the source that have no column, as they came. */
    extra: jsonb('extra').notNull().default({}),

    status: text('status', { enum: claimStatuses }).notNull().default('pending'),
    processingDate: day('processing_date'),
    paidAmount: money('paid_amount').notNull().default('0'),
    patientResponsibility: money('patient_responsibility'),
    allowedAmount: money('allowed_amount'),
    firstDecidedOn: day('first_decided_on'),
    firstDeniedOn: day('first_denied_on'),
    /** Outcome of the primary payer's first decision, and of its latest; null while there is none in force. */
    initialOutcome: text('initial_outcome', { enum: outcomes }),
    finalOutcome: text('final_outcome', { enum: outcomes }),
    /** Every denial of the first decision is a duplicate (CARC 18): outside the denial rate. */
    isDuplicate: boolean('is_duplicate').notNull().default(false),
    denialReason: text('denial_reason'),
    denialGroup: text('denial_group'),
    denialCarc: text('denial_carc'),
    denialRarc: text('denial_rarc'),
    /** Charges denied at the first decision, and those still denied at the latest. */
    deniedAmount: money('denied_amount').notNull().default('0'),
    openDeniedAmount: money('open_denied_amount').notNull().default('0'),
    lineCount: count('line_count'),
    /** Lines denied at the first decision for a reason, and those denied as duplicates, which stand in no rate. */
    deniedLineCount: count('denied_line_count'),
    duplicateLineCount: count('duplicate_line_count'),
    appealStatus: text('appeal_status'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    oneOf('claims_status_known', t.status, claimStatuses),
    oneOf('claims_type_known', t.claimType, claimTypes),
    oneOf('claims_use_known', t.use, claimUses),
    oneOf('claims_submission_basis_known', t.submissionBasis, submissionBases),
    oneOf('claims_initial_outcome_known', t.initialOutcome, outcomes),
    oneOf('claims_final_outcome_known', t.finalOutcome, outcomes),
    index('idx_claims_status_date').on(t.organizationId, t.status, t.dateOfService.desc()),
    index('idx_claims_provider_status').on(t.organizationId, t.providerId, t.status),
    index('idx_claims_denial_reason')
      .on(t.organizationId, t.denialReason, t.dateOfService)
      .where(sql`denial_reason is not null`),
    index('idx_claims_submission').on(t.organizationId, t.submissionDate.desc(), t.id),
    index('idx_claims_service').on(t.organizationId, t.dateOfService, t.payerId),
    index('idx_claims_billed').on(t.organizationId, t.billedAmount.desc(), t.id),
    index('idx_claims_denied_amount')
      .on(t.organizationId, t.deniedAmount.desc(), t.id)
      .where(sql`denied_amount > 0`),
    // Who rendered the service, else who billed, as measures/provider-daily has it: under row-level security no index on a coalesce is used.
    index('idx_claims_served_by').on(
      t.organizationId,
      sql`(case when rendering_provider_id is null then provider_id else rendering_provider_id end)`,
      t.dateOfService,
    ),
    index('idx_claims_payer_denied')
      .on(t.organizationId, t.payerId, t.submissionDate)
      .where(sql`denial_reason is not null`),
    index('idx_claims_control_number').on(t.organizationId, t.patientControlNumber, t.dateOfService),
    // Rows of an import stand together: a BRIN index finds them for next to nothing.
    index('idx_claims_import').using('brin', t.organizationId, t.importId),
  ],
)

/** One service line of a claim. From `status` on derived, as for the claim. */
export const claimLineItems = pgTable(
  'claim_line_items',
  {
    organizationId: organizationId(),
    claimId: key('claim_id').notNull(),
    lineNumber: integer('line_number').notNull(),
    importId: bigint('import_id', { mode: 'number' }).notNull(),
    controlNumber: key('control_number'),
    procedureCode: key('procedure_code'),
    revenueCode: key('revenue_code'),
    modifiers: text('modifiers')
      .array()
      .notNull()
      .default(sql`'{}'`),
    diagnosisCodes: text('diagnosis_codes')
      .array()
      .notNull()
      .default(sql`'{}'`),
    placeOfService: text('place_of_service'),
    units: numeric('units'),
    unitsType: text('units_type'),
    ndcCode: text('ndc_code'),
    dateOfService: day('date_of_service'),
    dateOfServiceEnd: day('date_of_service_end'),
    billedAmount: money('billed_amount').notNull(),
    renderingProviderId: key('rendering_provider_id'),
    editsFired: text('edits_fired')
      .array()
      .notNull()
      .default(sql`'{}'`),
    policiesTriggered: text('policies_triggered')
      .array()
      .notNull()
      .default(sql`'{}'`),
    extra: jsonb('extra').notNull().default({}),

    status: text('status', { enum: claimStatuses }).notNull().default('pending'),
    paidAmount: money('paid_amount').notNull().default('0'),
    allowedAmount: money('allowed_amount'),
    firstDecidedOn: day('first_decided_on'),
    /** Date of the first decision, when that denied the line. */
    denialDate: day('denial_date'),
    denialReason: text('denial_reason'),
    denialGroup: text('denial_group'),
    denialCarc: text('denial_carc'),
    denialRarc: text('denial_rarc'),
    initiallyDenied: boolean('initially_denied').notNull().default(false),
    finallyDenied: boolean('finally_denied').notNull().default(false),
    isDuplicate: boolean('is_duplicate').notNull().default(false),
    patternsTriggered: text('patterns_triggered')
      .array()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.claimId, t.lineNumber] }),
    oneOf('claim_line_items_status_known', t.status, claimStatuses),
    index('idx_claim_line_import').using('brin', t.organizationId, t.importId),
    index('idx_claim_line_denial_reason')
      .on(t.organizationId, t.denialReason)
      .where(sql`denial_reason is not null`),
    index('idx_claim_line_procedure').on(t.organizationId, t.procedureCode),
  ],
)

/** Who is to pay a claim, in order, as its submission says; and what a payer before had paid by then. */
export const claimPayers = pgTable(
  'claim_payers',
  {
    organizationId: organizationId(),
    claimId: key('claim_id').notNull(),
    rank: text('rank', { enum: payerRanks }).notNull(),
    payerId: key('payer_id'),
    memberId: text('member_id'),
    memberGroupId: text('member_group_id'),
    claimFilingCode: text('claim_filing_code'),
    paidAmount: money('paid_amount'),
    paidOn: day('paid_on'),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.claimId, t.rank] }), oneOf('claim_payers_rank_known', t.rank, payerRanks)],
)

/** Submissions of a claim after its first: replaced (frequency 7), taken back (8), or sent again. */
export const claimSubmissions = pgTable(
  'claim_submissions',
  {
    organizationId: organizationId(),
    /** (import_id << 32) + position in the file. */
    id: bigint('id', { mode: 'number' }).notNull(),
    claimId: key('claim_id').notNull(),
    frequencyCode: text('frequency_code'),
    submittedOn: day('submitted_on'),
    billedAmount: money('billed_amount').notNull(),
    payerControlNumber: key('payer_control_number'),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.id] }), index('idx_claim_submissions_claim').on(t.organizationId, t.claimId)],
)

/** What files say of an appeal; a person may also have taken it back, which no payer decides. */
export const reportedOutcomes = ['pending', 'upheld', 'overturned', 'partially_overturned'] as const
export const appealOutcomes = [...reportedOutcomes, 'withdrawn'] as const

export const claimAppeals = pgTable(
  'claim_appeals',
  {
    organizationId: organizationId(),
    claimId: key('claim_id').notNull(),
    level: integer('level').notNull(),
    importId: bigint('import_id', { mode: 'number' }),
    appealDate: day('appeal_date'),
    deadline: day('deadline'),
    outcome: text('outcome', { enum: appealOutcomes }).notNull().default('pending'),
    /** The payer's day; null for an appeal that was withdrawn, which the payer did not decide. */
    decidedOn: day('decided_on'),
    recoveredAmount: money('recovered_amount'),
    /** What closed it, where no file said so: `remittance` or `person`. */
    closedBy: text('closed_by'),
    reportedStatus: text('reported_status'),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** Lines that it is about; none: the claim as a whole. */
    lineNumbers: integer('line_numbers')
      .array()
      .notNull()
      .default(sql`'{}'`),
    disputedAmount: money('disputed_amount'),
    note: text('note'),
    withdrawnOn: day('withdrawn_on'),
    /** Who filed it here, and who said how it ended; null for what a file or a remittance said. */
    recordedBy: text('recorded_by'),
    decidedBy: text('decided_by'),
    /** When a person last said something of it: undoing an import that came before leaves that alone. */
    changedAt: moment('changed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.claimId, t.level] }),
    foreignKey({ columns: [t.organizationId, t.claimId], foreignColumns: [claims.organizationId, claims.id] }).onDelete('cascade'),
    oneOf('claim_appeals_outcome_known', t.outcome, appealOutcomes),
    index('idx_claim_appeals_date').on(t.organizationId, t.appealDate),
    index('idx_claim_appeals_decided').on(t.organizationId, t.decidedOn),
  ],
)
