import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import { LATEST_ANSWERS } from './rules.ts'
import type { LearningEventType } from './types.ts'

/** Condition that event `e` is of this type; imports keep the spelling of their source ("Practice Completed"). */
export const isType = (type: LearningEventType): SQL => sql`translate(lower(e.type), E' _-\\t\\n', '') = ${type.replaceAll('-', '')}`

/** What an event counts as: a practice session that was completed; a correction; an answer. Skipped and broken-off practice is no answer. */
export const isPractice: SQL = isType('practice-completed')
export const isCorrection: SQL = sql`(e.correction_applied or ${isType('correction-applied')})`
export const isAnswer: SQL = sql`(${isPractice} and e.outcome_type in ('correct', 'incorrect'))`

/** The moment at which a day of the window begins, in the organization's time zone. */
export const beginningOf = ({ start }: DateWindow, timeZone: string): SQL => sql`(${start}::date::timestamp at time zone ${timeZone})`

/** Condition on the events `e` of one user, or of all. */
export const isOf = (userId: string | null): SQL => (userId === null ? sql`true` : sql`e.user_id = ${userId}`)

export interface PatternTally {
  patternId: string
  practiceSessionsCompleted: number
  correctionsApplied: number
  /** Of the latest answers. */
  answered: number
  correct: number
}

/**
 * Rows (PatternTally) of the patterns that have events: sessions and corrections from `since` on (without it: all), and the latest answers whenever they
 * were given. `events` is the condition on the events `e` that take part. Answers of the same moment go by id, so that no order of arrival matters.
 */
export function patternTallies(organizationId: number, events: SQL, since: SQL | null = null): SQL {
  const counted = since ? sql`timestamp >= ${since}` : sql`true`
  return sql`
    select pattern_id as "patternId", count(*) filter (where practised and ${counted})::int as "practiceSessionsCompleted",
           count(*) filter (where corrected and ${counted})::int as "correctionsApplied",
           count(*) filter (where answered and place <= ${LATEST_ANSWERS})::int as answered,
           count(*) filter (where answered and place <= ${LATEST_ANSWERS} and outcome_type = 'correct')::int as correct
    from (
      select *, row_number() over (partition by pattern_id, answered order by timestamp desc, id desc) as place
      from (
        select e.id, e.timestamp, e.pattern_id, e.outcome_type, ${isPractice} as practised, ${isCorrection} as corrected, ${isAnswer} as answered
        from learning_events e where e.organization_id = ${organizationId} and e.pattern_id is not null and ${events}) told
      where practised or corrected) event
    group by pattern_id`
}
