import { sql } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { DateBasis } from './organization-daily/sql.ts'

/** Whether a day of the window waits to be computed again: its numbers are about to change. */
export async function waitsFor(tx: Pick<TenantTransaction, 'row'>, organizationId: number, basis: DateBasis, { start, end }: DateWindow): Promise<boolean> {
  const found = await tx.row(sql`
    select day from service_days_to_recompute where organization_id = ${organizationId} and date_basis = ${basis} and day >= ${start} and day < ${end} limit 1`)
  return found !== null
}
