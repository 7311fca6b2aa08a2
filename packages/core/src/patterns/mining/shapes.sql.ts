import { sql, type SQL } from 'drizzle-orm'
import { REASON_NOT_STATED } from '../../adjudication/rules.ts'
import { inDays } from '../../computation/days.sql.ts'
import type { IsoDate } from '../../dates.ts'
import { DAYS_TO_SUBMISSION } from '../scope/condition.ts'
import { adjudicated } from '../scope/scoped.sql.ts'

/** Claims of one shape: what they say in one text, their lines in another, and how many they are. */
export interface ShapeRow {
  claim: string
  lines: string
  count: number
}

/** Between the parts of a text, from the outside in; no code and no reason holds one. */
export const SEPARATOR = { line: '\u001e', field: '\u001f', value: '\u001d' }
const [line, field, value] = [SEPARATOR.line, SEPARATOR.field, SEPARATOR.value].map((separator) => sql.raw(`'${separator}'`)) as [SQL, SQL, SQL]

/** Denials without a stated reason are denials of no reason: their claims count in every population and for none of the reasons. */
const stated = (reason: string): SQL => sql`nullif(${sql.raw(reason)}, ${REASON_NOT_STATED})`
const list = (column: string): SQL => sql`array_to_string(${sql.raw(column)}, ${value})`
const joined = (parts: readonly SQL[]): SQL =>
  sql.join(
    parts.map((part) => sql`coalesce(${part}, '')`),
    sql` || ${field} || `,
  )

/** How many of DAYS_TO_SUBMISSION a claim exceeded. */
const exceeded = sql`width_bucket(c.submission_date - c.date_of_service, ${sql.raw(`'{${DAYS_TO_SUBMISSION.map((days) => days + 1).join(',')}}'::int[]`)})::text`

/**
 * The shapes (claim-shape.ts) of the adjudicated claims that were served on these days and first decided up to `decidedUntil`, as far as that day is known:
 * grouped by everything that a shape holds. A claim without lines has one that says what the claim says. What a denial is, is said by
 * ../denial-facts.sql.ts, and read from the same columns here.
 */
export function shapesOf(organizationId: number, { days, decidedUntil }: { days: readonly IsoDate[]; decidedUntil: IsoDate }): SQL {
  const lineText = joined([
    sql`l.procedure_code`,
    list('l.modifiers'),
    sql`case when cardinality(l.diagnosis_codes) > 0 then ${list('l.diagnosis_codes')} else ${list('c.diagnosis_codes')} end`,
    sql`coalesce(l.place_of_service, c.place_of_service)`,
    sql`coalesce(l.rendering_provider_id, c.rendering_provider_id)`,
    sql`case when c.initial_outcome <> 'paid' and l.initially_denied and not l.is_duplicate then ${stated('l.denial_reason')} end`,
  ])
  const claimText = joined([
    sql`c.payer_id`,
    sql`c.provider_id`,
    sql`c.claim_type`,
    exceeded,
    sql`case when c.initial_outcome <> 'paid' and not line.any_denied and (c.denied_amount > 0 or (c.initial_outcome = 'denied' and c.line_count = 0)) then ${stated('c.denial_reason')} end`,
  ])
  return sql`
    select ${claimText} as claim, line.texts as lines, count(*)::int as count
    from claims c cross join lateral (
      select coalesce(bool_or(l.initially_denied), false) as any_denied, string_agg(${lineText}, ${line} order by l.line_number) as texts
      from (select) always left join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id) line
    where c.organization_id = ${organizationId} and ${inDays('c.date_of_service', days)}
      and ${adjudicated} and (c.first_decided_on is null or c.first_decided_on <= ${decidedUntil})
    group by 1, 2`
}
