import type { Cents } from '../../money.ts'
import { differenceInterval, wilsonInterval } from '../../statistics/proportions.ts'
import { meanOf, type Chance } from './recovery.ts'

export interface Excess {
  /** Denials in the scope beyond what the rate elsewhere would give; below 0 where it is denied less often. */
  denials: number
  low: number
  high: number
}

/** Claims served in mature days of the last six months, and those of them denied for the reason: in the scope, and elsewhere. */
export interface InAndOut {
  population: number
  denied: number
  restPopulation: number
  restDenied: number
}

/** Null where either is without claims. The interval of the difference of the rates is Newcombe's (1998), method 10. */
export function excessOf({ population, denied, restPopulation, restDenied }: InAndOut): Excess | null {
  const inside = { part: denied, whole: population }
  const outside = { part: restDenied, whole: restPopulation }
  const bounds = differenceInterval(inside, outside)
  if (bounds === null) return null
  return { denials: denied - (population * restDenied) / restPopulation, low: population * bounds.low, high: population * bounds.high }
}

export interface Preventable {
  amount: Cents
  low: Cents
  high: Cents
}

/**
 * What preventing the denials would bring in: excess denials x mean allowed amount x chance of recovery, with a 95 % interval; nothing where nothing is in
 * excess. The intervals of the two factors add by squares on the scale of logarithms (MOVER for a product: Zou, Donner, Stat Med 27:1693, 2008; Donner,
 * Zou, Stat Methods Med Res 21:347, 2012); the mean allowed amount, from far more lines, counts as known.
 */
export function preventableOf(excess: Excess, meanAllowed: Cents, chance: Chance): Preventable {
  if (excess.denials <= 0) return { amount: 0, low: 0, high: Math.round(Math.max(0, excess.high) * meanAllowed * meanOf(chance)) }
  const mean = meanOf(chance)
  const ofChance = wilsonInterval({ part: chance.paid, whole: chance.paid + chance.unpaid })!
  const amount = excess.denials * meanAllowed * mean
  const low = excess.low <= 0 ? 0 : amount * Math.exp(-Math.hypot(Math.log(excess.denials / excess.low), Math.log(mean / ofChance.low)))
  const high = amount * Math.exp(Math.hypot(Math.log(excess.high / excess.denials), Math.log(ofChance.high / mean)))
  return { amount: Math.round(amount), low: Math.round(low), high: Math.round(high) }
}
