import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { trailingWindow } from '../dates.ts'
import { defineOperation } from '../operation.ts'
import { percentOf } from '../patterns/row.ts'
import { paginate } from '../schemas.ts'
import { wilsonInterval } from '../statistics/proportions.ts'
import { beginningOf, isOf, patternTallies, type PatternTally } from './events.sql.ts'
import { readPeople, readPracticeDays, type PersonRow } from './progress.sql.ts'
import { learningProgressOf, streaksOf, type Streaks } from './rules.ts'
import { learningProgressInput, learningProgressOutput, type PersonLearning } from './schemas.ts'

export const learningProgress = defineOperation({
  name: 'learning.progress',
  kind: 'read',
  summary: 'Shows who practiced how much and how well, and how far each pattern is learned.',
  input: learningProgressInput,
  output: learningProgressOutput,
  async run(context, { who, days, page, limit }) {
    const { db, organization, actor, now } = context
    const today = todayOf(context)
    const window = trailingWindow(today, days)
    const begins = beginningOf(window, organization.timeZone)
    const theirs = sql`${isOf(who === 'me' ? actor.id : null)} and e.timestamp <= ${now}`
    return db.transaction(async (tx) => {
      const { people, total } = await readPeople(tx, organization.id, sql`${theirs} and e.timestamp >= ${begins}`, { page, limit })
      const practised = await readPracticeDays(tx, {
        organizationId: organization.id,
        timeZone: organization.timeZone,
        now,
        people: people.map(({ userId }) => userId),
      })
      // Each title is looked up by its key: joined, the tallies would be computed once per pattern.
      const patterns = await tx.rows<PatternTally & { title: string }>(sql`
        with tally as materialized (${patternTallies(organization.id, theirs, begins)})
        select t.*, (select p.title from patterns p where p.organization_id = ${organization.id} and p.id = t."patternId") as title
        from tally t where t."practiceSessionsCompleted" > 0 or t."correctionsApplied" > 0
        order by t."practiceSessionsCompleted" desc, t."correctionsApplied" desc, t."patternId"`)
      return {
        who,
        window,
        people: people.map((person) => personOf(person, streaksOf(practised.get(person.userId) ?? [], today))),
        pagination: paginate(total, { page, limit }),
        patterns: patterns.map((pattern) => ({ ...pattern, learningProgress: learningProgressOf(pattern) })),
        asOf: now.toISOString(),
      }
    })
  },
})

/** The rate of a person is of the answers of the window: what was skipped or broken off is none. */
function personOf({ correct, incorrect, skipped, incomplete, ...counts }: PersonRow, streaks: Streaks): PersonLearning {
  const answered = correct + incorrect
  const bounds = wilsonInterval({ part: correct, whole: answered })
  const percent = (fraction: number) => Math.round(fraction * 10_000) / 100
  return {
    ...counts,
    outcomes: {
      correct,
      incorrect,
      skipped,
      incomplete,
      rate: percentOf(correct, answered),
      interval: bounds && { low: percent(bounds.low), high: percent(bounds.high) },
    },
    currentStreak: streaks.current,
    longestStreak: streaks.longest,
    lastPracticedOn: streaks.last,
  }
}
