import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { chosen, type PolicyChoice } from '../../policies/choice.ts'
import { writeDailyRows, type DailyRows } from '../daily-rows.sql.ts'
import { MEASURES, policyDays } from './days.sql.ts'

const ROWS: DailyRows = { table: 'policy_daily_metrics', key: 'policy_id', name: 'policy', measures: MEASURES }

/** Computes those days of the policies from policy_hits (daily-rows.sql.ts). Returns how many rows were written or removed. */
export function refreshPolicyDays(
  tx: TenantTransaction,
  { organizationId, days, cause, policies = 'computed' }: { organizationId: number; days: readonly IsoDate[]; cause: string; policies?: PolicyChoice },
): Promise<number> {
  return writeDailyRows(tx, ROWS, {
    organizationId,
    days,
    cause,
    fresh: policyDays(organizationId, days, policies),
    which: sql`m.policy_id in (select p.id from policies p where p.organization_id = ${organizationId} and ${chosen(policies)})`,
  })
}
