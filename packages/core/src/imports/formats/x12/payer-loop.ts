import type { ClaimPayerRecord, PayerRank } from '../../records.ts'
import { optionalAmountAt, textAt, type Elements, type Faults } from './fields.ts'
import type { Position } from './issues.ts'
import { nameOf, partyOfNM1, payerOf, type Parties, type Party } from './parties.ts'
import { periodAt } from './periods.ts'

/** SBR01 in the order of payment; U says that the sender does not know. */
const ORDER = 'PSTABCDEFGH'
const RANKS: readonly PayerRank[] = ['primary', 'secondary', 'tertiary']

/** One payer with its insured: SBR and what follows it, in loops 2000B and 2010B (who gets the claim) or 2320 and 2330 (who else pays). */
export class PayerLoop {
  /** Place in the order of payment from 0; null where the file does not say it. */
  readonly order: number | null
  /** SBR02. */
  readonly relationship: string | null
  insuredName: string | null = null
  #payer: Party | null = null
  #otherId: string | null = null
  readonly #record: Omit<ClaimPayerRecord, 'rank' | 'payerId'>

  constructor(sbr: Elements) {
    const place = ORDER.indexOf(textAt(sbr, 1) ?? '?')
    this.order = place === -1 ? null : place
    this.relationship = textAt(sbr, 2)
    this.#record = { memberId: null, groupId: textAt(sbr, 3), filingCode: textAt(sbr, 9), paid: null, paidOn: null }
  }

  get groupId(): string | null {
    return this.#record.groupId
  }

  /** NM1*PR09 as it stands there: SVD01 names a payer by it. */
  get statedId(): string | null {
    return this.#payer?.id ?? null
  }

  take(elements: Elements, at: Position, faults: Faults): void {
    switch (elements[0]) {
      case 'NM1':
        return this.#party(elements)
      case 'REF':
        if (this.#payer && textAt(elements, 1) === '2U') this.#otherId ??= textAt(elements, 2)
        return
      case 'AMT':
        if (textAt(elements, 1) === 'D') this.#record.paid = optionalAmountAt(elements, 2, faults, at)
        return
      case 'DTP':
        if (textAt(elements, 1) === '573') this.decidedOn(elements, at, faults)
    }
  }

  /** DTP*573 of the payer or of its lines; the latest counts. */
  decidedOn(elements: Elements, at: Position, faults: Faults): void {
    const date = periodAt(elements, faults, at)?.start ?? null
    if (date && date > (this.#record.paidOn ?? '')) this.#record.paidOn = date
  }

  finish(parties: Parties, rank: PayerRank): ClaimPayerRecord {
    return { rank, payerId: parties.name(this.#payer && payerOf(this.#payer, this.#otherId)), ...this.#record }
  }

  #party(elements: Elements): void {
    const role = textAt(elements, 1)
    if (role === 'PR') this.#payer ??= partyOfNM1(elements)
    if (role !== 'IL') return
    this.insuredName = nameOf(elements)
    this.#record.memberId = textAt(elements, 9)
  }
}

/** Payers in the order they pay. One without a place takes the first that is free; the fourth and those after it count as tertiary. */
export function inOrder(loops: readonly PayerLoop[]): { loop: PayerLoop; rank: PayerRank }[] {
  const taken = new Set(loops.map(({ order }) => order))
  const placed = loops.map((loop) => {
    let order = loop.order
    for (let free = 0; order === null; free++) if (!taken.has(free)) taken.add((order = free))
    return { loop, order }
  })
  return placed.sort((a, b) => a.order - b.order).map(({ loop, order }) => ({ loop, rank: RANKS[order] ?? 'tertiary' }))
}
