import type { operations } from '@overturn/client'
import type { ClaimDetail } from '@overturn/core/claims/get-schemas'

export type ClaimAppeal = ClaimDetail['appeals'][number]

/** An appeal as a form says that it was filed: amounts as typed, what is left empty as ''. */
export interface AppealFiling {
  filedOn: string
  lineNumbers: number[]
  amount: string
  deadline: string
  note: string
}
/** How an appeal ended, as a form says it. */
export interface AppealEnding {
  outcome: Exclude<ClaimAppeal['outcome'], 'pending'>
  on: string
  amount: string
}

type BodyOf<Id extends 'appeals.create' | 'appeals.correct' | 'appeals.decide'> = NonNullable<operations[Id]['requestBody']>['content']['application/json']
const typed = (amount: number | null) => amount?.toFixed(2) ?? ''

/** An appeal as it stands, to be entered again. */
export const filingOf = ({ appealDate, lineNumbers, disputedAmount, deadline, note }: ClaimAppeal): AppealFiling => ({
  filedOn: appealDate ?? '',
  lineNumbers: [...lineNumbers],
  amount: typed(disputedAmount),
  deadline: deadline ?? '',
  note: note ?? '',
})

/** As it ended; null where it has not. */
export const endingOf = ({ outcome, decidedOn, withdrawnOn, recoveredAmount }: ClaimAppeal): AppealEnding | null =>
  outcome === 'pending' ? null : { outcome, on: withdrawnOn ?? decidedOn ?? '', amount: typed(recoveredAmount) }

/** What is sent for a new appeal: what is empty is not said. */
export const newAppeal = (level: number, { filedOn, lineNumbers, amount, deadline, note }: AppealFiling): BodyOf<'appeals.create'> => ({
  level,
  filedOn,
  lineNumbers,
  ...(amount !== '' && { amount: Number(amount) }),
  ...(deadline !== '' && { deadline }),
  ...(note !== '' && { note }),
})

/** What is sent for one that is corrected: what is empty is taken away. */
export const correctedAppeal = (level: number, { filedOn, lineNumbers, amount, deadline, note }: AppealFiling): BodyOf<'appeals.correct'> => ({
  level,
  filedOn,
  lineNumbers,
  amount: amount === '' ? null : Number(amount),
  deadline: deadline || null,
  note: note || null,
})

export const endedAppeal = (level: number, { outcome, on, amount }: AppealEnding): BodyOf<'appeals.decide'> => ({
  level,
  outcome,
  on,
  ...(amount !== '' && { amount: Number(amount) }),
})

/** What can be done to an appeal, and why something cannot. A file's appeal is that file's to change; what a payment closed stays closed. */
export function appealActions(appeal: ClaimAppeal, isLatest: boolean) {
  const open = appeal.outcome === 'pending'
  const byPerson = appeal.importId === null
  return {
    decide: open || appeal.closedBy === 'person',
    correct: byPerson,
    reopen: appeal.closedBy === 'person',
    remove: byPerson && isLatest,
  }
}

/** Whether another appeal can be filed: the claim was denied, and none is open. */
export const canAppeal = ({ initialOutcome, finalOutcome, appeals, use }: Pick<ClaimDetail, 'initialOutcome' | 'finalOutcome' | 'appeals' | 'use'>): boolean =>
  use === 'claim' &&
  [initialOutcome, finalOutcome].some((outcome) => outcome === 'denied' || outcome === 'partially_denied') &&
  !appeals.some(({ outcome }) => outcome === 'pending')

/** What an appeal is about, by its lines; 0 stands for the claim as a whole. */
export function linesInWords(lineNumbers: readonly number[]): string {
  const lines = lineNumbers.filter((line) => line > 0)
  if (lines.length === 0) return 'the claim as a whole'
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`
}
