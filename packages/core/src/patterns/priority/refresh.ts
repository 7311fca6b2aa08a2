import { sql } from 'drizzle-orm'
import type { Slices } from '../../computation/slices.ts'
import { todayOf, type Context } from '../../context.ts'
import { addDays, type DateWindow, type IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { readPaidShare } from '../../measures/revenue/sql.ts'
import { decimalText } from '../../money.ts'
import { scoreWindow } from '../rules.ts'
import { countPriorities, type PriorityCounts } from './counts.sql.ts'
import { readPursued, readPursuedGroups } from './recovery.sql.ts'
import { chanceOfRecovery, meanOf, type Chance, type PursuedGroup } from './recovery.ts'
import { excessOf, preventableOf } from './rules.ts'

type ChanceOf = ReturnType<typeof chanceOfRecovery>

/**
 * Writes what preventing each pattern with a scope would bring in (rules.ts), from the mature days of the last six months. `matureUntil` is the day after
 * the last mature one, null while nobody knows. A pattern by reason alone has no elsewhere: of its columns it has the chance of recovery alone.
 */
export async function refreshPriorities(context: Context, slices: Slices, matureUntil: IsoDate | null): Promise<void> {
  const { db, organization } = context
  const today = todayOf(context)
  const known = await db.rows<{ id: string; reason: string; scoped: boolean }>(sql`
    select id, denial_reason as reason, scope <> '[]' as scoped from patterns
    where organization_id = ${organization.id} and scope_key is not null and status <> 'archived' and computation_status <> 'pending' order by id`)
  const ids = (scoped: boolean) => known.filter((pattern) => pattern.scoped === scoped).map(({ id }) => id)
  const groups: PursuedGroup[] = []
  await slices.each(ids(false), async (tx, slice) => groups.push(...(await readPursuedGroups(tx, organization.id, slice, today))))
  const chanceOf = chanceOfRecovery(groups)
  await writeChances(
    db,
    organization.id,
    known.filter(({ scoped }) => !scoped).map(({ id, reason }) => ({ id, recovery_chance: meanOf(chanceOf({ reason })) })),
  )
  if (ids(true).length === 0) return
  const paidShare = await readPaidShare(db, organization.id, { end: addDays(today, 1) })
  const recent = scoreWindow(today)
  const window = { start: recent.start, end: matureUntil !== null && matureUntil < recent.end ? matureUntil : recent.end }
  await slices.each(ids(true), (tx, slice) => write(tx, organization.id, slice, { today, window: matureUntil === null ? null : window, paidShare, chanceOf }))
}

const writeChances = (db: Pick<TenantTransaction, 'run'>, organizationId: number, chances: { id: string; recovery_chance: number }[]) =>
  db.run(sql`
    update patterns p set recovery_chance = r.recovery_chance from json_populate_recordset(null::patterns, ${JSON.stringify(chances)}::json) r
    where p.organization_id = ${organizationId} and p.id = r.id and p.recovery_chance is distinct from r.recovery_chance`)

interface AsOf {
  today: IsoDate
  window: DateWindow | null
  paidShare: number | null
  chanceOf: ChanceOf
}

async function write(tx: TenantTransaction, organizationId: number, ids: readonly string[], { today, window, paidShare, chanceOf }: AsOf): Promise<void> {
  const pursued = await readPursued(tx, organizationId, ids, today)
  const counted = window === null ? [] : await countPriorities(tx, organizationId, ids, { window, paidShare })
  const rows = counted.map((one) => columnsOf(one, chanceOf({ reason: one.reason, own: pursued.get(one.id) ?? { decided: 0, paid: 0 } })))
  await tx.run(sql`
    update patterns p set preventable_amount = r.preventable_amount, preventable_low = r.preventable_low, preventable_high = r.preventable_high,
      excess_denials = r.excess_denials, recovery_chance = r.recovery_chance
    from unnest(${sql.param(ids)}::text[]) as wanted(id)
    left join json_populate_recordset(null::patterns, ${JSON.stringify(rows)}::json) r on r.id = wanted.id
    where p.organization_id = ${organizationId} and p.id = wanted.id`)
}

/** The columns of a pattern, by their names in the table; null where they cannot be told. */
function columnsOf({ id, counts, meanAllowed }: PriorityCounts, chance: Chance) {
  const excess = excessOf(counts)
  const preventable = excess !== null && meanAllowed !== null ? preventableOf(excess, meanAllowed, chance) : null
  return {
    id,
    excess_denials: excess?.denials ?? null,
    recovery_chance: meanOf(chance),
    preventable_amount: preventable && decimalText(preventable.amount),
    preventable_low: preventable && decimalText(preventable.low),
    preventable_high: preventable && decimalText(preventable.high),
  }
}
