import { sql } from 'drizzle-orm'
import type { Claims } from '../computation/days.sql.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { judgeLimits, linesOf, writeHits } from './hits.sql.ts'

/** Marks of this kind say that only the policies' metrics of a day are due: its claims are as they were. */
export const LIMIT_MARK = 'policy-limit:'

/** What a restatement of a marked day names: a run that was cut off leaves marks of this kind for the next one, which takes them as any other. */
export const causeOf = (mark: string): string => (mark.startsWith(LIMIT_MARK) ? mark.slice(LIMIT_MARK.length) : mark)

/**
 * The hits of those claims, of every policy that is not to be computed anew. A line more or less can make later lines of
 * the patient exceed a limit or not, also on days that are not among these: they are marked, claims and payers apart, for `refreshPolicies` to follow in the same run.
 */
export async function refreshPolicyHits(
  tx: TenantTransaction,
  { organizationId, cause, ...claims }: Claims & { organizationId: number; cause: string },
): Promise<void> {
  const changed = await writeHits(tx, organizationId, claims, 'computed')
  if (changed.length === 0) return
  const touched = await judgeLimits(tx, organizationId, linesOf(organizationId, changed))
  if (touched.length === 0) return
  await tx.run(sql`
    insert into service_days_to_recompute (organization_id, date_basis, day, cause, claims, payers)
    select ${organizationId}, 'service', day, ${LIMIT_MARK + cause}, '{}', '{}' from unnest(${sql.param(touched)}::date[]) as touched(day)
    on conflict do nothing`)
}
