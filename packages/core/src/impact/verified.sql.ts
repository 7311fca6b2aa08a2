import { sql, type SQL } from 'drizzle-orm'
import { addDays, daysBetween, type DateWindow, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { payments } from '../measures/organization-daily/sql.ts'
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

/**
 * What the payments of the window paid of denials of these patterns (level, pattern_id, the decision, line_number, amount), as
 * cash recovered is counted (measures/cash): after the claim's first denial, of lines denied at first, reversals taken off. A decision that names no
 * line of its claim counts whole where the claim was denied as a whole. A line of two patterns is there twice: add up over `id, line_number` once.
 */
function paidOf(organizationId: number, patterns: readonly Since[], { start, end }: DateWindow): SQL {
  const days = Array.from({ length: daysBetween(start, end) }, (_, day) => addDays(start, day))
  const mine = (table: string) => sql`${sql.raw(table)}.organization_id = ${organizationId}`
  const named = sql`
    from adjudication_lines al join claim_line_items cl on ${mine('cl')} and cl.claim_id = payment.claim_id and cl.line_number = al.claim_line_number
    where ${mine('al')} and al.adjudication_id = payment.id`
  return sql`
    select p.level, p.pattern_id, payment.id, payment.claim_id, payment.remittance_id, payment.kind, payment.metric_date, part.line_number, part.amount
    from (select * from (${payments(organizationId, days)}) every where recovered <> 0) payment
    cross join lateral (
      select cl.line_number, sum(al.paid_amount) as amount ${named} and cl.initially_denied and not cl.is_duplicate group by 1
      union all
      select null, payment.recovered where not exists (select ${named})) part
    join json_to_recordset(${JSON.stringify(patterns.map(({ level, patternId, since }) => ({ level, pattern_id: patternId, since })))}::json) as p(level text, pattern_id text, since date) on p.since <= payment.metric_date
    where exists (
      select from pattern_claims pc
      where ${mine('pc')} and pc.pattern_id = p.pattern_id and pc.claim_id = payment.claim_id and pc.denied and (part.line_number is null or pc.line_number in (part.line_number, 0)))`
}

/** Each part of a payment once, however many of the patterns it is of. */
const once = (paid: SQL): SQL => sql`select distinct on (id, line_number) * from (${paid}) paid order by id, line_number`

/** Sums of the window: of each pattern and lesson, of each provider (who rendered the service, else who billed), and of all together. */
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
  window: DateWindow,
): Promise<VerifiedSums> {
  const rows = await db.rows<{ kind: 'pattern' | 'lesson' | 'provider' | 'all'; key: string | null; amount: string; payments: number }>(sql`
    with paid as materialized (${paidOf(organizationId, patterns, window)}),
    part as (${once(sql`select * from paid`)})
    select level as kind, pattern_id as key, sum(amount)::text as amount, count(distinct id)::int as payments from paid group by 1, 2
    union all
    select 'provider', coalesce(c.rendering_provider_id, c.provider_id), sum(amount)::text, count(distinct part.id)::int
    from part join claims c on c.organization_id = ${organizationId} and c.id = part.claim_id group by 2
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

/** Sums of windows that have no day, and so no payment, in common. */
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

/** Some payments of the window, the latest first; of one day, the later in arrival first. */
export async function readVerified(
  db: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patterns: readonly Since[],
  { window, limit, offset }: { window: DateWindow; limit: number; offset: number },
): Promise<VerifiedPayment[]> {
  const rows = await db.rows<Omit<VerifiedPayment, 'amount'> & { amount: string }>(sql`
    with payment as (
      select id, claim_id, remittance_id, kind, metric_date, sum(amount)::text as amount from (${once(paidOf(organizationId, patterns, window))}) part
      group by id, claim_id, remittance_id, kind, metric_date
      order by metric_date desc, id desc limit ${limit} offset ${offset})
    select p.metric_date as "paidOn", p.claim_id as "claimId", c.payer_id as "payerId", y.name as "payerName", r.trace_number as "traceNumber", p.kind,
      c.first_denied_on as "firstDeniedOn", p.amount
    from payment p
    join claims c on c.organization_id = ${organizationId} and c.id = p.claim_id
    left join payers y on y.organization_id = c.organization_id and y.id = c.payer_id
    left join remittances r on r.organization_id = c.organization_id and r.id = p.remittance_id
    order by p.metric_date desc, p.id desc`)
  return rows.map((row) => ({ ...row, amount: parseCents(row.amount)! }))
}
