import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Slices } from '../computation/slices.ts'
import type { IsoDate } from '../dates.ts'
import { findingColumn, findingOf, type StoredFinding } from './finding-row.ts'
import { percentOf, sentenceOf } from './row.ts'
import type { DetectedPattern } from './schemas.ts'
import type { Search } from './search/search.ts'

type Row = Pick<DetectedPattern, 'id' | 'scope' | 'status' | 'carc'> & {
  origin: 'detected' | 'imported'
  title: string
  description: string
  denialReason: string | null
  firstDetected: IsoDate | null
  finding: StoredFinding
}

/** The code that most of the denials of a pattern `p` carry. */
const carcOf = sql`(
  select denial_carc from pattern_evidence e where e.organization_id = p.organization_id and e.pattern_id = p.id and e.origin = 'detected' and denial_carc is not null
  group by 1 order by count(*) desc, 1 limit 1)`

const patterns = (organizationId: number, ids: readonly string[]): SQL => sql`
  select p.id, p.origin, p.title, p.description, p.denial_reason as "denialReason", p.scope, p.status, p.first_detected as "firstDetected", ${carcOf} as carc, ${findingColumn}
  from patterns p where p.organization_id = ${organizationId} and p.id = any(${sql.param(ids)}::text[])`

/** Writes down of each finding which code most of its denials carry: what its claims say, once they are computed. */
export async function nameCarcs({ db: { organizationId } }: Context, slices: Slices, ids: readonly string[]): Promise<void> {
  await slices.each(ids, (tx, some) =>
    tx.run(sql`
      update pattern_findings f set carc = named.carc
      from (select p.id, ${carcOf} as carc from patterns p where p.organization_id = ${organizationId} and p.id = any(${sql.param(some)}::text[])) named
      where f.organization_id = ${organizationId} and f.pattern_id = named.id and f.carc is distinct from named.carc`),
  )
}

/** Every pattern that is computed from claims, as a search reports it; as of a day, without scopes that only a later search found. */
export async function detectedPatterns({ db, now }: Context, slices: Slices, search: Search | null): Promise<DetectedPattern[]> {
  const ids = await db.rows<{ id: string }>(sql`
    select id from patterns where organization_id = ${db.organizationId} and scope_key is not null
      and (scope = '[]' or detected_at is null or detected_at <= ${now} or id = any(${sql.param(search?.patterns ?? [])}::text[])) order by id`)
  const rows: Row[] = []
  await slices.each(
    ids.map(({ id }) => id),
    async (tx, some) => rows.push(...(await tx.rows<Row>(patterns(db.organizationId, some)))),
  )
  const found = new Set(search?.patterns)
  return rows.map((row) => (row.scope.length > 0 ? scoped(row, found.has(row.id)) : byReason(row, search))).sort(bySize)
}

const common = ({ id, denialReason: reason, carc, scope, firstDetected, status, ...texts }: Row) => ({
  id,
  sentence: sentenceOf({ ...texts, denialReason: reason }),
  reason,
  carc,
  scope,
  firstDetected,
  status,
})

function scoped(row: Row, found: boolean): DetectedPattern {
  const finding = findingOf(row.finding)
  const { population = null, denials = null, rate = null, restRate = null, ratio = null, q = null, confirmed = null } = finding ?? {}
  return { ...common(row), carc: row.carc ?? finding?.carc ?? null, population, denials, rate, restRate, ratio, q, confirmed, found }
}

/** Its claims are all that were searched. */
function byReason(row: Row, search: Search | null): DetectedPattern {
  const population = search?.claims ?? null
  const denials = search && row.denialReason !== null ? search.deniedFor(row.denialReason) : null
  const rate = population === null || denials === null ? null : percentOf(denials, population)
  return { ...common(row), population, denials, rate, restRate: null, ratio: null, q: null, confirmed: null, found: denials !== null && denials > 0 }
}

const bySize = (a: DetectedPattern, b: DetectedPattern) =>
  Number(b.scope.length > 0) - Number(a.scope.length > 0) || (b.denials ?? -1) - (a.denials ?? -1) || (a.id < b.id ? -1 : 1)
