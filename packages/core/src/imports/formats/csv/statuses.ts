import { claimStatusWords, type Vocabulary } from '../portal-json/vocabulary.ts'
import type { RowFacts } from './facts.ts'
import type { Output } from './issues.ts'

export type StatusWord = (typeof claimStatusWords.own)[number]

const words = (text: string, own: StatusWord) => Object.fromEntries(text.split(' ').map((word) => [word, own]))

/** Our statuses, what the portal calls them, and what billing systems do. */
const statusWords: Vocabulary<StatusWord> = {
  ...claimStatusWords,
  synonyms: {
    ...claimStatusWords.synonyms,
    ...words('denial fullydenied zeropaid notpaid', 'denied'),
    ...words('partialdenial deniedinpart', 'partially_denied'),
    ...words('payment paidinfull fullypaid finalpaid finalized allowed', 'paid'),
    ...words('open billed new queued sent unpaid acknowledged suspended pended', 'pending'),
    ...words('underappeal inappeal', 'appealed'),
  },
}

export type Decided = 'paid' | 'denied'

/** What a row says was decided: by its status, and where that says nothing by money, reason and day. Null: nothing was decided yet. */
export function decidedAs(facts: RowFacts, out: Output): { status: StatusWord | null; decided: Decided | null } {
  const status = out.word(statusWords, facts.status, facts.row.number)
  if (status === 'denied' || status === 'appealed') return { status, decided: 'denied' }
  if (status === 'paid' || status === 'overturned' || status === 'partially_denied') return { status, decided: 'paid' }
  if (status === 'pending') {
    if (facts.paid) out.warn('csv.pending-but-paid', `Row ${facts.row.number} is pending and names a payment`, facts.row.number, 'paid')
    return { status, decided: null }
  }
  if ((facts.paid ?? 0) !== 0) return { status, decided: 'paid' }
  if (facts.reason !== null || facts.reasonCodes.length > 0) return { status, decided: 'denied' }
  return { status, decided: facts.decisionDate !== null && facts.paid !== null ? 'paid' : null }
}
