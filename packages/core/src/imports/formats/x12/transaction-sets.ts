import type { Outbox, Position } from './issues.ts'

/** What X12 transaction sets are, in our words, as far as they come near a billing office. */
const names: Readonly<Record<string, string>> = {
  148: 'report of injury',
  269: 'coordination of benefits',
  270: 'eligibility inquiry',
  271: 'eligibility response',
  274: 'provider information',
  275: 'additional patient information',
  276: 'claim status inquiry',
  277: 'claim status response',
  278: 'service authorization review',
  810: 'invoice',
  820: 'premium payment',
  824: 'application advice',
  834: 'benefit enrollment',
  835: 'remittance',
  837: 'claim',
  850: 'purchase order',
  997: 'functional acknowledgment',
  999: 'implementation acknowledgment',
}

export function transactionSetName(set: string): string {
  return names[set] ?? 'a transaction set Overturn does not know'
}

/** Transactions of each set in a file, and where its first one stands. */
export type SetCounts = Map<string, { transactions: number; at: Position }>

/** At the end of a file: names every set that was not taken in, once, so that nobody takes silence for success. */
export function reportSets(sets: SetCounts, out: Outbox, end: Position): void {
  if (sets.size === 0) out.reject({ code: 'x12.no-transactions', message: 'The file holds no transaction that can be read.', at: end })
  for (const [set, { transactions, at }] of sets) {
    if (set === '835' || set === '837') continue
    const what = `X12 ${set} (${transactionSetName(set)})`
    if (sets.size === 1) out.reject({ code: 'x12.not-claims', message: `This file is an ${what}, not a claim or a remittance.`, at })
    else
      out.reject({ code: 'x12.not-claims', message: `The file also holds ${transactions} ${what} transactions, which are neither claims nor remittances.`, at })
  }
}
