import type { DayCount, Direction } from './cusum.ts'

/** A denial rate as far as a reference tells it: Beta(denied + 1/2, paid + 1/2), by Jeffreys' prior. Described on the log-odds scale. */
export interface RatePosterior {
  /** Log-odds at its middle, and its standard deviation there. */
  middle: number
  spread: number
  /** Some log-odds with the weights that they have; the weights add up to 1. */
  nodes: readonly { logOdds: number; weight: number }[]
}

/**
 * In standard deviations. So few suffice because the density is smooth and dies out at both ends (trapezoid rule). They reach far to the side from
 * which a watch for a rise (1) or a fall (-1) has its false alarms: rates that hardly can be have the most.
 */
const NODES = [-2.2, -1.1, 0, 1.1, 2.2, 3.3, 4.4]

export const rateAt = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

export function ratePosterior({ claims, denied }: DayCount, direction: Direction): RatePosterior {
  const [alpha, beta] = [denied + 0.5, claims - denied + 0.5]
  const middle = Math.log(alpha / beta)
  const spread = Math.sqrt(1 / alpha + 1 / beta)
  const density = (logOdds: number) => alpha * (logOdds - middle) - (alpha + beta) * Math.log((1 - rateAt(middle)) / (1 - rateAt(logOdds)))
  const side = direction === 'up' ? 1 : -1
  const weighed = NODES.map((z) => middle + side * z * spread).map((logOdds) => ({ logOdds, weight: Math.exp(density(logOdds)) }))
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  return { middle, spread, nodes: weighed.map(({ logOdds, weight }) => ({ logOdds, weight: weight / total })) }
}
