import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { addDays, trailingWindow, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { providerOfClaim } from '../measures/provider-daily/days.sql.ts'
import type { Cents } from '../money.ts'
import type { Appeal, listAppealsInput } from './schemas.ts'

export type StoredAppeal = Omit<Appeal, 'value' | 'recoveredAmount' | 'daysLeft'> & { value: Cents; recovered: Cents | null }
export type AppealFilter = z.output<typeof listAppealsInput>

/** Appeals `a` that meet `where`, each with its claim `c`, looked up one by one: appeals are few, and no list of them may read all claims. */
const appeals = (organizationId: number, where: SQL): SQL => sql`
  select a.*, c.*, coalesce(a.disputed_amount, c.denied_amount) as value
  from claim_appeals a cross join lateral (
    select c.patient_control_number, c.status, c.payer_id, c.denial_reason, c.denied_amount, c.use, ${providerOfClaim} as served_by from claims c
    where c.organization_id = ${organizationId} and c.id = a.claim_id offset 0) c
  where a.organization_id = ${organizationId} and ${where}`

const columns = sql`
  a.claim_id as "claimId", a.level, a.patient_control_number as "patientControlNumber", a.status as "claimStatus", a.payer_id as "payerId", y.name as "payerName",
  a.denial_reason as "denialReason", a.appeal_date as "filedOn", a.deadline, a.outcome, a.decided_on as "decidedOn", a.withdrawn_on as "withdrawnOn", a.line_numbers as "lineNumbers",
  (a.value * 100)::int8 as value, (a.recovered_amount * 100)::int8 as recovered, a.note, a.closed_by as "closedBy", a.recorded_by as "recordedBy", a.decided_by as "decidedBy"`

/** Ties are settled by claim and level, so that pages neither repeat nor lose an appeal. */
const ORDERS = {
  due: sql`a.deadline nulls last, a.claim_id, a.level`,
  value: sql`a.value desc, a.claim_id, a.level`,
  filed: sql`a.appeal_date desc nulls last, a.claim_id, a.level`,
}

const named = (organizationId: number): SQL => sql`left join payers y on y.organization_id = ${organizationId} and y.id = a.payer_id`

function matching({ outcome, payer, servedBy, filedWithin, decidedWithin, dueWithin }: AppealFilter, today: IsoDate): SQL {
  const conditions = [sql`true`]
  if (outcome === 'won') conditions.push(sql`a.outcome in ('overturned', 'partially_overturned')`)
  else if (outcome !== 'all') conditions.push(sql`a.outcome = ${outcome}`)
  if (payer !== undefined) conditions.push(sql`c.payer_id = ${payer}`)
  // A prior authorization is no claim, and an appeal on one is in nobody's numbers.
  if (servedBy !== undefined) conditions.push(sql`c.use = 'claim' and c.served_by = ${servedBy}`)
  if (filedWithin !== undefined) conditions.push(within(sql`a.appeal_date`, filedWithin, today))
  if (decidedWithin !== undefined) conditions.push(sql`a.outcome <> 'pending' and ${within(sql`a.decided_on`, decidedWithin, today)}`)
  if (dueWithin !== undefined) conditions.push(sql`a.outcome = 'pending' and a.deadline >= ${today} and a.deadline <= ${addDays(today, dueWithin)}`)
  return sql.join(conditions, sql` and `)
}

function within(day: SQL, days: number, today: IsoDate): SQL {
  const { start, end } = trailingWindow(today, days)
  return sql`${day} >= ${start} and ${day} < ${end}`
}

interface Totals {
  total: number
  totalValue: Cents
  totalRecovered: Cents
}

/** One page of the matching appeals, and how many there are with what they are worth. Cents. */
export async function readAppeals(
  tx: TenantTransaction,
  organizationId: number,
  filter: AppealFilter,
  today: IsoDate,
): Promise<{ page: StoredAppeal[]; totals: Totals }> {
  const order = ORDERS[filter.sort]
  const rows = await tx.rows<StoredAppeal & Totals & { known: boolean }>(sql`
    with matching as materialized (${appeals(organizationId, matching(filter, today))}),
    totals as (
      select count(*)::int as total, (coalesce(sum(value), 0) * 100)::int8 as "totalValue", (coalesce(sum(recovered_amount), 0) * 100)::int8 as "totalRecovered" from matching)
    select totals.*, a.claim_id is not null as known, ${columns}
    from totals left join (select * from matching a order by ${order} limit ${filter.limit} offset ${(filter.page - 1) * filter.limit}) a on true ${named(organizationId)}
    order by ${order}`)
  const { total, totalValue, totalRecovered } = rows[0]!
  const page = rows.filter(({ known }) => known).map(({ known: _known, total: _total, totalValue: _value, totalRecovered: _recovered, ...stored }) => stored)
  return { page, totals: { total, totalValue, totalRecovered } }
}

/** One appeal; null when there is none of that level. */
export const readAppeal = (tx: TenantTransaction, organizationId: number, claimId: string, level: number): Promise<StoredAppeal | null> =>
  tx.row<StoredAppeal>(sql`
    select ${columns} from (${appeals(organizationId, sql`a.claim_id = ${claimId} and a.level = ${level}`)}) a ${named(organizationId)}`)
