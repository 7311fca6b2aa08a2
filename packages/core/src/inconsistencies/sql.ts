import { sql, type SQL } from 'drizzle-orm'
import { REASON_NOT_STATED } from '../adjudication/rules.ts'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { adjudicated } from '../patterns/scope/scoped.sql.ts'

export interface Question {
  organizationId: number
  window: DateWindow
  withinDays: number
  payer?: string | undefined
  code?: string | undefined
  reason?: string | undefined
}

interface Decided {
  claimId: string
  lineNumber: number
  serviceDate: IsoDate
  /** Decimal text. */
  billed: string
}

/** One combination and reason; the sums of all that meet the question stand in every row, and in one without a combination where there is none. */
export interface StoredInconsistency {
  payerId: string | null
  payerName: string | null
  procedureCode: string
  modifiers: string[]
  placeOfService: string | null
  diagnosisCategory: string | null
  reason: string
  deniedLines: number
  paidLines: number
  deniedAmount: string
  examples: { denied: Decided; paid: Decided; daysApart: number }[]
  total: number
  totalLines: number
  totalAmount: string
}

/** Columns by which lines are the same to a payer; '' where one is unknown, so that they can be compared. */
const COMBINATION = ['payer_id', 'procedure_code', 'modifiers', 'place', 'diagnosis']
const combination = (prefix = '') => sql.raw(COMBINATION.map((column) => prefix + column).join(', '))

/** Modifiers in another order are the same. */
const sorted = sql.raw('case when cardinality(l.modifiers) < 2 then l.modifiers else array(select one from unnest(l.modifiers) as one order by one) end')

/**
 * The lines of the window that the first decision denied for a stated reason (no duplicate, and nothing that only the patient owes), or paid and did not
 * deny, with their combination, day, charge and reason (null: paid). Lines are looked up claim by claim: a join would be planned to read their table.
 */
const lines = ({ organizationId, window: { start, end }, payer, code }: Question): SQL => sql`
  select c.payer_id, l.procedure_code, ${sorted} as modifiers, coalesce(l.place_of_service, c.place_of_service, '') as place,
    left(coalesce(l.diagnosis_codes[1], c.diagnosis_codes[1], ''), 3) as diagnosis, c.id as claim_id, l.line_number, c.date_of_service as served, l.billed_amount as billed,
    case when l.initially_denied then l.denial_reason end as reason
  from claims c cross join lateral (
    select i.line_number, i.procedure_code, i.modifiers, i.place_of_service, i.diagnosis_codes, i.billed_amount, i.initially_denied, i.denial_reason
    from claim_line_items i
    where i.organization_id = ${organizationId} and i.claim_id = c.id and not i.is_duplicate and i.procedure_code is not null
      and case when i.initially_denied then i.denial_reason <> ${REASON_NOT_STATED} else i.paid_amount > 0 end
      ${code === undefined ? sql`` : sql`and i.procedure_code = ${code}`} offset 0) l
  where c.organization_id = ${organizationId} and ${adjudicated}
    and c.date_of_service >= ${start} and c.date_of_service < ${end} and ${payer === undefined ? sql`c.payer_id is not null` : sql`c.payer_id = ${payer}`}`

const shownLine = (of: string) =>
  sql.raw(`jsonb_build_object('claimId', ${of}.claim_id, 'lineNumber', ${of}.line_number, 'serviceDate', ${of}.served, 'billed', ${of}.billed::text)`)

/**
 * Combinations of which the payer has denied lines for a reason and paid one that was served within so many days, the most dollars denied first.
 * `before` and `after` are the days of the paid lines next to a line.
 */
export const readInconsistencies = (
  db: Pick<TenantTransaction, 'rows'>,
  question: Question,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredInconsistency[]> =>
  db.rows<StoredInconsistency>(sql`
    with line as materialized (${lines(question)}),
    mixed as (
      select ${combination()}, count(*) filter (where reason is null)::int as paid_lines from line group by ${combination()}
      having count(reason) between 1 and count(*) - 1),
    placed as materialized (
      select line.*, mixed.paid_lines,
        max(served) filter (where reason is null) over (of_combination rows between unbounded preceding and current row) as before,
        min(served) filter (where reason is null) over (of_combination rows between current row and unbounded following) as after
      from line join mixed using (${combination()}) window of_combination as (partition by ${combination()} order by served)),
    denied as materialized (
      select * from placed where reason is not null and least(served - before, after - served) <= ${question.withinDays}::int
        ${question.reason === undefined ? sql`` : sql`and reason = ${question.reason}`}),
    item as materialized (
      select ${combination()}, reason, paid_lines, count(*)::int as denied_lines, sum(billed) as amount from denied group by ${combination()}, reason, paid_lines),
    page as materialized (select * from item order by amount desc, ${combination()}, reason limit ${limit} offset ${offset}),
    paid as materialized (select * from placed where reason is null and (${combination()}) in (select ${combination()} from page))
    select page.payer_id as "payerId", p.name as "payerName", page.procedure_code as "procedureCode", page.modifiers, nullif(page.place, '') as "placeOfService",
      nullif(page.diagnosis, '') as "diagnosisCategory", page.reason, page.denied_lines as "deniedLines", page.paid_lines as "paidLines", page.amount::text as "deniedAmount",
      totals.items as total, totals.lines as "totalLines", totals.amount::text as "totalAmount", example.pairs as examples
    from (select count(*)::int as items, coalesce(sum(denied_lines), 0)::int as lines, coalesce(sum(amount), 0) as amount from item) totals
    left join page on true
    left join payers p on p.organization_id = ${question.organizationId} and p.id = page.payer_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('denied', ${shownLine('d')}, 'paid', ${shownLine('n')}, 'daysApart', abs(d.served - n.served)) order by d.billed desc, d.claim_id, d.line_number) as pairs
      from (
        select * from denied where (${combination()}, reason) = (${combination('page.')}, page.reason) order by billed desc, claim_id, line_number limit 3) d
      cross join lateral (
        select * from paid where (${combination()}) = (${combination('page.')}) order by abs(served - d.served), claim_id, line_number limit 1) n) example on true
    order by page.amount desc, ${combination('page.')}, page.reason`)
