import { sql, type SQL } from 'drizzle-orm'

/** Which policies a piece of work is for: some, or all whose days are computed (those that are pending get all of theirs later). */
export type PolicyChoice = { only: readonly string[] } | 'computed'

/** Condition on the policies `p`. */
export function chosen(choice: PolicyChoice): SQL {
  return choice === 'computed' ? sql`p.computation_status <> 'pending'` : sql`p.id = any(${sql.param(choice.only)}::text[])`
}

/** Condition on the policies `p`: drafts and retired policies match nothing. */
export const matches = sql.raw(`p.mode in ('active', 'observation')`)
/** Condition on the rows `h` of policy_hits: the line meets every condition, the modifier and the limit among them. */
export const isHit = sql.raw('h.has_modifier and h.exceeds_limit')
