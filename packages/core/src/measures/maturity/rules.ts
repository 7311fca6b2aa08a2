import { addDays, type IsoDate } from '../../dates.ts'

/** How many decided claims had their first decision this many days after their day. */
export interface Lag {
  days: number
  claims: number
}

export interface Maturity {
  /** The first day of which less than 90 % of the decisions are expected to be in; all days before it are mature. Null when unknown. */
  matureBefore: IsoDate | null
  /** Expected share, 0 to 1, of the decisions on claims of this age that are in hand. Null when unknown. */
  shareAtAge(ageDays: number): number | null
  /** The ages at which that share rises, in order; empty when unknown. */
  ages: readonly number[]
}

const MATURE_SHARE = 0.9
/** Shares are quotients, and a mixture is a sum of them: 0.9 made of tenths may come out a hair below. */
const HAIR = 1e-9
/** Fewer decisions than this say nothing about how long decisions take. */
const ENOUGH = 20

export const isMature = (share: number | null): boolean => share !== null && share >= MATURE_SHARE - HAIR

const UNKNOWN: Maturity = { matureBefore: null, shareAtAge: () => null, ages: [] }

function maturityOf(shareAtAge: (age: number) => number, ages: readonly number[], asOf: IsoDate): Maturity {
  const matureAge = ages.find((age) => isMature(shareAtAge(age)))
  return { matureBefore: matureAge === undefined ? null : addDays(asOf, 1 - matureAge), shareAtAge, ages }
}

/**
 * The empirical distribution of the lag from a claim's day to its first decision, among claims that were decided: a claim that nobody ever
 * answers changes no denial rate, so that it does not keep a day immature.
 */
export function maturityFrom(lags: readonly Lag[], asOf: IsoDate): Maturity {
  const total = lags.reduce((sum, { claims }) => sum + claims, 0)
  if (total < ENOUGH) return UNKNOWN
  const decidedBy = new Map<number, number>()
  let decided = 0
  for (const { days, claims } of lags.toSorted((a, b) => a.days - b.days)) decidedBy.set(days, (decided += claims))
  const ages = [...decidedBy.keys()]
  const shares = [...decidedBy.values()].map((claims) => claims / total)
  return maturityOf((age) => shares[lastUpTo(ages, age)] ?? 0, ages, asOf)
}

/** Position of the last of these ordered numbers that is not above the limit; -1 when all are. */
function lastUpTo(ordered: readonly number[], limit: number): number {
  let from = 0
  let to = ordered.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (ordered[middle]! <= limit) from = middle + 1
    else to = middle
  }
  return from - 1
}

/** Some claims that share a lag curve. */
export interface Part {
  maturity: Maturity
  claims: number
}

/** Expected share of claims of several payers that are all of one age: each payer's share, weighted by its claims. Null without claims, and while a payer's is unknown. */
export function shareOfParts(parts: readonly Part[], age: number): number | null {
  let total = 0
  let decided = 0
  for (const { maturity, claims } of parts) {
    if (claims === 0) continue
    const share = maturity.shareAtAge(age)
    if (share === null) return null
    total += claims
    decided += claims * share
  }
  return total === 0 ? null : decided / total
}

/** The curve of claims of several payers together. It lies between its parts, and rises with age as they do. */
export function mixture(parts: readonly Part[], asOf: IsoDate): Maturity {
  if (shareOfParts(parts, 0) === null) return UNKNOWN
  const ages = [...new Set(parts.flatMap(({ maturity, claims }) => (claims > 0 ? maturity.ages : [])))].sort((a, b) => a - b)
  return maturityOf((age) => shareOfParts(parts, age)!, ages, asOf)
}

/** Whose curve it is: a payer's id, or everybody's. */
export const EVERYBODY = ''
/** The lags of each payer and of the organization as a whole (EVERYBODY), as they were sampled. */
export type LagCurves = ReadonlyMap<string, readonly Lag[]>

/** The maturity of an organization as of a day. */
export interface Maturities {
  /** From the decisions of all payers. */
  organization: Maturity
  /** From the payer's own decisions; the organization's where those are fewer than 20, or the payer is unknown (''). */
  ofPayer(payer: string): Maturity
}

export function maturitiesFrom(curves: LagCurves, asOf: IsoDate): Maturities {
  const organization = maturityFrom(curves.get(EVERYBODY) ?? [], asOf)
  const payers = new Map<string, Maturity>()
  const ofPayer = (payer: string): Maturity => {
    const own = payers.get(payer) ?? maturityFrom(curves.get(payer) ?? [], asOf)
    payers.set(payer, own)
    return own.ages.length > 0 ? own : organization
  }
  return { organization, ofPayer }
}

/** Whose curve says which days of a pattern are mature: everybody's, or each payer's own by its part of the claims. */
export type MaturityBy = 'organization' | 'payer'

/** Both ways, `mix` being the claims of each payer. Without any the payers' way is the organization's. */
export function maturityBy(curves: LagCurves, mix: ReadonlyMap<string, number>, asOf: IsoDate): Record<MaturityBy, Maturity> {
  const { organization, ofPayer } = maturitiesFrom(curves, asOf)
  const parts = [...mix].map(([payer, claims]) => ({ maturity: ofPayer(payer), claims }))
  return { organization, payer: parts.length === 0 ? organization : mixture(parts, asOf) }
}
