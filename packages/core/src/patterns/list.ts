import { sql } from 'drizzle-orm'
import { patternStatuses } from '../db/schema/patterns.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { patternColumns, patternOf, type PatternRow } from './row.ts'
import { listPatternsInput, listPatternsOutput } from './schemas.ts'

/** Ties are settled by id, so that pages neither repeat nor lose a pattern. */
const ORDERS = {
  impact: sql.raw('p.score_impact desc nulls last, p.id'),
  frequency: sql.raw('p.score_frequency desc nulls last, p.id'),
  recency: sql.raw('p.score_recency nulls last, p.id'),
  title: sql.raw('p.title, p.id'),
}

export const listPatterns = defineOperation({
  name: 'patterns.list',
  access: 'viewer',
  summary: 'Lists the denial patterns with their computed scores.',
  input: listPatternsInput,
  output: listPatternsOutput,
  async run({ db, organization, now }, { status, tier, sort, page, limit }) {
    const statuses = status === 'all' ? patternStatuses : status === 'improved' ? (['improving', 'resolved'] as const) : [status]
    const rows = await db.rows<PatternRow & { total: number; known: boolean }>(sql`
      with matching as (
        select * from patterns p
        where p.organization_id = ${organization.id} and p.status = any(${sql.param(statuses)}::text[]) and (${tier} = 'all' or p.tier = ${tier}))
      select (select count(*) from matching)::int as total, p.id is not null as known, ${patternColumns}
      from (select 1) always left join (select * from matching p order by ${ORDERS[sort]} limit ${limit} offset ${(page - 1) * limit}) p on true
      order by ${ORDERS[sort]}`)
    return { patterns: rows.filter(({ known }) => known).map(patternOf), pagination: paginate(rows[0]?.total ?? 0, { page, limit }), asOf: now.toISOString() }
  },
})
