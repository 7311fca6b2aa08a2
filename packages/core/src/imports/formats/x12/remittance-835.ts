import { decimalText, type Cents } from '../../../money.ts'
import { ClaimPayment } from './claim-payment.ts'
import { Faults, textAt, type Elements } from './fields.ts'
import type { Outbox, Position, X12IssueCode } from './issues.ts'
import type { Parties } from './parties.ts'
import { PaymentHeaderReader, type PaymentHeader, type TransactionFacts } from './payment-header.ts'
import { readProviderAdjustments } from './provider-adjustments.ts'
import type { TransactionReader } from './transaction.ts'

type Phase = 'header' | 'detail' | 'summary'

type Place = 'header' | 'header or claim' | 'detail' | 'claim' | 'summary' | 'harmless'
interface Rule {
  place: Place
  /** Elements it may have at most, where more of them mean that a terminator was lost and the next segment, perhaps a claim, hides in it. */
  longest: number
}

/** Where the segments of an 835 belong. `harmless` ones are of the header and carry nothing Overturn keeps. */
const rules = new Map<string, Rule>()
const place = (where: Place, segments: Record<string, number>) => Object.entries(segments).forEach(([id, longest]) => rules.set(id, { place: where, longest }))
place('header', { BPR: Infinity, TRN: Infinity, N1: Infinity })
place('harmless', { NTE: Infinity, CUR: Infinity, N2: Infinity, N3: Infinity, N4: Infinity, RDM: Infinity })
place('header or claim', { REF: 4, DTM: 6, PER: Infinity, NM1: 12 })
place('detail', { LX: 1, TS3: Infinity, TS2: Infinity, CLP: 14 })
place('claim', { CAS: Infinity, MIA: Infinity, MOA: 9, AMT: 3, QTY: 4, SVC: Infinity, LQ: 2 })
place('summary', { PLB: Infinity })

/** Far beyond what the guide allows in one claim payment (999 lines); memory must not grow with a file that never ends its claim. */
const LONGEST_CLAIM = 200_000
/** Segments that mean money or a decision; outside of a transaction they are a loss, not an oddity. */
export const isRemittanceSegment = (id: string) => id === 'BPR' || id === 'CLP' || id === 'SVC' || id === 'PLB'

/**
 * One 835 transaction, 4010 or 5010: header, claim payments, provider adjustments, in this order. A segment that has no place where it
 * stands breaks the structure: keeping the rest would put its facts on the wrong claim. Memory holds one claim payment.
 */
export class RemittanceReader implements TransactionReader {
  readonly #out: Outbox
  readonly #parties: Parties
  readonly #component: string
  readonly #facts: TransactionFacts
  readonly #headerReader: PaymentHeaderReader
  #phase: Phase = 'header'
  #header: PaymentHeader | null = null
  #claim: ClaimPayment | null = null
  #claims = 0
  #segments = 0
  /** After damage, partial reading skips what belongs to a claim that was given up. */
  #skipping = false
  /** Sum of CLP04 less sum of PLB; null once a part of it could not be read. */
  #total: Cents | null = 0

  constructor(out: Outbox, parties: Parties, component: string, facts: TransactionFacts) {
    this.#out = out
    this.#parties = parties
    this.#component = component
    this.#facts = facts
    this.#headerReader = new PaymentHeaderReader(out, facts)
  }

  take(elements: Elements, at: Position): void {
    const id = elements[0] ?? ''
    const rule = rules.get(id)
    this.#segments++
    if (!rule) return this.#breakAt(at, `${named(id)} has no place in an 835`, this.#expected())
    if (elements.length - 1 > rule.longest && elements.slice(rule.longest + 1).some(Boolean)) {
      return this.#breakAt(at, `${id} has too many elements`, 'a segment terminator')
    }
    switch (rule.place) {
      case 'claim':
        return this.#takeForClaim(id, elements, at)
      case 'header or claim':
        return this.#phase === 'header' ? this.#takeForHeader(id, elements, at) : this.#takeForClaim(id, elements, at)
      case 'header':
        return this.#takeForHeader(id, elements, at)
      case 'detail':
        return this.#takeDetail(id, elements, at)
      case 'summary':
        return this.#takeSummary(elements, at)
      case 'harmless':
        return this.#misplaced(id, at, this.#phase !== 'header')
    }
  }

  close(at: Position): void {
    if (this.#segments === 0) return this.#out.warn(this.#finding('x12.835.empty', 'The 835 transaction is empty: SE follows ST.', at))
    this.#leaveHeader(at)
    this.#closeClaim()
    this.#checkBalance(at)
  }

  abandon(at: Position, found: string, cut: Elements = []): void {
    const [id = ''] = cut
    if (endsClaim(id)) this.#closeClaim()
    if (id === 'CLP') this.#claims++
    const lost = this.#claim || id === 'CLP' ? `; claim payment ${this.#claims} is not complete` : ''
    this.#claim = null
    const message = `835 transaction ${this.#facts.ref} is cut off${lost}. Expected ${this.#expected()} or SE, found ${found}`
    this.#out.refuse(this.#finding('x12.truncated', message, at))
    if (this.#phase === 'header' && this.#headerReader.hasPayment) this.#leaveHeader(at)
  }

  #takeForHeader(id: string, elements: Elements, at: Position): void {
    const second = id === 'BPR' && this.#headerReader.hasPayment
    const stray = id === 'NM1' && !['PR', 'PE'].includes(textAt(elements, 1) ?? '')
    if (this.#phase !== 'header' || second || stray) return this.#breakAt(at, `${named(id)} is out of order`, this.#expected())
    this.#headerReader.take(elements, at)
  }

  #takeDetail(id: string, elements: Elements, at: Position): void {
    this.#closeClaim()
    this.#skipping = false
    this.#leaveHeader(at)
    if (this.#phase === 'summary') this.#reopen(id, at)
    if (id !== 'CLP') return
    this.#claims++
    const faults = new Faults(this.#out, `claim payment ${this.#claims} of transaction ${this.#facts.ref}`)
    this.#claim = new ClaimPayment(elements, at, { header: this.#header!, component: this.#component, parties: this.#parties, faults })
  }

  #takeForClaim(id: string, elements: Elements, at: Position): void {
    if (this.#claim && at.number - this.#claim.at.number > LONGEST_CLAIM) return this.#breakAt(at, 'a claim payment has no end', 'CLP, PLB or SE')
    if (this.#claim) return this.#claim.take(elements, at)
    if (!this.#skipping) this.#breakAt(at, `${id} stands outside of a claim payment`, this.#phase === 'summary' ? 'PLB or SE' : 'CLP')
  }

  #takeSummary(elements: Elements, at: Position): void {
    this.#leaveHeader(at)
    this.#closeClaim()
    this.#skipping = false
    this.#phase = 'summary'
    const ref = this.#header?.ref ?? null
    if (ref === null) return this.#out.reject(this.#finding('x12.835.no-payment-header', 'PLB has no readable payment to belong to; it was not taken in.', at))
    const sum = readProviderAdjustments(elements, at, ref, this.#component, this.#out)
    this.#total = sum === null || this.#total === null ? null : this.#total - sum
  }

  /** Claim payments after PLB: out of order, but whole, so that a partial reading keeps them. */
  #reopen(id: string, at: Position): void {
    if (!this.#out.partial) this.#breakAt(at, `${id} follows PLB`, 'PLB or SE')
    this.#misplaced(id, at, true)
    this.#phase = 'detail'
  }

  #misplaced(id: string, at: Position, really: boolean): void {
    if (really) this.#out.warn(this.#finding('x12.835.misplaced-segment', `${id} is out of order.`, at))
  }

  #leaveHeader(at: Position): void {
    if (this.#phase !== 'header') return
    this.#phase = 'detail'
    if (!this.#headerReader.hasPayment) {
      this.#out.refuse(this.#finding('x12.835.no-payment-header', `835 transaction ${this.#facts.ref} has no payment header. Expected BPR after ST`, at))
    }
    this.#header = this.#headerReader.finish(at, this.#parties)
  }

  #closeClaim(): void {
    const decision = this.#claim?.finish()
    if (decision) {
      this.#out.emit(decision)
      if (this.#total !== null) this.#total += decision.paid
    } else if (this.#claim) this.#total = null
    this.#claim = null
  }

  /** Damage. In a partial reading the open claim payment is given up, because what is lost may have been part of it. */
  #breakAt(at: Position, what: string, expected: string): void {
    const lost = this.#claim ? `; claim payment ${this.#claims} was given up` : ''
    const message = `835 transaction ${this.#facts.ref}: ${what}${this.#out.partial ? lost : ''}. Expected ${expected}`
    this.#out.refuse(this.#finding('x12.835.broken-structure', message, at))
    this.#claim = null
    this.#skipping = this.#phase !== 'header'
    this.#total = null
  }

  #checkBalance(at: Position): void {
    const header = this.#header
    if (!header || header.ref === null || this.#total === null || this.#total === header.payment) return
    const [stated, counted, difference] = [header.payment, this.#total, header.payment - this.#total].map(decimalText)
    const message = `The payment does not balance: BPR02 is ${stated}, its claim payments less provider adjustments are ${counted}, difference ${difference}.`
    this.#out.warn({ ...this.#finding('x12.835.payment-out-of-balance', message, at), field: 'BPR02' })
  }

  #expected(): string {
    if (this.#phase === 'header') return this.#headerReader.hasPayment ? 'TRN, DTM, N1, LX or CLP' : 'BPR'
    return this.#phase === 'summary' ? 'PLB' : 'a segment of the claim payment, LX, CLP, PLB'
  }

  #finding(code: X12IssueCode, message: string, at: Position) {
    return { code, message, at, record: `transaction ${this.#facts.ref}` }
  }
}

/** Even a piece of a segment that cannot stand in a claim payment proves that the one before it is whole. */
const endsClaim = (id: string) => id === 'SE' || ['detail', 'summary'].includes(rules.get(id)?.place ?? '')

/** A segment id fit for a message: damaged text could be a piece of a name. */
export const named = (id: string) => (/^[A-Z][A-Z0-9]{1,2}$/.test(id) ? `Segment ${id}` : 'A segment without a readable id')
