import type { IsoDate } from '../../../dates.ts'
import type { Cents } from '../../../money.ts'
import type { RemittanceRecord } from '../../records.ts'
import { amountAt, dateAt, Faults, textAt, type Elements } from './fields.ts'
import { isTooLong } from './ids.ts'
import type { Outbox, Position } from './issues.ts'
import { partyOfN1, partyOfNM1, payerOf, providerOf, type Parties, type Party } from './parties.ts'
import type { TransactionFacts } from './transaction.ts'

/** What the claim payments of a transaction need to know of it. */
export interface PaymentHeader {
  /** Null when BPR was missing or unreadable: then there is no remittance to refer to. */
  ref: number | null
  payment: Cents
  payerId: string | null
  providerId: string | null
  paymentDate: IsoDate | null
}

const TAX_ID = 'TJ'

/** BPR, TRN, DTM and the N1 loops before the first LX: who pays whom, how much and when. */
export class PaymentHeaderReader {
  readonly #out: Outbox
  readonly #facts: TransactionFacts
  readonly #faults: Faults
  #bpr: { at: Position; payment: Cents; method: string | null; date: IsoDate | null } | null = null
  #traceNumber: string | null = null
  #productionDate: IsoDate | null = null
  #payer: Party | null = null
  #payee: Party | null = null
  #current: 'PR' | 'PE' | null = null
  #payerOtherId: string | null = null
  #payeeTaxId: string | null = null

  constructor(out: Outbox, facts: TransactionFacts) {
    this.#out = out
    this.#facts = facts
    this.#faults = new Faults(out, `payment of transaction ${facts.ref}`)
  }

  get hasPayment(): boolean {
    return this.#bpr !== null
  }

  take(elements: Elements, at: Position): void {
    switch (elements[0]) {
      case 'BPR':
        this.#bpr = { at, payment: amountAt(elements, 2, this.#faults, at), method: textAt(elements, 4), date: dateAt(elements, 16, this.#faults, at) }
        return
      case 'TRN':
        this.#traceNumber ??= textAt(elements, 2)
        return
      case 'DTM':
        if (textAt(elements, 1) === '405') this.#productionDate = dateAt(elements, 2, this.#faults, at)
        return
      case 'N1':
        return this.#party(textAt(elements, 1), partyOfN1(elements))
      case 'NM1':
        this.#faults.warn('x12.835.misplaced-segment', 'Payer or payee is named by NM1; an 835 names it by N1.', at)
        return this.#party(textAt(elements, 1), partyOfNM1(elements))
      case 'REF':
        return this.#reference(elements)
    }
  }

  /** Hands out payer, payee and remittance, in this order. */
  finish(at: Position, parties: Parties): PaymentHeader {
    const payerId = this.#kept(parties.name(this.#payer && payerOf(this.#payer, this.#payerOtherId)), at, 'N1')
    const providerId = this.#kept(parties.name(this.#payee && providerOf(this.#payee, this.#payeeTaxId)), at, 'N1')
    this.#traceNumber = this.#kept(this.#traceNumber, at, 'TRN02')
    const paymentDate = this.#bpr?.date ?? this.#productionDate
    const ref = this.#bpr && !this.#faults.rejected ? this.#facts.ref : null
    if (!payerId) this.#faults.warn('x12.835.no-payer', 'The remittance names no payer.', at, 'N1')
    if (!paymentDate)
      this.#faults.warn('x12.835.no-payment-date', 'The remittance has neither a payment date (BPR16) nor a production date (DTM*405).', at, 'BPR16')
    const payment = this.#bpr?.payment ?? 0
    if (ref !== null) this.#out.emit(this.#remittance(ref, { payerId, providerId, paymentDate, payment }))
    return { ref, payment, payerId, providerId, paymentDate }
  }

  /** The payment counts without an id that is too long to be kept. */
  #kept(id: string | null, at: Position, field: string): string | null {
    if (!isTooLong(id)) return id
    this.#faults.warn('x12.id-too-long', `The id in ${field} of the payment is too long; it was left out.`, at, field)
    return null
  }

  #remittance(ref: number, { payerId, providerId, paymentDate, payment }: Omit<PaymentHeader, 'ref'>): RemittanceRecord {
    return {
      kind: 'remittance',
      ref,
      payerId,
      payeeProviderId: providerId,
      traceNumber: this.#traceNumber,
      paymentMethod: this.#bpr?.method ?? null,
      payment,
      paymentDate,
      productionDate: this.#productionDate,
      interchangeControl: this.#facts.interchangeControl,
      transactionControl: this.#facts.transactionControl,
    }
  }

  #party(role: string | null, party: Party): void {
    this.#current = role === 'PR' || role === 'PE' ? role : null
    if (role === 'PR') this.#payer ??= party
    if (role === 'PE') this.#payee ??= party
  }

  #reference(elements: Elements): void {
    const qualifier = textAt(elements, 1)
    if (this.#current === 'PR' && qualifier === '2U') this.#payerOtherId ??= textAt(elements, 2)
    if (this.#current === 'PE' && qualifier === TAX_ID) this.#payeeTaxId ??= textAt(elements, 2)
  }
}
