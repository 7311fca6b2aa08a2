/** A rate of so few claims moves by 20 points with one denial: it says nothing on a line. */
const FEWEST_CLAIMS = 5
/** Lengths of a point in weeks, the finest first: up to a quarter. */
export const SPANS = [1, 2, 4, 8, 13] as const

interface Week {
  week: string
  claims: number
  denied: number
  mature: boolean
}
export type Span<W extends Week> = W[]

/** Weeks joined into stretches of the given length: mature ones counted back from the last of them, so that the latest is whole; open ones from there on. */
function joined<W extends Week>(weeks: readonly W[], length: number): Span<W>[] {
  const open = weeks.findIndex(({ mature }) => !mature)
  const end = open === -1 ? weeks.length : open
  const spans: Span<W>[] = []
  for (let stop = end; stop > 0; stop -= length) spans.unshift(weeks.slice(Math.max(0, stop - length), stop))
  for (let start = end; start < weeks.length; start += length) spans.push(weeks.slice(start, start + length))
  return spans
}

const claimsOf = (weeks: readonly Week[]) => weeks.reduce((sum, { claims }) => sum + claims, 0)

/**
 * The weeks in the shortest spans that a line can show: four fifths of the claims lie in spans with enough claims for a rate, and there are two such
 * spans. Where not even a quarter is enough, weeks.
 */
export function spansOf<W extends Week>(weeks: readonly W[]): { weeks: number; spans: Span<W>[] } {
  const total = claimsOf(weeks)
  for (const length of SPANS) {
    const spans = joined(weeks, length)
    const drawn = spans.map(claimsOf).filter((claims) => claims >= FEWEST_CLAIMS)
    if (drawn.length >= 2 && drawn.reduce((sum, claims) => sum + claims, 0) * 5 >= total * 4) return { weeks: length, spans }
  }
  return { weeks: 1, spans: joined(weeks, 1) }
}
