import { adjudicate, imbalanceOf, NOT_DENIED } from '../../../adjudication/rules.ts'
import { decimalText } from '../../../money.ts'
import type { DecisionKind, DecisionRecord, PayerRank } from '../../records.ts'
import { adjustmentsOf } from './adjustments.ts'
import { amountAt, dateAt, optionalAmountAt, textAt, type ClaimFaults, type Elements } from './fields.ts'
import { rejectLongIds } from './ids.ts'
import type { Position } from './issues.ts'
import { nameOf, partyOfNM1, providerOf, type Parties } from './parties.ts'
import type { PaymentHeader } from './payment-header.ts'
import { ServiceLine } from './service-line.ts'

/** CLP02 says how the claim was processed, not whether it was paid. */
const STATUSES = new Map<string, [DecisionKind, PayerRank | null]>([
  ['1', ['original', 'primary']],
  ['2', ['original', 'secondary']],
  ['3', ['original', 'tertiary']],
  ['4', ['original', 'primary']],
  ['19', ['original', 'primary']],
  ['20', ['original', 'secondary']],
  ['21', ['original', 'tertiary']],
  ['22', ['reversal', null]],
  ['23', ['not_our_claim', null]],
  ['25', ['predetermination', null]],
])
/** Where MIA and MOA carry remark codes. */
const REMARKS = { MIA: [5, 20, 21, 22, 23], MOA: [3, 4, 5, 6, 7] } as const
/** Segments that belong to the claim even where a line is open, though they should come before it. */
const CLAIM_ONLY = new Set(['NM1', 'MIA', 'MOA'])
const CLAIM_DATES = new Set(['232', '233', '050', '036'])

/** What a claim payment takes from the transaction it stands in. */
export interface ClaimContext {
  header: PaymentHeader
  component: string
  parties: Parties
  faults: ClaimFaults
}

/** One CLP with what follows it up to the next: loop 2100 and its lines. */
export class ClaimPayment {
  readonly at: Position
  readonly faults: ClaimFaults
  readonly #record: DecisionRecord
  readonly #component: string
  readonly #parties: Parties
  #line: ServiceLine | null = null
  #hasPatient = false
  #insuredId: string | null = null
  #correctedId: string | null = null

  constructor(elements: Elements, at: Position, { header, component, parties, faults }: ClaimContext) {
    this.at = at
    this.faults = faults
    this.#component = component
    this.#parties = parties
    const statusCode = textAt(elements, 2)
    const [decisionKind, payerRank] = this.#statusOf(statusCode)
    this.#record = {
      kind: 'decision',
      remittance: header.ref,
      claimId: null,
      patientControlNumber: textAt(elements, 1),
      payerControlNumber: textAt(elements, 7),
      payerId: header.payerId,
      providerId: header.providerId,
      renderingProviderId: null,
      decisionKind,
      payerRank,
      statusCode,
      decidedOn: header.paymentDate,
      receivedOn: null,
      charge: amountAt(elements, 3, faults, at),
      paid: amountAt(elements, 4, faults, at),
      patientResponsibility: optionalAmountAt(elements, 5, faults, at),
      allowed: null,
      claimFilingCode: textAt(elements, 6),
      facilityCode: textAt(elements, 8),
      frequencyCode: textAt(elements, 9),
      patient: { name: null, dateOfBirth: null, sex: null, memberId: null, groupId: null },
      serviceDate: null,
      serviceDateEnd: null,
      adjustments: [],
      remarks: [],
      lines: [],
      verdict: NOT_DENIED,
      imbalance: 0,
      reportedReason: null,
    }
  }

  /** Whether the patient of a next claim payment comes, of which the CLP is lost: this one has its patient, or lines already. */
  isFollowedBy(elements: Elements): boolean {
    return elements[0] === 'NM1' && elements[1] === 'QC' && (this.#hasPatient || this.#line !== null || this.#record.lines.length > 0)
  }

  take(elements: Elements, at: Position): void {
    const id = elements[0] ?? ''
    if (id === 'SVC') return this.#openLine(elements, at)
    if (this.#line && !this.#belongsToClaim(elements)) return this.#line.take(elements, at)
    if (this.#line) this.faults.warn('x12.835.misplaced-segment', `${id} of the claim comes after its service lines.`, at)
    this.#takeForClaim(id, elements, at)
  }

  /** The decision with its verdicts and balance; null when an amount in it could not be read or an id is too long. */
  finish(): DecisionRecord | null {
    this.#closeLine()
    const record = this.#record
    record.patient.memberId ??= this.#insuredId ?? this.#correctedId
    this.#deriveFromLines()
    rejectLongIds(record, this.faults, this.at)
    if (this.faults.rejected) return null
    const { verdict, lineVerdicts } = adjudicate({ ...record, remarks: record.remarks.map(({ code }) => code) })
    record.verdict = verdict
    record.lines.forEach((line, index) => (line.verdict = lineVerdicts[index] ?? NOT_DENIED))
    record.imbalance = imbalanceOf(record.charge, record.paid, [...record.adjustments, ...record.lines.flatMap((line) => line.adjustments)])
    if (record.imbalance !== 0) this.#tellImbalance()
    return record
  }

  #takeForClaim(id: string, elements: Elements, at: Position): void {
    const record = this.#record
    switch (id) {
      case 'CAS':
        record.adjustments.push(...adjustmentsOf(elements, this.faults, at))
        return
      case 'NM1':
        return this.#party(elements)
      case 'MIA':
      case 'MOA':
        for (const index of REMARKS[id]) {
          const code = textAt(elements, index)
          if (code) record.remarks.push({ source: id, code })
        }
        return
      case 'REF':
        if (textAt(elements, 1) === '1L') record.patient.groupId = textAt(elements, 2)
        return
      case 'DTM':
        return this.#date(elements, at)
      case 'LQ':
        return this.faults.warn('x12.835.code-not-kept', 'LQ stands on the claim; it belongs to a service line.', at, 'LQ02')
    }
  }

  #statusOf(code: string | null): [DecisionKind, PayerRank | null] {
    const known = STATUSES.get(code ?? '')
    if (!known) this.faults.warn('x12.835.unknown-claim-status', 'CLP02 is not a claim status of the 835 guide.', this.at, 'CLP02')
    return known ?? ['original', null]
  }

  #belongsToClaim(elements: Elements): boolean {
    return CLAIM_ONLY.has(elements[0] ?? '') || (elements[0] === 'DTM' && CLAIM_DATES.has(elements[1] ?? ''))
  }

  #openLine(elements: Elements, at: Position): void {
    this.#closeLine()
    this.#line = new ServiceLine(elements, at, this.#record.lines.length + 1, this.#component, this.faults)
  }

  #closeLine(): void {
    if (this.#line) this.#record.lines.push(this.#line.finish())
    this.#line = null
  }

  /** QC is the patient, IL the subscriber where another, 74 the payer's correction, 82 who rendered. TT and PR name further payers. */
  #party(elements: Elements): void {
    const { patient } = this.#record
    switch (textAt(elements, 1)) {
      case 'QC':
        this.#hasPatient = true
        patient.name = nameOf(elements)
        patient.memberId = textAt(elements, 9)
        return
      case 'IL':
        this.#insuredId = textAt(elements, 9)
        return
      case '74':
        this.#correctedId = textAt(elements, 9)
        return
      case '82':
        this.#record.renderingProviderId = this.#parties.name(providerOf(partyOfNM1(elements)))
    }
  }

  #date(elements: Elements, at: Position): void {
    const date = dateAt(elements, 2, this.faults, at)
    switch (textAt(elements, 1)) {
      case '232':
        this.#record.serviceDate = date
        return
      case '233':
        this.#record.serviceDateEnd = date
        return
      case '050':
        this.#record.receivedOn = date
    }
  }

  /** Dates of service are the claim's own, else the range of its lines'. The allowed amount is the lines' where every line has one. */
  #deriveFromLines(): void {
    const record = this.#record
    const starts = record.lines.flatMap((line) => line.serviceDate ?? []).sort()
    const ends = record.lines.flatMap((line) => line.serviceDateEnd ?? []).sort()
    record.serviceDateEnd ??= record.serviceDate ?? ends.at(-1) ?? null
    record.serviceDate ??= starts[0] ?? null
    const allowed = record.lines.flatMap((line) => line.allowed ?? [])
    if (allowed.length > 0 && allowed.length === record.lines.length) record.allowed = allowed.reduce((sum, amount) => sum + amount, 0)
  }

  #tellImbalance(): void {
    const { charge, paid, imbalance } = this.#record
    const message = `The claim payment does not balance: charge ${decimalText(charge)}, paid ${decimalText(paid)}, unexplained ${decimalText(imbalance)}.`
    this.faults.warn('x12.835.claim-out-of-balance', message, this.at, 'CLP04')
  }
}
