import { type PatternCategory } from '../adjudication/catalogue.ts'
import { describeReason } from '../adjudication/reasons.ts'
import type { PortalRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'
import type { Submission } from './claim.ts'
import type { Course } from './course.ts'
import { plantedPatterns } from './planted.ts'
import { policyIds } from './policies.ts'
import { Random, STREAM } from './random.ts'
import { procedures } from './services.ts'

/** A denied claim that people may have looked at. */
interface SeenDenial {
  claimId: string
  decidedOn: string
  reason: string
}

const SAMPLE_SIZE = 400
const SESSIONS = 70
const SESSION_DAYS = 300

/** Keeps some denied claims, spread over all of them, for the events to speak of. */
export function deniedSample(claims: number) {
  const stride = Math.max(1, Math.floor(claims / 2500))
  const seen: SeenDenial[] = []
  return {
    claims: seen as readonly SeenDenial[],
    see({ number, claim }: Submission, { decisions: [first] }: Course): void {
      if (number % stride !== 0 || seen.length === SAMPLE_SIZE || !first?.decidedOn || claim.id === null) return
      const reason = first.lines.find(({ verdict }) => verdict.denied && !verdict.duplicate)?.verdict.reason
      if (reason) seen.push({ claimId: claim.id, decidedOn: first.decidedOn, reason })
    },
  }
}

const codes = [...procedures.keys()]
const labels = [...new Set(plantedPatterns.map(({ denial: { reason } }) => reason))]
/** What people do about a denial, by the category of its reason. */
const actions: Record<PatternCategory, string> = {
  'modifier-missing': 'added-modifier',
  'code-mismatch': 'changed-code',
  documentation: 'attached-records',
  authorization: 'requested-authorization',
  'billing-error': 'resubmitted-claim',
  timing: 'resubmitted-claim',
  'medical-necessity': 'attached-records',
  'coding-specificity': 'changed-diagnosis',
  unclassified: 'resubmitted-claim',
}

/**
 * About 200 things people did in the portal during the last 300 days, in sessions of two to four. Patterns are named by the label of
 * their reason (`patternReason`): their ids are made by the detector of whoever imports this. Practice goes better as time passes.
 */
export function* learningEvents(seed: number, calendar: Calendar, denials: readonly SeenDenial[]): Generator<PortalRecord> {
  const random = new Random().start(seed, STREAM.learning, 0)
  const any = <T>(items: readonly T[]): T => items[Math.floor(random.unit() * items.length)] as T
  let number = 0

  for (let session = 0; session < SESSIONS; session += 1) {
    const day = Math.round(-SESSION_DAYS + (session / SESSIONS) * SESSION_DAYS)
    const deviceType = random.chance(0.8) ? 'desktop' : 'mobile'
    const date = calendar.text(day)
    let minute = 8 * 60 + random.between(0, 480)
    const event = (type: string, context: string, metadata: Record<string, unknown>): PortalRecord => {
      number += 1
      minute += random.between(2, 9)
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      const id = `DEMO-EVT-${String(number).padStart(4, '0')}`
      return {
        kind: 'learning_event',
        id,
        body: { id, timestamp: `${date}T${time}:00Z`, type, context, metadata, sessionId: `DEMO-SESSION-${String(session + 1).padStart(3, '0')}`, deviceType },
      }
    }

    const known = denials.filter(({ decidedOn }) => decidedOn <= date)
    const denial = known.length > 0 ? known[Math.max(0, known.length - random.between(1, 60))] : undefined
    const patternReason = denial?.reason ?? any(labels)
    const pattern = { patternReason, patternCategory: describeReason(patternReason).category }
    const duration = () => random.between(40, 420) * 1000

    yield event('dashboard-viewed', 'learning', { duration: duration() })
    if (session % 2 === 0) {
      const success = random.chance(0.45 + (0.45 * session) / SESSIONS)
      yield event('practice-started', 'learning', { ...pattern, practiceType: random.chance(0.6) ? 'guided' : 'free-form' })
      yield event('practice-completed', 'learning', { ...pattern, duration: duration(), success, correctionsCount: success ? random.between(1, 4) : 0 })
    } else {
      yield event('insight-viewed', 'learning', pattern)
      if (denial) yield event('claim-reviewed', 'claims', { claimId: denial.claimId, duration: duration() })
    }
    if (denial && random.chance(0.3))
      yield event('correction-applied', 'claims', { claimId: denial.claimId, ...pattern, action: actions[pattern.patternCategory] })
    else if (random.chance(0.35)) yield event('code-lookup', 'learning', { procedureCode: any(codes) })
    else if (random.chance(0.4)) yield event('policy-viewed', 'learning', { policyId: any(policyIds), policyMode: 'active', duration: duration() })
    else if (random.chance(0.1)) yield event('insight-dismissed', 'learning', pattern)
  }
}
