import type { IsoDate } from '../../../dates.ts'
import type { Patient, Subscriber } from '../../records.ts'
import { dateAt, textAt, type Elements, type Faults } from './fields.ts'
import type { Position } from './issues.ts'
import type { Depth } from './level-path.ts'
import { nameOf, type Parties } from './parties.ts'
import { PayerLoop } from './payer-loop.ts'
import { ProviderDraft } from './provider-draft.ts'

interface Person {
  name: string | null
  memberId: string | null
  dateOfBirth: IsoDate | null
  sex: string | null
}
/** DMG03 in the words that every format uses; U (unknown) is unknown. */
const SEXES: Readonly<Record<string, string>> = { F: 'female', M: 'male' }
const nobody = (): Person => ({ name: null, memberId: null, dateOfBirth: null, sex: null })

/** What the claims of an 837 stand in: its header (1000A, 1000B) and the levels of billing provider, subscriber and patient (2000A to 2010CA). */
export class Levels {
  submitter: string | null = null
  receiver: string | null = null
  /** BHT04. */
  submittedOn: IsoDate | null = null
  /** The payer the claims are sent to (2000B, 2010BB). */
  payer: PayerLoop | null = null
  #billing: ProviderDraft | null = null
  #billingTaxonomy: string | null = null
  #subscriber = nobody()
  #patient: Person | null = null
  /** PAT01. */
  #relationship: string | null = null
  /** Whom the segments after an NM1 tell more of. */
  #current: ProviderDraft | PayerLoop | null = null
  readonly #faults: Faults

  constructor(faults: Faults) {
    this.#faults = faults
  }

  /** HL: what was said at this depth and below it ends. */
  open(depth: Depth): void {
    this.#current = null
    this.#patient = null
    this.#relationship = null
    if (depth === 3) this.#patient = nobody()
    if (depth === 3) return
    this.payer = null
    this.#subscriber = nobody()
    if (depth === 2) return
    this.#billing = null
    this.#billingTaxonomy = null
  }

  take(elements: Elements, at: Position): void {
    switch (elements[0]) {
      case 'BHT':
        this.submittedOn = dateAt(elements, 4, this.#faults, at)
        return
      case 'SBR':
        this.#current = this.payer = new PayerLoop(elements)
        return
      case 'PAT':
        this.#relationship = textAt(elements, 1)
        return
      case 'NM1':
        return this.#party(elements, at)
      case 'DMG':
        return this.#demographics(elements, at)
      default:
        this.#more(elements, at)
    }
  }

  billingProviderId(parties: Parties): string | null {
    return parties.name(this.#billing?.record() ?? null)
  }

  /** The patient is the subscriber unless there is a patient level; the member id is the subscriber's where the patient has none of its own. */
  patient(): Patient {
    const { name, dateOfBirth, sex, memberId } = this.#patient ?? this.#subscriber
    return { name, dateOfBirth, sex, memberId: memberId ?? this.#subscriber.memberId, groupId: this.payer?.groupId ?? null }
  }

  /** SBR02 says that somebody else than the subscriber is the patient, and nobody says who. */
  get lacksPatient(): boolean {
    return !this.#patient && !['18', undefined, null].includes(this.payer?.relationship)
  }

  /** Null where the subscriber is the patient. */
  subscriber(): Subscriber | null {
    if (!this.#patient) return null
    const { name, memberId } = this.#subscriber
    return { name, memberId, relationship: this.#relationship ?? this.payer?.relationship ?? null }
  }

  /** 41 sends, 40 receives, 85 bills, IL is insured, PR pays, QC is the patient; 87 and PE are addresses and plans to pay to. */
  #party(elements: Elements, at: Position): void {
    this.#current = null
    switch (textAt(elements, 1)) {
      case '41':
        this.submitter = nameOf(elements) ?? textAt(elements, 9)
        return
      case '40':
        this.receiver = nameOf(elements) ?? textAt(elements, 9)
        return
      case '85':
        this.#current = this.#billing = new ProviderDraft(elements, this.#billingTaxonomy)
        return
      case 'QC':
        this.#patient = { ...nobody(), ...personOf(elements) }
        return
      case 'IL':
        Object.assign(this.#subscriber, personOf(elements))
        this.payer?.take(elements, at, this.#faults)
        return
      case 'PR':
        this.#current = this.payer ??= new PayerLoop([])
        this.payer.take(elements, at, this.#faults)
    }
  }

  #demographics(elements: Elements, at: Position): void {
    const person = this.#patient ?? this.#subscriber
    person.dateOfBirth = dateAt(elements, 2, this.#faults, at)
    person.sex = SEXES[textAt(elements, 3) ?? ''] ?? null
  }

  /** The taxonomy stands before the billing provider's name. */
  #more(elements: Elements, at: Position): void {
    if (elements[0] === 'PRV' && textAt(elements, 1) === 'BI') this.#billingTaxonomy = textAt(elements, 3)
    if (this.#current instanceof ProviderDraft) this.#current.take(elements)
    if (this.#current instanceof PayerLoop) this.#current.take(elements, at, this.#faults)
  }
}

const personOf = (elements: Elements) => ({ name: nameOf(elements), memberId: textAt(elements, 9) })
