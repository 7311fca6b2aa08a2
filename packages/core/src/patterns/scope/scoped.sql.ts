import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { TenantTransaction } from '../../db/tenant.ts'
import { chosen, type PatternChoice } from '../choice.ts'
import { conditionSchema, type Condition } from './condition.ts'
import { inScope } from './sql.ts'

/** A pattern that is computed from claims: a denial reason, in a scope or (without conditions) by itself. */
export interface ComputedPattern {
  id: string
  reason: string
  scope: readonly Condition[]
}

const storedScope = z.array(conditionSchema)
/** The conditions as the table `patterns` keeps them. */
export const scopeFrom = (stored: unknown): Condition[] => storedScope.parse(stored)

/** The patterns of a choice that were found or adopted; those that are archived only if asked for. In the order of their ids. */
export async function readComputed(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  choice: PatternChoice,
  { archived }: { archived: boolean },
): Promise<ComputedPattern[]> {
  const rows = await tx.rows<{ id: string; reason: string; scope: unknown }>(sql`
    select p.id, p.denial_reason as reason, p.scope from patterns p
    where p.organization_id = ${organizationId} and p.scope_key is not null and p.denial_reason is not null and ${chosen(choice)}
      ${archived ? sql`` : sql`and p.status <> 'archived'`} order by p.id`)
  return rows.map((row) => ({ ...row, scope: scopeFrom(row.scope) }))
}

export const hasScope = ({ scope }: Pick<ComputedPattern, 'scope'>): boolean => scope.length > 0

/** Condition on claims `c`: they count in populations, adjudicated and no duplicates (docs/metrics.md, "Adjudicated"). */
export const adjudicated = sql`c.use = 'claim' and c.initial_outcome is not null and not c.is_duplicate`

/**
 * The adjudicated claims `c` meeting `which` that have a line in the scope of a pattern, one row per pattern and claim: pattern_id, claim_id, service_day,
 * and `more` columns of the claim. One pass over the claims and their lines, however many patterns there are; at least one has to be given.
 */
export function claimsInScopes(organizationId: number, patterns: readonly Pick<ComputedPattern, 'id' | 'scope'>[], which: SQL, more: SQL = sql``): SQL {
  const ids = patterns.map(({ id, scope }) => sql`case when bool_or(${inScope(scope)}) then ${id}::text end`)
  return sql`
    select m.pattern_id, claim.* from (
      select c.id as claim_id, c.date_of_service as service_day ${more}, array[${sql.join(ids, sql`, `)}] as met
      from claims c left join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id
      where c.organization_id = ${organizationId} and ${adjudicated} and ${which}
      group by c.organization_id, c.id) claim
    cross join lateral unnest(claim.met) as m(pattern_id) where m.pattern_id is not null`
}

/**
 * Condition that the denial fact `f` (denial-facts.sql.ts) lies in the scope of pattern `p`, whose `place` is its position in the list: its line does, or,
 * of a fact of the claim as a whole, any line. Always so for a pattern by reason alone.
 */
export function factInScope(organizationId: number, patterns: readonly ComputedPattern[]): SQL {
  const cases = patterns.flatMap(({ scope }, place) => (scope.length === 0 ? [] : [sql`when ${place} then ${inScope(scope)}`]))
  if (cases.length === 0) return sql`true`
  const places = patterns.flatMap((pattern, place) => (hasScope(pattern) ? [place] : []))
  return sql`
    (p.place <> all(${sql.param(places)}::int[]) or exists (
      select from claims c left join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id
      where c.organization_id = ${organizationId} and c.id = f.claim_id and (f.line_number = 0 or l.line_number = f.line_number)
        and case p.place ${sql.join(cases, sql` `)} end))`
}
