import { sql } from 'drizzle-orm'
import { loadClaims, type StoredClaim } from '../adjudication/load.ts'
import { deriveClaims } from '../adjudication/write.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { placeDecisions } from '../imports/merge/place-decisions.ts'
import { markDaysOf } from '../measures/marks.ts'

interface Move {
  organizationId: number
  /** Row ids of the decisions, which all stand on `from`. */
  decisions: readonly number[]
  from: string
  to: string
  /** What a restatement of the days will name. */
  cause: string
}

/**
 * Moves decisions to another claim: their lines are matched to its lines as if they had just arrived, and both claims derived again. Facts
 * stay as received. Returns how many lines the claim did not have.
 */
export async function moveDecisions(tx: TenantTransaction, move: Move): Promise<number> {
  const { organizationId, decisions, from, to, cause } = move
  await markDaysOf(tx, organizationId, [from, to], cause)
  const claims = await loadClaims(tx, organizationId, [from, to])
  const moved = claims.get(from)?.decisions.filter(({ id }) => decisions.includes(id)) ?? []
  await tx.run(sql`
    update adjudications set claim_id = ${to} where organization_id = ${organizationId} and id = any(${sql.param(decisions)}::int8[])`)
  const added = await placeDecisions(tx, organizationId, [{ claim: claims.get(to) as StoredClaim, decisions: moved }])
  await deriveClaims(tx, organizationId, [from, to])
  await markDaysOf(tx, organizationId, [from, to], cause)
  return added
}
