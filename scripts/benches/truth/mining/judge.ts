import { scopeKeyOf, type Condition } from '../../../../packages/core/src/patterns/scope/condition.ts'
import type { SimulatedClaim } from './claims.ts'
import { claimMeets, deniedIn, shared } from './extent.ts'
import type { Planted } from './plant.ts'

/** What a method says: this reason is denied more often here. An empty scope is everywhere. */
export interface Said {
  reason: string
  scope: readonly Condition[]
}

export interface Verdict {
  /**
   * For each planted pattern: what was said of it (the one with most of its denials; null: it was not found), how far the claims in both scopes agree (Jaccard),
   * and whether it is the very scope. */
  planted: { by: Said | null; agreement: number; exact: boolean }[]
  /** For each thing said: whether it names a planted pattern. */
  said: boolean[]
  /** True ones of which another says the same pattern better. */
  repeats: number
}

/** Part of the planted denials that a finding has to cover, and part of its own that have to be planted ones. */
const HALF = 0.5

/**
 * A planted pattern is found by what names its reason, covers at least half of the denials in its scope, and has at least half of its own denials there;
 * what finds one is true, all else is false. The scope is exact when its conditions are the planted ones, or when it holds the very same claims.
 */
export function judge(claims: readonly SimulatedClaim[], planted: readonly Planted[], said: readonly Said[]): Verdict {
  const byReason = deniedByReason(claims)
  const deniedBy = ({ reason, scope }: Said) => new Set((byReason.get(reason) ?? []).filter((index) => deniedIn(scope, reason, claims[index]!)))
  const sides = planted.map((pattern) => ({ pattern, denied: deniedBy(pattern), by: null as Said | null, covered: 0, agreement: 0, exact: false }))
  const verdicts = said.map((one) => {
    const candidates = sides.filter(({ pattern }) => pattern.reason === one.reason)
    if (candidates.length === 0) return false
    const denied = deniedBy(one)
    let isTrue = false
    for (const side of candidates) {
      const both = shared(denied, side.denied)
      if (both === 0 || both < HALF * side.denied.size || both < HALF * denied.size) continue
      isTrue = true
      const agreement = agreementOf(claims, side.pattern, one)
      side.exact ||= agreement === 1
      if (both > side.covered) Object.assign(side, { by: one, covered: both, agreement })
    }
    return isTrue
  })
  const repeats = said.filter((one, index) => verdicts[index] && !sides.some(({ by }) => by === one)).length
  return { planted: sides.map(({ by, agreement, exact }) => ({ by, agreement, exact })), said: verdicts, repeats }
}

/** Claims in both scopes as a share of those in either. */
function agreementOf(claims: readonly SimulatedClaim[], { scope, population }: Planted, said: Said): number {
  if (scopeKeyOf(said.reason, scope) === scopeKeyOf(said.reason, said.scope)) return 1
  let both = 0
  let either = population.size
  claims.forEach((claim, index) => {
    if (!claimMeets(said.scope, claim)) return
    if (population.has(index)) both++
    else either++
  })
  return both / either
}

/** The numbers of the claims that were denied for each reason. */
export function deniedByReason(claims: readonly SimulatedClaim[]): Map<string, number[]> {
  const byReason = new Map<string, number[]>()
  claims.forEach((claim, index) => {
    for (const reason of new Set([claim.reason, ...claim.lines.map((line) => line.reason)])) {
      if (reason === null) continue
      const indices = byReason.get(reason)
      if (indices) indices.push(index)
      else byReason.set(reason, [index])
    }
  })
  return byReason
}
