import type { Change } from './changes.sql.ts'
import { differenceOf, FIGURES, figureOf, noFigures, numbersOf, type Figure, type FigureName, type Figures, type NumberName } from './numbers.ts'

export interface Step {
  cause: string
  day: string
  at: Date
  /** What it changed of the figures that the number is made of: those that moved. */
  changes: Partial<Record<FigureName, number>>
  /** The number after it, and how much it moved: null where it is, or was, unknown. */
  value: number | null
  change: number | null
}

/** Changes of one part, and which figure the part is. */
export interface PartChanges {
  figure: Figure
  changes: readonly Change[]
  /** Whether the number exists only once a row of this part has appeared. */
  isOwn: boolean
}

/**
 * The steps from what a number was to what it is, in order of time: each cause of a day once, at the first moment of it. A rate's step is the rate
 * after it less the rate before it, so that steps add up in the order in which they happened. `known` is false while nothing of the thing had
 * been published: until then the number is null, not 0.
 */
export function stepsOf(metric: NumberName, start: { figures: Figures; known: boolean }, parts: readonly PartChanges[]): Step[] {
  const grouped = Map.groupBy(
    parts.flatMap(({ figure, changes, isOwn }) => changes.map((change) => ({ ...change, figure, publishes: isOwn && change.appeared }))),
    ({ cause, day }) => `${day} ${cause}`,
  )
  const inOrder = [...grouped.values()]
    .map((changes) => ({ changes, at: changes.reduce((first, { at }) => (at < first ? at : first), changes[0]!.at) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const steps: Step[] = []
  const sum = { ...start.figures }
  let known = start.known
  let before = valueOf(metric, sum, known)
  for (const { changes, at } of inOrder) {
    const { cause, day } = changes[0]!
    const delta = noFigures()
    for (const { figure, change } of changes) delta[figure] += figureOf(figure, change)
    for (const { figure } of parts) sum[figure] += delta[figure]
    known ||= changes.some(({ publishes }) => publishes)
    const value = valueOf(metric, sum, known)
    const named = numbersOf(delta)
    const moved = parts.filter(({ figure }) => delta[figure] !== 0).map(({ figure }) => [FIGURES[figure].name, named[FIGURES[figure].name]])
    if (moved.length > 0 || value !== before) steps.push({ cause, day, at, changes: Object.fromEntries(moved), value, change: differenceOf(before, value) })
    before = value
  }
  return steps
}

/** The number that figures give; null of a thing that nothing was known of. */
export const valueOf = (metric: NumberName, figures: Figures, known: boolean): number | null => (known ? numbersOf(figures)[metric] : null)
