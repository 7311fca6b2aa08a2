import { decimalText, type Cents } from '../../../money.ts'
import { ClaimPayment } from './claim-payment.ts'
import type { Excerpt } from './excerpt.ts'
import { ClaimFaults, textAt, type Elements } from './fields.ts'
import { LONGEST_CLAIM, named, type Finding, type Outbox, type Position, type X12IssueCode } from './issues.ts'
import type { Parties } from './parties.ts'
import { PaymentHeaderReader, type PaymentHeader } from './payment-header.ts'
import { readProviderAdjustments } from './provider-adjustments.ts'
import { endsClaim, segments835 } from './segments-835.ts'
import { noteSource } from './source.ts'
import type { Segment } from './tokenizer.ts'
import type { ReaderContext, TransactionFacts, TransactionReader } from './transaction.ts'

type Phase = 'header' | 'detail' | 'summary'

/** Depths of what is kept for the content of a rejection; the payment header is at 0. */
const DEPTH = { LX: 1, CLP: 2 } as const

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
  /** Why the last claim payment was given up; told when its last segment is known. */
  #loss: Finding | null = null
  readonly #excerpt: Excerpt
  /** Sum of CLP04 less sum of PLB; null once a part of it could not be read. */
  #total: Cents | null = 0

  constructor({ out, parties, component, excerpt }: ReaderContext, facts: TransactionFacts) {
    this.#out = out
    this.#parties = parties
    this.#component = component
    this.#excerpt = excerpt
    this.#facts = facts
    this.#headerReader = new PaymentHeaderReader(out, facts)
  }

  take(elements: Elements, at: Segment): void {
    const id = elements[0] ?? ''
    const rule = segments835.get(id)
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
        this.#excerpt.keep(at.text)
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
    const message = `835 transaction ${this.#facts.ref} is cut off${lost}. Expected ${this.#expected()} or SE, found ${found}`
    const finding = this.#finding('x12.truncated', message, at)
    if (this.#claim) this.#giveUp(finding)
    else this.#out.refuse(finding)
    this.#excerpt.keepPiece(cut)
    this.#settle()
    if (this.#phase === 'header' && this.#headerReader.hasPayment) this.#leaveHeader(at)
  }

  #takeForHeader(id: string, elements: Elements, at: Segment): void {
    const second = id === 'BPR' && this.#headerReader.hasPayment
    const stray = id === 'NM1' && !['PR', 'PE'].includes(textAt(elements, 1) ?? '')
    if (this.#phase !== 'header' || second || stray) return this.#breakAt(at, `${named(id)} is out of order`, this.#expected())
    this.#excerpt.keep(at.text)
    this.#headerReader.take(elements, at)
  }

  #takeDetail(id: string, elements: Elements, at: Segment): void {
    this.#closeClaim()
    this.#skipping = false
    this.#leaveHeader(at)
    if (this.#phase === 'summary') this.#reopen(id, at)
    if (id !== 'CLP' && id !== 'LX') return
    this.#excerpt.open(DEPTH[id])
    this.#excerpt.keep(at.text)
    if (id === 'LX') return
    this.#claims++
    const faults = new ClaimFaults(this.#out, `claim payment ${this.#claims} of transaction ${this.#facts.ref}`)
    this.#claim = new ClaimPayment(elements, at, { header: this.#header!, component: this.#component, parties: this.#parties, faults })
  }

  #takeForClaim(id: string, elements: Elements, at: Segment): void {
    if (this.#claim && at.number - this.#claim.at.number > LONGEST_CLAIM) return this.#breakAt(at, 'a claim payment has no end', 'CLP, PLB or SE')
    if (this.#claim?.isFollowedBy(elements)) return this.#breakAt(at, 'a second patient (NM1*QC) stands in a claim payment; the CLP before it is lost', 'CLP')
    if (this.#claim || this.#skipping) this.#excerpt.keep(at.text)
    if (this.#claim) this.#claim.take(elements, at)
    else if (!this.#skipping) this.#breakAt(at, `${id} stands outside of a claim payment`, this.#phase === 'summary' ? 'PLB or SE' : 'CLP')
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
  #reopen(id: string, at: Segment): void {
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
      noteSource(decision, this.#claim!.at, this.#excerpt)
      this.#out.emit(decision)
      if (this.#total !== null) this.#total += decision.paid
    } else if (this.#claim) this.#total = null
    this.#settle()
    this.#claim = null
  }

  /** What was lost is told with all its segments, in one issue. */
  #settle(): void {
    this.#claim?.faults.settle(this.#excerpt)
    if (this.#loss) this.#out.refuse({ ...this.#loss, content: this.#excerpt.text() })
    this.#loss = null
  }

  #giveUp(finding: Finding): void {
    if (!this.#out.partial) this.#out.refuse(finding)
    this.#claim?.faults.settle(null)
    this.#loss = finding
    this.#claim = null
    this.#total = null
  }

  /** Damage. In a partial reading the open claim payment is given up, because what is lost may have been part of it. */
  #breakAt(at: Segment, what: string, expected: string): void {
    const lost = this.#claim ? `; claim payment ${this.#claims} was given up` : ''
    const message = `835 transaction ${this.#facts.ref}: ${what}${this.#out.partial ? lost : ''}. Expected ${expected}`
    const finding = this.#finding('x12.835.broken-structure', message, at)
    if (this.#claim) this.#giveUp(finding)
    else this.#out.refuse(finding)
    if (this.#phase === 'detail') this.#excerpt.keep(at.text)
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

  #finding(code: X12IssueCode, message: string, at: Position): Finding {
    return { code, message, at, record: `transaction ${this.#facts.ref}` }
  }
}
