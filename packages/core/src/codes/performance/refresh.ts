import { sql } from 'drizzle-orm'
import { slicesOf, type Slices } from '../../computation/slices.ts'
import { todayOf, type Context } from '../../context.ts'
import { addDays, addMonths, daysBetween, type DateWindow, type IsoDate } from '../../dates.ts'
import { tallyOfDays, type TallyRow } from './lines.sql.ts'
import { CodeTally, type PerformanceRow } from './tally.ts'

/** Rises when a definition of a computed column changes. */
export const COMPUTATION_VERSION = 1

const MONTHS = 12
/** A claim is found by its own day of service, which is that of its first line: one that began this long before the period may have lines in it. */
const LONGEST_CLAIM_DAYS = 92

/** The twelve months up to today, of which code_performance tells. */
export const performancePeriod = (today: IsoDate): DateWindow => ({ start: addDays(addMonths(today, -MONTHS), 1), end: addDays(today, 1) })

/**
 * Computes code_performance from the lines of the period: reads days of service slice by slice and adds the sums up in memory, some thousand codes,
 * then writes rows slice by slice. It is a function of the claims: any number of runs gives the same rows. Returns the number of codes.
 */
export async function refreshCodePerformance(context: Context, slices: Slices = slicesOf(context.db)): Promise<number> {
  const { db, organization, now } = context
  const period = performancePeriod(todayOf(context))
  const first = addDays(period.start, -LONGEST_CLAIM_DAYS)
  const days = Array.from({ length: daysBetween(first, period.end) }, (_, index) => addDays(first, index))
  const tally = new CodeTally()
  await slices.eachDay('service', [null, ...days], async (tx, slice) => tally.add(await tx.rows<TallyRow>(tallyOfDays(organization.id, slice, period))))

  const rows = tally.rows(await patternsOfReasons(context))
  const written = {
    computation_period_start: period.start,
    computation_period_end: period.end,
    computation_version: COMPUTATION_VERSION,
    last_computed_at: now,
  }
  await slices.each(rows, (tx, slice) =>
    tx.run(
      upsert(
        organization.id,
        slice.map((row) => ({ ...row, ...written })),
      ),
    ),
  )
  const codes = rows.map((row) => row.procedure_code)
  await db.run(sql`delete from code_performance where organization_id = ${organization.id} and procedure_code <> all(${sql.param(codes)}::text[])`)
  return rows.length
}

/** The pattern of each denial reason: one that is computed before one that only an import states. */
async function patternsOfReasons({ db, organization }: Context): Promise<Map<string, string>> {
  const rows = await db.rows<{ reason: string; id: string }>(sql`
    select distinct on (denial_reason) denial_reason as reason, id from patterns
    where organization_id = ${organization.id} and denial_reason is not null and scope = '[]' and status <> 'archived'
    order by denial_reason, scope_key is null, id`)
  return new Map(rows.map(({ reason, id }) => [reason, id]))
}

function upsert(organizationId: number, rows: readonly (PerformanceRow & object)[]) {
  const names = Object.keys(rows[0]!)
  const columns = sql.raw(names.join(', '))
  return sql`
    insert into code_performance (organization_id, ${columns})
    select ${organizationId}::int, ${columns} from json_populate_recordset(null::code_performance, ${JSON.stringify(rows)}::json)
    on conflict (organization_id, procedure_code) do update set ${sql.raw(names.map((name) => `${name} = excluded.${name}`).join(', '))}`
}
