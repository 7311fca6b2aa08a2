/** What a column can look like; a guess compares the values of the column with it. */
export type FieldKind = 'text' | 'key' | 'date' | 'amount' | 'quantity' | 'npi' | 'codes' | 'modifiers' | 'group' | 'reason-codes' | 'remark-codes'

export interface CsvField {
  /** For people. */
  label: string
  kind: FieldKind
  /** May stand in several columns, which are read in their order. */
  several?: true
  /** What tables call it, in words; abbreviations and the order of the words make no difference. */
  names: readonly string[]
}

/** Everything that a column of a table of claims can say, in the order in which people read it. */
export const csvFields = {
  claimId: { label: 'Claim id', kind: 'key', names: ['claim id', 'claim number', 'claim', 'claim reference', 'claim reference number', 'claim key'] },
  patientControlNumber: {
    label: 'Patient control number',
    kind: 'key',
    names: ['patient control number', 'pcn', 'patient account number', 'patient account', 'account number', 'encounter number', 'visit number'],
  },
  payerControlNumber: {
    label: "Payer's claim number",
    kind: 'key',
    names: ['payer control number', 'payer claim number', 'payer claim id', 'payer claim control number', 'claim control number', 'icn', 'dcn'],
  },
  lineNumber: { label: 'Line number', kind: 'quantity', names: ['line number', 'line', 'claim line number', 'service line number', 'line item number'] },
  payerName: {
    label: 'Payer name',
    kind: 'text',
    names: [
      'payer name',
      'payer',
      'primary payer',
      'insurance',
      'insurance name',
      'insurance company',
      'primary insurance',
      'carrier',
      'carrier name',
      'health plan',
      // One word each: as two, "Co Insurance" would be one of them.
      'insco',
      'insuranceco',
    ],
  },
  payerId: { label: 'Payer id', kind: 'key', names: ['payer id', 'payer number', 'payer code', 'carrier id', 'carrier code'] },
  providerName: {
    label: 'Billing provider name',
    kind: 'text',
    names: ['provider name', 'provider', 'billing provider', 'billing provider name', 'practice', 'practice name', 'facility', 'facility name'],
  },
  providerId: { label: 'Billing provider id', kind: 'key', names: ['provider id', 'provider number', 'billing provider id', 'provider code'] },
  providerNpi: { label: 'Billing provider NPI', kind: 'npi', names: ['npi', 'provider npi', 'billing npi', 'billing provider npi', 'group npi'] },
  renderingProvider: {
    label: 'Rendering provider',
    kind: 'text',
    names: [
      'rendering provider',
      'rendering npi',
      'rendering provider npi',
      'rendering provider name',
      'servicing provider',
      'performing provider',
      'physician',
    ],
  },
  patientName: {
    label: 'Patient name',
    kind: 'text',
    several: true,
    names: ['patient name', 'patient', 'member name', 'patient first name', 'patient last name', 'first name', 'last name'],
  },
  dateOfBirth: { label: 'Date of birth', kind: 'date', names: ['date of birth', 'patient date of birth', 'birthday'] },
  memberId: {
    label: 'Member id',
    kind: 'key',
    names: ['member id', 'member number', 'subscriber id', 'subscriber number', 'insured id', 'policy number', 'insurance member id', 'mbi'],
  },
  serviceDate: {
    label: 'Service date',
    kind: 'date',
    names: ['service date', 'date of service', 'service from date', 'date of service from', 'service start date', 'from date', 'line service date'],
  },
  serviceDateEnd: {
    label: 'Service date, last day',
    kind: 'date',
    names: ['service to date', 'date of service to', 'service end date', 'service through date', 'to date', 'through date'],
  },
  submissionDate: {
    label: 'Submission date',
    kind: 'date',
    names: ['submission date', 'submitted date', 'claim submission date', 'bill date', 'billed date', 'billing date', 'filed date', 'sent date'],
  },
  decisionDate: {
    label: 'Decision date',
    kind: 'date',
    names: [
      'decision date',
      'processed date',
      'processing date',
      'adjudication date',
      'adjudicated date',
      'remit date',
      'remittance date',
      'paid date',
      'payment date',
      'check date',
      'denial date',
      'denied date',
      'era date',
      'finalized date',
    ],
  },
  procedureCode: {
    label: 'Procedure code',
    kind: 'codes',
    names: ['procedure code', 'procedure', 'cpt', 'cpt code', 'hcpcs', 'hcpcs code', 'cpt hcpcs', 'cpt hcpcs code', 'service code', 'cdt code'],
  },
  revenueCode: { label: 'Revenue code', kind: 'codes', names: ['revenue code'] },
  modifiers: {
    label: 'Modifiers',
    kind: 'modifiers',
    several: true,
    names: ['modifier', 'modifier 1', 'modifier 2', 'modifier 3', 'modifier 4', 'procedure modifier', 'cpt modifier'],
  },
  diagnosisCodes: {
    label: 'Diagnosis codes',
    kind: 'codes',
    several: true,
    names: [
      'diagnosis',
      'diagnosis code',
      'primary diagnosis',
      'primary diagnosis code',
      'principal diagnosis',
      'principal diagnosis code',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((number) => [`diagnosis ${number}`, `diagnosis code ${number}`]),
    ],
  },
  placeOfService: { label: 'Place of service', kind: 'codes', names: ['place of service', 'place of service code'] },
  units: { label: 'Units', kind: 'quantity', names: ['unit', 'quantity', 'service unit', 'unit of service', 'billed unit', 'unit billed'] },
  priorAuthorization: {
    label: 'Prior authorization number',
    kind: 'key',
    names: ['prior authorization', 'prior authorization number', 'authorization number', 'authorization', 'precertification number'],
  },
  billed: {
    label: 'Billed amount',
    kind: 'amount',
    names: [
      'billed amount',
      'billed',
      'charge',
      'charge amount',
      'line charge',
      'line charge amount',
      'billed charge',
      'submitted charge',
      'submitted amount',
      'total charge',
      'total charge amount',
      'total billed',
      'total billed amount',
      'claim amount',
      'claim charge',
      'claim charge amount',
    ],
  },
  allowed: { label: 'Allowed amount', kind: 'amount', names: ['allowed amount', 'allowed', 'total allowed', 'contracted amount'] },
  paid: {
    label: 'Paid amount',
    kind: 'amount',
    names: [
      'paid amount',
      'paid',
      'payment',
      'payment amount',
      'insurance paid',
      'insurance paid amount',
      'insurance payment',
      'payer paid',
      'payer paid amount',
      'payer payment',
      'total paid',
      'total payment',
      'line paid amount',
      'claim paid amount',
    ],
  },
  patientResponsibility: {
    label: 'Patient responsibility',
    kind: 'amount',
    names: ['patient responsibility', 'patient responsibility amount', 'member responsibility', 'patient share', 'patient portion'],
  },
  status: { label: 'Status', kind: 'text', names: ['status', 'claim status', 'adjudication status', 'outcome', 'claim outcome', 'disposition', 'line status'] },
  adjustmentGroup: {
    label: 'Adjustment group code',
    kind: 'group',
    names: ['group code', 'adjustment group', 'adjustment group code', 'claim adjustment group code', 'cas group', 'carc group', 'carc group code'],
  },
  carc: {
    label: 'Reason code (CARC)',
    kind: 'reason-codes',
    names: [
      'carc',
      'carc code',
      'reason code',
      'denial code',
      'denial reason code',
      'adjustment reason code',
      'adjustment code',
      'claim adjustment reason code',
      'cas code',
      'cas reason code',
    ],
  },
  adjustmentAmount: {
    label: 'Denied or adjusted amount',
    kind: 'amount',
    names: ['denied amount', 'denial amount', 'adjustment amount', 'adjusted amount', 'cas amount', 'denied charge'],
  },
  rarc: {
    label: 'Remark code (RARC)',
    kind: 'remark-codes',
    names: ['rarc', 'rarc code', 'remark code', 'remittance remark code', 'remittance advice remark code'],
  },
  denialReason: {
    label: 'Denial reason, text',
    kind: 'text',
    names: ['denial reason', 'reason', 'denial description', 'denial reason description', 'reason description', 'denial reason text', 'rejection reason'],
  },
} as const satisfies Record<string, CsvField>

export type FieldName = keyof typeof csvFields
export const fieldNames = Object.keys(csvFields) as FieldName[]

/** The field of that name, where there is one. */
export const fieldOf = (name: string): CsvField | null => (Object.hasOwn(csvFields, name) ? csvFields[name as FieldName] : null)
