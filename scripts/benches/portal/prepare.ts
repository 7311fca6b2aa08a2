import { sql } from 'drizzle-orm'
import { refreshCodesOperation } from '../../../packages/core/src/codes/performance/operation.ts'
import { todayOf, type Context } from '../../../packages/core/src/context.ts'
import { addDays } from '../../../packages/core/src/dates.ts'
import { perform, type Operation } from '../../../packages/core/src/operation.ts'
import { recordPatternAction } from '../../../packages/core/src/patterns/actions/record.ts'
import { detectPatternsOperation } from '../../../packages/core/src/patterns/operations.ts'
import { refreshProvidersOperation } from '../../../packages/core/src/providers/operations.ts'
import { takeSnapshotsOperation } from '../../../packages/core/src/snapshots/take.ts'

const KINDS = ['workflow_update', 'staff_training', 'system_configuration', 'resubmission'] as const
/** From the last weeks to a year ago, so that of some nothing can be said yet and of others much. */
const DAYS_AGO = [20, 60, 120, 180, 270, 365] as const

const NIGHT: readonly Operation[] = [detectPatternsOperation, refreshCodesOperation, refreshProvidersOperation, takeSnapshotsOperation]

/**
 * What a practice has that works with the portal, beside its claims: the results of the jobs of the night, and something done about every other
 * pattern. Without them screens would be fast because they are empty.
 */
export async function prepareWork(practice: Context): Promise<void> {
  const context = { ...practice, now: new Date() }
  for (const refresh of NIGHT) await perform(refresh, context, {})
  const patterns = await context.db.rows<{ id: string }>(sql`
    select id from patterns where organization_id = ${context.organization.id} and scope_key is not null order by id`)
  const some = patterns.filter((_, position) => position % 2 === 0)
  for (const [position, { id: patternId }] of some.entries()) {
    const happenedOn = addDays(todayOf(context), -DAYS_AGO[position % DAYS_AGO.length]!)
    await perform(recordPatternAction, context, { patternId, kind: KINDS[position % KINDS.length], happenedOn })
  }
  await context.database.pool.query('analyze')
}
