import type { Week } from '../../../packages/core/src/impact/weeks.ts'
import type { Random } from '../../../packages/core/src/synthetic/random.ts'

/** Weeks before the intervention, and after it. */
export const BEFORE = 84
export const AFTER = 34
const SCOPES = 40

/** How large scopes are, and which weeks before the intervention the search looks at. */
export interface Setting {
  title: string
  /** Claims a week and scope. */
  claims: { fewest: number; median: number; most: number }
  detection: { from: number; until: number }
}

export const USUAL: Setting = { title: 'as above', claims: { fewest: 12, median: 35, most: 120 }, detection: { from: -28, until: -2 } }
export const OTHERS: readonly Setting[] = [
  { ...USUAL, title: 'a third of the claims', claims: { fewest: 5, median: 12, most: 120 } },
  { ...USUAL, title: 'the search saw all but the latest 12 weeks, which are the baseline', detection: { from: -BEFORE, until: -12 } },
]

/** A scope of claims in a simulated practice, with the claims it is compared with. */
export interface Scope {
  weeks: Week[]
  /** Per week, the true chance of a denial without an intervention. */
  rates: number[]
}

const normal = (random: Random) => Math.log(random.lognormal(1, 1))
const chanceOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds))

/** Successes of n trials: by the gaps between them, which are geometric. */
function binomial(random: Random, n: number, chance: number): number {
  if (chance <= 0) return 0
  let at = 0
  for (let count = 0; ; count++) {
    at += 1 + Math.floor(Math.log(1 - random.unit()) / Math.log(1 - chance))
    if (at > n) return count
  }
}

/**
 * The claims of a practice by week. Base rates differ between scopes (seven of ten hardly exceed the rest, three do); all follow one trend, one course of
 * the year and the shocks of single weeks; each has shocks of its own besides, so that its weeks differ by more than chance. `effect` multiplies the rate of
 * every scope from the intervention on: 1 for none.
 */
export function simulatedPractice(random: Random, effect: number, { claims }: Setting = USUAL): Scope[] {
  const trend = 0.35 * normal(random)
  const phase = 2 * Math.PI * random.unit()
  const common = Array.from({ length: BEFORE + AFTER }, (_, index) => {
    const number = index - BEFORE
    return trend * (number / 52) + 0.25 * Math.sin((2 * Math.PI * number) / 52 + phase) + 0.12 * normal(random)
  })
  const rest = -3 + 0.3 * normal(random)
  const control = common.map((shift) => {
    const claims = 600 + Math.floor(300 * random.unit())
    return { claims, denied: binomial(random, claims, chanceOf(rest + shift + 0.05 * normal(random))) }
  })
  return Array.from({ length: SCOPES }, () => {
    const excess = random.chance(0.7) ? 0.2 * normal(random) : 1.1 + 0.5 * normal(random)
    const size = Math.min(claims.most, Math.max(claims.fewest, random.lognormal(claims.median, 0.5)))
    const rates: number[] = []
    const weeks = common.map((shift, index) => {
      const number = index - BEFORE
      const rate = chanceOf(rest + excess + shift + 0.3 * normal(random))
      rates.push(rate)
      const served = Math.max(0, Math.round(size + Math.sqrt(size) * normal(random)))
      const denied = binomial(random, served, number < 0 ? rate : rate * effect)
      return { number, treated: { claims: served, denied, dollars: denied * 20_000 }, control: control[index]! }
    })
    return { weeks, rates }
  })
}
