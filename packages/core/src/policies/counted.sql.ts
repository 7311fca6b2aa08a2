import { sql, type SQL } from 'drizzle-orm'
import { isHit } from './choice.ts'
import type { PolicyCount } from './schemas.ts'

const isWithoutModifier = sql`not h.has_modifier and h.exceeds_limit`
const appealed = (which: SQL) => sql`${isHit} and h.denied and exists (
  select from claim_appeals a where a.organization_id = h.organization_id and a.claim_id = h.claim_id and ${which})`

/** Conditions on the rows `h` of policy_hits whose claim has a decision: what measures/policy-daily counts, each claim once. */
const COUNTED: Record<PolicyCount, SQL> = {
  hit: isHit,
  denied: sql`${isHit} and h.denied`,
  appealed: appealed(sql`true`),
  appeal_decided: appealed(sql`a.outcome not in ('pending', 'withdrawn')`),
  overturned: appealed(sql`a.outcome in ('overturned', 'partially_overturned')`),
  without_modifier: isWithoutModifier,
  without_modifier_denied: sql`${isWithoutModifier} and h.denied`,
}

/** The ids of the claims that a count of the policy counts, in the period for which it was last computed; a claim stands there once for each line. */
export const claimsCounted = (organizationId: number, policy: string, count: PolicyCount): SQL => sql`
  select h.claim_id from policies p
  join policy_hits h on h.organization_id = ${organizationId} and h.policy_id = p.id and h.service_date >= p.computation_period_start and h.service_date < p.computation_period_end
  where p.organization_id = ${organizationId} and p.id = ${policy} and h.denied is not null and ${COUNTED[count]}`
