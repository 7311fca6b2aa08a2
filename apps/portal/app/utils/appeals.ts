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
