import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { trailingWindow } from '../dates.ts'
import { beginningOf } from '../learning/events.sql.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import type { StoredCase } from './case-row.ts'
import { labHistoryInput, labHistoryOutput } from './schemas.ts'

type Row = Omit<StoredCase, 'dueAt' | 'claimId'> & { reason: string | null; claimId: string | null }

export const labHistory = defineOperation({
  name: 'lab.history',
  kind: 'read',
  concerns: (_input, { cases }) => cases.flatMap(({ claimId }) => claimId ?? []),
  summary: 'Lists the cases that you practiced on, latest first.',
  input: labHistoryInput,
  output: labHistoryOutput,
  async run(context, { pattern, days, page, limit }) {
    const { db, organization, actor, now } = context
    const begins = beginningOf(trailingWindow(todayOf(context), days), organization.timeZone)
    const where = sql`k.organization_id = ${organization.id} and k.user_id = ${actor.id} and k.started_at >= ${begins}
      and ${pattern === undefined ? sql`true` : sql`k.pattern_id = ${pattern}`}`
    return db.transaction(async (tx) => {
      const { total } = (await tx.row<{ total: number }>(sql`select count(*)::int as total from lab_cases k where ${where}`))!
      const rows = await tx.rows<Row>(sql`
        select k.id, k.pattern_id as "patternId", p.denial_reason as reason, k.started_at as "startedAt", k.finished_at as "finishedAt", k.attempts,
               k.hints_taken as "hintsTaken", k.outcome, case when k.outcome is not null then k.claim_id end as "claimId"
        from lab_cases k join patterns p on p.organization_id = k.organization_id and p.id = k.pattern_id
        where ${where} order by k.started_at desc, k.id limit ${limit} offset ${(page - 1) * limit}`)
      return {
        cases: rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null })),
        pagination: paginate(total, { page, limit }),
        asOf: now.toISOString(),
      }
    })
  },
})
