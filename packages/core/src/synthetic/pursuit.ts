import type { AppealRecord, DecisionRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'
import type { Denial } from './denials.ts'
import type { Payer } from './payers.ts'
import type { Random } from './random.ts'

/** A denied claim and who denied it. */
interface DeniedClaim {
  payer: Payer
  day: number
  /** What met each line at the first decision. */
  denials: readonly (Denial | null)[]
  first: DecisionRecord
  random: Random
  calendar: Calendar
}

/** A later decision on the same claim: which denials stand, when, and whether it answers a corrected claim. */
export interface Redecision {
  day: number
  denials: readonly (Denial | null)[]
  frequency: '1' | '7'
  /** The day the payer received the corrected claim; null for an appeal, which decides the claim as it was. */
  receivedDay: number | null
}

type Redecide = (redecision: Redecision) => DecisionRecord[]

interface Pursuit {
  decisions: DecisionRecord[]
  appeals: AppealRecord[]
}

/** How often the group takes up a denial, and how patient everybody is, in days. */
const APPEALED = 0.62
const CORRECTED = 0.72
const SECOND_LEVEL = 0.25
const SECOND_LEVEL_SUCCESS = 0.35
const PARTIAL_SUCCESS = 0.3
const ANSWERED_AGAIN = 0.6
const LATEST_FILING = 45

/**
 * What the group does about a denial and what comes of it: an appeal, up to two levels, or a corrected claim. `redecide` makes the
 * decisions that follow when the payer changes its mind or answers the corrected claim.
 */
export function pursue(denied: DeniedClaim, redecide: Redecide): Pursuit {
  const remedy = denied.denials.find((denial) => denial !== null)?.remedy
  if (remedy === 'appeal' && denied.random.chance(APPEALED)) return appeal(denied, redecide)
  if (remedy === 'corrected_claim' && denied.random.chance(CORRECTED)) return correct(denied, redecide)
  return { decisions: [], appeals: [] }
}

function successOf({ denials }: DeniedClaim): number {
  return denials.find((denial) => denial !== null)?.success ?? 0
}

function appeal(denied: DeniedClaim, redecide: Redecide): Pursuit {
  const { payer, day, denials, first, random, calendar } = denied
  const appeals: AppealRecord[] = []
  let from = day
  for (const level of [1, 2]) {
    if (level === 2 && !random.chance(SECOND_LEVEL)) break
    const filed = from + random.between(5, LATEST_FILING)
    const decided = calendar.payDay(filed + random.between(18, 60), payer.payDays)
    const won = random.chance(level === 1 ? successOf(denied) : SECOND_LEVEL_SUCCESS)
    if (filed > 0) break
    const record: AppealRecord = {
      level,
      filedOn: calendar.text(filed),
      deadline: calendar.text(from + payer.appealDays),
      outcome: 'pending',
      decidedOn: null,
      recovered: null,
      reportedStatus: null,
    }
    appeals.push(record)
    if (decided > 0) break
    record.decidedOn = calendar.text(decided)
    if (won) {
      const standing = partlyStanding(denials, random)
      const decisions = redecide({ day: decided, denials: standing, frequency: '1', receivedDay: null })
      record.outcome = standing.some((denial) => denial !== null) ? 'partially_overturned' : 'overturned'
      record.recovered = (decisions.at(-1)?.paid ?? 0) - first.paid
      return { decisions, appeals }
    }
    record.outcome = 'upheld'
    record.recovered = 0
    from = decided
  }
  return { decisions: [], appeals }
}

/** Usually every denial falls; where several lines were denied, sometimes the last one stands. */
function partlyStanding(denials: readonly (Denial | null)[], random: Random): (Denial | null)[] {
  const last = denials.findLastIndex((denial) => denial !== null)
  const several = denials.filter((denial) => denial !== null).length > 1
  const keeps = several && random.chance(PARTIAL_SUCCESS)
  return denials.map((denial, index) => (keeps && index === last ? denial : null))
}

function correct(denied: DeniedClaim, redecide: Redecide): Pursuit {
  const { payer, day, denials, first, random, calendar } = denied
  const resubmitted = day + random.between(3, 25)
  const decided = calendar.payDay(resubmitted + Math.round(random.lognormal(...payer.lag)), payer.payDays)
  const won = random.chance(successOf(denied))
  const answered = won || (first.paid === 0 && random.chance(ANSWERED_AGAIN))
  if (decided > 0 || !answered) return { decisions: [], appeals: [] }
  const standing = won ? denials.map(() => null) : denials
  return { decisions: redecide({ day: decided, denials: standing, frequency: '7', receivedDay: resubmitted }), appeals: [] }
}
