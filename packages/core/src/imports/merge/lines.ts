import { sql, type SQL } from 'drizzle-orm'
import { isStatement } from '../../adjudication/derive.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { rowId, type Slice } from './slice.ts'

/** What a line of a decision (`al`, of adjudication `a`) and a line of its claim (`cl`) must share; null matches nothing. */
interface Round {
  decided: SQL
  billed: SQL
}

const codeOf = (alias: 'al' | 'cl'): SQL => sql.raw(`coalesce(${alias}.procedure_code, ${alias}.revenue_code, '')`)
const byCode = (...columns: string[]): Round => {
  const key = (alias: 'al' | 'cl', amount: string) =>
    sql`jsonb_build_array(${codeOf(alias)}, ${sql.raw(columns.map((column) => (column === 'amount' ? amount : `${alias}.${column}`)).join(', ') || 'null')})`
  return { decided: key('al', 'abs(al.charge_amount)'), billed: key('cl', 'cl.billed_amount') }
}

/** From what names one line to what merely resembles it. Sources without remittances number their decided lines as they number the claim's. */
const ROUNDS: Round[] = [
  { decided: sql`case when ${isStatement} then al.line_number end`, billed: sql`cl.line_number` },
  { decided: sql`al.control_number`, billed: sql`cl.control_number` },
  byCode('modifiers', 'date_of_service', 'amount'),
  byCode('date_of_service', 'amount'),
  byCode('modifiers', 'amount'),
  byCode('amount'),
  byCode(),
]

/**
 * Matches the lines of each adjudication of the slice to the lines of its claim, round by round; a claim line that a round gave away is not
 * there for the next, and equals are matched in their order. A line that the claim does not have (a payer split one) is added to it.
 */
export async function matchLines(tx: TenantTransaction, slice: Slice): Promise<void> {
  let left =
    (await tx.row<{ open: number }>(sql`select count(*) as open from adjudication_lines al where ${own(slice)} and al.claim_line_number is null`))?.open ?? 0
  for (const round of ROUNDS) if (left > 0) left -= await tx.run(matched(slice, round))
  if (left > 0) await tx.run(added(slice))
}

const own = (slice: Slice): SQL =>
  sql`al.organization_id = ${slice.organizationId} and al.adjudication_id between ${rowId(slice.importId, sql`${slice.from}`)} and ${rowId(slice.importId, sql`${slice.to}`)}`

const matched = (slice: Slice, { decided, billed }: Round): SQL => sql`
  with decided as materialized (
    select al.adjudication_id, al.line_number, a.claim_id, ${decided} as key,
           row_number() over (partition by al.adjudication_id, ${decided} order by al.modifiers, abs(al.charge_amount), al.line_number) as nth
    from adjudication_lines al join adjudications a on a.organization_id = al.organization_id and a.id = al.adjudication_id
    where ${own(slice)} and al.claim_line_number is null and ${decided} is not null
  ), billed as materialized (
    select d.adjudication_id, cl.line_number, ${billed} as key,
           row_number() over (partition by d.adjudication_id, ${billed} order by cl.modifiers, cl.billed_amount, cl.line_number) as nth
    from (select distinct adjudication_id, claim_id from decided) d
    join claim_line_items cl on cl.organization_id = ${slice.organizationId} and cl.claim_id = d.claim_id
    where not exists (
      select from adjudication_lines taken
      where taken.organization_id = ${slice.organizationId} and taken.adjudication_id = d.adjudication_id and taken.claim_line_number = cl.line_number)
  )
  update adjudication_lines al set claim_line_number = billed.line_number
  from decided join billed using (adjudication_id, key, nth)
  where ${own(slice)} and al.adjudication_id = decided.adjudication_id and al.line_number = decided.line_number`

const added = (slice: Slice): SQL => sql`
  with extra as (
    select al.*, a.claim_id, (select coalesce(max(cl.line_number), 0) from claim_line_items cl where cl.organization_id = al.organization_id and cl.claim_id = a.claim_id)
             + row_number() over (partition by a.claim_id order by al.adjudication_id, al.line_number) as new_number
    from adjudication_lines al join adjudications a on a.organization_id = al.organization_id and a.id = al.adjudication_id
    where ${own(slice)} and al.claim_line_number is null
  ), added as (
    insert into claim_line_items (organization_id, claim_id, line_number, import_id, control_number, procedure_code, revenue_code, modifiers, units, date_of_service, date_of_service_end, billed_amount)
    select organization_id, claim_id, new_number, ${slice.importId}, control_number, procedure_code, revenue_code, modifiers, units, date_of_service, date_of_service_end, abs(charge_amount)
    from extra
  )
  update adjudication_lines al set claim_line_number = extra.new_number
  from extra where ${own(slice)} and al.adjudication_id = extra.adjudication_id and al.line_number = extra.line_number`
