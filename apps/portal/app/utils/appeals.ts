import type { ClaimDetail } from '@overturn/core/claims/get-schemas'

export type ClaimAppeal = ClaimDetail['appeals'][number]

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
