import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { paymentsOfClaims } from '../measures/organization-daily/sql.ts'
import { parseCents, type Cents } from '../money.ts'

/** A pattern, and the day from which on payments of its denials count: that of the first action, or of the first practice. */
export interface Since {
  level: 'pattern' | 'lesson'
  patternId: string
  since: IsoDate
}

export interface Verified {
  amount: Cents
  payments: number
}

/** Denials that are read together: those of claims served on these days; null: of claims without a day of service. */
export type Served = DateWindow | null

/** When payments count, whatever their claims: from the first of the days on which something was done. */
const countedFrom = (patterns: readonly Since[]): IsoDate => patterns.reduce((first, { since }) => (since < first ? since : first), patterns[0]!.since)

/**
 * What payments up to a day paid of the patterns' denials of those days of service (level, pattern_id, the decision, line_number, amount), as cash
 * recovered is counted (measures/cash): after the claim's first denial, of lines denied at first, reversals taken off. A decision that names no line
 * of its claim counts whole where the claim was denied as a whole. A line of two patterns is there twice: add up over `id, line_number` once.
 * Begins with the denials, which are few among all claims, and looks up the rest one by one.
 */
function paidOf(organizationId: number, patterns: readonly Since[], { served, end }: { served: Served; end: IsoDate }): SQL {
  const mine = (table: string) => sql`${sql.raw(table)}.organization_id = ${organizationId}`
  const ids = sql.param([...new Set(patterns.map(({ patternId }) => patternId))])
  const onDay = served === null ? sql`pc.service_date is null` : sql`pc.service_date >= ${served.start} and pc.service_date < ${served.end}`
  const claims = sql`select distinct pc.claim_id from pattern_claims pc where ${mine('pc')} and pc.pattern_id = any(${ids}::text[]) and pc.denied and ${onDay}`
  const named = sql`
    from adjudication_lines al join claim_line_items cl on ${mine('cl')} and cl.claim_id = payment.claim_id and cl.line_number = al.claim_line_number
    where ${mine('al')} and al.adjudication_id = payment.id`
  return sql`
    select p.level, p.pattern_id, payment.id, payment.claim_id, payment.rendered_by, payment.metric_date, part.line_number, part.amount
    from (
      select * from (${paymentsOfClaims(organizationId, claims, { start: countedFrom(patterns), end })} offset 0) every where recovered <> 0 offset 0) payment
    cross join lateral (
      select cl.line_number, sum(al.paid_amount) as amount ${named} and cl.initially_denied and not cl.is_duplicate group by 1
      union all
      select null, payment.recovered where not exists (select ${named})) part
    cross join lateral (
      select distinct pc.pattern_id from pattern_claims pc
      where ${mine('pc')} and pc.claim_id = payment.claim_id and pc.denied and (part.line_number is null or pc.line_number in (part.line_number, 0)) offset 0) denial
    join json_to_recordset(${JSON.stringify(patterns.map(({ level, patternId, since }) => ({ level, pattern_id: patternId, since })))}::json) as p(level text, pattern_id text, since date)
      on p.pattern_id = denial.pattern_id and p.since <= payment.metric_date`
}

/** Each part of a payment once, however many of the patterns it is of. */
const once = (paid: SQL): SQL => sql`select distinct on (id, line_number) * from (${paid}) paid order by id, line_number`

/** Sums: of each pattern and lesson, of each provider (who rendered the service, else who billed), and of all together. */
export interface VerifiedSums {
  patterns: Map<string, Verified>
  lessons: Map<string, Verified>
  providers: Map<string, Verified>
  all: Verified
}

const MAPS = { pattern: 'patterns', lesson: 'lessons', provider: 'providers' } as const

export async function sumVerified(
  db: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patterns: readonly Since[],
  which: { served: Served; end: IsoDate },
): Promise<VerifiedSums> {
  const rows = await db.rows<{ kind: 'pattern' | 'lesson' | 'provider' | 'all'; key: string | null; amount: string; payments: number }>(sql`
    with paid as materialized (${paidOf(organizationId, patterns, which)}),
    part as (${once(sql`select * from paid`)})
    select level as kind, pattern_id as key, sum(amount)::text as amount, count(distinct id)::int as payments from paid group by 1, 2
    union all
    select 'provider', rendered_by, sum(amount)::text, count(distinct id)::int from part group by 2
    union all
    select 'all', null, sum(amount)::text, count(distinct id)::int from part having count(*) > 0`)
  const sums = emptySums()
  for (const { kind, key, ...found } of rows) {
    const verified = { amount: parseCents(found.amount)!, payments: found.payments }
    if (kind === 'all') sums.all = verified
    else if (key !== null) sums[MAPS[kind]].set(key, verified)
  }
  return sums
}

export const emptySums = (): VerifiedSums => ({ patterns: new Map(), lessons: new Map(), providers: new Map(), all: { amount: 0, payments: 0 } })

/** Sums of denials that have no claim, and so no payment, in common. */
export function addSums(parts: readonly VerifiedSums[]): VerifiedSums {
  const sums = emptySums()
  const add = (a: Verified | undefined, b: Verified): Verified => ({ amount: (a?.amount ?? 0) + b.amount, payments: (a?.payments ?? 0) + b.payments })
  for (const part of parts) {
    for (const map of Object.values(MAPS)) for (const [id, verified] of part[map]) sums[map].set(id, add(sums[map].get(id), verified))
    sums.all = add(sums.all, part.all)
  }
  return sums
}

export interface VerifiedPayment {
  paidOn: IsoDate
  claimId: string
  payerId: string | null
  payerName: string | null
  traceNumber: string | null
  kind: 'original' | 'reversal'
  firstDeniedOn: IsoDate
  amount: Cents
}

/** A payment that counts: the decision, its day and its amount. */
export interface PaidDecision {
  id: number
  paidOn: IsoDate
  amount: Cents
}

/** Every payment that counts, once, in no order. */
export async function readPaid(
  db: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patterns: readonly Since[],
  which: { served: Served; end: IsoDate },
): Promise<PaidDecision[]> {
  const rows = await db.rows<Omit<PaidDecision, 'amount'> & { amount: string }>(sql`
    select id, metric_date as "paidOn", sum(amount)::text as amount from (${once(paidOf(organizationId, patterns, which))}) part group by 1, 2`)
  return rows.map((row) => ({ ...row, amount: parseCents(row.amount)! }))
}

/** What there is to say of these payments, in their order. */
export async function describePayments(db: Pick<TenantTransaction, 'rows'>, organizationId: number, paid: readonly PaidDecision[]): Promise<VerifiedPayment[]> {
  const rows = await db.rows<Omit<VerifiedPayment, 'paidOn' | 'amount'> & { id: number }>(sql`
    select a.id, a.claim_id as "claimId", c.payer_id as "payerId", y.name as "payerName", r.trace_number as "traceNumber", a.kind, c.first_denied_on as "firstDeniedOn"
    from adjudications a
    join claims c on c.organization_id = ${organizationId} and c.id = a.claim_id
    left join payers y on y.organization_id = c.organization_id and y.id = c.payer_id
    left join remittances r on r.organization_id = c.organization_id and r.id = a.remittance_id
    where a.organization_id = ${organizationId} and a.id = any(${sql.param(paid.map(({ id }) => id))}::int8[])`)
  const byId = new Map(rows.map(({ id, ...payment }) => [id, payment]))
  return paid.flatMap(({ id, paidOn, amount }) => {
    const payment = byId.get(id)
    return payment ? [{ paidOn, ...payment, amount }] : []
  })
}
