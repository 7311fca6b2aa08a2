/** The known word that a mistyped one most likely meant, or null when none is near. */
export function suggest(word: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3))
  const ranked = known.map((candidate) => ({ candidate, distance: distanceOf(word, candidate) })).sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  if (best && best.distance <= limit) return best.candidate
  return known.find((candidate) => word.length >= 3 && candidate.startsWith(word)) ?? null
}

/** Levenshtein distance: how many letters to add, drop or change. */
function distanceOf(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)))
    row = next
  }
  return row[to.length]!
}
