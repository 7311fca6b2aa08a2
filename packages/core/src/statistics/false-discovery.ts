const EULER = 0.5772156649015329

/** 1 + 1/2 + ... + 1/n: what Benjamini and Yekutieli pay for tests that depend on each other in whatever way. */
export const harmonic = (n: number): number => (n < 1 ? 1 : n < 100 ? exactHarmonic(n) : Math.log(n) + EULER + 1 / (2 * n) - 1 / (12 * n * n))

function exactHarmonic(n: number): number {
  let sum = 0
  for (let k = Math.floor(n); k >= 1; k--) sum += 1 / k
  return sum
}

/**
 * Adjusted p values of Benjamini and Yekutieli, Ann Stat 29:1165 (2001): rejecting what is at most 0.05 keeps the expected share of false discoveries
 * under 5 % however the tests depend on each other. `logs` are natural logarithms of p values, in any order; `tests` is how many were made or could
 * have been: those not given count as p = 1, which can only raise the others. The result is in the order of `logs`, at most 1.
 */
export function adjustedForFalseDiscoveries(logs: readonly number[], tests: number): number[] {
  const order = logs.map((_, index) => index).toSorted((a, b) => logs[a]! - logs[b]!)
  const factor = Math.log(tests * harmonic(tests))
  const adjusted = logs.map(() => 1)
  let least = 1
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!
    least = Math.min(least, Math.exp(logs[index]! + factor - Math.log(rank)))
    adjusted[index] = least
  }
  return adjusted
}
