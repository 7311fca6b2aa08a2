import type { ImpactDetail, LedgerEntry, LedgerOutput } from '@overturn/core/impact/schemas'
import { DASH, formatCount, formatDate, formatDollars, formatMoney, formatRate } from './format'
import type { Word } from './words'

/** What the ledger says, in words. Estimates are named with their interval, and what cannot be told is said to be so. */
type Avoided = LedgerEntry['avoided']
type State = Avoided['state']

export const impactStateWords: Record<State, Word> = {
  shown: { label: 'Shown to work', color: 'success' },
  not_shown: { label: 'Not shown to work', color: 'neutral' },
  worse: { label: 'Got worse', color: 'error' },
  not_enough_yet: { label: 'Too early', color: 'info' },
  no_baseline: { label: 'Not measurable', color: 'neutral' },
  no_control: { label: 'Not measurable', color: 'neutral' },
  not_preventive: { label: 'Cash only', color: 'neutral' },
}

export const interventionWords: Record<LedgerEntry['interventions'][number]['kind'], string> = {
  resubmission: 'Resubmission',
  workflow_update: 'Workflow update',
  staff_training: 'Staff training',
  system_configuration: 'System configuration',
  practice_session: 'Practice',
  other: 'Other',
}

const oneDecimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
const oneDigit = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 1 })
/** `15.1`; a count that is an estimate. What is less than a tenth keeps its first digit: a bound of 0 says that it may be chance. */
export const formatEstimate = (count: number) => (Math.abs(count) < 0.1 ? oneDigit : oneDecimal).format(count)
/** `$1,234`, and in cents what would be shown as none. */
export const formatWorth = (dollars: number) => (Math.abs(dollars) < 1 && dollars !== 0 ? formatMoney : formatDollars)(dollars)

/** `2 to 43.8` */
export const denialsRange = ({ denials }: Pick<Avoided, 'denials'>) => (denials ? `${formatEstimate(denials.low)} to ${formatEstimate(denials.high)}` : DASH)
export const dollarsRange = ({ dollars }: Pick<Avoided, 'dollars'>) => (dollars ? `${formatWorth(dollars.low)} to ${formatWorth(dollars.high)}` : DASH)

type Range = { low: number; high: number }
/** Whether an interval holds 0. */
export const mayBeChance = ({ low, high }: Range) => low <= 0 && high >= 0

/** Of a sum, why its denials and its dollars do not say the same of chance; null where they do. */
export function differInWords({ denials, dollars }: Pick<Avoided, 'denials' | 'dollars'>): string | null {
  if (!denials || !dollars || (mayBeChance(denials) === mayBeChance(dollars) && denials.low > 0 === dollars.low > 0)) return null
  return 'The two do not say the same of chance: a pattern whose denials cost more weighs more in dollars. The verdict goes by denials.'
}

type Intervention = LedgerEntry['interventions'][number]
/** Whether somebody wrote it down only on a later day: its cash counts from its own day on, of which there was no record then. */
export const isBackdated = ({ on, recordedOn }: Intervention) => recordedOn > on

/** Who wants to know what was done reads the first; the others are named after it. */
export const doneInWords = ({ interventions }: Pick<LedgerEntry, 'interventions'>) =>
  interventions
    .map((one) => `${interventionWords[one.kind]}, ${formatDate(one.on)}${isBackdated(one) ? ` (recorded ${formatDate(one.recordedOn)})` : ''}`)
    .join('; ')

/** What was recorded later than on its day, of all entries, the earliest first. */
export const backdatedOf = (entries: readonly LedgerEntry[]): (Intervention & Pick<LedgerEntry, 'title'>)[] =>
  entries
    .flatMap(({ title, interventions }) => interventions.filter(isBackdated).map((one) => ({ ...one, title })))
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title))

/** From which day on the cash is counted, and what that day rests on; empty where nothing was done. */
export function countedFromInWords(entries: readonly LedgerEntry[]): string {
  const interventions = entries.flatMap((entry) => entry.interventions).toSorted((a, b) => a.on.localeCompare(b.on))
  const [first] = interventions
  if (!first) return ''
  const late = isBackdated(first) ? `; it was recorded on ${formatDate(first.recordedOn)}` : ''
  return `Counted from ${formatDate(first.on)}, the day that was recorded for the first action${late}; of each pattern from the day of its own.`
}

/** What an entry can say, in one sentence. */
export function canSay({ avoided, enoughOn }: Pick<LedgerEntry, 'avoided' | 'enoughOn'>): string {
  const { state, denials } = avoided
  const range = `95% interval ${denialsRange(avoided)}`
  switch (state) {
    case 'shown':
      return `About ${formatEstimate(denials!.estimate)} denials did not come that comparable claims let expect (${range}).`
    case 'not_shown':
      return `The estimate is ${formatEstimate(denials!.estimate)} fewer denials than comparable claims let expect, and that may be chance (${range}).`
    case 'worse':
      return `About ${formatEstimate(-denials!.estimate)} more denials came than comparable claims let expect (as fewer: ${range}).`
    case 'not_enough_yet':
      return enoughOn
        ? `Too few decided claims since then. There should be enough on ${formatDate(enoughOn)}.`
        : 'Too few decided claims since then. At the present pace a year would not bring enough.'
    case 'no_baseline':
      return 'Too few denials before it in days that the search for patterns did not see: there is no fair baseline.'
    case 'no_control':
      return 'Too few denials among comparable claims to tell what would have happened anyway.'
    case 'not_preventive':
      return 'Sending claims again gets them paid and prevents no denial: only the cash counts.'
  }
}

/** And what it cannot. */
export function cannotSay({ state }: Pick<Avoided, 'state'>): string {
  switch (state) {
    case 'shown':
      return 'It cannot tell what was done from anything else that set in at the same time for this pattern alone.'
    case 'not_shown':
      return 'That is no proof that it did nothing: a small effect would not show yet.'
    case 'worse':
      return 'It cannot say why; something else may have set in at the same time.'
    case 'not_enough_yet':
      return 'Until then nothing can be said of it, for or against.'
    case 'no_baseline':
    case 'no_control':
      return 'It may well have worked; these claims cannot show it.'
    case 'not_preventive':
      return 'It says nothing about the next claim.'
  }
}

/** Before and after with the comparable claims beside it; null where the two were not compared. */
export function comparedInWords({ before, after }: Pick<ImpactDetail, 'before' | 'after'>): string | null {
  if (!before || !after) return null
  const course = (side: 'treated' | 'control') => `${formatRate(before[side].denialRate)} to ${formatRate(after[side].denialRate)}`
  return `The denial rate of the pattern went from ${course('treated')}; that of comparable claims from ${course('control')}.`
}

/** Entries that are shown to have worked and are in the sums, the best proven first: by what they brought at the least. */
export function bestProven({ patterns, lessons }: Pick<LedgerOutput, 'patterns' | 'lessons'>): LedgerEntry[] {
  const proven = [...patterns, ...lessons].filter(({ avoided, counted }) => counted && avoided.state === 'shown')
  const least = ({ avoided }: LedgerEntry) => avoided.dollars?.low ?? avoided.denials?.low ?? 0
  return proven.toSorted((a, b) => least(b) - least(a) || a.patternId.localeCompare(b.patternId))
}

/**
 * How many entries are not among the `best` that are shown to work, in words; each is counted once. An entry that is measured and not in the sum
 * speaks of denials that another entry already has in it. Empty where there is no other.
 */
export function othersInWords(entries: readonly LedgerEntry[], best: number): string {
  const isTwice = ({ avoided, counted }: LedgerEntry) => avoided.denials !== null && !counted
  const once = entries.filter((entry) => !isTwice(entry))
  const count = (...states: State[]) => once.filter(({ avoided }) => states.includes(avoided.state)).length
  const parts: [number, string][] = [
    [count('shown') - best, 'more shown to work'],
    [count('not_shown'), 'not shown to work'],
    [count('worse'), 'with more denials than expected'],
    [count('not_enough_yet'), 'too early to tell'],
    [count('no_baseline', 'no_control'), 'not measurable'],
    [count('not_preventive'), 'that can bring cash only'],
    [entries.length - once.length, 'whose denials another entry already counts'],
  ]
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${formatCount(number)} ${what}`)
    .join(', ')
}

/** What a pattern was compared with, the closest first. */
export const comparedWith: Record<NonNullable<ImpactDetail['control']>, string> = {
  same_payer_and_reason: 'Same payer and reason, outside the patterns',
  same_reason: 'Same reason, all payers, outside the patterns',
  same_payer: 'Other denials of the same payer',
  other_denials: 'Denials for all other reasons',
}
