import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../../dates.ts'
import { providerOfClaim } from '../../measures/provider-daily/days.sql.ts'
import { isDecided, isDenied } from '../performance/lines.sql.ts'

const MOST = 10

export const aspects = ['all', 'modifiers', 'diagnoses', 'placesOfService', 'units'] as const

export interface TallyRow {
  aspect: (typeof aspects)[number]
  value: string
  paid: number
  denied: number
}

export interface ComparedLines {
  organizationId: number
  code: string
  window: DateWindow
  provider: string | undefined
  payer: string | undefined
}

/** How many lines of the code its last computation counted in twelve months; nothing where none is computed. */
export const countedLines = (organizationId: number, code: string): SQL => sql`
  select line_count as lines from code_performance where organization_id = ${organizationId} and procedure_code = ${code}`

const orNone = (column: SQL): SQL => sql`unnest(case when cardinality(${column}) = 0 then array[''] else ${column} end)`

/** Decided lines of the code by each value that they bear, and all of them: TallyRow. A line bears several modifiers and diagnoses, each counted once. */
export const tallyOf = ({ organizationId, code, window: { start, end }, provider, payer }: ComparedLines): SQL => sql`
  with line as materialized (
    select l.modifiers, case when cardinality(l.diagnosis_codes) > 0 then l.diagnosis_codes else c.diagnosis_codes end as diagnoses,
           coalesce(l.place_of_service, c.place_of_service, '') as place, coalesce(trim_scale(l.units)::text, '') as units, ${isDenied} as denied
    from claims c join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id
    where c.organization_id = ${organizationId} and l.procedure_code = ${code} and c.use = 'claim' and c.date_of_service >= ${start} and c.date_of_service < ${end} and ${isDecided}
      and ${provider === undefined ? sql`true` : sql`${providerOfClaim} = ${provider}`} and ${payer === undefined ? sql`true` : sql`c.payer_id = ${payer}`}),
  borne as (
    select 'all' as aspect, '' as value, denied from line
    union all select 'modifiers', m, denied from line cross join lateral (select distinct ${orNone(sql`modifiers`)} as m) each
    union all select 'diagnoses', d, denied from line cross join lateral (select distinct ${orNone(sql`diagnoses`)} as d) each
    union all select 'placesOfService', place, denied from line
    union all select 'units', units, denied from line),
  tally as (
    select aspect, value, count(*) filter (where not denied)::int as paid, count(*) filter (where denied)::int as denied,
           row_number() over (partition by aspect order by count(*) desc, value) as place
    from borne group by 1, 2)
  select aspect, value, paid, denied from tally where place <= ${MOST} order by aspect, place`
