import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import { distinctValues } from '../db/distinct.sql.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { DateBasis } from '../measures/organization-daily/sql.ts'

/** A mark as it was read: `markedAt` tells it from a later mark of the same day. What it names: marks.sql.ts. */
export interface MarkedDay {
  day: IsoDate
  cause: string
  markedAt: string
  claims: readonly string[] | null
  payers: readonly string[] | null
}

/** The marked days of a basis: those of one cause together, and of these the ones that name payers apart from those that are for all. */
export async function readMarks(db: Pick<TenantTransaction, 'rows'>, organizationId: number, basis: DateBasis): Promise<MarkedDay[][]> {
  const marks = await db.rows<MarkedDay>(sql`
    select day, cause, marked_at::text as "markedAt", claims, payers from service_days_to_recompute
    where organization_id = ${organizationId} and date_basis = ${basis} order by cause, day`)
  return [...Map.groupBy(marks, ({ cause, payers }) => `${payers === null} ${cause}`).values()]
}

/** Removes marks in the transaction that does their days. A day that was marked again since the marks were read stays marked. */
export async function dropMarks(tx: TenantTransaction, organizationId: number, basis: DateBasis, marks: readonly MarkedDay[]): Promise<void> {
  await tx.run(sql`
    delete from service_days_to_recompute s using json_to_recordset(${JSON.stringify(marks.map(({ day, markedAt }) => ({ day, markedAt })))}::json) as m(day date, "markedAt" timestamptz)
    where s.organization_id = ${organizationId} and s.date_basis = ${basis} and s.day = m.day and s.marked_at = m."markedAt"`)
}

/** Where days come from that have, or had, anything to count: (date_basis, day). */
const sources = (organizationId: number): SQL[] => {
  const mine = sql`organization_id = ${organizationId}`
  return [
    sql`select 'service', value from (${distinctValues('claims', 'date_of_service', organizationId)}) v`,
    sql`select 'submission', value from (${distinctValues('claims', 'submission_date', organizationId, 'falling')}) v`,
    sql`select 'payment', value from (${distinctValues('adjudications', 'decided_on', organizationId)}) v`,
    sql`select distinct 'service', unnest(array[appeal_date, decided_on]) from claim_appeals where ${mine}`,
    sql`select distinct date_basis, metric_date from organization_daily_metrics where ${mine}`,
    sql`select distinct 'service', metric_date from pattern_daily_metrics where ${mine}`,
    sql`select 'service', value from (${distinctValues('policy_hits', 'service_date', organizationId)}) v`,
    sql`select distinct 'service', metric_date from policy_daily_metrics where ${mine}`,
    sql`select distinct 'service', metric_date from provider_daily_metrics where ${mine}`,
    sql`select distinct 'service', metric_date from payer_reason_daily_metrics where ${mine}`,
  ]
}

/** Marks all of every day there is, one source after the other in transactions of their own. */
export async function markAllDays(db: Pick<TenantTransaction, 'run'>, organizationId: number, cause: string): Promise<void> {
  for (const source of sources(organizationId)) {
    await db.run(sql`
      insert into service_days_to_recompute (organization_id, date_basis, day, cause)
      select ${organizationId}, date_basis, day, ${cause} from (${source}) as source(date_basis, day) where day is not null
      on conflict (organization_id, date_basis, day) do update set claims = null, payers = null, marked_at = clock_timestamp()
      where service_days_to_recompute.claims is not null or service_days_to_recompute.payers is not null`)
  }
}
