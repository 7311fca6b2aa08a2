import { sql, type SQL } from 'drizzle-orm'
import { defineOperation } from '../operation.ts'
import { shownPatterns, shownVersion } from '../releases/shown.sql.ts'
import { paginate } from '../schemas.ts'
import { matching } from './matching.sql.ts'
import { computationVersion, patternColumns, patternOf, type PatternRow } from './row.ts'
import { listPatternsInput, listPatternsOutput } from './schemas.ts'

/** What the latest search said of a pattern with a scope; of a ratio that nothing bounds above, how much it is at least. */
const ofFinding = (organizationId: number, value: SQL): SQL => sql`(
  select ${value} from pattern_findings f where f.organization_id = ${organizationId} and f.pattern_id = p.id)`

/** Ties are settled by id, so that pages neither repeat nor lose a pattern. */
const ordersOf = (organizationId: number) => ({
  priority: sql.raw('p.preventable_amount desc nulls last, p.score_impact desc nulls last, p.id'),
  impact: sql.raw('p.score_impact desc nulls last, p.id'),
  frequency: sql.raw('p.score_frequency desc nulls last, p.id'),
  recency: sql.raw('p.score_recency nulls last, p.id'),
  rate: sql`${ofFinding(organizationId, sql.raw('f.denied::float8 / nullif(f.population, 0)'))} desc nulls last, p.id`,
  ratio: sql`${ofFinding(organizationId, sql.raw('coalesce(f.ratio, f.ratio_low)'))} desc nulls last, p.id`,
  title: sql.raw('p.title, p.id'),
})

export const listPatterns = defineOperation({
  name: 'patterns.list',
  kind: 'read',
  summary: 'Lists the denial patterns with their computed scores.',
  input: listPatternsInput,
  output: listPatternsOutput.extend({ computationVersion }),
  async run({ db, organization, actor, now }, filter) {
    const { sort, page, limit } = filter
    const order = ordersOf(organization.id)[sort]
    const rows = await db.rows<PatternRow & { total: number; known: boolean; shown: number }>(sql`
      with matching as (
        select * from ${shownPatterns(organization.id, actor)} p
        where ${matching(organization.id, filter)})
      select (select count(*) from matching)::int as total, ${shownVersion(organization.id, actor)} as shown, p.id is not null as known, ${patternColumns}
      from (select 1) always left join (select * from matching p order by ${order} limit ${limit} offset ${(page - 1) * limit}) p on true
      order by ${order}`)
    const { total, shown } = rows[0]!
    const patterns = rows.filter(({ known }) => known).map(patternOf)
    return { patterns, pagination: paginate(total, { page, limit }), computationVersion: shown, asOf: now.toISOString() }
  },
})
