import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../../../packages/core/src/dates.ts'
import { addDays, addMonths, previousWindow, trailingWindow, type IsoDate } from '../../../packages/core/src/dates.ts'

/** What a screen asks of a window, of the daily rows; and the same of the claims themselves. Both give the same rows, text by text. */
export interface Question {
  name: string
  ours: SQL
  scan: string
}

const inWindow = (column: string, { start, end }: DateWindow) => `${column} >= date '${start}' and ${column} < date '${end}'`
const within = (column: string, window: DateWindow) => sql.raw(inWindow(column, window))
const adjudicated = 'initial is not null and not duplicate'

export function questionsAsOf(today: IsoDate, organizationId: number): Question[] {
  return [
    submitted('dashboard, 30 days and the 30 before', today, organizationId, 30),
    submitted('dashboard, a year and the year before', today, organizationId, 365),
    submitted('dashboard of one payer, 90 days and the 90 before', today, organizationId, 90, 'PAY-03'),
    recovered(today, organizationId),
    patterns('metrics of all patterns, 90 days', { start: addDays(today, -90), end: addDays(today, 1) }, organizationId),
    patterns('score of all patterns, 6 months', { start: addDays(addMonths(today, -6), 1), end: addDays(today, 1) }, organizationId),
    providers({ start: addDays(addMonths(today, -12), 1), end: addDays(today, 1) }, organizationId),
    policies({ start: addDays(addMonths(today, -3), 1), end: addDays(today, 1) }, organizationId),
  ]
}

/** Every day of the window and the one before it, by submission. */
function submitted(name: string, today: IsoDate, organizationId: number, days: number, payer?: string): Question {
  const window = trailingWindow(today, days)
  const both = { start: previousWindow(window).start, end: window.end }
  return {
    name,
    ours: sql`
      select metric_date::text as day, sum(claim_count)::text as claims, sum(pending_count)::text as pending, sum(adjudicated_count)::text as adjudicated, sum(denied_count)::text as denied,
             sum(finally_denied_count)::text as finally, sum(billed_amount)::text as billed, sum(denied_amount)::text as denied_amount, sum(paid_amount)::text as paid
      from organization_daily_metrics
      where organization_id = ${organizationId} and date_basis = 'submission' and ${within('metric_date', both)} ${payer === undefined ? sql`` : sql`and payer_id = ${payer}`}
      group by metric_date order by metric_date`,
    scan: `
      select submitted::varchar, count(*)::varchar, (count(*) filter (where initial is null))::varchar, (count(*) filter (where ${adjudicated}))::varchar,
             (count(*) filter (where ${adjudicated} and initial = 'denied'))::varchar, (count(*) filter (where ${adjudicated} and final = 'denied'))::varchar,
             sum(billed)::varchar, coalesce(sum(denied) filter (where ${adjudicated}), 0)::decimal(14,2)::varchar, sum(paid)::varchar
      from claims where ${inWindow('submitted', both)} ${payer === undefined ? '' : `and payer = '${payer}'`}
      group by submitted order by submitted`,
  }
}

/** Money that came after a first denial on lines that had been denied, by day of payment. */
function recovered(today: IsoDate, organizationId: number): Question {
  const window = trailingWindow(today, 90)
  return {
    name: 'cash recovered, 90 days',
    ours: sql`
      select sum(recovered_amount)::text as recovered from organization_daily_metrics
      where organization_id = ${organizationId} and date_basis = 'payment' and ${within('metric_date', window)}`,
    scan: `
      select sum(p.paid)::decimal(14,2)::varchar from payments p join claims c on c.id = p.claim join lines l on l.claim = p.claim and l.line = p.line
      where ${inWindow('p.decided', window)} and p.decided > c.first_denied and l.denied and not l.duplicate`,
  }
}

/** Population, denials and denied charges of every pattern. */
function patterns(name: string, window: DateWindow, organizationId: number): Question {
  return {
    name,
    ours: sql`
      select p.id, sum(d.claim_count)::text as claims, sum(d.denied_count)::text as denied, sum(d.dollars_denied)::text as dollars
      from patterns p join pattern_daily_metrics d on d.organization_id = p.organization_id and d.pattern_id = p.id
      where p.organization_id = ${organizationId} and p.status <> 'archived' and ${within('d.metric_date', window)}
      group by p.id having sum(d.denied_count) > 0 order by p.id`,
    scan: `
      with population as (select count(*) as claims from claims where ${inWindow('served', window)} and ${adjudicated})
      select pc.pattern, (select claims from population)::varchar, count(distinct pc.claim)::varchar, sum(l.billed)::varchar
      from pattern_claims pc join claims c on c.id = pc.claim join lines l on l.claim = pc.claim and l.line = pc.line
      where ${inWindow('c.served', window)} group by pc.pattern order by pc.pattern`,
  }
}

function providers(window: DateWindow, organizationId: number): Question {
  return {
    name: 'all providers, 12 months',
    ours: sql`
      select provider_id as id, sum(claim_count)::text as claims, sum(denied_count)::text as denied, sum(billed_amount)::text as billed, sum(dollars_denied)::text as dollars
      from provider_daily_metrics where organization_id = ${organizationId} and ${within('metric_date', window)}
      group by provider_id having sum(claim_count) > 0 order by provider_id`,
    scan: `
      select provider, count(*)::varchar, (count(*) filter (where initial = 'denied'))::varchar, sum(billed)::varchar, sum(denied)::varchar
      from claims where ${inWindow('served', window)} and ${adjudicated} group by provider order by provider`,
  }
}

function policies(window: DateWindow, organizationId: number): Question {
  return {
    name: 'all policies, 3 months',
    ours: sql`
      select policy_id as id, sum(hit_count)::text as hits, sum(denied_count)::text as denied
      from policy_daily_metrics where organization_id = ${organizationId} and ${within('metric_date', window)}
      group by policy_id having sum(hit_count) > 0 order by policy_id`,
    scan: `
      select h.policy, count(distinct h.claim)::varchar, (count(distinct h.claim) filter (where l.denied and not l.duplicate))::varchar
      from policy_hits h join claims c on c.id = h.claim join lines l on l.claim = h.claim and l.line = h.line
      where ${inWindow('c.served', window)} and c.initial is not null and not c.duplicate group by h.policy order by h.policy`,
  }
}
