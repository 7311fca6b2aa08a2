import type { Condition } from '../scope/condition.ts'

/** Claims in a scope, and those of them denied for the reason on a line in it; and the same of all other claims, on any line. */
export interface ScopeCounts {
  population: number
  denied: number
  restPopulation: number
  restDenied: number
}

/** How much more often: the ratio of the two rates with its 95 % interval; null where the rest has no denial (the ratio has no upper bound) or no claim. */
export interface RiskRatio {
  estimate: number | null
  low: number
  high: number | null
}

/** A scope in which a reason is denied more often than elsewhere, found by a search over `searched` candidates. */
export interface Finding {
  reason: string
  scope: readonly Condition[]
  counts: ScopeCounts
  ratio: RiskRatio
  /** One-sided mid-p value, and what is left of it after the search: the false-discovery-adjusted one. */
  p: number
  q: number
  /** What a later period says that the search did not see; null while there is none with enough claims. */
  confirmation: { counts: ScopeCounts; p: number; confirmed: boolean } | null
}

export interface SearchResult {
  findings: Finding[]
  /** Candidates over which false discoveries were counted: every scope that could have been found, of every reason. */
  searched: number
  /** Claims that were searched. */
  claims: number
}
