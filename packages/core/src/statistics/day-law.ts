/**
 * Probabilities of 0, 1, 2 ... denied of `claims` on a day: binomial, or beta-binomial where `correlation` (0 up to 1) says that claims of a day are
 * denied together. Rarer counts than one in 1e12 are left out on either side: `first` is the count of the first probability.
 */
export function dayLaw(claims: number, rate: number, correlation = 0): { first: number; chances: Float64Array } {
  // In units of the correlation both are one recurrence: P(x + 1) / P(x).
  const grown = correlation / (1 - correlation)
  const ratio = (x: number) => ((claims - x) * (rate + x * grown)) / ((x + 1) * (1 - rate + (claims - x - 1) * grown))
  const mode = Math.min(claims, Math.max(0, Math.floor((claims + 1) * rate)))
  const below: number[] = []
  const above: number[] = [1]
  for (let x = mode, chance = 1; x < claims && (chance *= ratio(x)) > RARE; x++) above.push(chance)
  for (let x = mode - 1, chance = 1; x >= 0 && (chance /= ratio(x)) > RARE; x--) below.push(chance)
  const chances = Float64Array.from([...below.reverse(), ...above])
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return { first: mode - below.length, chances: chances.map((chance) => chance / total) }
}

const RARE = 1e-12

/** The share of the variance between claims of a day that they have in common, from the days of a reference; 0 where chance alone explains it (1 in 100). */
export function dayCorrelation(days: readonly { claims: number; denied: number }[]): number {
  const claims = days.reduce((sum, day) => sum + day.claims, 0)
  const rate = days.reduce((sum, day) => sum + day.denied, 0) / claims
  const several = days.filter((day) => day.claims > 1)
  if (several.length < ENOUGH_DAYS || rate === 0 || rate === 1) return 0
  const squares = several.map((day) => (day.denied - day.claims * rate) ** 2 / (day.claims * rate * (1 - rate)))
  // Of independent claims a square has the mean 1 and a variance that grows where the expected count is small.
  const variance = several.map((day) => 2 + (1 - 6 * rate * (1 - rate)) / (day.claims * rate * (1 - rate)) - 2 / day.claims).reduce((a, b) => a + b, 0)
  const excess = squares.reduce((sum, square) => sum + square - 1, 0)
  if (excess < Z * Math.sqrt(variance)) return 0
  return Math.min(MOST, excess / several.reduce((sum, day) => sum + day.claims - 1, 0))
}

const ENOUGH_DAYS = 20
const Z = 2.33
const MOST = 0.5
