import { scoreOf, type DayCount, type Direction, type Score } from './cusum.ts'
import { dayLaw } from './day-law.ts'
import { rateAt, ratePosterior, type RatePosterior } from './rate-posterior.ts'

/** Steps of the grid within the standard deviation of an average day, and its top: e to the minus thirty is rarer than any limit. */
const STEPS_PER_DEVIATION = 8
const TOP = 30
const MOST_STEPS = 1_500

export interface LimitsDesign {
  direction: Direction
  /** What claims and denials are known of the rate when the watch begins. */
  reference: DayCount
  /** Claims of an average day, which sets the grain of the grid. */
  typicalDay: number
}

export interface Day {
  claims: number
  /** Claims between two false alarms. */
  runLength: number
  /** How far claims of a day are denied together (day-law.ts). */
  correlation: number
}

/** The sum of a series from its start at 0: how it scores, and day by day the limit above which it calls a change. */
export interface CusumLimits {
  /** How the days from now on score. */
  readonly score: Score
  /** The rate is known better: from now on by this reference, which must not depend on what the sum has done lately. */
  learn(reference: DayCount): void
  /** The limit after the next day. */
  next(day: Day): number
}

/**
 * Limits under which a series without a change gives a false alarm once in `runLength` claims, whatever its volumes: each day's is set so that of the
 * sums that have not passed any limit yet, claims / runLength would pass this one. That is Zhang and Woodall's dynamic probability control limit
 * (Stat Med 34:3336, 2015), with two differences. The law of the sums is carried forward on a grid (as the Markov chain of Brook and Evans,
 * Biometrika 59:539, 1972) in place of simulated. And it is a mixture over every rate that the reference allows: an estimated rate that was taken
 * for known would make the true run length many times shorter (Jones, Champ, Rigdon, Technometrics 46:22, 2004).
 */
export function cusumLimits({ direction, reference, typicalDay }: LimitsDesign): CusumLimits {
  let { nodes, given } = known(reference, direction)
  const grain = (Math.LN2 * Math.sqrt(typicalDay * given * (1 - given))) / STEPS_PER_DEVIATION
  const step = Math.max(TOP / MOST_STEPS, grain)
  const top = Math.ceil(TOP / step)
  let score = scoreOf(given, direction)
  let kernels = new Map<string, Kernel[]>()
  let [laws, spent] = [0, 1].map(() => nodes.map(() => new Float64Array(top + 1))) as [Float64Array[], Float64Array[]]
  // Each law is that of the sums at one rate, as far as they have passed no limit; only together are they weighed.
  for (const law of laws) law[0] = 1
  /** The highest point of the grid that any sum has reached. */
  let reached = 0
  let alive = 1
  /** Of the probability that limits may cut off: what whole steps of the grid left over. */
  let spare = 0

  const kernelsOf = (claims: number, correlation: number): Kernel[] => {
    const key = `${claims} ${correlation}`
    const made =
      kernels.get(key) ??
      nodes.map(({ logOdds }) => kernelOf(dayLaw(claims, rateAt(logOdds), correlation), claims * score.paid, score.denied - score.paid, step))
    kernels.set(key, made)
    return made
  }

  return {
    get score() {
      return score
    },
    learn(better) {
      const before = nodes
      ;({ nodes, given } = known(better, direction))
      score = scoreOf(given, direction)
      kernels = new Map()
      laws = nodes.map(({ logOdds }) => lawAt(logOdds, before, laws))
      alive = nodes.reduce((sum, { weight }, node) => sum + weight * total(laws[node]!), 0)
    },
    next({ claims, runLength, correlation }) {
      const moves = kernelsOf(claims, correlation)
      let highest = 0
      for (const [node, law] of laws.entries()) highest = Math.max(highest, move(law, reached, spent[node]!, moves[node]!))
      ;[laws, spent, reached] = [spent, laws, highest]
      spare += (alive * claims) / runLength
      for (; reached > 0; reached--) {
        let here = 0
        for (const [node, law] of laws.entries()) here += nodes[node]!.weight * law[reached]!
        if (here > spare) break
        spare -= here
        alive -= here
        for (const law of laws) law[reached] = 0
      }
      // What has reached the top of the grid stays there: such a series can call nothing until its reference is better.
      return reached === top ? Infinity : (reached + 0.5) * step
    },
  }
}

type Nodes = RatePosterior['nodes']

/** The rates that a reference allows; and the one to score against: on the unfavorable side of the middle, so that few of them drift to the limit. */
function known(reference: DayCount, direction: Direction): { nodes: Nodes; given: number } {
  const { middle, spread, nodes } = ratePosterior(reference, direction)
  return { nodes, given: rateAt(middle + (direction === 'up' ? spread : -spread)) }
}

/** The law of the sums at some rate, between the laws of the two nodes next to it. */
function lawAt(logOdds: number, nodes: Nodes, laws: readonly Float64Array[]): Float64Array {
  const near = nodes.map((node, index) => ({ law: laws[index]!, distance: Math.abs(node.logOdds - logOdds) })).toSorted((a, b) => a.distance - b.distance)
  const [first, second] = [near[0]!, near[1]!]
  const apart = Math.abs(nodes[0]!.logOdds - nodes[1]!.logOdds)
  // Beyond the outermost node its own law is as good as any.
  const share = second.distance > apart ? 0 : first.distance / apart
  return first.law.map((mass, at) => (1 - share) * mass + share * second.law[at]!)
}

const total = (law: Float64Array) => law.reduce((sum, mass) => sum + mass, 0)

/** How a day moves a sum: by so many steps of the grid, with so much probability. */
interface Kernel {
  steps: Int32Array
  chances: Float64Array
}

function kernelOf({ first, chances }: ReturnType<typeof dayLaw>, start: number, perDenial: number, step: number): Kernel {
  const by = (index: number) => (start + (first + index) * perDenial) / step
  const lowest = Math.floor(Math.min(by(0), by(chances.length - 1)))
  const dense = new Float64Array(Math.floor(Math.max(by(0), by(chances.length - 1))) + 2 - lowest)
  for (let index = 0; index < chances.length; index++) {
    // A move between two points of the grid is shared between them so that its mean stays.
    const whole = Math.floor(by(index))
    const beyond = by(index) - whole
    dense[whole - lowest]! += chances[index]! * (1 - beyond)
    dense[whole + 1 - lowest]! += chances[index]! * beyond
  }
  const used = [...dense.keys()].filter((at) => dense[at]! > 0)
  return { steps: Int32Array.from(used, (at) => at + lowest), chances: Float64Array.from(used, (at) => dense[at]!) }
}

/** Carries a law forward by a day, into a law that is written over; the highest point that it reaches. */
function move(law: Float64Array, reached: number, into: Float64Array, { steps, chances }: Kernel): number {
  const top = law.length - 1
  into.fill(0)
  for (let from = 0; from <= reached; from++) {
    const mass = law[from]!
    if (mass < NOTHING) continue
    for (let index = 0; index < steps.length; index++) {
      const to = from + steps[index]!
      into[to < 0 ? 0 : to > top ? top : to]! += mass * chances[index]!
    }
  }
  let highest = top
  while (highest > 0 && into[highest]! < NOTHING) highest--
  return highest
}

/** Rarer than anything that a limit cuts off. */
const NOTHING = 1e-13
