import type { Delimiters } from './delimiters.ts'
import { Excerpt } from './excerpt.ts'
import { partsOf, textAt, type Elements } from './fields.ts'
import { named, type Outbox, type Position } from './issues.ts'
import { Parties } from './parties.ts'
import { readerOf, setOfSegment } from './readers.ts'
import type { Segment } from './tokenizer.ts'
import { checkCount, checkControl, isCutOff } from './trailers.ts'
import type { OpenTransaction } from './transaction.ts'
import { reportSets, type SetCounts } from './transaction-sets.ts'

interface Interchange {
  control: string | null
  text: string
  groups: number
}
interface Group {
  control: string | null
  text: string
  version: string | null
  transactions: number
}

/**
 * ISA, GS, ST and their trailers. What is wrong with an envelope alone is a warning: the transactions inside are whole. What is wrong
 * inside a transaction is for its reader to judge.
 */
export class Envelope {
  readonly #out: Outbox
  readonly #parties: Parties
  readonly #sets: SetCounts = new Map()
  #interchange: Interchange | null = null
  #group: Group | null = null
  #transaction: OpenTransaction | null = null
  #transactions = 0
  #sawIsa = false

  constructor(out: Outbox) {
    this.#out = out
    this.#parties = new Parties(out)
  }

  take(segment: Segment, delimiters: Delimiters): void {
    const elements = partsOf(segment.text, delimiters.element)
    if (!segment.terminated && this.#isDamaged(elements, segment, delimiters)) return
    switch (elements[0]) {
      case 'ISA':
        return this.#openInterchange(elements, segment)
      case 'GS':
        return this.#openGroup(elements, segment)
      case 'ST':
        return this.#openTransaction(elements, segment, delimiters)
      case 'SE':
        return this.#closeTransaction(elements, segment)
      case 'GE':
        return this.#closeGroup(elements, segment)
      case 'IEA':
        return this.#closeInterchange(elements, segment)
      default:
        return this.#takeInside(elements, segment)
    }
  }

  /** The end of the file: what is still open was cut off. */
  end(at: Position): void {
    this.#leaveTransaction(at, 'the end of the file')
    this.#leaveGroup(at)
    this.#leaveInterchange(at)
    reportSets(this.#sets, this.#out, at)
  }

  #openInterchange(elements: Elements, at: Segment): void {
    this.#leaveTransaction(at, 'ISA')
    this.#leaveGroup(at)
    this.#leaveInterchange(at)
    this.#sawIsa = true
    this.#interchange = { control: textAt(elements, 13), text: at.text, groups: 0 }
    this.#out.emit({ kind: 'interchange', controlNumber: this.#interchange.control ?? '' })
  }

  #openGroup(elements: Elements, at: Segment): void {
    this.#leaveTransaction(at, 'GS')
    this.#leaveGroup(at)
    if (this.#interchange) this.#interchange.groups++
    else if (this.#sawIsa) this.#stray('GS stands outside of an interchange (ISA).', at)
    this.#group = { control: textAt(elements, 6), text: at.text, version: textAt(elements, 8), transactions: 0 }
  }

  #openTransaction(elements: Elements, at: Segment, delimiters: Delimiters): void {
    this.#leaveTransaction(at, 'ST')
    if (this.#group) this.#group.transactions++
    else if (this.#sawIsa) this.#stray('ST stands outside of a group (GS).', at)
    const set = /^\d{3}$/.exec(textAt(elements, 1) ?? '')?.[0] ?? null
    const control = textAt(elements, 2) ?? ''
    const version = textAt(elements, 3) ?? this.#group?.version ?? null
    this.#transactions++
    if (set === null) {
      this.#out.refuse({ code: 'x12.835.broken-structure', message: 'ST01 is not the number of a transaction set. Expected 835 or 837', at, field: 'ST01' })
    }
    const excerpt = new Excerpt({ delimiters, isa: this.#interchange?.text ?? null, gs: this.#group?.text ?? null, st: at.text })
    const facts = { ref: this.#transactions, interchangeControl: this.#interchange?.control ?? null, transactionControl: control, version, at }
    const reader = readerOf(set, facts, { out: this.#out, parties: this.#parties, component: delimiters.component, excerpt })
    this.#transaction = { at, set, control, version, reader }
    this.#tellTransaction(this.#transaction)
  }

  #closeTransaction(elements: Elements, at: Position): void {
    const transaction = this.#transaction
    if (!transaction) return this.#stray('SE stands outside of a transaction (ST).', at)
    checkCount(this.#out, elements, at, at.number - transaction.at.number + 1, 'segments')
    checkControl(this.#out, elements, at, transaction.control, 'ST02')
    transaction.reader?.close(at)
    this.#transaction = null
  }

  #leaveTransaction(at: Position, found: string, cut?: Elements): void {
    const transaction = this.#transaction
    if (!transaction) return
    if (transaction.reader) transaction.reader.abandon(at, found, cut)
    else this.#missing(`Transaction ${this.#transactions} has no SE; found ${found} instead.`, at)
    this.#transaction = null
  }

  #tellTransaction({ set, version, control, at }: OpenTransaction): void {
    this.#out.emit({ kind: 'transaction', set: set ?? '', version, controlNumber: control })
    if (set === null) return
    const counts = this.#sets.get(set) ?? { transactions: 0, at }
    this.#sets.set(set, { ...counts, transactions: counts.transactions + 1 })
  }

  #closeGroup(elements: Elements, at: Position): void {
    this.#leaveTransaction(at, 'GE')
    if (!this.#group) return this.#stray('GE stands outside of a group (GS).', at)
    checkCount(this.#out, elements, at, this.#group.transactions, 'transactions')
    checkControl(this.#out, elements, at, this.#group.control ?? '', 'GS06')
    this.#group = null
  }

  #leaveGroup(at: Position): void {
    if (this.#group) this.#missing('The group has no trailer (GE).', at)
    this.#group = null
  }

  #closeInterchange(elements: Elements, at: Position): void {
    this.#leaveTransaction(at, 'IEA')
    this.#leaveGroup(at)
    if (!this.#interchange) return this.#stray('IEA stands outside of an interchange (ISA).', at)
    checkCount(this.#out, elements, at, this.#interchange.groups, 'groups')
    checkControl(this.#out, elements, at, this.#interchange.control ?? '', 'ISA13')
    this.#interchange = null
  }

  #leaveInterchange(at: Position): void {
    if (this.#interchange) this.#missing('The interchange has no trailer (IEA).', at)
    this.#interchange = null
  }

  #takeInside(elements: Elements, at: Segment): void {
    const transaction = this.#transaction
    if (transaction) return transaction.reader?.take(elements, at)
    const id = elements[0] ?? ''
    const set = setOfSegment(id)
    if (set !== null) this.#out.refuse({ code: `x12.${set}.broken-structure`, message: `${id} stands outside of a transaction. Expected ST`, at })
    else if (id !== 'TA1' || !this.#interchange) this.#stray(`${named(id)} stands outside of a transaction.`, at)
  }

  /** A last segment without terminator is whole when it is a trailer that agrees with its header, else it was cut off. */
  #isDamaged(elements: Elements, at: Segment, { terminator }: Delimiters): boolean {
    if (isCutOff(elements, this.#transaction)) {
      this.#leaveTransaction(at, 'a segment that is cut off', elements)
      return true
    }
    if (!/[\r\n]/.test(terminator)) this.#out.warn({ code: 'x12.no-final-terminator', message: 'The last segment of the file has no terminator.', at })
    return false
  }

  #stray(message: string, at: Position): void {
    this.#out.warn({ code: 'x12.stray-segment', message, at })
  }

  #missing(message: string, at: Position): void {
    this.#out.warn({ code: 'x12.missing-trailer', message, at })
  }
}
