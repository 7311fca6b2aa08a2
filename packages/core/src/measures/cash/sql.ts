import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents, type Cents } from '../../money.ts'
import type { CashPayment } from './schemas.ts'

/** Whose payments. */
export interface CashOf {
  organizationId: number
  payer?: string | undefined
}

/** The payments of the window that count: (id, claim_id, payer_id, paid_on, recovered). */
const recoveringPayments = ({ organizationId, payer }: CashOf, { start, end }: DateWindow): SQL => sql`
  select adjudication_id as id, min(claim_id) as claim_id, min(payer_id) as payer_id, paid_on, sum(amount) as recovered from recovered_payments
  where organization_id = ${organizationId} and paid_on >= ${start} and paid_on < ${end} ${payer === undefined ? sql`` : sql`and payer_id = ${payer}`}
  group by 1, 4`

/** How many payments, and their sum. */
export async function sumPayments(db: Pick<TenantTransaction, 'row'>, of: CashOf, window: DateWindow): Promise<{ count: number; sum: Cents }> {
  const found = await db.row<{ count: number; sum: string }>(
    sql`select count(*)::int as count, coalesce(sum(recovered), 0)::text as sum from (${recoveringPayments(of, window)}) p`,
  )
  return { count: found!.count, sum: parseCents(found!.sum)! }
}

export type StoredPayment = Omit<CashPayment, 'amount' | 'cumulative'> & {
  amount: Cents
  /** Sum of the window's payments from its first day up to and with this one. */
  running: Cents
}

/** Some payments of the window, the latest first; of one day, the later in arrival first. Of those whose import is being undone, what is kept of them. */
export async function readPayments(
  db: Pick<TenantTransaction, 'rows'>,
  of: CashOf,
  window: DateWindow,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredPayment[]> {
  const rows = await db.rows<Omit<StoredPayment, 'amount' | 'running'> & { amount: string; running: string }>(sql`
    with page as (
      select *, sum(recovered) over (order by paid_on, id) as running from (${recoveringPayments(of, window)}) p
      order by paid_on desc, id desc limit ${limit} offset ${offset})
    select p.paid_on as "paidOn", p.claim_id as "claimId", nullif(p.payer_id, '') as "payerId", py.name as "payerName", r.trace_number as "traceNumber", a.kind,
      c.first_denied_on as "firstDeniedOn", c.denial_reason as "denialReason", c.denial_carc as "denialCarc", p.recovered::text as amount, p.running::text as running
    from page p
    left join adjudications a on a.organization_id = ${of.organizationId} and a.id = p.id
    left join claims c on c.organization_id = ${of.organizationId} and c.id = p.claim_id
    left join payers py on py.organization_id = ${of.organizationId} and py.id = p.payer_id
    left join remittances r on r.organization_id = ${of.organizationId} and r.id = a.remittance_id
    order by p.paid_on desc, p.id desc`)
  return rows.map((row) => ({ ...row, amount: parseCents(row.amount)!, running: parseCents(row.running)! }))
}
