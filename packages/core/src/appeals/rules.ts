import type { IsoDate } from '../dates.ts'
import { addDays } from '../dates.ts'
import type { FieldProblem } from '../errors.ts'
import type { ClaimOutcome } from '../adjudication/rules.ts'
import type { Cents } from '../money.ts'
import type { AppealFacts } from '../adjudication/facts.ts'

/** What of a claim decides whether it can be appealed. Cents. */
export interface AppealedClaim {
  initialOutcome: ClaimOutcome | null
  finalOutcome: ClaimOutcome | null
  firstDeniedOn: IsoDate | null
  billed: Cents
  lines: readonly { lineNumber: number; isDenied: boolean }[]
  appeals: readonly AppealFacts[]
  appealWindowDays: number
}

export interface Filing {
  /** The day on which it ended, where a person said so. */
  endedOn?: IsoDate | null
  filedOn: IsoDate
  lineNumbers: readonly number[]
  amount: Cents | null
}

/** Denied at its first decision or at its latest, by whomever that is shown to be. */
export const isDenied = ({ initialOutcome, finalOutcome }: Pick<AppealedClaim, 'initialOutcome' | 'finalOutcome'>): boolean =>
  [initialOutcome, finalOutcome].some((outcome) => outcome === 'denied' || outcome === 'partially_denied')

export const nextLevel = (appeals: readonly Pick<AppealFacts, 'level'>[]): number => Math.max(0, ...appeals.map(({ level }) => level)) + 1

/** The last day to file an appeal of a level: the payer's window after the decision of the level before it, or after the first denial. */
export function deadlineOf({ firstDeniedOn, appeals, appealWindowDays }: Pick<AppealedClaim, 'firstDeniedOn' | 'appeals' | 'appealWindowDays'>, level: number) {
  const before = appeals
    .filter((appeal) => appeal.level < level)
    .reduce<AppealFacts | null>((best, next) => (best && best.level > next.level ? best : next), null)
  const since = before?.decidedOn ?? firstDeniedOn
  return since === null ? null : addDays(since, appealWindowDays)
}

/** What is wrong with what a person says of an appeal's filing, field by field; nothing when it can be. */
export function filingProblems({ filedOn, endedOn = null, lineNumbers, amount }: Filing, claim: AppealedClaim, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (filedOn > today) problems.push({ field: 'filedOn', message: `is after today, ${today}` })
  if (claim.firstDeniedOn !== null && filedOn < claim.firstDeniedOn)
    problems.push({ field: 'filedOn', message: `is before the claim was first denied, ${claim.firstDeniedOn}` })
  if (endedOn !== null && filedOn > endedOn) problems.push({ field: 'filedOn', message: `is after the appeal ended, ${endedOn}` })
  const unknown = lineNumbers.filter((number) => !claim.lines.some(({ lineNumber }) => lineNumber === number))
  const paid = lineNumbers.filter((number) => claim.lines.some(({ lineNumber, isDenied }) => lineNumber === number && !isDenied))
  if (unknown.length > 0) problems.push({ field: 'lineNumbers', message: `the claim has no line ${unknown.join(', ')}` })
  if (paid.length > 0) problems.push({ field: 'lineNumbers', message: `line ${paid.join(', ')} was not denied` })
  if (amount !== null && amount > claim.billed) problems.push({ field: 'amount', message: 'is more than the charge of the claim' })
  return problems
}

export interface Decision {
  outcome: 'overturned' | 'partially_overturned' | 'upheld' | 'withdrawn'
  on: IsoDate
  amount: Cents | null
}

/** The same for how it ended. */
export function decisionProblems({ outcome, on, amount }: Decision, { filedOn }: Pick<AppealFacts, 'filedOn'>, billed: Cents, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (on > today) problems.push({ field: 'on', message: `is after today, ${today}` })
  if (filedOn !== null && on < filedOn) problems.push({ field: 'on', message: `is before the appeal was filed, ${filedOn}` })
  if (amount !== null && (outcome === 'upheld' || outcome === 'withdrawn'))
    problems.push({ field: 'amount', message: `goes with an appeal that was won, not with ${outcome}` })
  if (amount !== null && amount > billed) problems.push({ field: 'amount', message: 'is more than the charge of the claim' })
  return problems
}
