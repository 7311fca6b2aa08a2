import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
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
 * The payments of the window that paid something of the patterns' denials (level, pattern_id, the decision, line_number, amount): parts of the cash
 * recovered (recovered_payments), each of every pattern that has the denial of its line, or one of its claim where either names no line. A line of two
 * patterns is there twice: add up over `id, line_number` once.
 */
function paidOf(organizationId: number, patterns: readonly Since[], { start, end }: DateWindow): SQL {
  const ids = sql.param([...new Set(patterns.map(({ patternId }) => patternId))])
  return sql`
    select p.level, p.pattern_id, r.adjudication_id as id, r.claim_id, r.payer_id, r.rendered_by, r.paid_on, r.line_number, r.amount
    from recovered_payments r
    cross join lateral (
      select distinct pc.pattern_id from pattern_claims pc
      where pc.organization_id = ${organizationId} and pc.claim_id = r.claim_id and pc.denied and pc.pattern_id = any(${ids}::text[])
        and (r.line_number = 0 or pc.line_number in (r.line_number, 0)) offset 0) denial
    join json_to_recordset(${JSON.stringify(patterns.map(({ level, patternId, since }) => ({ level, pattern_id: patternId, since })))}::json) as p(level text, pattern_id text, since date)
      on p.pattern_id = denial.pattern_id and p.since <= r.paid_on
    where r.organization_id = ${organizationId} and r.paid_on >= ${start} and r.paid_on < ${end}`
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
  window: DateWindow,
): Promise<VerifiedSums> {
  const rows = await db.rows<{ kind: 'pattern' | 'lesson' | 'provider' | 'all'; key: string | null; amount: string; payments: number }>(sql`
    with paid as materialized (${paidOf(organizationId, patterns, window)}),
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

/** Sums of payments that are not the same. */
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
  kind: 'original' | 'reversal' | null
  firstDeniedOn: IsoDate | null
  amount: Cents
}

/** A payment that counts: the decision, its claim and payer, its day and its amount. */
export interface PaidDecision {
  id: number
  claimId: string
  payerId: string | null
  paidOn: IsoDate
  amount: Cents
}

/** Some payments of the window that count, each once, the latest first; of one day, the later in arrival first. */
export async function readPaid(
  db: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patterns: readonly Since[],
  window: DateWindow,
  { limit, offset }: { limit: number; offset: number },
): Promise<PaidDecision[]> {
  const rows = await db.rows<Omit<PaidDecision, 'amount'> & { amount: string }>(sql`
    select id, paid_on as "paidOn", min(claim_id) as "claimId", nullif(min(payer_id), '') as "payerId", sum(amount)::text as amount
    from (${once(paidOf(organizationId, patterns, window))}) part
    group by 1, 2 order by 2 desc, 1 desc limit ${limit} offset ${offset}`)
  return rows.map((row) => ({ ...row, amount: parseCents(row.amount)! }))
}

/**
 * What there is to say of these payments, one for each, in their order. The decision or the claim may be hidden since, by the undoing of its import: until
 * the day is computed again the payment counts, and is known by what is kept of it.
 */
export async function describePayments(db: Pick<TenantTransaction, 'rows'>, organizationId: number, paid: readonly PaidDecision[]): Promise<VerifiedPayment[]> {
  const asked = paid.map(({ id, claimId, payerId }) => ({ id, claim_id: claimId, payer_id: payerId }))
  const rows = await db.rows<Pick<VerifiedPayment, 'payerName' | 'traceNumber' | 'kind' | 'firstDeniedOn'> & { id: number }>(sql`
    select p.id, y.name as "payerName", r.trace_number as "traceNumber", a.kind, c.first_denied_on as "firstDeniedOn"
    from json_to_recordset(${JSON.stringify(asked)}::json) as p(id int8, claim_id text, payer_id text)
    left join adjudications a on a.organization_id = ${organizationId} and a.id = p.id
    left join claims c on c.organization_id = ${organizationId} and c.id = p.claim_id
    left join payers y on y.organization_id = ${organizationId} and y.id = p.payer_id
    left join remittances r on r.organization_id = ${organizationId} and r.id = a.remittance_id`)
  const byId = new Map(rows.map(({ id, ...payment }) => [id, payment]))
  return paid.map(({ id, ...payment }) => ({ ...payment, ...byId.get(id)! }))
}
