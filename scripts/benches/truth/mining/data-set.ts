import { Sample } from '../../../../packages/core/src/patterns/mining/sample.ts'
import { searchPatterns } from '../../../../packages/core/src/patterns/mining/search.ts'
import type { SearchResult } from '../../../../packages/core/src/patterns/mining/finding.ts'
import { Random } from '../../../../packages/core/src/synthetic/random.ts'
import { inventClaims, type SimulatedClaim } from './claims.ts'
import { denyEveryday } from './outcomes.ts'
import { inventPractice } from './practice.ts'

const SEED = 20_260_323
/** One stream for each trial; the number of the data set opens its own in it. */
export type Stream = 101 | 102 | 103

export const seedsText = (stream: Stream) => `${SEED}, stream ${stream}, one number for each data set`

/** Claims of a practice of their own with everyday denials, and the draw to go on with. */
export function makeDataSet(stream: Stream, number: number, claims: number): { claims: SimulatedClaim[]; random: Random } {
  const random = new Random().start(SEED, stream, number)
  const invented = inventClaims(inventPractice(random), claims, random)
  denyEveryday(invented, random)
  return { claims: invented, random }
}

export function search(claims: readonly SimulatedClaim[]): SearchResult {
  const sample = new Sample()
  for (const claim of claims) sample.add(claim)
  return searchPatterns(sample)
}

/** So many data sets of the full number, at least one. */
export const setsOf = (full: number, share: number) => Math.max(1, Math.round(full * share))
