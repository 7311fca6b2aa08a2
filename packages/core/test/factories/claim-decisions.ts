import {
  adjudicate,
  claimOutcome,
  decideReported,
  NOT_DENIED,
  type AdjustmentFacts,
  type ClaimOutcome,
  type LineFacts,
  type LineVerdict,
} from '../../src/adjudication/rules.ts'
import { denialReasons } from '../../src/adjudication/catalogue.ts'
import type { IsoDate } from '../../src/dates.ts'
import type { Cents } from '../../src/money.ts'
import type { ClaimSpec, LaterDecision, LineSpec } from './claims.ts'

/** One adjudication with its verdicts, before it becomes rows. */
export interface Decision extends LineFacts {
  on: IsoDate
  kind: string
  rank: string
  lines: LineFacts[]
  verdict: LineVerdict
  lineVerdicts: LineVerdict[]
  outcome: ClaimOutcome
  duplicate: boolean
  /** The denial of the claim as a whole: the largest one with the sum of all. */
  denial: LineVerdict
}

export const cents = (dollars: number): Cents => Math.round(dollars * 100)
const sum = (amounts: readonly Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0)

export function linesOf(spec: ClaimSpec): LineSpec[] {
  if (spec.lines) return spec.lines
  const codes = { procedure: spec.procedure, modifiers: spec.modifiers, diagnoses: spec.diagnoses, placeOfService: spec.placeOfService }
  const billed = spec.billed ?? 100
  if (spec.outcome !== 'partially_denied') return [{ ...codes, billed, paid: spec.paid }]
  const paid = spec.paid ?? billed / 2
  return [
    { ...codes, billed: paid, paid },
    { ...codes, billed: billed - paid, paid: 0, carc: carcOf(spec) ?? undefined },
  ]
}

const denies = (spec: ClaimSpec) => (spec.outcome ?? (spec.carc || spec.reason || spec.duplicate ? 'denied' : 'paid')) === 'denied'

/** The CARC of the claim's denial; null for a reason that only the source's text gives. */
function carcOf({ carc, reason, duplicate }: ClaimSpec): string | null {
  if (duplicate) return '18'
  if (carc || !reason) return carc ?? '197'
  return denialReasons.find(({ label }) => label === reason)?.carcs[0] ?? null
}

function factsOf(charge: Cents, paid: Cents, carc: string | null, { rarc, group = 'CO' }: Pick<LineSpec, 'rarc' | 'group'>): LineFacts {
  const open = charge - paid
  const adjustments: AdjustmentFacts[] = open <= 0 ? [] : [carc ? { group, carc, amount: open } : { group: 'CO', carc: '45', amount: open }]
  return { charge, paid, adjustments, remarks: carc && rarc ? [rarc] : [] }
}

export function decisionsOf(spec: ClaimSpec, lines: readonly LineSpec[]): Decision[] {
  if (!spec.decided) return []
  const first = firstDecision(spec, spec.decided, lines)
  const decisions = [first]
  if (spec.overturnedOn) {
    if (first.paid !== 0) decisions.push(reversalOf(first, spec.overturnedOn))
    decisions.push(correctionOf(first, spec.overturnedOn, spec.recovered === undefined ? null : cents(spec.recovered)))
  }
  return [...decisions, ...(spec.later ?? []).map((later) => laterDecision(first, later))]
}

function laterDecision(first: Decision, { on, paid, kind = 'original', rank = 'primary', carc }: LaterDecision): Decision {
  const payments = [paid].flat().map(cents)
  const facts = (charge: Cents, payment = 0): LineFacts =>
    kind === 'reversal' ? { charge: -charge, paid: payment, adjustments: [], remarks: [] } : factsOf(charge, payment, payment === 0 ? (carc ?? null) : null, {})
  const lines = first.lines.map((line, at) => facts(line.charge, payments[at]))
  return decide(on, kind, rank, lines.length > 0 ? claimFacts(sum(lines.map((line) => line.charge)), lines) : facts(first.charge, payments[0]), lines)
}

export const chargeOf = (spec: ClaimSpec, lines: readonly LineSpec[]): Cents =>
  lines.length > 0 ? sum(lines.map((line) => cents(line.billed))) : cents(spec.billed ?? 100)

function firstDecision(spec: ClaimSpec, on: IsoDate, lines: readonly LineSpec[]): Decision {
  const facts = lines.map((line) => {
    const carc = line.carc ?? (denies(spec) ? carcOf(spec) : null)
    const unpaid = line.carc !== undefined || denies(spec)
    return factsOf(cents(line.billed), cents(line.paid ?? (unpaid ? 0 : line.billed)), carc, { rarc: spec.rarc, group: spec.group, ...line })
  })
  const charge = chargeOf(spec, lines)
  const share = denies(spec) ? 0 : spec.outcome === 'partially_denied' ? Math.floor(charge / 2) : charge
  const bare = factsOf(
    charge,
    spec.paid === undefined ? share : cents(spec.paid),
    denies(spec) || spec.outcome === 'partially_denied' ? carcOf(spec) : null,
    spec,
  )
  const decision = decide(on, 'original', 'primary', lines.length > 0 ? claimFacts(charge, facts) : bare, facts)
  const told = spec.reason !== undefined && carcOf(spec) === null ? reportedDecision(decision, spec.reason) : decision
  if (spec.outcome && told.outcome !== spec.outcome) throw new Error(`claim ${spec.id} is to be ${spec.outcome}, but the rules say ${told.outcome}`)
  return told
}

/** Adjustments sit on the lines; the claim repeats only the totals. */
const claimFacts = (charge: Cents, lines: readonly LineFacts[]): LineFacts => ({
  charge,
  paid: sum(lines.map((line) => line.paid)),
  adjustments: [],
  remarks: [],
})

/** A source that gives its reason as a text: no adjustments, verdicts from the text. */
function reportedDecision(decision: Decision, reason: string): Decision {
  const read = ({ charge, paid }: LineFacts) => decideReported({ status: 'denied', charge, paid, reason })
  const lines = decision.lines.map((line) => ({ ...line, adjustments: [] }))
  const lineVerdicts = lines.map(read)
  const verdict = read(decision)
  return { ...decision, adjustments: [], lines, ...judged(verdict, lines, lineVerdicts) }
}

function judged(verdict: LineVerdict, lines: readonly LineFacts[], lineVerdicts: LineVerdict[]) {
  const charged = lines.map(({ charge }, at) => ({ charge, verdict: lineVerdicts[at] ?? NOT_DENIED }))
  return { verdict, lineVerdicts, ...claimOutcome(verdict, charged) }
}

function decide(on: IsoDate, kind: string, rank: string, claim: LineFacts, lines: LineFacts[]): Decision {
  const { verdict, lineVerdicts } = adjudicate({ ...claim, decisionKind: kind, lines })
  return { ...claim, on, kind, rank, lines, ...judged(verdict, lines, lineVerdicts) }
}

const negated = ({ charge, paid, adjustments }: LineFacts): LineFacts => ({
  charge: -charge,
  paid: -paid,
  adjustments: adjustments.map((one) => ({ ...one, amount: -one.amount })),
  remarks: [],
})

const reversalOf = (first: Decision, on: IsoDate) => decide(on, 'reversal', 'primary', negated(first), first.lines.map(negated))

/** Pays the denied lines one after the other until `recovered` is spent; the others as before. */
function correctionOf(first: Decision, on: IsoDate, recovered: Cents | null): Decision {
  let left = recovered ?? Infinity
  const pay = (line: LineFacts, verdict: LineVerdict): LineFacts => {
    if (!verdict.denied) return line
    const paid = Math.min(left, line.charge)
    left -= paid
    return paid === 0 ? line : factsOf(line.charge, paid, null, {})
  }
  const lines = first.lines.map((line, at) => pay(line, first.lineVerdicts[at] ?? NOT_DENIED))
  const paidInFull = factsOf(first.charge, recovered === null ? first.charge : first.paid + recovered, null, {})
  return decide(on, 'original', 'primary', lines.length > 0 ? claimFacts(first.charge, lines) : paidInFull, lines)
}
