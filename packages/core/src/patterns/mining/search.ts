import { setImmediate } from 'node:timers/promises'
import { riskRatio } from '../../statistics/risk-ratio.ts'
import { logUpperTail } from '../../statistics/upper-tail.ts'
import { inOrder, type Condition } from '../scope/condition.ts'
import { levelsOf } from './candidates.ts'
import { confirmByLater } from './confirm.ts'
import { countScope } from './count-scope.ts'
import type { Finding, SearchResult } from './finding.ts'
import { lacksBeside } from './lacks.ts'
import { DEFAULT_OPTIONS, type SearchOptions } from './options.ts'
import { PairCounter } from './pairs.ts'
import { searchReason, type SearchState } from './reason-search.ts'
import type { Sample } from './sample.ts'
import { ScopeCounter } from './scope-counter.ts'
import { viewOf } from './view.ts'

/** So long a search may keep a process from whatever else it has to do, about. */
const TURN_MS = 50

/**
 * Scopes in which a reason is denied more often than elsewhere, by reason, the clearest first. What is found in the whole sample is looked for once more in
 * its earlier part alone, and tested on its later one. Deterministic.
 */
export function searchPatterns(sample: Sample, options: Partial<SearchOptions> = {}): SearchResult {
  const steps = stepsOf(sample, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, but the process has its turn every few hundredths of a second: a search of a million claims takes many seconds. */
export async function searchPatternsInTurns(sample: Sample, options: Partial<SearchOptions> = {}): Promise<SearchResult> {
  const steps = stepsOf(sample, options)
  for (let since = performance.now(); ;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - since < TURN_MS) continue
    await setImmediate()
    since = performance.now()
  }
}

type Steps<T> = Generator<void, T>

function* stepsOf(sample: Sample, options: Partial<SearchOptions>): Steps<SearchResult> {
  const settled = { ...DEFAULT_OPTIONS, ...options }
  const { found, candidates } = yield* searchPart(sample, 'all', settled)
  const reasons = new Set(found.map(({ reason }) => reason))
  const early = reasons.size > 0 && hasTwoParts(sample) ? (yield* searchPart(sample, 'early', settled, reasons)).found : []
  const findings: Finding[] = []
  for (const finding of found) {
    findings.push({ ...finding, confirmation: confirmByLater(sample, finding, early) })
    yield
  }
  return { findings, searched: candidates, claims: sample.claims }
}

const hasTwoParts = ({ early, later }: Sample) => early.values.some((count) => count > 0) && later.values.some((count) => count > 0)

/** What is found, and among how many scopes that could have been. What the search of a part needs is let go with it. */
function* searchPart(
  sample: Sample,
  part: 'all' | 'early',
  options: SearchOptions,
  only?: ReadonlySet<string>,
): Steps<{ found: Unconfirmed[]; candidates: number }> {
  const state = yield* prepare(sample, part, options)
  const found: Unconfirmed[] = []
  for (const denied of state.view.denied) {
    if (only && !only.has(denied.reason)) continue
    for (const { scope: ids, logP, q } of yield* searchReason(state, denied)) {
      const scope = inOrder(ids.map((id) => state.view.conditions[id]!))
      const counts = countScope(sample, denied.reason, scope, part === 'early' ? { later: false } : {})
      found.push(...asFinding(options, denied.reason, scope, counts, logP, q))
      yield
    }
  }
  return { found, candidates: state.candidates }
}

function* prepare(sample: Sample, part: 'all' | 'early', options: SearchOptions): Steps<SearchState> {
  const view = viewOf(sample, part, options)
  yield
  const lacks = lacksBeside(view)
  const pairs = new PairCounter(view, lacks)
  yield* pairs.steps(view.weights)
  const levels = levelsOf(view, pairs.counts, lacks, options).map((count) => count * view.denied.length)
  yield
  return {
    view,
    options,
    pairs,
    deniedPairs: new PairCounter(view, lacks),
    gonePairs: new PairCounter(view, lacks),
    counter: new ScopeCounter(view),
    levels,
    candidates: levels.reduce((sum, count) => sum + count, 0),
  }
}

type Unconfirmed = Omit<Finding, 'confirmation'>

/**
 * The scope against all other claims, also those of the scopes that were found before it: what is said of it has to hold there too, so the larger of the two
 * p values is told, and a scope that stands out only without them is none.
 */
function asFinding(
  { minRatio, falseDiscoveries }: SearchOptions,
  reason: string,
  scope: readonly Condition[],
  counts: Finding['counts'],
  logFound: number,
  qFound: number,
): Unconfirmed[] {
  const inside = { part: counts.denied, whole: counts.population }
  const outside = { part: counts.restDenied, whole: counts.restPopulation }
  const logP = Math.max(logFound, logUpperTail(inside, outside))
  const q = Math.min(1, qFound * Math.exp(logP - logFound))
  const ratio = riskRatio(inside, outside)
  if (q > falseDiscoveries || (ratio.estimate !== null && ratio.estimate < minRatio)) return []
  return [{ reason, scope, counts, ratio, p: Math.exp(logP), q }]
}
