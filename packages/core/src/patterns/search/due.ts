import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'

/** A search over less than half of the claims that are there now found less than there is. */
const GROWTH = 2

/**
 * Whether a search should not wait for its hour: none was made of these claims yet, or they have more than doubled since the latest. So the first files
 * of a practice lead to patterns by themselves, and the thousandth does not cost a search.
 */
export async function isSearchDue({ row, organizationId }: Pick<TenantDatabase, 'row' | 'organizationId'>): Promise<boolean> {
  const found = await row<{ due: boolean }>(sql`
    with latest as (select window_start, claims from pattern_searches where organization_id = ${organizationId} order by id desc limit 1)
    select coalesce(sum(adjudicated_count), 0) > ${GROWTH}::int * coalesce((select claims from latest), 0) as due
    from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'service' and metric_date >= coalesce((select window_start from latest), '-infinity')`)
  return found!.due
}
