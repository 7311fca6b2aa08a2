import type { FieldKind } from './fields.ts'
import { parseReasonCodes, parseRemarkCodes } from './reasons.ts'
import { parseAmount, parseCodes, parseDate, parseQuantity } from './values.ts'

const looksLike: Record<FieldKind, (value: string) => boolean> = {
  text: () => true,
  key: (value) => value.length <= 60 && parseAmountOf(value) !== 'decimal',
  date: (value) => parseDate(value) !== null || parseDate(value, 'day-first') !== null,
  amount: (value) => parseAmountOf(value) !== null,
  quantity: (value) => parseQuantity(value) !== null,
  npi: (value) => /^\d{10}$/.test(value),
  codes: (value) => parseCodes(value).every((code) => /^[A-Z0-9][A-Z0-9.-]{0,14}$/i.test(code)),
  modifiers: (value) => parseCodes(value).every((code) => /^[A-Z0-9]{2}$/i.test(code)),
  group: (value) => /^(?:CO|PR|OA|PI|CR)$/i.test(value),
  'reason-codes': (value) => parseReasonCodes(value) !== null,
  'remark-codes': (value) => parseRemarkCodes(value) !== null,
}

function parseAmountOf(value: string): 'decimal' | 'whole' | null {
  if (parseAmount(value) === null && parseAmount(value, 'european') === null) return null
  return /[.,]\d{2}\)?$/.test(value) ? 'decimal' : 'whole'
}

/** How many of the values of a column can be read as what a field is: all but a few, half, some, (nearly) none; or it has no values. */
export type Look = 'well' | 'partly' | 'hardly' | 'not' | 'blank'

/** Shares of the values that can be read; below the least, the values say that the column is something else. */
const WELL = 0.8
const PARTLY = 0.5
const HARDLY = 0.1

/** One value that cannot be read speaks against no column, however few there are: it is its row's fault. */
export function lookOf(kind: FieldKind, values: readonly string[]): Look {
  if (values.length === 0) return 'blank'
  const readable = values.filter((value) => looksLike[kind](value)).length
  const share = readable / values.length
  if (share >= WELL || (readable > 0 && readable === values.length - 1)) return 'well'
  return share >= PARTLY ? 'partly' : share >= HARDLY ? 'hardly' : 'not'
}
