import { sql } from 'drizzle-orm'
import { patternStatuses } from '../db/schema/patterns.ts'
import { defineOperation } from '../operation.ts'
import { shownPatterns, shownVersion } from '../releases/shown.sql.ts'
import { paginate } from '../schemas.ts'
import { computationVersion, patternColumns, patternOf, type PatternRow } from './row.ts'
import { listPatternsInput, listPatternsOutput } from './schemas.ts'

/** Ties are settled by id, so that pages neither repeat nor lose a pattern. */
const ORDERS = {
  priority: sql.raw('p.preventable_amount desc nulls last, p.score_impact desc nulls last, p.id'),
  impact: sql.raw('p.score_impact desc nulls last, p.id'),
  frequency: sql.raw('p.score_frequency desc nulls last, p.id'),
  recency: sql.raw('p.score_recency nulls last, p.id'),
  title: sql.raw('p.title, p.id'),
}

export const listPatterns = defineOperation({
  name: 'patterns.list',
  kind: 'read',
  summary: 'Lists the denial patterns with their computed scores.',
  input: listPatternsInput,
  output: listPatternsOutput.extend({ computationVersion }),
  async run({ db, organization, actor, now }, { status, tier, sort, page, limit }) {
    const statuses = status === 'all' ? patternStatuses : status === 'improved' ? (['improving', 'resolved'] as const) : [status]
    const rows = await db.rows<PatternRow & { total: number; known: boolean; shown: number }>(sql`
      with matching as (
        select * from ${shownPatterns(organization.id, actor)} p
        where p.status = any(${sql.param(statuses)}::text[]) and (${tier} = 'all' or p.tier = ${tier}))
      select (select count(*) from matching)::int as total, ${shownVersion(organization.id, actor)} as shown, p.id is not null as known, ${patternColumns}
      from (select 1) always left join (select * from matching p order by ${ORDERS[sort]} limit ${limit} offset ${(page - 1) * limit}) p on true
      order by ${ORDERS[sort]}`)
    const { total, shown } = rows[0]!
    const patterns = rows.filter(({ known }) => known).map(patternOf)
    return { patterns, pagination: paginate(total, { page, limit }), computationVersion: shown, asOf: now.toISOString() }
  },
})
