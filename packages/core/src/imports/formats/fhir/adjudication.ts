import { imbalanceOf, isDenying } from '../../../adjudication/rules.ts'
import type { Cents } from '../../../money.ts'
import type { AdjustmentRecord } from '../../records.ts'
import { codingsOf, codesOf, systems } from './codes.ts'
import { objects, objectOf, text, type Raw, type Reading } from './values.ts'

/** Amounts of an adjudication that mean something here, whoever adjudicated. */
const KINDS = [
  'submitted',
  'eligible',
  'benefit',
  'paidtoprovider',
  'paidtopatient',
  'deductible',
  'coinsurance',
  'copay',
  'memberliability',
  'noncovered',
  'discount',
] as const
type Kind = (typeof KINDS)[number]

/** Other words for the same: of payers, and of the variables of Blue Button 1 and 2, which Synthea writes too (the end of an address). */
const SYNONYMS: Record<string, Kind> = {
  allowed: 'eligible',
  paid: 'benefit',
  paidbyinsurer: 'benefit',
  payment: 'benefit',
  line_sbmtd_chrg_amt: 'submitted',
  rev_cntr_tot_chrg_amt: 'submitted',
  line_alowd_chrg_amt: 'eligible',
  line_nch_pmt_amt: 'benefit',
  line_prvdr_pmt_amt: 'paidtoprovider',
  rev_cntr_prvdr_pmt_amt: 'paidtoprovider',
  line_bene_pmt_amt: 'paidtopatient',
  line_bene_ptb_ddctbl_amt: 'deductible',
  line_coinsrnc_amt: 'coinsurance',
  rev_cntr_ncvrd_chrg_amt: 'noncovered',
}
/** An amount of these is what it says; of the other categories it is what the reason beside it takes away. */
const NO_ADJUSTMENT = new Set<Kind>(['submitted', 'eligible', 'benefit', 'paidtoprovider', 'paidtopatient'])
const GROUPS = /^(CO|PR|OA|PI|CR)$/
const CARC = /^(?:(CO|PR|OA|PI|CR)[ -]?)?([A-Z]{0,2}\d{1,3})$/
const RARC = /^[A-Z]{1,2}\d{1,4}$/
/** These are the patient's own share by their meaning, also where no group says so. */
const COST_SHARE = new Set(['1', '2', '3', '66', '122', '241', '247', '248'])

/** A reason and what it takes away; `amount` is null where the source gives only the reason. */
interface Reason {
  group: string
  carc: string
  amount: Cents | null
}

/** What one list of adjudications (of a line, of a claim, or the totals) says. */
export interface Adjudicated {
  amounts: Partial<Record<Kind, Cents>>
  reasons: Reason[]
  remarks: string[]
  /** Reasons that are no CARC, in their own words. */
  words: string[]
}

const kindOf = (category: unknown): Kind | null => {
  for (const { code } of codingsOf(category)) {
    const word = (code.split('/').at(-1) ?? '').toLowerCase()
    const kind = KINDS.find((own) => own === word) ?? (Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined)
    if (kind) return kind
  }
  return null
}

/**
 * Reads a list of adjudications or totals. The name of a category says nothing of a denial: only an adjustment reason code does. Of two
 * amounts of one kind the first counts; the second is a part of it or the same once more.
 */
export function readAdjudication(list: unknown, reading: Reading, field: string): Adjudicated {
  const read: Adjudicated = { amounts: {}, reasons: [], remarks: [], words: [] }
  for (const [index, entry] of objects(list).entries()) {
    const path = `${field}[${index}]`
    const kind = kindOf(entry.category)
    const reasons = reasonsOf(entry, read)
    const takesAway = kind === null || !NO_ADJUSTMENT.has(kind)
    const amount = kind !== null || reasons.length > 0 ? reading.money(entry.amount, `${path}.amount`) : null
    if (kind !== null && amount !== null) read.amounts[kind] ??= amount
    // One amount beside several reasons belongs to none of them by itself.
    for (const reason of reasons) read.reasons.push({ ...reason, amount: takesAway && reasons.length === 1 ? amount : null })
  }
  return { ...read, reasons: distinct(read.reasons), remarks: [...new Set(read.remarks)] }
}

function reasonsOf(entry: Raw, read: Adjudicated): { group: string; carc: string }[] {
  const group = codesOf(entry.reason, systems.group).find((code) => GROUPS.test(code)) ?? ''
  read.remarks.push(...codesOf(entry.reason, systems.rarc).filter((code) => RARC.test(code)))
  const found = codesOf(entry.reason, systems.carc).flatMap((code) => {
    const match = CARC.exec(code.toUpperCase())
    // CARCs have no leading zeros; some senders pad them to three digits.
    const carc = match?.[2]?.replace(/^0+(?=\d)/, '') ?? ''
    return match ? [{ group: group || match[1] || (COST_SHARE.has(carc) ? 'PR' : ''), carc }] : []
  })
  // A remark alone, or what a network thinks of a provider, is a word beside the adjudication, not its reason.
  if (found.length === 0 && codesOf(entry.reason, systems.rarc).length === 0) {
    const word = text(objectOf(entry.reason).text) ?? text(objects(objectOf(entry.reason).coding)[0]?.display) ?? codingsOf(entry.reason)[0]?.code
    const isStatus = codingsOf(entry.reason).some(({ system }) => /PayerAdjudicationStatus/i.test(system))
    if (word && !isStatus) read.words.push(word)
  }
  return found
}

/** The same reason said twice without amounts, or once with and once without, is one reason. */
function distinct(reasons: Reason[]): Reason[] {
  const same = (a: Reason, b: Reason) => a.group === b.group && a.carc === b.carc
  return reasons.filter((reason, index) => reason.amount !== null || !reasons.some((other, at) => same(other, reason) && (other.amount !== null || at < index)))
}

/** Several adjudications as one: amounts of one kind added up. */
export function sumOf(parts: readonly Adjudicated[]): Adjudicated {
  const amounts: Adjudicated['amounts'] = {}
  for (const part of parts) for (const kind of KINDS) if (part.amounts[kind] !== undefined) amounts[kind] = (amounts[kind] ?? 0) + part.amounts[kind]
  return {
    amounts,
    reasons: parts.flatMap(({ reasons }) => reasons),
    remarks: [...new Set(parts.flatMap(({ remarks }) => remarks))],
    words: parts.flatMap(({ words }) => words),
  }
}

/** What the payer paid: to provider and patient where either is stated, else the benefit of the plan. */
export function paidOf({ amounts: { paidtoprovider, paidtopatient, benefit } }: Adjudicated): Cents | null {
  if (paidtoprovider !== undefined || paidtopatient !== undefined) return (paidtoprovider ?? 0) + (paidtopatient ?? 0)
  return benefit ?? null
}

/** What the patient owes: as stated, else deductible, coinsurance and copayment together. */
export function patientShareOf({ amounts: { memberliability, deductible, coinsurance, copay } }: Adjudicated): Cents | null {
  if (memberliability !== undefined) return memberliability
  const parts = [deductible, coinsurance, copay].filter((amount) => amount !== undefined)
  return parts.length === 0 ? null : parts.reduce((sum, amount) => sum + amount, 0)
}

/** Charge less what the reasons take away: what must have been paid. Null when a reason states no amount, or there is none. */
export function paidByReasons(charge: Cents, { reasons }: Adjudicated): Cents | null {
  if (reasons.length === 0 || reasons.some(({ amount }) => amount === null)) return null
  return reasons.reduce((rest, { amount }) => rest - (amount ?? 0), charge)
}

export interface Settled {
  adjustments: AdjustmentRecord[]
  /** Cents that neither payment, adjustments nor the patient's share explain; 0 where the source does not give the adjustments in full. */
  imbalance: Cents
  /** Denying reasons without an amount, with what is left of the charge: the part of it that they deny. */
  denyingRest: AdjustmentRecord[]
  /** A reason stated no amount. */
  guessed: boolean
  /** Its amount is not certain: something was paid too, or several reasons share it. */
  doubtful: boolean
}

/**
 * The reasons as adjustments. Payers often give only the reasons of what they did not pay (CARIN: "adjustmentreason"), without amounts.
 * Such a reason is given what is not covered, else what payment, stated adjustments and the patient's share leave of the charge; of
 * several the first denying one, because a price alone leaves nothing unpaid.
 */
export function settle(charge: Cents, paid: Cents, adjudicated: Adjudicated): Settled {
  const stated = adjudicated.reasons.flatMap(({ group, carc, amount }) => (amount === null ? [] : [{ group, carc, amount, quantity: null }]))
  const silent = adjudicated.reasons.filter(({ amount }) => amount === null)
  const unexplained = imbalanceOf(charge, paid, stated)
  const share = stated.some(({ group }) => group === 'PR') ? 0 : Math.max(0, patientShareOf(adjudicated) ?? 0)
  if (silent.length === 0) {
    return { adjustments: stated, imbalance: stated.length === 0 || unexplained === share ? 0 : unexplained, denyingRest: [], guessed: false, doubtful: false }
  }
  const rest = Math.max(0, unexplained - share)
  const { noncovered = 0 } = adjudicated.amounts
  const amount = noncovered > 0 && noncovered < rest ? noncovered : rest
  const denies = ({ group, carc }: Reason) => isDenying({ group, carc, amount: 1 })
  const bearer = silent.find(denies) ?? silent[0]
  const guesses = silent.map((reason) => ({ group: reason.group, carc: reason.carc, amount: reason === bearer ? amount : 0, quantity: null }))
  return {
    adjustments: [...stated, ...guesses],
    imbalance: 0,
    denyingRest: silent.every(denies) ? guesses.filter((guess) => guess.amount > 0) : [],
    guessed: true,
    doubtful: paid !== 0 || silent.length > 1,
  }
}
