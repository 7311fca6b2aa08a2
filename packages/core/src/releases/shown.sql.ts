import { sql, type SQL } from 'drizzle-orm'
import type { Actor } from '../context.ts'
import { NEWEST } from './versions.ts'

/** The candidate that this member is shown in place of what is released; null for all others. */
const previewed = (organizationId: number, { id }: Pick<Actor, 'id'>): SQL => sql`(
  select version from computation_releases
  where organization_id = ${organizationId} and state = 'candidate' and computed_at is not null and ${id} = any(previewers) order by version desc limit 1)`

/**
 * The version that everybody sees. An organization that nobody has released anything to stays with what its patterns were computed with; one
 * without computed patterns begins with the newest.
 */
export const releasedVersion = (organizationId: number): SQL => sql`coalesce(
  (select version from computation_releases where organization_id = ${organizationId} and state = 'released'),
  (select min(computation_version) from patterns where organization_id = ${organizationId} and last_computed_at is not null), ${NEWEST.version}::int)`

/** The version whose numbers this member is shown. */
export const shownVersion = (organizationId: number, actor: Pick<Actor, 'id'>): SQL =>
  sql`coalesce(${previewed(organizationId, actor)}, ${releasedVersion(organizationId)})`

/**
 * The organization's patterns as this member is shown them, to stand where `patterns` would: for a member who previews a candidate the columns
 * that it computes take the place of the released ones. All others get the table as it is; that half of the statement does not run for them. What
 * a person archived stays archived. `only` is a condition on the rows of `stored`.
 */
export function shownPatterns(organizationId: number, actor: Pick<Actor, 'id'>, only: SQL = sql`true`): SQL {
  return sql`(
    with preview as materialized (select ${previewed(organizationId, actor)} as version)
    select stored.* from patterns stored where stored.organization_id = ${organizationId} and ${only} and (select version from preview) is null
    union all
    select shown.* from patterns stored
    left join computed_beside beside on beside.organization_id = stored.organization_id and beside.version = (select version from preview)
      and beside.kind = 'pattern' and beside.subject = stored.id and stored.status <> 'archived'
    cross join lateral jsonb_populate_record(stored, beside.values) shown
    where stored.organization_id = ${organizationId} and ${only} and (select version from preview) is not null)`
}
