import type { TenantTransaction } from '../../db/tenant.ts'
import { contendersOf, revenueRecovered, type Recovered } from './rules.ts'
import { readOverlaps, type StoredChange } from './sql.ts'

/** The estimate for these patterns. Which of them share denials is asked only where several of one reason would count, which is seldom. */
export async function recoveredOf(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patterns: readonly StoredChange[],
  paidShare: number | null,
): Promise<Recovered> {
  const contenders = contendersOf(patterns, paidShare)
  return revenueRecovered(patterns, paidShare, contenders.length === 0 ? [] : await readOverlaps(tx, organizationId, contenders))
}
