import { sql, type SQL } from 'drizzle-orm'
import { REASON_NOT_STATED } from '../../adjudication/rules.ts'
import { inDays, type ServiceDays } from '../../computation/days.sql.ts'
import type { DateWindow } from '../../dates.ts'

/**
 * One number of a slice: of a code (`line`), or of a code and a denial reason, a modifier ('' is none), or another code of the same claims.
 * Counts of lines, for `with` of claims; amounts in cents.
 */
export interface TallyRow {
  kind: 'line' | 'reason' | 'modifier' | 'with'
  code: string
  key: string
  lines: number
  decided: number
  denied: number
  billed: number
  deniedBilled: number
  allowed: number
  allowedLines: number
}

const lineOfClaim = (organizationId: number, { start, end }: DateWindow): SQL => sql`
  select l.procedure_code as code, l.modifiers, l.billed_amount, l.is_duplicate, l.initially_denied, l.denial_reason,
         case when not l.finally_denied then l.allowed_amount end as allowed_amount
  from claim_line_items l
  where l.organization_id = ${organizationId} and l.claim_id = c.id and l.procedure_code is not null
    and coalesce(l.date_of_service, c.date_of_service) >= ${start} and coalesce(l.date_of_service, c.date_of_service) < ${end}
  union all
  select c.procedure_codes[1], c.modifiers, c.billed_amount, c.is_duplicate, c.initial_outcome = 'denied', c.denial_reason,
         case when c.final_outcome <> 'denied' then c.allowed_amount end
  where c.line_count = 0 and cardinality(c.procedure_codes) = 1 and c.date_of_service >= ${start} and c.date_of_service < ${end}
  offset 0`

/**
 * Conditions on a line `l` of a claim `c`: decided when its claim is, duplicates apart, as in the line denial rate; denied when the first decision denies it,
 * or denies the whole claim without a word on any line.
 */
export const isDecided = sql.raw('c.initial_outcome is not null and not c.is_duplicate and not l.is_duplicate')
export const isDenied = sql.raw(
  "(l.initially_denied or (c.initial_outcome = 'denied' and c.denied_line_count + c.duplicate_line_count = 0 and l.billed_amount > 0))",
)

/** The lines with a procedure code of the claims of these days that were served in the period; a claim without lines that names one code is one. */
const lines = (organizationId: number, days: ServiceDays, period: DateWindow): SQL => sql`
  select claim_id, code, modifiers, billed_amount, allowed_amount, decided, decided and is_denied as denied, coalesce(denial_reason, ${REASON_NOT_STATED}) as reason
  from (
    select c.id as claim_id, l.code, l.modifiers, l.billed_amount, l.allowed_amount, ${isDecided} as decided,
           ${isDenied} as is_denied,
           coalesce(l.denial_reason, c.denial_reason) as denial_reason
    from claims c cross join lateral (${lineOfClaim(organizationId, period)}) l
    where c.organization_id = ${organizationId} and c.use = 'claim' and ${inDays('c.date_of_service', days)}) known`

const cents = (sum: string) => sql.raw(`coalesce(${sum} * 100, 0)::bigint`)

/** What the claims of these days of service say of each procedure code, added up; rows of several slices add up to those of all (TallyRow). */
export const tallyOfDays = (organizationId: number, days: ServiceDays, period: DateWindow): SQL => sql`
  with line as materialized (${lines(organizationId, days, period)})
  select 'line' as kind, code, '' as key, count(*)::int as lines, count(*) filter (where decided)::int as decided, count(*) filter (where denied)::int as denied,
         ${cents('sum(billed_amount)')} as billed, ${cents('sum(billed_amount) filter (where denied)')} as "deniedBilled",
         ${cents('sum(allowed_amount)')} as allowed, count(allowed_amount)::int as "allowedLines"
  from line group by code
  union all
  select 'reason', code, reason, count(*)::int, 0, count(*)::int, 0, 0, 0, 0 from line where denied group by code, reason
  union all
  select 'modifier', code, m.modifier, count(*)::int, count(*)::int, count(*) filter (where denied)::int, 0, 0, 0, 0
  from line cross join lateral (select distinct unnest(case when cardinality(modifiers) = 0 then array[''] else modifiers end) as modifier) m
  where decided group by code, m.modifier
  union all
  select 'with', a.code, b.code, count(*)::int, 0, 0, 0, 0, 0, 0
  from (select array_agg(distinct code) as codes from line group by claim_id having count(distinct code) > 1) claim
  cross join lateral unnest(claim.codes) as a(code) cross join lateral unnest(claim.codes) as b(code)
  where a.code <> b.code group by a.code, b.code`
