import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { describeReason } from '../adjudication/reasons.ts'
import { ALL_DEADLINES, claimsDue, denials, readReasonOf, readReasons, type Reasons, type StoredDeadline } from '../appeals/deadlines.sql.ts'
import type { deadline } from '../appeals/schemas.ts'
import { addDays, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Cents } from '../money.ts'
import { deniedAgain, standing } from './denied-again.sql.ts'
import type { listWorkInput, WorkItem } from './schemas.ts'

export type WorkFilter = z.output<typeof listWorkInput>
export type StoredWork = StoredDeadline &
  Omit<WorkItem, keyof z.output<typeof deadline> | 'expectedAmount' | 'chance'> & {
    expected: number | null
  }
export interface WorkTotals {
  total: number
  open: Cents
  /** Null where there are claims, and of none of them the chance is known. */
  expected: number | null
  unknown: number
  dueSoon: number
}

/** An appeal is not written in a day: one that is due today counts as one that has a week, and so on. docs/metrics.md, "Worklist". */
export const DAYS_TO_PREPARE = 7
export const DAYS_OF_A_WEEK = 7

interface Chances {
  id: string
  reason: string
  chance: number
  conditions: number
}

/**
 * The open denials, with the chance of the narrowest pattern that each is in: (claim_id, line_number, reason, amount, last_day, chance). What a pattern
 * with a scope holds is in the pattern of its reason as well. No join: row-level security hides from the planner how many rows there are.
 */
function withChance(organizationId: number, open: SQL, known: readonly Chances[], today: IsoDate): SQL {
  const each = (column: keyof Chances, type: string) => sql`${sql.param(known.map((pattern) => pattern[column]))}::${sql.raw(type)}[]`
  return sql`
    select claim_id, line_number, reason, max(amount) as amount, max(last_day) as last_day,
      (array_agg(chance order by conditions desc, pattern_id) filter (where chance is not null))[1] as chance
    from (
      select claim_id, line_number, reason, amount, last_day, null::float8 as chance, 0 as conditions, '' as pattern_id from (${open}) denial
      union all
      select pc.claim_id, pc.line_number, p.reason, null, null, p.chance, p.conditions, p.id
      from unnest(${each('id', 'text')}, ${each('reason', 'text')}, ${each('chance', 'float8')}, ${each('conditions', 'int')}) as p(id, reason, chance, conditions)
      join pattern_claims pc on pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.recoverable_until >= ${today}) denial
    group by claim_id, line_number, reason having count(amount) > 0`
}

const readChances = (tx: TenantTransaction, organizationId: number) =>
  tx.rows<Chances>(sql`
    select id, denial_reason as reason, recovery_chance as chance, jsonb_array_length(scope) as conditions from patterns
    where organization_id = ${organizationId} and denial_reason is not null and recovery_chance is not null and status <> 'archived' order by id`)

/** Claims to work with what was decided about the work, those that the filter asks for. */
function work(organizationId: number, filter: WorkFilter, due: SQL, { reasons, today, actor }: { reasons: Reasons; today: IsoDate; actor: string }): SQL {
  const fitting = [...reasons.patterns.map(({ reason }) => reason), ...reasons.rare].filter((reason) => describeReason(reason).remedy === filter.remedy)
  const conditions = [
    filter.state === 'all' ? sql`true` : sql`${standing.state} = ${filter.state}`,
    filter.snoozed === 'all' ? sql`true` : sql`coalesce(${standing.snoozedUntil} > ${today}, false) = ${filter.snoozed === 'yes'}`,
    filter.assigned === 'anyone'
      ? sql`true`
      : sql`assigned_to is not distinct from ${filter.assigned === 'nobody' ? null : filter.assigned === 'me' ? actor : filter.assigned}`,
    filter.reason === undefined ? sql`true` : sql`${filter.reason} = any(reasons)`,
    filter.dueWithin === undefined ? sql`true` : sql`last_day <= ${addDays(today, filter.dueWithin)}`,
    // MA130 stands above what the reason says: the claim has to be corrected.
    filter.remedy === 'all'
      ? sql`true`
      : sql`case when denial_rarc is not distinct from 'MA130' then ${filter.remedy === 'corrected_claim'} else reasons && ${sql.param(fitting)}::text[] end`,
  ]
  // Fenced in, so that what asks for the decisions of a claim is computed once, and only of claims that are listed and were closed or put off.
  return sql`
    select due.*, ${standing.state} as work_state, ${standing.snoozedUntil} as put_off_until, last_day - ${today}::date + ${DAYS_TO_PREPARE} as days
    from (
      select due.*, w.state, w.snoozed_until, w.assigned_to, ${deniedAgain(organizationId, today)} as denied_again
      from (${due}) due left join work_items w on w.organization_id = ${organizationId} and w.claim_id = due.claim_id offset 0) due
    where ${sql.join(conditions, sql` and `)}`
}

/** Whose chance is unknown comes after the others, by what is open. */
const ORDERS = {
  priority: sql`expected / days desc nulls last, amount / days desc, claim_id`,
  value: sql`expected desc nulls last, amount desc, claim_id`,
  due: sql`last_day, amount desc, claim_id`,
  chance: sql`expected / nullif(amount, 0) desc nulls last, amount desc, claim_id`,
}

/** One page of the claims to work, and sums of all of them. Cents; `expected` with fractions of a cent. */
export async function readWork(tx: TenantTransaction, organizationId: number, filter: WorkFilter, { today, actor }: { today: IsoDate; actor: string }) {
  const reasons = filter.pattern === undefined ? await readReasons(tx, organizationId) : await readReasonOf(tx, organizationId, filter.pattern)
  const open = denials(organizationId, reasons, today, addDays(today, ALL_DEADLINES))
  const all = withChance(organizationId, open, await readChances(tx, organizationId), today)
  const rows = filter.claim === undefined ? all : sql`select * from (${all}) denial where claim_id = ${filter.claim}`
  const due = claimsDue(organizationId, filter, rows, sql`, case when bool_and(chance is not null) then sum(amount::float8 * chance) end as expected`)
  const order = ORDERS[filter.sort]
  const found = await tx.rows<StoredWork & { known: boolean; totals: WorkTotals }>(sql`
    with work as materialized (${work(organizationId, filter, due, { reasons, today, actor })}),
    page as (select * from work order by ${order} limit ${filter.limit} offset ${(filter.page - 1) * filter.limit})
    select claim_id is not null as known,
           (select json_build_object('total', count(*), 'open', coalesce(sum(amount), 0) * 100, 'expected', case when count(*) = 0 then 0 else sum(expected) * 100 end,
              'unknown', count(*) filter (where expected is null), 'dueSoon', count(*) filter (where last_day <= ${addDays(today, DAYS_OF_A_WEEK)})) from work) as totals,
           claim_id as "claimId", patient_control_number as "patientControlNumber", payer_id as "payerId", y.name as "payerName", status, date_of_service as "dateOfService",
           first_denied_on as "firstDeniedOn", last_day as "lastDay", (amount * 100)::int8 as open, expected * 100 as expected, lines as "lineNumbers", reasons,
           appeal_status as "appealStatus", denial_rarc is not distinct from 'MA130' as "hasUnprocessable", work_state as state, put_off_until as "snoozedUntil",
           denied_again as "deniedAgain",
           case when assigned_to is not null then json_build_object('id', assigned_to, 'name', coalesce((select u.name from users u where u.id = assigned_to), assigned_to)) end as "assignedTo",
           (select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title) order by jsonb_array_length(p.scope) desc, p.id), '[]') from patterns p
             where p.organization_id = ${organizationId} and p.status <> 'archived' and p.id in (
               select pc.pattern_id from pattern_claims pc where pc.organization_id = ${organizationId} and pc.claim_id = page.claim_id and pc.denied)) as patterns,
           ${filter.notes ? sql`(select count(*)::int from work_notes n where n.organization_id = ${organizationId} and n.claim_id = page.claim_id)` : sql`null::int`} as "noteCount"
    from (select 1) always left join page on true left join payers y on y.organization_id = ${organizationId} and y.id = page.payer_id
    order by ${order}`)
  return { page: found.filter(({ known }) => known), totals: found[0]!.totals }
}
