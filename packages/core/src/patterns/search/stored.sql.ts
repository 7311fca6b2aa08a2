import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { IsoDate } from '../../dates.ts'
import { isMerged } from '../identity/merged.sql.ts'
import type { Known } from '../identity/rules.ts'
import type { PatternStatus } from '../rules.ts'
import type { Condition } from '../scope/condition.ts'

/** A pattern with a scope, and what its latest finding said. */
export interface StoredPattern extends Known {
  scope: readonly Condition[]
  status: PatternStatus
  /** Null for one that no search has a finding of. */
  seenUntil: IsoDate | null
  later: StoredLater | null
}

/** What a later period said of it, as it is stored; null where nothing did. */
export interface StoredLater {
  start: IsoDate
  end: IsoDate
  population: number
  denied: number
  restPopulation: number
  restDenied: number
  p: number
  confirmed: boolean
}

const stored = (organizationId: number): SQL => sql`
  select p.id, p.denial_reason as reason, p.scope_key as key, p.scope, p.status, p.detected_at as since, f.seen_until as "seenUntil",
         ${isMerged} as "isMerged",
         case when f.confirmed is not null then json_build_object(
           'start', f.later_start, 'end', f.later_end, 'population', f.later_population, 'denied', f.later_denied,
           'restPopulation', f.later_rest_population, 'restDenied', f.later_rest_denied, 'p', f.later_p, 'confirmed', f.confirmed) end as later
  from patterns p left join pattern_findings f on f.organization_id = p.organization_id and f.pattern_id = p.id
  where p.organization_id = ${organizationId} and p.scope_key like 'scope:%' order by p.id`

/** The patterns with a scope, archived ones too: what somebody put away is not found as new. */
export async function readStored(tx: Pick<TenantTransaction, 'rows'>, organizationId: number): Promise<StoredPattern[]> {
  const rows = await tx.rows<Omit<StoredPattern, 'since' | 'isArchived'> & { since: Date | null }>(stored(organizationId))
  return rows.map((row) => ({ ...row, since: row.since?.toISOString() ?? '', isArchived: row.status === 'archived' }))
}

/** What of them decides which pattern a finding is: equal texts, equal identities. */
export const stateOf = (patterns: readonly StoredPattern[]): string =>
  JSON.stringify(patterns.map(({ id, key, isArchived, isMerged, seenUntil }) => [id, key, isArchived, isMerged, seenUntil]))
