import { riskRatio } from '../../statistics/risk-ratio.ts'
import { logUpperTail } from '../../statistics/upper-tail.ts'
import { inOrder, type Condition } from '../scope/condition.ts'
import { levelsOf } from './candidates.ts'
import { confirmByLater } from './confirm.ts'
import { countScope } from './count-scope.ts'
import type { Finding, SearchResult } from './finding.ts'
import { DEFAULT_OPTIONS, type SearchOptions } from './options.ts'
import { lacksBeside, PairCounter } from './pairs.ts'
import { searchReason, type SearchState } from './reason-search.ts'
import type { Sample } from './sample.ts'
import { ScopeCounter } from './scope-counter.ts'
import { viewOf } from './view.ts'

/**
 * Scopes in which a reason is denied more often than elsewhere, by reason, the clearest first. What is found in the whole sample is looked for once more in
 * its earlier part alone, and tested on its later one. Deterministic.
 */
export function searchPatterns(sample: Sample, options: Partial<SearchOptions> = {}): SearchResult {
  const settled = { ...DEFAULT_OPTIONS, ...options }
  const state = prepare(sample, 'all', settled)
  const found = search(sample, state)
  const reasons = new Set(found.map(({ reason }) => reason))
  const early = reasons.size > 0 && hasTwoParts(sample) ? search(sample, prepare(sample, 'early', settled), reasons) : []
  return {
    findings: found.map((finding) => ({ ...finding, confirmation: confirmByLater(sample, finding, early) })),
    searched: state.candidates,
    claims: sample.claims,
  }
}

const hasTwoParts = ({ early, later }: Sample) => early.values.some((count) => count > 0) && later.values.some((count) => count > 0)

function prepare(sample: Sample, part: 'all' | 'early', options: SearchOptions): SearchState {
  const view = viewOf(sample, part, options)
  const lacks = lacksBeside(view)
  const pairs = new PairCounter(view, lacks).addKinds(view.weights)
  const levels = levelsOf(view, pairs.counts, lacks, options).map((count) => count * view.denied.length)
  return {
    view,
    part,
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

function search(sample: Sample, state: SearchState, only?: ReadonlySet<string>): Unconfirmed[] {
  const part = state.part === 'early' ? { later: false } : {}
  return state.view.denied
    .filter(({ reason }) => !only || only.has(reason))
    .flatMap((denied) =>
      searchReason(state, denied).flatMap(({ scope: ids, logP, q }) => {
        const scope = inOrder(ids.map((id) => state.view.conditions[id]!))
        return asFinding(state.options, denied.reason, scope, countScope(sample, denied.reason, scope, part), logP, q)
      }),
    )
}

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
