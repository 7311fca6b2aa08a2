import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { writeDailyRows, type DailyRows } from '../daily-rows.sql.ts'
import { MEASURES, providerDays } from './days.sql.ts'

const ROWS: DailyRows = { table: 'provider_daily_metrics', key: 'provider_id', name: 'provider', measures: MEASURES }

/**
 * Computes those days of provider_daily_metrics again (daily-rows.sql.ts). Returns how many rows were written or removed. It reads the claims
 * served on those days and the appeals filed or decided on them; slice the days so that a call covers at most 20,000.
 */
export function refreshProviderDays(tx: Pick<TenantTransaction, 'row'>, organizationId: number, days: readonly IsoDate[], cause: string): Promise<number> {
  return writeDailyRows(tx, ROWS, { organizationId, days, cause, fresh: providerDays(organizationId, days) })
}
