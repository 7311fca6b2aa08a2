import { logUpperTail } from '../../statistics/upper-tail.ts'
import { scopeKeyOf, type Condition } from '../scope/condition.ts'
import { countScope, deniedInScope } from './count-scope.ts'
import type { Finding, ScopeCounts } from './finding.ts'
import type { Sample } from './sample.ts'

/** With fewer claims in the scope that it did not come again says nothing; that it did is a matter of the test, from a handful of claims on. */
const CLAIMS_TO_DENY = 20
const CLAIMS_TO_CONFIRM = 5
const LEVEL = 0.05
/** Two scopes are nearly the same when they share this much of the claims that either has denied. */
const SAME = 0.5

interface Scoped {
  reason: string
  scope: readonly Condition[]
}

/** Tests a scope on claims that the search which found it did not see; null while there are too few in it to say either. */
export function confirm(counts: ScopeCounts): Finding['confirmation'] {
  const { population, denied, restPopulation, restDenied } = counts
  if (population < CLAIMS_TO_CONFIRM || restPopulation === 0) return null
  const p = Math.exp(logUpperTail({ part: denied, whole: population }, { part: restDenied, whole: restPopulation }))
  const confirmed = p < LEVEL && denied * restPopulation > restDenied * population
  return confirmed || population >= CLAIMS_TO_DENY ? { counts, p, confirmed } : null
}

/**
 * Confirmation of a found scope by the later claims of the sample: the same or nearly the same scope must have been found among the earlier ones alone, and
 * it is that scope which is tested, because the later claims had no part in choosing it. Null when there is none, or nothing later yet.
 */
export function confirmByLater(sample: Sample, found: Scoped, early: readonly Scoped[]): Finding['confirmation'] {
  const ofReason = early.filter(({ reason }) => reason === found.reason)
  const key = scopeKeyOf(found.reason, found.scope)
  const same = ofReason.find(({ reason, scope }) => scopeKeyOf(reason, scope) === key) ?? nearest(sample, found, ofReason)
  return same ? confirm(countScope(sample, same.reason, same.scope, { later: true })) : null
}

function nearest(sample: Sample, found: Scoped, others: readonly Scoped[]): Scoped | null {
  const compared = others.map((other) => ({ other, shared: overlap(sample, found.reason, found.scope, other.scope) }))
  const closest = compared.reduce<(typeof compared)[number] | null>((a, b) => (a && a.shared >= b.shared ? a : b), null)
  return closest && closest.shared >= SAME ? closest.other : null
}

/** Claims denied for the reason in both scopes, as a share of those denied in either (Jaccard); 0 where none is. */
export function overlap(sample: Sample, reason: string, a: readonly Condition[], b: readonly Condition[]): number {
  const [inA, inB] = [deniedInScope(sample, reason, a), deniedInScope(sample, reason, b)]
  let both = 0
  let either = 0
  inA.forEach((count, index) => {
    both += Math.min(count, inB[index]!)
    either += Math.max(count, inB[index]!)
  })
  return either === 0 ? 0 : both / either
}
