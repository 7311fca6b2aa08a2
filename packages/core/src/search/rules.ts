/** What somebody looks for, as it is compared: without case, without spaces around it. */
export const searched = (text: string): string => text.trim().toLowerCase()

/** How well something fits: it is what was looked for, begins with it, or holds every word of it; null where it does not. */
export type Rank = 0 | 1 | 2

/** `names` are what it is called by: an id, a code, a name. `texts` say more of it, and only hold words. */
export function rankOf(query: string, names: readonly string[], texts: readonly (string | null)[] = []): Rank | null {
  const sought = searched(query)
  if (sought === '') return null
  const called = names.map((name) => name.toLowerCase())
  if (called.includes(sought)) return 0
  if (called.some((name) => name.startsWith(sought))) return 1
  const all = [...called, ...texts.map((text) => text?.toLowerCase() ?? '')].join('\n')
  return wordsOf(sought).every((word) => all.includes(word)) ? 2 : null
}

export const wordsOf = (query: string): string[] => searched(query).split(/\s+/).filter(Boolean)

/** The code in a denial code as remittances and people write it with its group: `CO-197`, `PR 1`. */
export const withoutGroup = (query: string): string => query.trim().replace(/^(?:CO|PR|OA|PI)[\s-]?(?=[A-Z]?\d{1,3}$)/i, '')
