import { sql, type SQL } from 'drizzle-orm'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { wilsonInterval } from '../statistics/proportions.ts'
import { FALSE_ALARMS_PER_YEAR } from './rules.ts'
import { listChangesInput, listChangesOutput, type Change } from './schemas.ts'

type Row = Omit<Change, 'onsetInterval' | 'reference' | 'before' | 'after'> & {
  onsetLow: string
  onsetHigh: string
  referenceStart: string
  referenceEnd: string
  claimsBefore: number
  deniedBefore: number
  claimsSince: number
  deniedSince: number
}

/** What the days of the reference hold, summed over the daily rows that the watch ran over. */
const before = (organizationId: number): SQL => sql`
  select case c.subject when 'pattern' then (
      select sum(m.claim_count) from pattern_daily_metrics m where m.organization_id = ${organizationId} and m.pattern_id = c.pattern_id and ${within})
    else (
      select sum(m.adjudicated_count) from organization_daily_metrics m
      where m.organization_id = ${organizationId} and m.date_basis = 'service' and m.payer_id = c.payer_id and ${within}) end as claims,
    case c.subject when 'pattern' then (
      select sum(m.denied_count) from pattern_daily_metrics m where m.organization_id = ${organizationId} and m.pattern_id = c.pattern_id and ${within})
    else (
      select sum(m.denied_count) from payer_reason_daily_metrics m
      where m.organization_id = ${organizationId} and m.payer_id = c.payer_id and m.denial_reason = c.denial_reason and ${within}) end as denied`
const within = sql`m.metric_date >= c.reference_start and m.metric_date < c.reference_end`

export const listChanges = defineOperation({
  name: 'changes.list',
  kind: 'read',
  summary: 'Lists the changes of denial rates that were found, the newest onset first: from when, from which rate to which, and how sure.',
  input: listChangesInput,
  output: listChangesOutput,
  async run({ db, organization, now }, { payer, reason, pattern, direction, open, heldSince, page, limit }) {
    const conditions = [sql`c.organization_id = ${organization.id}`]
    if (payer !== undefined) conditions.push(sql`c.payer_id = ${payer}`)
    if (reason !== undefined) conditions.push(sql`c.denial_reason = ${reason}`)
    if (pattern !== undefined) conditions.push(sql`c.pattern_id = ${pattern}`)
    if (direction !== 'all') conditions.push(sql`c.direction = ${direction}`)
    if (open) conditions.push(sql`c.ended_on is null`)
    if (heldSince !== undefined) conditions.push(sql`(c.ended_on is null or c.ended_on > ${heldSince}::date)`)
    const from = sql`rate_changes c where ${sql.join(conditions, sql` and `)}`
    return db.transaction(async (tx) => {
      const { total } = (await tx.row<{ total: number }>(sql`select count(*)::int as total from ${from}`))!
      const rows = await tx.rows<Row>(sql`
        select c.id::int, c.subject, c.payer_id as "payerId", y.name as "payerName", c.denial_reason as "denialReason", c.pattern_id as "patternId", p.title as "patternTitle",
               c.direction, c.onset, c.onset_low as "onsetLow", c.onset_high as "onsetHigh", c.signalled_on as "signalledOn", c.ended_on as "endedOn",
               c.reference_start as "referenceStart", c.reference_end as "referenceEnd", coalesce(b.claims, 0)::int as "claimsBefore", coalesce(b.denied, 0)::int as "deniedBefore",
               c.claims_since as "claimsSince", c.denied_since as "deniedSince", c.run_length as "runLength", c.decision_limit as "decisionLimit",
               c.computed_until as "computedUntil"
        from (select * from ${from} order by c.onset desc, c.id desc limit ${limit} offset ${(page - 1) * limit}) c
        left join payers y on y.organization_id = c.organization_id and y.id = c.payer_id
        left join patterns p on p.organization_id = c.organization_id and p.id = c.pattern_id
        cross join lateral (${before(organization.id)}) b
        order by c.onset desc, c.id desc`)
      return { changes: rows.map(changeOf), falseAlarmsPerYear: FALSE_ALARMS_PER_YEAR, pagination: paginate(total, { page, limit }), asOf: now.toISOString() }
    })
  },
})

function changeOf(row: Row): Change {
  const { onsetLow, onsetHigh, referenceStart, referenceEnd, claimsBefore, deniedBefore, claimsSince, deniedSince, ...change } = row
  return {
    ...change,
    onsetInterval: { low: onsetLow, high: onsetHigh },
    reference: { start: referenceStart, end: referenceEnd },
    before: counted(claimsBefore, deniedBefore),
    after: counted(claimsSince, deniedSince),
  }
}

function counted(claimCount: number, deniedCount: number): Change['before'] {
  const bounds = wilsonInterval({ part: deniedCount, whole: claimCount })
  const percent = (share: number) => Math.round(share * 10_000) / 100
  return {
    claimCount,
    deniedCount,
    denialRate: claimCount === 0 ? null : percent(deniedCount / claimCount),
    interval: bounds && { low: percent(bounds.low), high: percent(bounds.high) },
  }
}
