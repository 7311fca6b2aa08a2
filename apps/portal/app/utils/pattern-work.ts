import type { Change } from '@overturn/core/changes/schemas'
import type { PatternAction } from '@overturn/core/patterns/actions/schemas'

/** Which rate a change is one of: the pattern's own, or that of its reason at a payer. */
export const changeSubject = ({ subject, payerName, payerId, denialReason }: Change) =>
  subject === 'pattern' ? 'The rate of this pattern' : `Denials of ${payerName ?? payerId ?? 'a payer'} for “${denialReason}”`

/** `rose from 1.16% to 5.78% for services from Jul 16, 2026 on` */
export const changeCourse = ({ direction, before, after, onset }: Change) =>
  `${direction === 'up' ? 'rose' : 'fell'} from ${formatRate(before.denialRate)} to ${formatRate(after.denialRate)} for services from ${formatDate(onset)} on`

/** What is marked on the rate of a pattern, the earliest first. */
export function marksOf(actions: readonly PatternAction[], changes: readonly Change[]): RateMark[] {
  return [
    ...actions.map(({ kind, happenedOn, note }) => ({
      date: happenedOn,
      label: note === null ? interventionWords[kind] : `${interventionWords[kind]}: ${note}`,
      kind: 'action' as const,
    })),
    ...changes.map((change) => ({ date: change.onset, label: `${changeSubject(change)} ${changeCourse(change)}`, kind: 'change' as const })),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
