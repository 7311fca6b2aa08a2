import { decimalText } from '../../../money.ts'
import type { ClaimRecord } from '../../records.ts'
import { ClaimLine, isService } from './claim-line-837.ts'
import { ClaimProviders } from './claim-providers.ts'
import { Diagnoses } from './diagnoses.ts'
import { amountAt, partsOf, textAt, type ClaimFaults, type Elements } from './fields.ts'
import { rejectLongIds } from './ids.ts'
import type { Position } from './issues.ts'
import type { Levels } from './levels-837.ts'
import type { Parties } from './parties.ts'
import { inOrder, PayerLoop } from './payer-loop.ts'
import { periodAt } from './periods.ts'

/** What a claim takes from the transaction it stands in. */
export interface ClaimContext837 {
  levels: Levels
  claimType: ClaimRecord['claimType']
  component: string
  parties: Parties
  faults: ClaimFaults
}

/** One CLM with what follows it up to the next: loop 2300, its other payers (2320, 2330) and its lines (2400). */
export class Claim {
  readonly at: Position
  readonly faults: ClaimFaults
  readonly #context: ClaimContext837
  readonly #record: ClaimRecord
  readonly #diagnoses = new Diagnoses()
  readonly #providers = new ClaimProviders()
  readonly #otherPayers: PayerLoop[] = []
  readonly #lines: ClaimLine[] = []
  /** The payer of the line's SVD. */
  #decidedBy: PayerLoop | null = null

  constructor(elements: Elements, at: Position, context: ClaimContext837) {
    this.at = at
    this.faults = context.faults
    this.#context = context
    const { levels, parties } = context
    const place = partsOf(elements[5] ?? '', context.component)
    this.#record = {
      kind: 'claim',
      id: null,
      patientControlNumber: textAt(elements, 1),
      payerId: null,
      providerId: levels.billingProviderId(parties),
      renderingProviderId: null,
      claimType: context.claimType,
      use: textAt(elements, 19) === 'PB' ? 'predetermination' : 'claim',
      frequencyCode: textAt(place, 2),
      patient: levels.patient(),
      serviceDate: null,
      serviceDateEnd: null,
      submissionDate: levels.submittedOn,
      placeOfService: textAt(place, 0),
      billed: amountAt(elements, 2, this.faults, at),
      procedureCodes: [],
      diagnosisCodes: [],
      modifiers: [],
      priorAuthorization: null,
      lines: [],
      appeals: [],
      policyIds: [],
      reportedStatus: null,
      reportedReason: null,
      extra: levels.receiver === null ? {} : { receiver: levels.receiver },
      payerControlNumber: null,
      referringProviderId: null,
      referralNumber: null,
      submitter: levels.submitter,
      subscriber: levels.subscriber(),
      payers: [],
    }
  }

  /**
   * The depth of the level whose HL is missing where a segment can only stand in a level: those after it would say somebody else's facts
   * of this claim. Null where the segment is in its place. Other payers of a claim have an insured and a patient of their own.
   */
  levelLostAt(elements: Elements): 1 | 2 | 3 | null {
    const id = elements[0]
    const amongPayers = this.#lines.length === 0 && this.#otherPayers.length > 0
    if (id === 'PAT') return 3
    if (id === 'SBR') return this.#lines.length > 0 ? 2 : null
    if (id !== 'NM1') return null
    const role = textAt(elements, 1)
    if (role === '41' || role === '40' || role === '87') return 1
    if (amongPayers) return null
    return role === '85' ? 1 : role === 'IL' ? 2 : role === 'QC' ? 3 : null
  }

  take(elements: Elements, at: Position): void {
    const id = elements[0] ?? ''
    const line = this.#lines.at(-1)
    const payer = this.#otherPayers.at(-1)
    if (id === 'LX' || isService(id)) return this.#takeService(id, elements, at)
    if (id === 'SBR') return void this.#otherPayers.push(new PayerLoop(elements))
    if (id === 'HI') {
      if (line || payer) this.faults.warn('x12.837.misplaced-segment', 'HI of the claim comes after its other payers or its lines.', at)
      return this.#diagnoses.take(elements, this.#context.component)
    }
    if (line) return this.#takeForLine(line, elements, at)
    if (payer) return payer.take(elements, at, this.faults)
    this.#takeForClaim(id, elements, at)
  }

  /** The claim with what its lines say of it; null when an amount in it could not be read or an id is too long. */
  finish(): ClaimRecord | null {
    if (this.faults.rejected) return null
    const record = this.#record
    const { parties } = this.#context
    record.diagnosisCodes = this.#diagnoses.all()
    Object.assign(record, this.#providers.finish(parties, record.extra))
    this.#finishPayers()
    this.#finishLines()
    rejectLongIds(record, this.faults, this.at)
    if (this.faults.rejected) return null
    this.#check()
    return record
  }

  #takeForClaim(id: string, elements: Elements, at: Position): void {
    switch (id) {
      case 'DTP':
        return this.#date(elements, at)
      case 'REF':
        return this.#reference(elements)
      case 'NM1':
      case 'PRV':
        return this.#providers.take(elements)
    }
  }

  #takeService(id: string, elements: Elements, at: Position): void {
    let line = this.#lines.at(-1)
    if (id === 'LX' || !line || line.hasService) {
      if (id !== 'LX') this.faults.warn('x12.837.line-without-number', `${id} has no LX before it.`, at)
      line = new ClaimLine(at, this.#context.component, this.faults)
      this.#lines.push(line)
      this.#decidedBy = null
    }
    line.take(elements, at)
  }

  /** SVD and what follows it say what an earlier payer decided: that is not the claim's to tell, but when it was decided is. */
  #takeForLine(line: ClaimLine, elements: Elements, at: Position): void {
    const payerId = elements[0] === 'SVD' ? textAt(elements, 1) : null
    if (payerId !== null) this.#decidedBy = this.#otherPayers.find(({ statedId }) => statedId === payerId) ?? null
    if (elements[0] === 'DTP' && textAt(elements, 1) === '573') return this.#decidedBy?.decidedOn(elements, at, this.faults)
    line.take(elements, at)
  }

  /** 472 is the day of service, 434 the statement's, 435 the admission, 454 the first treatment. */
  #date(elements: Elements, at: Position): void {
    const qualifier = textAt(elements, 1)
    if (qualifier !== '472' && qualifier !== '434' && qualifier !== '435' && qualifier !== '454') return
    const period = periodAt(elements, this.faults, at)
    const record = this.#record
    if (!period) return
    if (qualifier === '435') record.extra.admissionDate = period.start
    else if (qualifier === '454') record.extra.initialTreatmentDate = period.start
    else if (qualifier === '472' || record.serviceDate === null) {
      record.serviceDate = period.start
      record.serviceDateEnd = period.end
    }
  }

  #reference(elements: Elements): void {
    const number = textAt(elements, 2)
    switch (textAt(elements, 1)) {
      case 'G1':
        this.#record.priorAuthorization = number
        return
      case '9F':
        this.#record.referralNumber = number
        return
      case 'F8':
        this.#record.payerControlNumber = number
    }
  }

  #finishPayers(): void {
    const record = this.#record
    const { levels, parties } = this.#context
    const payers = levels.payer ? [levels.payer, ...this.#otherPayers] : this.#otherPayers
    record.payers = inOrder(payers).map(({ loop, rank }) => {
      const payer = loop.finish(parties, rank)
      if (loop === levels.payer) record.payerId = payer.payerId
      return payer
    })
    if (payers.some(({ order }) => order === null)) {
      this.faults.warn('x12.837.unknown-payer-rank', 'SBR01 does not say in which order a payer of the claim pays.', this.at, 'SBR01')
    }
  }

  /** What a line leaves out is the claim's (guide: stated only where it differs); the days of service are the claim's, else its lines'. */
  #finishLines(): void {
    const record = this.#record
    for (const draft of this.#lines) {
      const line = draft.finish(record.lines.length + 1, this.#diagnoses, this.#context.parties)
      record.priorAuthorization ??= draft.priorAuthorization
      record.referralNumber ??= draft.referralNumber
      record.claimType ??= draft.claimType
      if (!line) {
        this.faults.warn('x12.837.line-without-service', 'A line has no SV1, SV2 or SV3; it is left out of the claim.', draft.at)
        continue
      }
      line.renderingProviderId ??= record.renderingProviderId
      if (draft.claimType !== 'institutional') {
        line.placeOfService ??= record.placeOfService
        line.serviceDateEnd ??= record.serviceDateEnd
        line.serviceDate ??= record.serviceDate
      }
      record.lines.push(line)
    }
    record.procedureCodes = [...new Set(record.lines.flatMap((line) => line.procedureCode ?? []))]
    record.modifiers = [...new Set(record.lines.flatMap((line) => line.modifiers))]
    if (record.serviceDate !== null) return
    record.serviceDate = record.lines.flatMap((line) => line.serviceDate ?? []).sort()[0] ?? null
    record.serviceDateEnd =
      record.lines
        .flatMap((line) => line.serviceDateEnd ?? [])
        .sort()
        .at(-1) ?? null
  }

  #check(): void {
    const { patientControlNumber, payerId, providerId, lines, billed } = this.#record
    const warn = this.faults.warn.bind(this.faults)
    if (patientControlNumber === null) warn('x12.837.no-control-number', 'The claim has no patient control number.', this.at, 'CLM01')
    if (providerId === null) warn('x12.837.no-provider', 'The claim names no billing provider.', this.at, 'NM1')
    if (payerId === null) warn('x12.837.no-payer', 'The claim names no payer that it is sent to.', this.at, 'NM1')
    if (lines.length === 0) return warn('x12.837.no-lines', 'The claim has no service lines.', this.at, 'CLM02')
    const sum = lines.reduce((total, line) => total + line.billed, 0)
    if (sum === billed) return
    const message = `The lines do not add up to the claim: CLM02 is ${decimalText(billed)}, the lines are ${decimalText(sum)}.`
    warn('x12.837.lines-out-of-balance', message, this.at, 'CLM02')
  }
}
