import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { isCorrection, isPractice } from './events.sql.ts'
import type { PersonLearning } from './schemas.ts'

export type PersonRow = Pick<
  PersonLearning,
  'userId' | 'events' | 'sessions' | 'practiceSessionsCompleted' | 'correctionsApplied' | 'timeInvestedMs' | 'sessionsWithoutDuration'
> &
  Record<'correct' | 'incorrect' | 'skipped' | 'incomplete', number>

const outcome = (word: string) => sql`count(*) filter (where ${isPractice} and e.outcome_type = ${word})::int as ${sql.raw(word)}`

/** One page of the people behind the events `e` that meet `events`, those who practiced most first; and how many there are. */
export async function readPeople(
  tx: TenantTransaction,
  organizationId: number,
  events: SQL,
  { page, limit }: { page: number; limit: number },
): Promise<{ people: PersonRow[]; total: number }> {
  const where = sql`e.organization_id = ${organizationId} and ${events}`
  const found = await tx.row<{ total: number }>(
    sql`select count(*)::int as total from (select distinct e.user_id from learning_events e where ${where}) person`,
  )
  const people = await tx.rows<PersonRow>(sql`
    select e.user_id as "userId", count(*)::int as events, count(distinct e.session_id)::int as sessions,
           count(*) filter (where ${isPractice})::int as "practiceSessionsCompleted", count(*) filter (where ${isCorrection})::int as "correctionsApplied",
           sum(e.duration_ms)::bigint as "timeInvestedMs",
           (count(distinct e.session_id) - count(distinct e.session_id) filter (where e.duration_ms is not null))::int as "sessionsWithoutDuration",
           ${outcome('correct')}, ${outcome('incorrect')}, ${outcome('skipped')}, ${outcome('incomplete')}
    from learning_events e where ${where} group by e.user_id
    order by "practiceSessionsCompleted" desc, e.user_id collate "C" nulls last limit ${limit} offset ${(page - 1) * limit}`)
  return { people, total: found!.total }
}

/** The days on which these people practiced, ever, in the organization's time zone; each day once. */
export async function readPracticeDays(
  tx: TenantTransaction,
  { organizationId, timeZone, now, people }: { organizationId: number; timeZone: string; now: Date; people: readonly (string | null)[] },
): Promise<Map<string | null, IsoDate[]>> {
  const rows = await tx.rows<{ userId: string | null; day: IsoDate }>(sql`
    select distinct e.user_id as "userId", (e.timestamp at time zone ${timeZone})::date as day
    from learning_events e
    where e.organization_id = ${organizationId} and e.timestamp <= ${now} and ${isPractice}
      and (e.user_id = any(${sql.param(people.filter((person) => person !== null))}::text[]) or (e.user_id is null and ${people.includes(null)}::boolean))`)
  return new Map([...Map.groupBy(rows, ({ userId }) => userId)].map(([person, days]) => [person, days.map(({ day }) => day)]))
}
