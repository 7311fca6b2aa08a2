import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { rowId, type Slice } from './slice.ts'

/**
 * Matches the lines of each adjudication of the slice to the lines of its claim: by line control number where both have one, then the
 * n-th line of a code to the n-th of that code. A line that the claim does not have (a payer split one) is added to it.
 */
export async function matchLines(tx: TenantTransaction, slice: Slice): Promise<void> {
  const own = sql`al.organization_id = ${slice.organizationId} and al.adjudication_id between ${rowId(slice.importId, sql`${slice.from}`)} and ${rowId(slice.importId, sql`${slice.to}`)}`
  await tx.run(sql`
    update adjudication_lines al set claim_line_number = cl.line_number
    from adjudications a join claim_line_items cl on cl.organization_id = a.organization_id and cl.claim_id = a.claim_id
    where ${own} and a.organization_id = al.organization_id and a.id = al.adjudication_id and cl.control_number = al.control_number`)
  await tx.run(sql`
    with decided as (
      select al.adjudication_id, al.line_number, a.claim_id, coalesce(al.procedure_code, al.revenue_code, '') as code,
             row_number() over (partition by al.adjudication_id, coalesce(al.procedure_code, al.revenue_code, '') order by al.modifiers, abs(al.charge_amount), al.line_number) as nth
      from adjudication_lines al join adjudications a on a.organization_id = al.organization_id and a.id = al.adjudication_id
      where ${own} and al.claim_line_number is null
    ), billed as (
      select cl.claim_id, cl.line_number, coalesce(cl.procedure_code, cl.revenue_code, '') as code,
             row_number() over (partition by cl.claim_id, coalesce(cl.procedure_code, cl.revenue_code, '') order by cl.modifiers, cl.billed_amount, cl.line_number) as nth
      from claim_line_items cl where cl.organization_id = ${slice.organizationId} and cl.claim_id in (select claim_id from decided)
    )
    update adjudication_lines al set claim_line_number = billed.line_number
    from decided join billed using (claim_id, code, nth)
    where ${own} and al.adjudication_id = decided.adjudication_id and al.line_number = decided.line_number`)
  await tx.run(sql`
    with extra as (
      select al.*, a.claim_id, (select coalesce(max(cl.line_number), 0) from claim_line_items cl where cl.organization_id = al.organization_id and cl.claim_id = a.claim_id)
               + row_number() over (partition by a.claim_id order by al.adjudication_id, al.line_number) as new_number
      from adjudication_lines al join adjudications a on a.organization_id = al.organization_id and a.id = al.adjudication_id
      where ${own} and al.claim_line_number is null
    ), added as (
      insert into claim_line_items (organization_id, claim_id, line_number, import_id, control_number, procedure_code, revenue_code, modifiers, units, date_of_service, date_of_service_end, billed_amount)
      select organization_id, claim_id, new_number, ${slice.importId}, control_number, procedure_code, revenue_code, modifiers, units, date_of_service, date_of_service_end, abs(charge_amount)
      from extra
    )
    update adjudication_lines al set claim_line_number = extra.new_number
    from extra where ${own} and al.adjudication_id = extra.adjudication_id and al.line_number = extra.line_number`)
}
