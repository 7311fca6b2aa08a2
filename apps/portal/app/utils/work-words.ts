import type { WorkBefore, WorkItem } from '@overturn/core/worklist/schemas'
import type { Word } from './words'

export const workStateWords: Record<WorkItem['state'], Word> = {
  open: { label: 'To do', color: 'info' },
  done: { label: 'Done', color: 'success' },
  given_up: { label: 'Given up', color: 'neutral' },
}

/** What gets a denial back, and how that is done. */
export const remedyWords: Record<WorkItem['remedies'][number], Word & { how: string }> = {
  appeal: {
    label: 'Appeal',
    color: 'info',
    how: 'Send an appeal with the record that answers the reason. Write the letter here, send it, and record the appeal: the claim then waits for the payer.',
  },
  corrected_claim: {
    label: 'Corrected claim',
    color: 'warning',
    how: 'Correct what the reason names and send the claim again as a replacement (frequency 7), with the claim number of the payer.',
  },
  none: { label: 'Nothing usual', color: 'neutral', how: 'Such denials are seldom got back. Read what the payer says before you give it up.' },
}

/** Why work that was closed or put off is back; null where it never was. */
export function backAgain({ deniedAgain }: Pick<WorkItem, 'deniedAgain'>): string | null {
  if (!deniedAgain) return null
  const before = { done: 'after it was closed as done', given_up: 'after it was given up', put_off: 'after it was put off' }[deniedAgain.after]
  return `Denied again${deniedAgain.on ? ` on ${formatDate(deniedAgain.on)}` : ''}, ${before}`
}

/** Of what the last day is the last. */
export function lastDayLabel(remedies: WorkItem['remedies']): string {
  const ways = remedies.flatMap((remedy) => ({ appeal: ['appeal'], corrected_claim: ['send it corrected'], none: [] })[remedy])
  return ways.length === 0 ? 'Last day' : `Last day to ${ways.join(' or ')}`
}

/** Until so many days are left there is little time to do anything. */
export const URGENT_DAYS = 7
const SOON_DAYS = 30

/** How long there is, as a badge. */
export function dueWord(daysLeft: number): Word {
  const label = daysLeft === 0 ? 'Today' : daysLeft === 1 ? 'Tomorrow' : `In ${daysLeft} days`
  return { label, color: daysLeft <= URGENT_DAYS ? 'error' : daysLeft <= SOON_DAYS ? 'warning' : 'neutral' }
}

/** Claims that had the same value before a change, so that one call gives each group its own back. */
export function groupsBefore<Value>(before: readonly WorkBefore[], valueOf: (row: WorkBefore) => Value): { value: Value; claimIds: string[] }[] {
  const groups = new Map<Value, string[]>()
  for (const row of before) groups.set(valueOf(row), [...(groups.get(valueOf(row)) ?? []), row.claimId])
  return [...groups].map(([value, claimIds]) => ({ value, claimIds }))
}

/** The day so many days after a day, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
