import type { IsoDate } from '../dates.ts'
import type { Cents } from '../money.ts'
import { closeAppeals, type ClosedAppeal } from './appeals.ts'
import type { AppealFacts, ClaimFacts, DecidedLine, DecisionFacts } from './facts.ts'
import { decisionsInForce, inOrder, type DecisionInForce } from './in-force.ts'
import type { ClaimOutcome } from './rules.ts'

export type ClaimStatus = 'pending' | 'paid' | 'partially_denied' | 'denied' | 'appealed' | 'overturned'

/** What a claim says of itself. It is a function of its facts: it can be derived again at any time and gives the same. Cents. */
export interface DerivedClaim {
  status: ClaimStatus
  processingDate: IsoDate | null
  paid: Cents
  patientResponsibility: Cents | null
  allowed: Cents | null
  firstDecidedOn: IsoDate | null
  firstDeniedOn: IsoDate | null
  initialOutcome: ClaimOutcome | null
  finalOutcome: ClaimOutcome | null
  isDuplicate: boolean
  denialReason: string | null
  denialGroup: string | null
  denialCarc: string | null
  denialRarc: string | null
  denied: Cents
  openDenied: Cents
  lineCount: number
  deniedLineCount: number
  duplicateLineCount: number
  appealStatus: AppealFacts['outcome'] | null
  /** The number under which the payer who leads knows the claim, the latest that it gave; any payer's while no decision counts. */
  payerControlNumber: string | null
  lines: DerivedLine[]
  closedAppeals: ClosedAppeal[]
  /** Decisions of which the database must learn whether they are cash. */
  cash: { id: number; isCash: boolean }[]
}

export interface DerivedLine {
  lineNumber: number
  status: 'pending' | 'paid' | 'denied' | 'overturned'
  paid: Cents
  allowed: Cents | null
  firstDecidedOn: IsoDate | null
  denialDate: IsoDate | null
  denialReason: string | null
  denialGroup: string | null
  denialCarc: string | null
  denialRarc: string | null
  initiallyDenied: boolean
  finallyDenied: boolean
  isDuplicate: boolean
}

/**
 * The primary payer's first decision is the initial one (a claim that only another payer has decided takes that payer's); its latest that
 * was not taken back is the final one. Cash adds up what every payer paid, reversals taken off.
 */
export function deriveClaim({ lineNumbers, decisions, appeals }: ClaimFacts): DerivedClaim {
  const inForce = decisionsInForce(decisions)
  const { first, last } = courseOf(inForce)
  const closedAppeals = closeAppeals(appeals, inForce)
  const lines = lineNumbers.map((lineNumber) => deriveLine(lineNumber, inForce))
  const paid = cashOf(inForce)
  const latestAppeal = appeals.reduce<AppealFacts | null>((best, next) => (best && best.level > next.level ? best : next), null)
  const appealStatus = closedAppeals.find(({ level }) => level === latestAppeal?.level)?.outcome ?? latestAppeal?.outcome ?? null
  const denial = first?.denial
  return {
    status: statusOf(first, last, paid, appealStatus),
    processingDate: last?.decidedOn ?? latestDay(inForce),
    paid,
    patientResponsibility: last?.patientResponsibility ?? null,
    allowed: last?.allowed ?? null,
    firstDecidedOn: first?.decidedOn ?? null,
    firstDeniedOn: first && first.outcome !== 'paid' ? first.decidedOn : null,
    initialOutcome: first?.outcome ?? null,
    finalOutcome: last?.outcome ?? null,
    isDuplicate: first?.duplicate ?? false,
    denialReason: denial?.reason ?? null,
    denialGroup: denial?.group ?? null,
    denialCarc: denial?.carc ?? null,
    denialRarc: denial?.rarc ?? null,
    denied: denial?.deniedAmount ?? 0,
    openDenied: last?.denial.deniedAmount ?? 0,
    lineCount: lines.length,
    deniedLineCount: lines.filter((line) => line.initiallyDenied && !line.isDuplicate).length,
    duplicateLineCount: lines.filter((line) => line.isDuplicate).length,
    appealStatus,
    payerControlNumber: numberOf(lead(inForce)) ?? numberOf(decisions.toSorted(inOrder)),
    lines,
    closedAppeals,
    cash: cashChanges(decisions, inForce),
  }
}

function cashChanges(decisions: readonly DecisionFacts[], inForce: readonly DecisionInForce[]): DerivedClaim['cash'] {
  const payments = new Set(inForce.filter(isPaid).map(({ id }) => id))
  return decisions.flatMap(({ id, isCash = true }) => (payments.has(id) === isCash ? [] : [{ id, isCash: payments.has(id) }])).sort((a, b) => a.id - b.id)
}

const isPaid = ({ kind, isPayment }: DecisionInForce) => (kind === 'original' || kind === 'reversal') && isPayment

/** Those of the payer who leads: the primary one, where it has decided. */
const lead = <Decision extends DecisionInForce>(decisions: readonly Decision[]): readonly Decision[] =>
  decisions.some(({ payer }) => payer === 'primary') ? decisions.filter(({ payer }) => payer === 'primary') : decisions

/** First and latest original of the payer who leads. `last` is undefined once everything was taken back. */
function courseOf<Decision extends DecisionInForce>(decisions: readonly Decision[]): { first: Decision | undefined; last: Decision | undefined } {
  const decided = decisions.filter(({ kind }) => kind === 'original' || kind === 'reversal')
  const originals = lead(decided.filter(({ kind }) => kind === 'original'))
  const standing = lead(decided).filter(({ kind, isReversed }) => kind === 'original' && !isReversed)
  return { first: originals[0], last: standing.findLast(({ decidedOn }) => decidedOn !== null) ?? standing.at(-1) }
}

const numberOf = (decisions: readonly DecisionFacts[]): string | null =>
  decisions.findLast(({ payerControlNumber }) => payerControlNumber !== null)?.payerControlNumber ?? null

function statusOf(first: DecisionFacts | undefined, last: DecisionFacts | undefined, paid: Cents, appeal: string | null): ClaimStatus {
  if (!last || last.outcome === null) return 'pending'
  if (last.outcome !== 'paid' && appeal === 'pending') return 'appealed'
  const isWon = first !== undefined && first.outcome !== 'paid' && last.outcome !== first.outcome && last.outcome !== 'denied' && paid > 0
  return isWon ? 'overturned' : last.outcome
}

const latestDay = (decisions: readonly DecisionInForce[]): IsoDate | null =>
  decisions.findLast(({ kind, decidedOn }) => (kind === 'original' || kind === 'reversal') && decidedOn !== null)?.decidedOn ?? null

const cashOf = (decisions: readonly DecisionInForce[]): Cents =>
  decisions.reduce((sum, { kind, isPayment, paid }) => sum + ((kind === 'original' || kind === 'reversal') && isPayment ? paid : 0), 0)

/** The same for one line, from what each decision said of it. */
function deriveLine(lineNumber: number, decisions: readonly DecisionInForce[]): DerivedLine {
  const told: (DecisionInForce & { line: DecidedLine })[] = []
  for (const decision of decisions) {
    const parts = decision.lines.filter(({ claimLine }) => claimLine === lineNumber)
    const line = parts.length > 1 ? joined(parts) : parts[0]
    if (line) told.push({ ...decision, paid: line.paid, line })
  }
  const { first, last } = courseOf(told)
  const paid = cashOf(told)
  const denial = first?.line
  return {
    lineNumber,
    status: !last ? 'pending' : last.line.denied ? 'denied' : first?.line.denied && paid > 0 ? 'overturned' : 'paid',
    paid,
    allowed: last?.line.allowed ?? null,
    firstDecidedOn: first?.decidedOn ?? null,
    denialDate: denial?.denied ? (first?.decidedOn ?? null) : null,
    denialReason: denial?.reason ?? null,
    denialGroup: denial?.group ?? null,
    denialCarc: denial?.carc ?? null,
    denialRarc: denial?.rarc ?? null,
    initiallyDenied: denial?.denied ?? false,
    finallyDenied: last?.line.denied ?? false,
    isDuplicate: denial?.duplicate ?? false,
  }
}

/** A line that its payer split: denied when every part is. */
function joined(parts: readonly DecidedLine[]): DecidedLine {
  const leading = parts.every(({ denied }) => denied) ? parts[0] : parts.find(({ denied }) => !denied)
  const allowed = parts.every((part) => part.allowed === null) ? null : parts.reduce((sum, part) => sum + (part.allowed ?? 0), 0)
  return { ...(leading as DecidedLine), paid: parts.reduce((sum, { paid }) => sum + paid, 0), allowed }
}
