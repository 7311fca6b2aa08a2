import type { ControlKind } from './control.ts'
import type { Entry } from './read.ts'
import { FEWEST_WEEKS, LONGEST_WEEKS, WASHOUT_WEEKS, type BaselineKind } from './weeks.ts'

const COMPARED: Record<ControlKind, string> = {
  same_payer_and_reason: 'Compared with the same payer’s other claims, denied for the same reason, outside every pattern of it.',
  same_reason: 'Compared with all other claims, denied for the same reason, outside every pattern of it; the payer’s own were too few.',
  same_payer: 'Compared with what else the same payer denied; denials for the same reason outside the patterns were too few.',
  other_denials: 'Compared with denials for all other reasons. That is the widest comparison there is, and the weakest.',
}

const BASELINES: Record<BaselineKind, string> = {
  before_detection: 'The baseline ends before the days that made the pattern be found: those are high because they were looked for.',
  after_detection:
    'The baseline begins after the days that made the pattern be found, which are high because they were looked for; before them there were too few denials.',
}

/** How an entry was computed, in sentences. */
export function methodOf({ control, impact, scoped }: Pick<Entry, 'control' | 'impact' | 'scoped'>): string[] {
  if (impact.state === 'not_preventive') return ['What was done gets denied claims paid and prevents none: only the cash is counted.']
  const notes = [
    `Difference in differences: how far the pattern’s odds of a denial moved from those of comparable claims, between the baseline and the weeks after ${WASHOUT_WEEKS} weeks of washout, mature weeks only, at most ${LONGEST_WEEKS} of each.`,
  ]
  if (control !== null) notes.push(COMPARED[control])
  if (impact.baseline !== null) notes.push(BASELINES[impact.baseline.kind])
  if (scoped) notes.push('What is left of regression to the mean is taken off by drawing the baseline toward what the organization’s patterns have in common.')
  notes.push(
    'The interval is of 95 %, by how much weeks differ among themselves. It does not cover causes that set in with the intervention in this pattern alone.',
  )
  if (impact.state === 'not_enough_yet')
    notes.push(`At least ${FEWEST_WEEKS} mature weeks are needed, and as many claims as tell a rate cut to half from none.`)
  return notes
}
