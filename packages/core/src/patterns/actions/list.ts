import { sql } from 'drizzle-orm'
import { defineOperation } from '../../operation.ts'
import { knownPattern } from '../no-pattern.ts'
import type { PatternStatus } from '../rules.ts'
import { listActionsInput, listActionsOutput, type PatternAction } from './schemas.ts'

interface StatusChange {
  from: PatternStatus
  to: PatternStatus
  reason: string
  changedBy: string
  changedAt: Date
}

export const listPatternActions = defineOperation({
  name: 'patterns.actions.list',
  kind: 'read',
  summary:
    'Lists what was done about a pattern, by whom and when, and how its status changed: by its numbers, or by somebody who archived it or brought it back.',
  input: listActionsInput,
  output: listActionsOutput,
  run: async ({ db, organization, now }, { patternId }) =>
    db.transaction(async (tx) => {
      await knownPattern(tx, organization, patternId)
      const actions = await tx.rows<PatternAction>(sql`
        select position, kind, happened_on as "happenedOn", note, recorded_by as "recordedBy", reported is null as "isOwn" from pattern_actions
        where organization_id = ${organization.id} and pattern_id = ${patternId} order by happened_on desc, position desc`)
      const changes = await tx.rows<StatusChange>(sql`
        select from_status as "from", to_status as "to", reason, changed_by as "changedBy", changed_at as "changedAt" from pattern_status_changes
        where organization_id = ${organization.id} and pattern_id = ${patternId} order by changed_at desc, id desc`)
      return {
        actions,
        statusChanges: changes.map(({ changedAt, ...change }) => ({ ...change, changedAt: changedAt.toISOString() })),
        asOf: now.toISOString(),
      }
    }),
})
