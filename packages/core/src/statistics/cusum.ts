/** What is watched: claims of a day, and those of them that were denied. */
export interface DayCount {
  claims: number
  denied: number
}

/** Which way a rate may change; the odds of a denial are watched for twice, or half, of what they were. */
export type Direction = 'up' | 'down'
export const DESIGN_ODDS_RATIO = 2

/** What a denied and a paid claim add to the sum: the log-likelihood ratio of the changed odds against the given ones. */
export interface Score {
  denied: number
  paid: number
}

/** Page, Biometrika 41:100 (1954); for claims one by one Reynolds, Stoumbos, J Quality Technology 31:87 (1999), with odds as in Steiner et al., Biostatistics 1:441 (2000). */
export function scoreOf(rate: number, direction: Direction): Score {
  const ratio = direction === 'up' ? DESIGN_ODDS_RATIO : 1 / DESIGN_ODDS_RATIO
  const paid = -Math.log(1 - rate + ratio * rate)
  return { paid, denied: Math.log(ratio) + paid }
}

/** The sum after a day: it falls by what speaks against a change, never below 0, and rises by what speaks for one. */
export function addDay(sum: number, { denied, paid }: Score, day: DayCount): number {
  return Math.max(0, sum + day.denied * denied + (day.claims - day.denied) * paid)
}
