import { sql } from 'drizzle-orm'
import { describeReason } from '../adjudication/reasons.ts'
import { isOf, patternTallies, type PatternTally } from '../learning/events.sql.ts'
import { learningProgressOf } from '../learning/rules.ts'
import { defineOperation } from '../operation.ts'
import { namesFor } from '../patterns/search/names.sql.ts'
import { scopeSentence } from '../patterns/sentence.ts'
import { paginate } from '../schemas.ts'
import { situationOf } from './answers.ts'
import { MOST_CASES, readPractisable } from './practisable.sql.ts'
import { labPatternsInput, labPatternsOutput } from './schemas.ts'

export const labPatterns = defineOperation({
  name: 'lab.patterns',
  kind: 'read',
  summary: 'Lists the patterns that you can practice, what is due today first.',
  input: labPatternsInput,
  output: labPatternsOutput,
  async run(context, { page, limit }) {
    const { db, organization, actor, now } = context
    return db.transaction(async (tx) => {
      const { rows, total, due } = await readPractisable(tx, context, { limit, offset: (page - 1) * limit })
      const ids = rows.map(({ id }) => id)
      const tallies = await tx.rows<PatternTally>(
        patternTallies(organization.id, sql`e.pattern_id = any(${sql.param(ids)}::text[]) and ${isOf(actor.id)} and e.timestamp <= ${now}`),
      )
      const mine = new Map(tallies.map((tally) => [tally.patternId, tally]))
      const names = await namesFor(
        { rows: (query) => tx.rows(query), organizationId: organization.id },
        rows.flatMap(({ scope }) => scope),
      )
      return {
        patterns: rows.map(({ scope, cases, dueAt, ...row }) => {
          const { practiceSessionsCompleted = 0, answered = 0, correct = 0 } = mine.get(row.id) ?? {}
          return {
            ...row,
            situation: scope.length === 0 ? null : scopeSentence(situationOf({ reason: row.reason, scope }), names),
            category: describeReason(row.reason).category,
            cases: Math.min(cases, MOST_CASES),
            moreCases: cases > MOST_CASES,
            practised: practiceSessionsCompleted,
            answered,
            correct,
            learningProgress: learningProgressOf({ correct, answered }),
            dueAt: dueAt?.toISOString() ?? null,
          }
        }),
        due,
        pagination: paginate(total, { page, limit }),
        asOf: now.toISOString(),
      }
    })
  },
})
