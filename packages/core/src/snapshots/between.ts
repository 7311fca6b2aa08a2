import type { SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { readKnown } from './as-known.sql.ts'
import { readChanges } from './changes.sql.ts'
import { differenceOf, FIGURES, figureOf, noFigures, numbersOf, type FigureName, type NumberName } from './numbers.ts'
import { stepsOf, valueOf, type PartChanges, type Step } from './steps.ts'
import { partsOf, type Part, type Target } from './targets.ts'

export interface Moments {
  /** What was published before it is known; the later one null for now. */
  from: SQL
  until: SQL | null
  timeZone: string
}

export interface Stand {
  value: number | null
  /** The figures that the number is made of. */
  counts: Partial<Record<FigureName, number>>
}

export interface Difference {
  known: Stand
  later: Stand
  difference: number | null
  steps: Step[]
}

/** A number as it was known at two moments, each read by itself, and the steps from the one to the other. */
export async function explainBetween(
  tx: Pick<TenantTransaction, 'rows'>,
  { metric, target, ...of }: { organizationId: number; window: DateWindow; metric: NumberName; target: Target },
  moments: Moments,
): Promise<Difference> {
  const { of: parts, isThing } = partsOf(metric, target)
  const cellsOf = ({ source, column, subject }: Part) => ({ ...of, source, columns: [column], subject })
  const stateBefore = async (before: SQL | null) => {
    const state = { figures: noFigures(), known: !isThing }
    for (const [figure, part] of parts) {
      const sum = (await readKnown(tx, cellsOf(part), 'whole', before)).get('')
      state.figures[figure] = figureOf(figure, sum?.[part.column])
      state.known ||= part.isOwn && sum !== undefined
    }
    return state
  }
  const standOf = ({ figures, known }: Awaited<ReturnType<typeof stateBefore>>): Stand => {
    const named = numbersOf(figures)
    const names = [...parts.keys()].map((figure) => FIGURES[figure].name)
    return { value: valueOf(metric, figures, known), counts: Object.fromEntries(names.map((name) => [name, named[name]])) }
  }
  const changes: PartChanges[] = []
  for (const [figure, part] of parts) changes.push({ figure, isOwn: part.isOwn, changes: await readChanges(tx, cellsOf(part), moments) })
  const start = await stateBefore(moments.from)
  const known = standOf(start)
  const later = standOf(await stateBefore(moments.until))
  return { known, later, difference: differenceOf(known.value, later.value), steps: stepsOf(metric, start, changes) }
}
