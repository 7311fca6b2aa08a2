import { carcs, denialReasons, type AdjustmentKind, type DenialReason } from './catalogue.ts'

/** CARCs that say only that something is wrong; the remark code, where there is one, says what. */
const VAGUE_CARCS = new Set(['16', '96', '125', '226', '252', 'A1'])
export const DUPLICATE_CARC = '18'

const carcRows = new Map(carcs.map((row) => [row.code, row]))
const byRarc = new Map(denialReasons.flatMap((reason) => reason.rarcs.map((code) => [code, reason] as const)))
const byLabel = new Map(denialReasons.map((reason) => [reason.label, reason]))

/** What an adjustment with this CARC does; a code outside the catalogue is taken to deny. */
export function adjustmentKindOf(carc: string): AdjustmentKind {
  return carcRows.get(carc)?.kind ?? 'denial'
}

/**
 * The reason of a CARC and the remark codes beside it, and the remark that decided, if one did. A CARC that names no reason, such as a
 * deductible under another group than PR, is told by its own label; codes outside the catalogue keep their number.
 */
export function reasonOf(carc: string, rarcs: readonly string[]): { label: string; rarc: string | null } {
  const deciding = VAGUE_CARCS.has(carc) ? rarcs.find((code) => byRarc.has(code)) : undefined
  const row = carcRows.get(carc)
  const label = (deciding && byRarc.get(deciding)?.label) ?? row?.reason ?? row?.label ?? `Adjustment reason ${carc}`
  return { label, rarc: deciding ?? rarcs[0] ?? null }
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** Phrases with the most words first, those of equal length in the order of the catalogue: the first that fits is the best. */
const phrases = denialReasons
  .flatMap(({ label, words }) => words.map((phrase) => ({ label, needed: phrase.split(' ') })))
  .toSorted((a, b) => b.needed.length - a.needed.length)

/**
 * Recognizes a reason given as text by whole words, the entry with the most matching words first, so that "Authorization code missing"
 * is an authorization and "updated" is no date. Text that names nothing we know keeps its own words; null for no text at all.
 */
export function reasonOfText(text: string | null): { label: string; recognized: boolean } | null {
  const own = text?.trim()
  if (!own) return null
  if (byLabel.has(own)) return { label: own, recognized: true }
  const present = new Set(wordsOf(own))
  const best = phrases.find(({ needed }) => needed.every((word) => present.has(word)))
  return best ? { label: best.label, recognized: true } : { label: own, recognized: false }
}

/** What the catalogue says of a reason label; unknown labels are `unclassified`, for the user to map. */
export function describeReason(label: string): Omit<DenialReason, 'words' | 'carcs' | 'rarcs'> {
  return byLabel.get(label) ?? { label, category: 'unclassified', scenario: null, action: null, remedy: 'none' }
}
