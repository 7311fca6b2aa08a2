import { sql } from 'drizzle-orm'
import { slicesOf, type Slices } from '../computation/slices.ts'
import type { Context } from '../context.ts'
import { namesOf, selected, unnested, type BulkColumn } from '../db/bulk.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { patternTallies, type PatternTally } from './events.sql.ts'
import { learningProgressOf } from './rules.ts'

/** What the learning events say of a pattern: these columns of `patterns` are a function of the events up to a moment. */
export interface PatternLearning {
  id: string
  practiceSessionsCompleted: number
  correctionsApplied: number
  learningProgress: number
}

const id: BulkColumn<PatternLearning> = { name: 'id', type: 'text', of: (pattern) => pattern.id }
const columns: readonly BulkColumn<PatternLearning>[] = [
  { name: 'practice_sessions_completed', type: 'int', of: ({ practiceSessionsCompleted }) => practiceSessionsCompleted },
  { name: 'corrections_applied', type: 'int', of: ({ correctionsApplied }) => correctionsApplied },
  { name: 'learning_progress', type: 'int', of: ({ learningProgress }) => learningProgress },
]

/** Counts the events of every pattern, archived ones too, up to now. What an import stated of them stays in `reported`. Returns how many patterns there are. */
export async function refreshLearning({ db, organization, now }: Context, slices: Slices = slicesOf(db)): Promise<number> {
  const patterns = await db.rows<{ id: string }>(sql`select id from patterns where organization_id = ${organization.id} order by id`)
  const ids = patterns.map((pattern) => pattern.id)
  await slices.each(ids, (tx, slice) => refreshPatternLearning(tx, { organizationId: organization.id, ids: slice, now }))
  return ids.length
}

/** The same for these patterns, within a transaction that has the lock of the slices: whoever counts later writes later. */
export async function refreshPatternLearning(
  tx: TenantTransaction,
  { organizationId, ids, now }: { organizationId: number; ids: readonly string[]; now: Date },
): Promise<PatternLearning[]> {
  const tallies = await tx.rows<PatternTally>(patternTallies(organizationId, sql`e.pattern_id = any(${sql.param(ids)}::text[]) and e.timestamp <= ${now}`))
  const found = new Map(tallies.map((tally) => [tally.patternId, tally]))
  const rows = ids.map((pattern) => learningOf(pattern, found.get(pattern)))
  await tx.run(sql`
    update patterns p set (${namesOf(columns)}) = row(${selected(columns)}) from ${unnested([id, ...columns], rows)}
    where p.organization_id = ${organizationId} and p.id = r.id
      and (${sql.raw(columns.map(({ name }) => `p.${name}`).join(', '))}) is distinct from (${selected(columns)})`)
  return rows
}

function learningOf(pattern: string, tally: PatternTally | undefined): PatternLearning {
  const { practiceSessionsCompleted = 0, correctionsApplied = 0, answered = 0, correct = 0 } = tally ?? {}
  return { id: pattern, practiceSessionsCompleted, correctionsApplied, learningProgress: learningProgressOf({ correct, answered }) }
}
