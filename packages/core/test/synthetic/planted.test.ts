import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/dates.ts'
import { plantedPatterns, type PlantedPattern } from '../../src/synthetic/planted.ts'
import { linesInScope } from '../../src/patterns/scope/meets.ts'
import { rateOn } from '../../src/synthetic/shape.ts'
import { AS_OF, collect, isDuplicate, type ClaimHistory } from './collect.ts'

const { histories, truth } = collect({ claims: 30_000, seed: 4 })
const decided = histories.filter((history) => history.claim.use === 'claim' && history.decisions.length > 0 && !isDuplicate(history))

interface Rate {
  population: number
  rate: number
}

/** How often claims with a line in the scope are first denied there for the reason; outside, on any line. */
function rates({ scope, denial }: PlantedPattern, claims: readonly ClaimHistory[]): { inside: Rate; outside: Rate } {
  const count = { inside: [0, 0] as [number, number], outside: [0, 0] as [number, number] }
  for (const {
    claim,
    decisions: [first],
  } of claims) {
    const lines = linesInScope(scope, claim)
    const side = lines.length > 0 ? count.inside : count.outside
    side[0] += 1
    if (first?.lines.some(({ lineNumber, verdict }) => verdict.reason === denial.reason && (lines.length === 0 || lines.includes(lineNumber)))) side[1] += 1
  }
  const rate = ([population, denied]: [number, number]): Rate => ({ population, rate: population === 0 ? 0 : denied / population })
  return { inside: rate(count.inside), outside: rate(count.outside) }
}

const firstDay = -547
/** Four standard errors and a little for the everyday denials that get there first. */
const tolerance = (expected: number, population: number) => 4 * Math.sqrt((expected * (1 - expected) + 0.01) / population) + 0.04

describe.each(plantedPatterns.map((pattern) => [pattern.id, pattern] as const))('%s', (_, pattern) => {
  const { shape } = pattern
  const on = 'at' in shape ? addDays(AS_OF, shape.at) : addDays(AS_OF, -270)
  const before = rates(
    pattern,
    decided.filter(({ claim }) => (claim.serviceDate ?? '') < on),
  )
  const after = rates(
    pattern,
    decided.filter(({ claim }) => (claim.serviceDate ?? '') >= on),
  )
  const middle = (from: number, to: number) => rateOn(shape, Math.round((from + to) / 2), firstDay)
  const day = 'at' in shape ? shape.at : -270

  it('has a scope of some size', () => {
    expect(before.inside.population).toBeGreaterThan(25)
    expect(after.inside.population).toBeGreaterThan(25)
  })

  it('denies as often as its shape says, before and after', () => {
    for (const [{ inside }, expected] of [
      [before, middle(firstDay, day)],
      [after, middle(day, 0)],
    ] as const) {
      expect(Math.abs(inside.rate - expected), `${inside.rate} of ${inside.population}, expected ${expected}`).toBeLessThan(
        tolerance(expected, inside.population),
      )
    }
  })

  it('stands out from the claims outside while it is there', () => {
    const active = shape.kind === 'fixed' ? before : after
    expect(active.inside.rate / active.outside.rate).toBeGreaterThan(5)
    if (shape.kind === 'fixed') expect(after.inside.rate).toBeLessThan(before.inside.rate / 3)
    if (shape.kind === 'starts') expect(before.inside.rate).toBeLessThan(after.inside.rate / 3)
    if (shape.kind === 'grows') expect(after.inside.rate).toBeGreaterThan(before.inside.rate * 1.4)
  })
})

describe('the patterns', () => {
  it('are twelve, of every shape, with ids and sentences of their own', () => {
    expect(plantedPatterns).toHaveLength(12)
    expect(new Set(plantedPatterns.map(({ id }) => id)).size).toBe(12)
    expect(new Set(plantedPatterns.map(({ shape }) => shape.kind))).toEqual(new Set(['constant', 'starts', 'grows', 'fixed']))
    expect(truth.patterns.map(({ id }) => id)).toEqual(plantedPatterns.map(({ id }) => id))
  })

  it('give the dates of their changes as dates', () => {
    expect(truth.patterns.find(({ id }) => id === 'therapy-records')?.shape).toEqual({ kind: 'fixed', rate: 0.5, on: addDays(AS_OF, -130) })
    expect(truth.patterns.find(({ id }) => id === 'late-filing')?.shape).toEqual({ kind: 'constant', rate: 0.85, on: null })
    expect(truth.patterns.find(({ id }) => id === 'knee-not-specific')?.shape).toEqual({ kind: 'grows', from: 0.05, to: 0.6, start: '2024-10-01' })
  })
})
