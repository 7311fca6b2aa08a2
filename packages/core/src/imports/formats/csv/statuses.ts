import { decimalText } from '../../../money.ts'
import { claimStatusWords, lookUp, type Vocabulary } from '../portal-json/vocabulary.ts'
import type { RowFacts } from './facts.ts'
import type { Output } from './issues.ts'
import type { ColumnMapping } from './mapping.ts'

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

/** Where a claim keeps what was paid, by its table, before anything was decided. */
const PENDING_PAYMENT = 'paidWhilePending'

/** What rows of a claim that are pending name as paid, dollars as text: it is no decision and counts nowhere, and it is not lost. */
export function pendingPayment(rows: readonly RowFacts[], rowsAre: ColumnMapping['rows']): Record<string, string> {
  const amounts = rows.filter(({ paid, status }) => paid && status !== null && lookUp(statusWords, status).own === 'pending').map(({ paid }) => paid ?? 0)
  const paid = rowsAre === 'line' ? amounts.reduce((sum, amount) => sum + amount, 0) : (amounts[0] ?? 0)
  return paid === 0 ? {} : { [PENDING_PAYMENT]: decimalText(paid) }
}

/** What a row says was decided: by its status, and where that says nothing by money, reason and day. Null: nothing was decided yet. */
export function decidedAs(facts: RowFacts, out: Output): { status: StatusWord | null; decided: Decided | null } {
  const status = out.word(statusWords, facts.status, facts.row.number)
  if (status === 'denied' || status === 'appealed') return { status, decided: 'denied' }
  if (status === 'paid' || status === 'overturned' || status === 'partially_denied') return { status, decided: 'paid' }
  if (status === 'pending') {
    if (facts.paid) {
      const message = `Row ${facts.row.number} is pending and names a payment, which is not counted; it stays with the claim (extra.${PENDING_PAYMENT})`
      out.warn('csv.pending-but-paid', message, facts.row.number, 'paid')
    }
    return { status, decided: null }
  }
  if ((facts.paid ?? 0) !== 0) return { status, decided: 'paid' }
  if (facts.reason !== null || facts.reasonCodes.length > 0) return { status, decided: 'denied' }
  return { status, decided: facts.decisionDate !== null && facts.paid !== null ? 'paid' : null }
}
