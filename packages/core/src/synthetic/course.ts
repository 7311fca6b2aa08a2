import type { AppealRecord, ClaimRecord, DecisionRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'
import type { Submission } from './claim.ts'
import { decide, reverse, type DecisionFacts } from './decision.ts'
import { duplicateDenial, everydayDenials, type Denial } from './denials.ts'
import { payers, type Payer } from './payers.ts'
import { plantedFor, type PlantedPattern } from './planted.ts'
import { denyLine, payLine, promiseLine, supplementLine, type CostShare, type LineOutcome } from './pricing.ts'
import { Random, STREAM } from './random.ts'
import { pursue } from './pursuit.ts'
import { linesInScope } from '../patterns/scope/meets.ts'
import { rateOn } from './shape.ts'

/** The lines of a claim that lie in the scope of a planted pattern. */
export interface ScopeHit {
  pattern: PlantedPattern
  lines: readonly number[]
}

/** All that became of a claim up to and with `asOf`. */
export interface Course {
  decisions: DecisionRecord[]
  appeals: AppealRecord[]
  hits: readonly ScopeHit[]
}

/** Deductibles start again in January and are used up by summer: the share of the January rate that is left, by month. */
const DEDUCTIBLE_LEFT = [1, 0.75, 0.55, 0.4, 0.28, 0.2, 0.15, 0.1, 0.08, 0.06, 0.05, 0.04]
const SUPPLEMENT_LAG = [7, 21] as const
const planted = new Map(payers.map(({ id }) => [id, plantedFor(id)]))

function scopeHits(claim: ClaimRecord): ScopeHit[] {
  const hits: ScopeHit[] = []
  for (const { pattern, conditions } of planted.get(claim.payerId ?? '') ?? []) {
    const lines = linesInScope(conditions, claim)
    if (lines.length > 0) hits.push({ pattern, lines })
  }
  return hits
}

/** Follows claims through the payer's hands; nothing that happens after `asOf` is known. */
export function courseFollower(seed: number, calendar: Calendar): (submission: Submission) => Course {
  const random = new Random()

  function firstDay({ person: { payer }, serviceDay, submissionDay, duplicate }: Submission): number {
    const decided = duplicate ? submissionDay + random.between(6, 15) : serviceDay + Math.round(random.lognormal(...payer.lag))
    return calendar.payDay(Math.max(decided, submissionDay + 3), payer.payDays)
  }

  /** What the secondary payer adds, once it has heard of the primary's decision. */
  function supplementOf({ claim }: Submission, payer: Payer, primary: DecisionFacts): DecisionRecord[] {
    const day = calendar.payDay(primary.day + random.between(...SUPPLEMENT_LAG), payer.payDays)
    if (day > 0) return []
    const outcomes = claim.lines.map((line, index) => supplementLine(line, primary.outcomes[index] as LineOutcome))
    return [decide(claim, { ...primary, payer, day, rank: 'secondary', status: '2', outcomes, receivedDay: primary.day }, calendar)]
  }

  /** Which denial, if any, meets each line: a planted pattern first, else the everyday mix. */
  function denialsOf({ claim, clinician, person: { payer }, duplicate, serviceDay }: Submission, hits: readonly ScopeHit[]): (Denial | null)[] {
    const denials: (Denial | null)[] = claim.lines.map(() => null)
    if (duplicate) return denials.fill(duplicateDenial)
    for (const {
      pattern: { denial, shape },
      lines,
    } of hits) {
      const rate = rateOn(shape, serviceDay, calendar.firstDay)
      // A payer that denies the whole claim looks once; one that denies lines looks at each.
      if (denial.whole && random.chance(rate)) return denials.fill(denial)
      if (!denial.whole) for (const line of lines) if (random.chance(rate)) denials[line - 1] ??= denial
    }
    if (denials.some((denial) => denial !== null)) return denials
    if (!random.chance(payer.denialRate * clinician.denialFactor)) return denials
    const everyday = everydayDenials.pick(random.unit())
    if (everyday.whole) return denials.fill(everyday)
    denials[random.between(0, denials.length - 1)] = everyday
    return denials
  }

  return (submission) => {
    const {
      number,
      claim,
      person: { payer, secondary },
      submissionDay,
      serviceDay,
    } = submission
    random.start(seed, STREAM.course, number)
    const hits = scopeHits(claim)
    const day = firstDay(submission)
    if (day > 0) return { decisions: [], appeals: [], hits }

    const facts = (status: string, outcomes: readonly LineOutcome[]): DecisionFacts => ({
      payer,
      day,
      kind: 'original',
      rank: 'primary',
      status,
      frequency: '1',
      outcomes,
      receivedDay: Math.min(submissionDay + 1, day),
    })
    if (claim.use === 'predetermination') {
      const promise = facts(
        '25',
        claim.lines.map((line) => promiseLine(line, payer)),
      )
      return { decisions: [decide(claim, { ...promise, kind: 'predetermination' }, calendar)], appeals: [], hits }
    }

    const share: CostShare = { deductible: random.chance(payer.deductible * (DEDUCTIBLE_LEFT[calendar.month(serviceDay) - 1] ?? 0)) }
    const answer = (denials: readonly (Denial | null)[]): DecisionFacts => {
      const outcomes = claim.lines.map((line, index) => (denials[index] ? denyLine(line, denials[index]) : payLine(line, payer, share)))
      return facts(payer.marksDenials && denials.every((denial) => denial !== null) ? '4' : '1', outcomes)
    }
    const denials = denialsOf(submission, hits)
    if (denials.every((denial) => denial === null)) {
      const primary = answer(denials)
      const first = decide(claim, { ...primary, status: secondary ? '19' : '1' }, calendar)
      const rest = secondary && first.patientResponsibility ? supplementOf(submission, secondary, primary) : []
      return { decisions: [first, ...rest], appeals: [], hits }
    }

    const first = decide(claim, answer(denials), calendar)
    const { decisions, appeals } = pursue({ payer, day, denials, first, random, calendar }, (redecision) => {
      const { frequency, receivedDay } = redecision
      const repeated = answer(redecision.denials)
      const again = decide(claim, { ...repeated, day: redecision.day, frequency, receivedDay: receivedDay ?? repeated.receivedDay }, calendar)
      // Money already paid, or the payer's habit, calls for taking the first decision back before deciding again.
      return payer.reverses || first.paid > 0 ? [reverse(first, payer, redecision.day, calendar), again] : [again]
    })
    return { decisions: [first, ...decisions], appeals, hits }
  }
}
