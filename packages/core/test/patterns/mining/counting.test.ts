import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelsOf } from '../../../src/patterns/mining/candidates.ts'
import { countScope } from '../../../src/patterns/mining/count-scope.ts'
import { lacksBeside } from '../../../src/patterns/mining/lacks.ts'
import { DEFAULT_OPTIONS } from '../../../src/patterns/mining/options.ts'
import { PairCounter } from '../../../src/patterns/mining/pairs.ts'
import { ScopeCounter } from '../../../src/patterns/mining/scope-counter.ts'
import { viewOf } from '../../../src/patterns/mining/view.ts'
import { anyClaim, sampleOf } from './shapes.ts'

const options = { ...DEFAULT_OPTIONS, minPopulation: 2, minDenied: 1 }
const samples = fc.array(anyClaim, { minLength: 1, maxLength: 15 }).map(sampleOf)

describe('the counts of a search', () => {
  it('of every pair and of every longer scope are those of the scope counted by itself', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom('all' as const, 'early' as const), (sample, part) => {
        const view = viewOf(sample, part, options)
        const lacks = lacksBeside(view)
        const pairs = new PairCounter(view, lacks).addKinds(view.weights)
        const counter = new ScopeCounter(view)
        for (const denied of view.denied) {
          const remaining = { denied, alive: new Uint8Array(view.weights.length).fill(1), claims: view.claims, deniedClaims: denied.total }
          const deniedPairs = new PairCounter(view, lacks).addDenied(denied, remaining.alive)
          const check = (ids: readonly number[], population: number, count: number) => {
            const alone = countScope(
              sample,
              denied.reason,
              ids.map((id) => view.conditions[id]!),
              part === 'early' ? { later: false } : {},
            )
            expect({ population, denied: count }).toEqual({ population: alone.population, denied: alone.denied })
          }
          for (const cell of pairs.touched) {
            const ids = [...new Set([Math.floor(cell / view.conditions.length), cell % view.conditions.length])]
            check(ids, pairs.counts[cell]!, deniedPairs.counts[cell]!)
            const parent = counter.count(ids, remaining)
            check(ids, parent.population, parent.denied)
            for (const child of counter.extend(parent, remaining, options)) check(child.scope, child.population, child.denied)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  it('bound the number of scopes of three conditions from above', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const view = viewOf(sample, 'all', options)
        const lacks = lacksBeside(view)
        const pairs = new PairCounter(view, lacks).addKinds(view.weights)
        const [singles, , deeper] = levelsOf(view, pairs.counts, lacks, options)
        expect(singles).toBe(view.positive)
        const found = new Set<string>()
        const counter = new ScopeCounter(view)
        for (const denied of view.denied) {
          const remaining = { denied, alive: new Uint8Array(view.weights.length).fill(1), claims: view.claims, deniedClaims: denied.total }
          for (const cell of pairs.touched) {
            const ids = [Math.floor(cell / view.conditions.length), cell % view.conditions.length]
            if (ids[0] === ids[1] || pairs.counts[cell]! < options.minPopulation) continue
            for (const child of counter.extend(counter.count(ids, remaining), remaining, options)) {
              if (child.scope.some((id) => id >= view.positive)) continue
              const alone = new Set(child.scope.map((id) => counter.count([id], remaining).population))
              if (!alone.has(child.population)) found.add(child.scope.join())
            }
          }
        }
        expect(deeper).toBeGreaterThanOrEqual([...found].filter((key) => isClique(key)).length)

        function isClique(key: string): boolean {
          const ids = key.split(',').map(Number)
          return ids.every((a, i) =>
            ids.slice(i + 1).every((b) => {
              const both = pairs.counts[a * view.conditions.length + b]!
              return both < view.population[a]! && both < view.population[b]!
            }),
          )
        }
      }),
      { numRuns: 15 },
    )
  })
})
