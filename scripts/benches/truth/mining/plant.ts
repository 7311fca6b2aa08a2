import { scopeKeyOf, type Condition } from '../../../../packages/core/src/patterns/scope/condition.ts'
import type { Random } from '../../../../packages/core/src/synthetic/random.ts'
import type { SimulatedClaim } from './claims.ts'
import { claimMeets, deniedIn, lineMeets, shared } from './extent.ts'
import { isDenied, reasons } from './outcomes.ts'
import { drawScope, populationOf } from './scopes.ts'

export interface Planted {
  reason: string
  scope: readonly Condition[]
  /** Claims in the scope by their number in the data set. */
  population: ReadonlySet<number>
  /** How often the reason is denied here, as a multiple of elsewhere, and denials above what elsewhere's rate would give: as they came out. */
  ratio: number
  excess: number
  wanted: Strength
}

/** What is wanted: how many conditions, the ratio, and the range in which the excess denials may come out. */
export interface Strength {
  conditions: number
  ratio: number
  excess: readonly [least: number, most: number]
}

/** A scope holds at least so many claims, and at most this share of all. */
const MIN_POPULATION = 150
const MAX_SHARE = 0.3
/** Scopes of the same reason share at most this part of the smaller one. */
const MAX_SHARED = 0.1
/** Scopes are first judged by so many claims, which is fast, then by all. */
const GLANCE = 4000
const ATTEMPTS = 400

/** Plants one pattern after another, each as strong as `draw` says of its number; a strength for which no scope fits is drawn again. */
export function plant(claims: readonly SimulatedClaim[], patterns: number, draw: (pattern: number) => Strength, random: Random): Planted[] {
  const planted: (Place & { strength: Strength })[] = []
  const usual = ratesOf(claims)
  let strength = draw(0)
  for (let attempt = 1; planted.length < patterns; attempt++) {
    const found = findScope(claims, usual, strength, planted, random)
    if (found) {
      planted.push({ ...found, strength })
      topUp(claims, found, strength, random)
    }
    if (found || attempt % ATTEMPTS === 0) strength = draw(planted.length)
  }
  // Later patterns of a reason raise what is elsewhere for the earlier ones.
  for (let round = 0; round < 3; round++) for (const each of planted) topUp(claims, each, each.strength, random)
  return planted.map(({ strength: wanted, ...place }) => {
    const { ratio, excess } = strengthOf(claims, place)
    return { ...place, ratio, excess, wanted }
  })
}

type Place = Pick<Planted, 'reason' | 'scope' | 'population'>

/** Share of claims that each reason denies before anything is planted. */
const ratesOf = (claims: readonly SimulatedClaim[]): [reason: string, rate: number][] =>
  [...reasons.keys()].map((reason) => [reason, claims.reduce((sum, claim) => sum + Number(deniedIn([], reason, claim)), 0) / claims.length])

function findScope(
  claims: readonly SimulatedClaim[],
  usual: readonly [reason: string, rate: number][],
  { conditions, ratio, excess }: Strength,
  others: readonly Place[],
  random: Random,
): Place | null {
  const scope = drawScope(claims, conditions, random)
  if (!scope) return null
  const [reason, rate] = usual[random.between(0, usual.length - 1)]!
  const perClaim = rate * (ratio - 1)
  const fits = (population: number | null, slack: number) =>
    population !== null && population * perClaim >= excess[0] / slack && population * perClaim <= excess[1] * slack && population >= MIN_POPULATION / slack
  const glance = populationOf(scope, claims.slice(0, GLANCE))
  if (glance === null || !fits((glance * claims.length) / GLANCE, 1.5)) return null
  const size = populationOf(scope, claims)
  if (size === null || !fits(size, 1) || size > MAX_SHARE * claims.length || ratio * rate > 0.9) return null
  const population = new Set([...claims.keys()].filter((index) => claimMeets(scope, claims[index]!)))
  const apart = others.every((other) => {
    if (other.reason !== reason) return true
    const isApart = shared(population, other.population) <= MAX_SHARED * Math.min(size, other.population.size)
    return isApart && scopeKeyOf(reason, other.scope) !== scopeKeyOf(reason, scope)
  })
  return apart ? { reason, scope, population } : null
}

/** Denies claims of the scope that nobody denied yet, until the reason is there as often as wanted: the whole claim, or one line of it in the scope. */
function topUp(claims: readonly SimulatedClaim[], { reason, scope, population }: Place, wanted: Strength, random: Random): void {
  const { denied, elsewhere } = strengthOf(claims, { reason, scope, population })
  const expected = elsewhere * population.size
  const missing = Math.ceil(Math.max(wanted.ratio * expected, expected + wanted.excess[0])) - denied
  const open = [...population].filter((index) => !isDenied(claims[index]!))
  for (let drawn = 0; drawn < missing && open.length > 0; drawn++) {
    const at = random.between(0, open.length - 1)
    const claim = claims[open[at]!]!
    open[at] = open.at(-1)!
    open.pop()
    const inScope = claim.lines.filter((line) => lineMeets(scope, claim, line))
    if (reasons.get(reason)!.whole) claim.reason = reason
    else inScope[random.between(0, inScope.length - 1)]!.reason = reason
  }
}

function strengthOf(claims: readonly SimulatedClaim[], { reason, scope, population }: Place) {
  let denied = 0
  let deniedElsewhere = 0
  claims.forEach((claim, index) => {
    if (population.has(index)) denied += Number(deniedIn(scope, reason, claim))
    else deniedElsewhere += Number(deniedIn([], reason, claim))
  })
  const elsewhere = deniedElsewhere / (claims.length - population.size)
  return { denied, elsewhere, ratio: denied / population.size / elsewhere, excess: denied - population.size * elsewhere }
}
