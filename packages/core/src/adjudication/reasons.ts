import { denialReasons, type DenialReason } from './catalogue.ts'

/** CARCs that say only that something is wrong; the remark code, where there is one, says what. */
const VAGUE_CARCS = new Set(['16', '96', '125', '226', '252', 'A1'])
export const DUPLICATE_CARC = '18'

const index = (key: 'carcs' | 'rarcs') => new Map(denialReasons.flatMap((reason) => reason[key].map((code) => [code, reason] as const)))
const byCarc = index('carcs')
const byRarc = index('rarcs')
const byLabel = new Map(denialReasons.map((reason) => [reason.label, reason]))

/** The reason of a CARC and the remark codes beside it, and the remark that decided, if one did. Codes outside the catalogue keep their number as label. */
export function reasonOf(carc: string, rarcs: readonly string[]): { label: string; rarc: string | null } {
  const deciding = VAGUE_CARCS.has(carc) ? rarcs.find((code) => byRarc.has(code)) : undefined
  const reason = deciding ? byRarc.get(deciding) : byCarc.get(carc)
  return { label: reason?.label ?? `Adjustment reason ${carc}`, rarc: deciding ?? rarcs[0] ?? null }
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/**
 * Recognises a reason given as text by whole words, the entry with the most matching words first, so that "Authorization code missing"
 * is an authorization and "updated" is no date. Text that names nothing we know keeps its own words; null for no text at all.
 */
export function reasonOfText(text: string | null): { label: string; recognised: boolean } | null {
  const own = text?.trim()
  if (!own) return null
  if (byLabel.has(own)) return { label: own, recognised: true }
  const present = new Set(wordsOf(own))
  let best: { label: string; size: number } | null = null
  for (const reason of denialReasons) {
    for (const phrase of reason.words) {
      const needed = phrase.split(' ')
      if (needed.length > (best?.size ?? 0) && needed.every((word) => present.has(word))) best = { label: reason.label, size: needed.length }
    }
  }
  return best ? { label: best.label, recognised: true } : { label: own, recognised: false }
}

/** What the catalogue says of a reason label; unknown labels are `unclassified`, for the user to map. */
export function describeReason(label: string): Omit<DenialReason, 'words' | 'carcs' | 'rarcs'> {
  return byLabel.get(label) ?? { label, category: 'unclassified', scenario: null, action: null, remedy: 'none' }
}
