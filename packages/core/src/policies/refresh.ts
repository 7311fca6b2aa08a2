import { sql } from 'drizzle-orm'
import { dropMarks, readMarks } from '../computation/marked-days.ts'
import { slicesOf, type Slices } from '../computation/slices.ts'
import { todayOf, type Context } from '../context.ts'
import { readMaturity } from '../measures/maturity/sql.ts'
import { refreshPolicyDays } from '../measures/policy-daily/refresh.ts'
import { matureWindow, TREND_DAYS } from '../patterns/rules.ts'
import { backfillPolicies } from './backfill.ts'
import { countPolicies, type PolicyWindows } from './counts.sql.ts'
import { causeOf, LIMIT_MARK } from './hits.ts'
import { policyFields, policyWindow } from './rules.ts'

/** Rises when a definition of a computed field changes. */
export const COMPUTATION_VERSION = 1

/**
 * Brings the policies up to date, in short transactions: those that are pending get their hits and days; days on which a limit is newly
 * exceeded, or no more, are computed; then the metrics of all as of today, from their days. Returns the number of policies. What fails has
 * the status `error` and is computed from the start at the next run.
 */
export async function refreshPolicies(context: Context, slices: Slices = slicesOf(context.db)): Promise<number> {
  const { db } = context
  const { organizationId } = db
  try {
    const backfilled = await backfillPolicies(db, slices)
    await followLimits(context, slices)
    const windows = await windowsOf(context)
    const policies = await db.rows<{ id: string }>(sql`
      select id from policies where organization_id = ${organizationId} and (computation_status = 'complete' or id = any(${sql.param(backfilled)}::text[])) order by id`)
    await slices.each(policies, (tx, slice) =>
      compute(
        tx,
        context,
        slice.map(({ id }) => id),
        windows,
      ),
    )
    return policies.length
  } catch (error) {
    await db.run(sql`update policies set computation_status = 'error' where organization_id = ${organizationId} and computation_status = 'computing'`)
    throw error
  }
}

/** The days that `refreshPolicyHits` has marked: their claims are as they were, the policies' rows are not. */
async function followLimits({ db }: Context, slices: Slices): Promise<void> {
  const { organizationId } = db
  for (const marks of await readMarks(db, organizationId, 'service')) {
    const cause = marks[0]!.cause
    if (!cause.startsWith(LIMIT_MARK)) continue
    await slices.each(marks, async (tx, slice) => {
      await dropMarks(tx, organizationId, 'service', slice)
      await refreshPolicyDays(tx, { organizationId, days: slice.map(({ day }) => day), cause: causeOf(cause) })
    })
  }
}

async function windowsOf(context: Context): Promise<PolicyWindows> {
  const today = todayOf(context)
  const { matureBefore } = await readMaturity(context.db, { organizationId: context.db.organizationId, basis: 'service', asOf: today })
  const recent = matureWindow(matureBefore, TREND_DAYS)
  return { window: policyWindow(today), recent, previous: matureWindow(recent && recent.start, TREND_DAYS) }
}

async function compute(tx: Parameters<typeof countPolicies>[0], { db, now }: Context, ids: readonly string[], windows: PolicyWindows): Promise<void> {
  const counts = await countPolicies(tx, db.organizationId, ids, windows)
  const rows = counts.map(({ id, ...policy }) => ({ id, ...policyFields(policy, windows.window) }))
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  if (columns.length === 0) return
  await tx.run(sql`
    update policies p set ${sql.raw(columns.map((column) => `${column} = r.${column}`).join(', '))},
      last_computed_at = ${now}, computation_version = ${COMPUTATION_VERSION}, computation_status = 'complete'
    from json_populate_recordset(null::policies, ${JSON.stringify(rows)}::json) r
    where p.organization_id = ${db.organizationId} and p.id = r.id and p.computation_status <> 'pending'`)
}
