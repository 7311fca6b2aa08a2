import { sql, type SQL } from 'drizzle-orm'
import { addDays, daysBetween, type DateWindow } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents, type Cents } from '../../money.ts'
import { payments } from '../organization-daily/sql.ts'
import type { CashPayment } from './schemas.ts'

/** Whose payments. */
export interface CashOf {
  organizationId: number
  payer?: string | undefined
}

/** The payments of the window that count, as the days of the organization count them. */
function recoveringPayments({ organizationId, payer }: CashOf, { start, end }: DateWindow): SQL {
  const days = Array.from({ length: daysBetween(start, end) }, (_, day) => addDays(start, day))
  return sql`
    select * from (${payments(organizationId, days)}) payment
    where recovered <> 0 ${payer === undefined ? sql`` : sql`and payer = ${payer}`}`
}

/** How many payments, and their sum. */
export async function sumPayments(db: Pick<TenantTransaction, 'row'>, of: CashOf, window: DateWindow): Promise<{ count: number; sum: Cents }> {
  const found = await db.row<{ count: number; sum: string }>(
    sql`select count(*) as count, coalesce(sum(recovered), 0) as sum from (${recoveringPayments(of, window)}) p`,
  )
  return { count: found!.count, sum: parseCents(found!.sum)! }
}

export type StoredPayment = Omit<CashPayment, 'amount' | 'cumulative'> & {
  amount: Cents
  /** Sum of the window's payments from its first day up to and with this one. */
  running: Cents
}

/** Some payments of the window, the latest first; of one day, the later in arrival first. */
export async function readPayments(
  db: Pick<TenantTransaction, 'rows'>,
  of: CashOf,
  window: DateWindow,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredPayment[]> {
  const rows = await db.rows<Omit<StoredPayment, 'amount' | 'running'> & { amount: string; running: string }>(sql`
    with page as (
      select *, sum(recovered) over (order by metric_date, id) as running from (${recoveringPayments(of, window)}) p
      order by metric_date desc, id desc limit ${limit} offset ${offset})
    select p.metric_date as "paidOn", p.claim_id as "claimId", c.payer_id as "payerId", py.name as "payerName", r.trace_number as "traceNumber", p.kind,
      c.first_denied_on as "firstDeniedOn", c.denial_reason as "denialReason", c.denial_carc as "denialCarc", p.recovered as amount, p.running
    from page p
    join claims c on c.organization_id = ${of.organizationId} and c.id = p.claim_id
    left join payers py on py.organization_id = c.organization_id and py.id = c.payer_id
    left join remittances r on r.organization_id = c.organization_id and r.id = p.remittance_id
    order by p.metric_date desc, p.id desc`)
  return rows.map((row) => ({ ...row, amount: parseCents(row.amount)!, running: parseCents(row.running)! }))
}
