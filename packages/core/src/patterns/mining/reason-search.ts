import { adjustedForFalseDiscoveries } from '../../statistics/false-discovery.ts'
import { logUpperTail } from '../../statistics/upper-tail.ts'
import { isPair } from './candidates.ts'
import type { ScopeField, ScopeOp } from '../scope/condition.ts'
import type { SearchOptions } from './options.ts'
import type { PairCounter } from './pairs.ts'
import { ScopeCounter, type Candidate, type Remaining } from './scope-counter.ts'
import { logLikelihoodRatio } from './score.ts'
import type { Denied, View } from './view.ts'

/** What the searches of all reasons share. */
export interface SearchState {
  view: View
  options: SearchOptions
  pairs: PairCounter
  deniedPairs: PairCounter
  gonePairs: PairCounter
  counter: ScopeCounter
  /** How many scopes could have been found, by level and over all, for all reasons together. */
  levels: readonly number[]
  candidates: number
}

export interface Found extends Candidate {
  logP: number
  q: number
}

interface Scored extends Candidate {
  score: number
}

const MOST = 3
const ROUNDS = 2

/**
 * Scopes of a reason, each looked for among the claims that no scope before it covers. The first ones were chosen without knowing of those after them, and may
 * lie across two: so each is looked for again with all the others set aside, until none changes (backfitting).
 */
export function* searchReason(state: SearchState, denied: Denied): Generator<void, Found[]> {
  const found: Found[] = []
  function* findOn() {
    for (let next = yield* bestScope(state, setAside(state, denied, found)); next; next = yield* bestScope(state, setAside(state, denied, found)))
      found.push(next)
  }
  yield* findOn()
  for (let round = 0, changed = found.length > 1; changed && round < ROUNDS; round++) {
    changed = false
    for (const [index, { scope }] of [...found].entries()) {
      const others = found.filter((_, other) => other !== index)
      const again = yield* bestScope(state, setAside(state, denied, others))
      if (!again || again.scope.join() === scope.join()) continue
      found[index] = again
      changed = true
    }
    if (changed) yield* findOn()
  }
  return found
}

/** What is left when the claims of scopes are taken away, whatever became of them. */
function setAside({ view, counter, gonePairs }: SearchState, denied: Denied, scopes: readonly Candidate[]): Remaining {
  const alive = new Uint8Array(view.weights.length).fill(1)
  gonePairs.clear()
  if (scopes.length === 0) return { denied, alive, claims: view.claims, deniedClaims: denied.total }
  const gone = new Int32Array(view.weights.length)
  let { claims } = view
  for (const { scope } of scopes) {
    for (const kind of counter.kindsIn(scope, alive)) {
      alive[kind] = 0
      gone[kind] = view.weights[kind]!
      claims -= gone[kind]!
    }
  }
  gonePairs.addKinds(gone)
  const deniedClaims = denied.counts.reduce((sum, count, index) => (alive[denied.kinds[index]!] === 1 ? sum + count : sum), 0)
  return { denied, alive, claims, deniedClaims }
}

/** A step for each scope that is extended. */
function* bestScope(state: SearchState, remaining: Remaining): Generator<void, Found | null> {
  const { view, options, counter } = state
  const scored = (candidate: Candidate): Scored => ({
    ...candidate,
    score: logLikelihoodRatio(candidate, remaining) - options.perCondition * candidate.scope.length,
  })
  const all = new Map<string, Scored>()
  const keep = (candidates: readonly Candidate[]) => {
    for (const candidate of candidates) {
      const key = candidate.scope.join()
      if (!all.has(key) && isSound(candidate.scope, view)) all.set(key, scored(candidate))
    }
  }
  const extended = new Set<string>()
  const extend = (candidate: Candidate) => {
    const key = candidate.scope.join()
    if (extended.has(key) || candidate.scope.length > MOST) return
    extended.add(key)
    keep(counter.extend(candidate, remaining, options))
  }

  keep(shallow(state, remaining))
  for (const size of [2, MOST]) {
    const ofSize = [...all.values()].filter(({ scope }) => scope.length === size)
    for (const candidate of leaders(ofSize, options.beam)) {
      extend(candidate)
      yield
    }
  }

  // From the best scope on: leave out, put in or exchange a condition while that makes it better.
  const best = () => passing(state, remaining, [...all.values()])
  let leader = best()
  for (let before: string | null = null; leader && before !== leader.scope.join(); leader = best()) {
    before = leader.scope.join()
    extend(leader)
    for (const id of leader.scope) {
      const shorter = leader.scope.filter((other) => other !== id)
      if (!shorter.some((other) => other < view.positive)) continue
      if (!all.has(shorter.join())) keep([counter.count(shorter, remaining)])
      const known = all.get(shorter.join())
      if (known) extend(known)
      yield
    }
  }
  return leader
}

/** Four conditions only where one is the payer; and what else was done is asked beside what the line itself is, for alone it says the same of claims as that. */
function isSound(scope: readonly number[], { conditions }: View): boolean {
  const asks = (field: ScopeField, op: ScopeOp) => scope.some((id) => conditions[id]!.field === field && conditions[id]!.op === op)
  if (scope.length > MOST && !asks('payer', 'is')) return false
  return !asks('procedureGroup', 'has') || asks('procedureCode', 'is') || asks('procedureGroup', 'is')
}

/** Scopes of one and two conditions by which enough claims are denied. */
function shallow({ view, options, pairs, deniedPairs, gonePairs }: SearchState, { denied, alive }: Remaining): Candidate[] {
  const side = view.conditions.length
  deniedPairs.clear()
  deniedPairs.addDenied(denied, alive)
  const found: Candidate[] = []
  for (const cell of deniedPairs.touched) {
    const count = deniedPairs.counts[cell]!
    if (count < options.minDenied) continue
    const a = Math.floor(cell / side)
    const b = cell % side
    if (a !== b && !isPair(view, pairs.counts, a, b, options)) continue
    const population = pairs.counts[cell]! - gonePairs.counts[cell]!
    if (population >= options.minPopulation) found.push({ scope: a === b ? [a] : [a, b], population, denied: count })
  }
  return found
}

/** The best, one of each extent. */
function leaders(candidates: readonly Scored[], most: number): Scored[] {
  const extents = new Set<string>()
  return candidates
    .toSorted(byScore)
    .filter(({ population, denied }) => {
      const extent = `${population} ${denied}`
      return !extents.has(extent) && extents.add(extent)
    })
    .slice(0, most)
}

/** Equally good ones in the order of the fields. */
function byScore(a: Scored, b: Scored): number {
  if (a.score !== b.score) return b.score - a.score
  const differing = a.scope.findIndex((id, place) => id !== b.scope[place])
  return a.scope.length - b.scope.length || (differing < 0 ? 0 : a.scope[differing]! - b.scope[differing]!)
}

/** The best of those that the size of the search and the practical limits let pass. */
function passing({ levels, candidates: total, options }: SearchState, { claims, deniedClaims }: Remaining, candidates: readonly Scored[]): Found | null {
  const logs = candidates.map(({ population, denied }) =>
    logUpperTail({ part: denied, whole: population }, { part: deniedClaims - denied, whole: claims - population }),
  )
  // A third of the error rate for each level: a p value weighs as much less as its level has more candidates. Genovese, Roeder, Wasserman, Biometrika 93:509 (2006).
  const weighted = logs.map((log, index) => {
    const level = levels[Math.min(candidates[index]!.scope.length, levels.length) - 1]!
    return log + Math.log((levels.length * Math.max(1, level)) / total)
  })
  const qs = adjustedForFalseDiscoveries(weighted, total)
  let found: { index: number; candidate: Scored } | null = null
  candidates.forEach((candidate, index) => {
    const { population, denied } = candidate
    if (qs[index]! > options.falseDiscoveries || denied < options.minDenied) return
    if (denied * (claims - population) < options.minRatio * (deniedClaims - denied) * population) return
    if (!found || byScore(candidate, found.candidate) < 0) found = { index, candidate }
  })
  const best = found as { index: number; candidate: Scored } | null
  return best && { ...best.candidate, logP: logs[best.index]!, q: qs[best.index]! }
}
