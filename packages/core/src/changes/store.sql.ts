import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Subject } from './series.sql.ts'
import { compareChanges, type KnownChange } from './rules.ts'
import type { FoundChange } from './watch.ts'

/** A change of a series, with what it is about and up to which day was counted. */
export type ChangeRecord = KnownChange &
  Omit<FoundChange, 'before' | 'since'> &
  Subject & {
    /** Percent. */
    rateBefore: number
    rateAfter: number
    claimsSince: number
    deniedSince: number
    computedUntil: IsoDate
  }

const columns = {
  subject: ['subject', 'text'],
  subjectKey: ['subject_key', 'text'],
  payerId: ['payer_id', 'text'],
  denialReason: ['denial_reason', 'text'],
  patternId: ['pattern_id', 'text'],
  direction: ['direction', 'text'],
  onset: ['onset', 'date'],
  onsetLow: ['onset_low', 'date'],
  onsetHigh: ['onset_high', 'date'],
  signalledOn: ['signalled_on', 'date'],
  endedOn: ['ended_on', 'date'],
  referenceStart: ['reference_start', 'date'],
  referenceEnd: ['reference_end', 'date'],
  rateBefore: ['rate_before', 'float8'],
  rateAfter: ['rate_after', 'float8'],
  claimsSince: ['claims_since', 'int'],
  deniedSince: ['denied_since', 'int'],
  runLength: ['run_length', 'int'],
  decisionLimit: ['decision_limit', 'float8'],
  computedUntil: ['computed_until', 'date'],
} satisfies Record<keyof ChangeRecord, [string, string]>

const pairs = Object.entries(columns)
const names = sql.raw(pairs.map(([, [name]]) => name).join(', '))
const given = sql.raw(pairs.map(([field]) => `r."${field}"`).join(', '))
const types = sql.raw(pairs.map(([field, [, type]]) => `"${field}" ${type}`).join(', '))
const asRows = (records: readonly object[], extra = sql``) => sql`json_to_recordset(${JSON.stringify(records)}::json) as r(${types}${extra})`

export interface StoredChanges {
  created: (ChangeRecord & { id: number })[]
  changed: number
  removed: number
}

/**
 * Makes the stored changes those that were found: one that is found again keeps its id, one that late decisions undid goes, and stands in
 * metric_restatements with the rate that it had named. The same finds twice write nothing the second time.
 */
export async function storeChanges(tx: TenantTransaction, organizationId: number, found: readonly ChangeRecord[], now: Date): Promise<StoredChanges> {
  const stored = await tx.rows<KnownChange & { id: number }>(sql`
    select id, subject_key as "subjectKey", direction, onset_low as "onsetLow", signalled_on as "signalledOn" from rate_changes
    where organization_id = ${organizationId} order by id for update`)
  const { again, fresh, gone } = compareChanges(stored, found)
  await tx.run(sql`
    with removed as (
      delete from rate_changes where organization_id = ${organizationId} and id = any(${sql.param(gone)}::bigint[])
      returning subject_key, direction, signalled_on, rate_after)
    insert into metric_restatements (organization_id, metric, subject, metric_date, old_value, cause)
    select ${organizationId}, 'change.' || direction, subject_key, signalled_on, rate_after::numeric, 'changes.detect' from removed`)
  const changed = await tx.run(sql`
    update rate_changes c set (${names}) = row(${given}), updated_at = ${now}
    from ${asRows(again, sql`, id bigint`)}
    where c.organization_id = ${organizationId} and c.id = r.id and (${sql.raw(pairs.map(([, [name]]) => `c.${name}`).join(', '))}) is distinct from (${given})`)
  const created = await tx.rows<{ id: number; subjectKey: string; direction: string; signalledOn: IsoDate }>(sql`
    insert into rate_changes (organization_id, ${names}, created_at, updated_at)
    select ${organizationId}::int, ${given}, ${now}::timestamptz, ${now}::timestamptz from ${asRows(fresh)} order by r."onset", r."subjectKey"
    returning id, subject_key as "subjectKey", direction, signalled_on as "signalledOn"`)
  const recordOf = (row: (typeof created)[number]) =>
    fresh.find((one) => one.subjectKey === row.subjectKey && one.direction === row.direction && one.signalledOn === row.signalledOn)!
  return { created: created.map((row) => ({ ...recordOf(row), id: row.id })), changed, removed: gone.length }
}
