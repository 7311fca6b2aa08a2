import { sql } from 'drizzle-orm'
import type { Slices } from '../../computation/slices.ts'
import { todayOf, type Context } from '../../context.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { sampledCurves, type LagsOf } from './sql.ts'

/**
 * Computes the lag curves of all payers as of today, for days of service and of submission in a transaction each, so that screens read a few
 * rows in place of a sample of claims. Returns how many curves it wrote.
 */
export async function refreshLagCurves(context: Context, slices: Slices): Promise<number> {
  let curves = 0
  const of = { organizationId: context.organization.id, asOf: todayOf(context) }
  await slices.each(['service', 'submission'] as const, async (tx, bases) => {
    for (const basis of bases) curves += await store(tx, { ...of, basis }, context.now)
  })
  return curves
}

/** Payers of whom nothing is left lose their curve. The organization has one even while it is empty: it says that somebody looked. */
async function store(tx: TenantTransaction, of: LagsOf, now: Date): Promise<number> {
  const { organizationId, basis, asOf } = of
  await tx.run(sql`delete from payer_lag_curves where organization_id = ${organizationId} and date_basis = ${basis}`)
  return tx.run(sql`
    insert into payer_lag_curves (organization_id, date_basis, payer_id, computed_for, lag_days, claim_counts, computed_at)
    select ${organizationId}::int, ${basis}, coalesce(curve.payer, ''), ${asOf}, coalesce("lagDays", '{}'), coalesce("claimCounts", '{}'), ${now}
    from (${sampledCurves(of)}) curve full join (values ('')) name(payer) on name.payer = curve.payer`)
}
