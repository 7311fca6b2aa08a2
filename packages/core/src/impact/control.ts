import type { Condition } from '../patterns/scope/condition.ts'
import { baselineOf, isControl } from './rules.ts'
import type { CountedWeek } from './weeks.sql.ts'
import type { Course, Week } from './weeks.ts'

/** What a pattern is compared with, the closest first. */
export const controlKinds = ['same_payer_and_reason', 'same_reason', 'same_payer', 'other_denials'] as const
export type ControlKind = (typeof controlKinds)[number]

const CONTROLS: Record<ControlKind, 'samePayerAndReason' | 'sameReason' | 'samePayer' | 'everything'> = {
  same_payer_and_reason: 'samePayerAndReason',
  same_reason: 'sameReason',
  same_payer: 'samePayer',
  other_denials: 'everything',
}

/** A pattern by reason alone has no claims of its reason outside it. */
const kindsFor = (scope: readonly Condition[]): readonly ControlKind[] => (scope.length === 0 ? ['other_denials'] : controlKinds)

/** The course beside the closest claims of which enough were denied before the intervention; beside the widest where none were. */
export function besideControl(
  scope: readonly Condition[],
  counted: readonly CountedWeek[],
  days: Omit<Course, 'weeks'>,
): { control: ControlKind; course: Course } {
  let widest: { control: ControlKind; course: Course } | null = null
  for (const control of kindsFor(scope)) {
    const weeks = counted.flatMap((week): Week[] => {
      const side = week[CONTROLS[control]]
      return side === null ? [] : [{ number: week.number, treated: week.treated, control: side }]
    })
    if (weeks.length < counted.length) continue
    widest = { control, course: { ...days, weeks } }
    const baseline = baselineOf(widest.course)
    if (baseline !== null && isControl(baseline.weeks)) return widest
  }
  return widest!
}
