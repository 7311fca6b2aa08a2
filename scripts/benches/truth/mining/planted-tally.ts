import type { Condition } from '../../../../packages/core/src/patterns/scope/condition.ts'
import type { Said, Verdict } from './judge.ts'
import type { Planted } from './plant.ts'
import { percent } from './text.ts'

export interface Outcome {
  planted: Planted
  by: Said | null
  agreement: number
  exact: boolean
}

/** What became of the planted patterns and of what was said, over all data sets. */
export class PlantedTally {
  readonly outcomes: Outcome[] = []
  said = 0
  true = 0
  repeats = 0

  add(planted: readonly Planted[], verdict: Verdict): void {
    planted.forEach((pattern, index) => this.outcomes.push({ planted: pattern, ...verdict.planted[index]! }))
    this.said += verdict.said.length
    this.true += verdict.said.filter(Boolean).length
    this.repeats += verdict.repeats
  }

  get planted(): number {
    return this.outcomes.length
  }
  get found(): number {
    return this.outcomes.filter(({ by }) => by !== null).length
  }
  get exact(): number {
    return this.outcomes.filter(({ exact }) => exact).length
  }
}

export interface Group {
  name: string
  includes: (planted: Planted) => boolean
}

/** One row for each group that has any: planted, found, exact. */
export const rowsOf = (outcomes: readonly Outcome[], groups: readonly Group[]): string[][] =>
  groups.flatMap(({ name, includes }) => {
    const own = outcomes.filter(({ planted }) => includes(planted))
    if (own.length === 0) return []
    const found = own.filter(({ by }) => by !== null).length
    const exact = own.filter((outcome) => outcome.exact).length
    return [[name, String(own.length), percent(found, own.length), percent(exact, own.length)]]
  })

/** At this agreement of the claims, two scopes are two names of one thing. */
const NEARLY = 0.9

/** How a found scope differs from the planted one. */
export const differences = [
  'exact',
  'other conditions, nine tenths of the claims the same',
  'a condition too few',
  'a condition too many',
  'another condition',
  'not found',
] as const

export function differenceOf({ planted, by, agreement, exact }: Outcome): (typeof differences)[number] {
  if (!by) return 'not found'
  if (exact) return 'exact'
  if (agreement >= NEARLY) return 'other conditions, nine tenths of the claims the same'
  const [wanted, said] = [keys(planted.scope), keys(by.scope)]
  if (said.every((key) => wanted.includes(key))) return 'a condition too few'
  if (wanted.every((key) => said.includes(key))) return 'a condition too many'
  return 'another condition'
}

const keys = (scope: readonly Condition[]) => scope.map(({ field, op, value }) => `${field} ${op} ${value}`)
