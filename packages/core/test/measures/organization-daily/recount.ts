import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'
import { decimalText, parseCents } from '../../../src/money.ts'
import type { DateBasis } from '../../../src/measures/organization-daily/sql.ts'

interface Claim {
  id: string
  submission: string | null
  service: string | null
  payer: string
  initial: string | null
  final: string | null
  duplicate: boolean
  firstDenied: string | null
  lines: number
  deniedLines: number
  billed: string
  denied: string
  paid: string
}

interface Decision {
  id: string
  claim: string
  on: string
  paid: string
  outcome: string
  kind: string
  lines: { paid: number; denied: boolean }[]
}

type Row = Record<string, string | number>

/** The daily rows by their definitions, claim by claim in JavaScript: slow, plain, and not the product's statement. */
export async function recount({ db, organization }: Context, basis: DateBasis): Promise<Row[]> {
  const claims = await db.rows<Claim>(sql`
    select id, submission_date as submission, date_of_service as service, coalesce(payer_id, '') as payer, initial_outcome as initial, final_outcome as final,
      is_duplicate as duplicate, first_denied_on as "firstDenied", (select count(*) from claim_line_items cl where cl.organization_id = c.organization_id and cl.claim_id = c.id and not cl.is_duplicate) as lines, denied_line_count as "deniedLines", billed_amount as billed, denied_amount as denied,
      paid_amount as paid
    from claims c where organization_id = ${organization.id} and use = 'claim' order by id`)
  const decisions = await db.rows<Decision>(sql`
    select a.id, a.claim_id as claim, a.decided_on as on, case when a.is_cash then a.paid_amount else 0 end as paid, a.outcome, a.kind,
      (select coalesce(json_agg(json_build_object('paid', case when a.is_cash then (al.paid_amount * 100)::int else 0 end, 'denied', cl.initially_denied and not cl.is_duplicate)), '[]') from adjudication_lines al
       join claim_line_items cl on cl.organization_id = a.organization_id and cl.claim_id = a.claim_id and cl.line_number = al.claim_line_number
       where al.organization_id = a.organization_id and al.adjudication_id = a.id) as lines
    from adjudications a where a.organization_id = ${organization.id} order by a.decided_on, a.id`)
  const rows = new Map<string, Row>()
  const add = (date: string, payer: string, values: Row) => {
    const key = `${date} ${payer}`
    const row = rows.get(key) ?? { date, payer }
    for (const [name, value] of Object.entries(values)) row[name] = Number(row[name] ?? 0) + Number(value)
    rows.set(key, row)
  }
  for (const claim of claims) {
    const own = decisions.filter((decision) => decision.claim === claim.id)
    const denial = own.findIndex((decision) => decision.kind === 'original' && decision.on === claim.firstDenied && decision.outcome !== 'paid')
    const recoveredBy = (decision: Decision, at: number) => {
      if (claim.firstDenied === null || decision.on < claim.firstDenied || (decision.on === claim.firstDenied && (denial < 0 || at <= denial))) return 0
      if (decision.lines.length === 0) return claim.initial === 'denied' ? parseCents(decision.paid)! : 0
      return decision.lines.reduce((sum, line) => sum + (line.denied ? line.paid : 0), 0)
    }
    const recovered = own.map(recoveredBy)
    if (basis === 'payment') {
      own.forEach((decision, at) =>
        add(decision.on, claim.payer, { ...emptyRow, paid_amount: parseCents(decision.paid)!, recovered_amount: recovered[at] ?? 0 }),
      )
      continue
    }
    const date = claim[basis]
    if (date === null) continue
    const adjudicated = claim.initial !== null && !claim.duplicate
    const only = (condition: boolean, value = 1) => (condition ? value : 0)
    add(date, claim.payer, {
      claim_count: 1,
      pending_count: only(claim.initial === null),
      adjudicated_count: only(adjudicated),
      denied_count: only(adjudicated && claim.initial === 'denied'),
      partially_denied_count: only(adjudicated && claim.initial === 'partially_denied'),
      finally_denied_count: only(adjudicated && claim.final === 'denied'),
      duplicate_count: only(claim.duplicate),
      line_count: only(adjudicated, Math.max(1, claim.lines)),
      denied_line_count: only(adjudicated, claim.lines === 0 ? only(claim.initial === 'denied') : claim.deniedLines),
      billed_amount: parseCents(claim.billed)!,
      adjudicated_amount: only(adjudicated, parseCents(claim.billed)!),
      denied_amount: only(adjudicated, parseCents(claim.denied)!),
      paid_amount: parseCents(claim.paid)!,
      recovered_amount: recovered.reduce((sum, one) => sum + one, 0),
    })
  }
  return [...rows.values()].map(inDollars).sort((a, b) => (`${a.date} ${a.payer}` < `${b.date} ${b.payer}` ? -1 : 1))
}

const emptyRow: Row = {
  claim_count: 0,
  pending_count: 0,
  adjudicated_count: 0,
  denied_count: 0,
  partially_denied_count: 0,
  finally_denied_count: 0,
  duplicate_count: 0,
  line_count: 0,
  denied_line_count: 0,
  billed_amount: 0,
  adjudicated_amount: 0,
  denied_amount: 0,
}

const inDollars = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, name.endsWith('_amount') ? decimalText(Number(value)) : value]))

/** The daily rows as they are stored. */
export function storedDays({ db, organization }: Context, basis: DateBasis): Promise<Row[]> {
  return db.rows<Row>(sql`
    select metric_date as date, payer_id as payer, claim_count, pending_count, adjudicated_count, denied_count, partially_denied_count, finally_denied_count, duplicate_count,
      line_count, denied_line_count, billed_amount, adjudicated_amount, denied_amount, paid_amount, recovered_amount
    from organization_daily_metrics where organization_id = ${organization.id} and date_basis = ${basis} order by metric_date, payer_id`)
}
