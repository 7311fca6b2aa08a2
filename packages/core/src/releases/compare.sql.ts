import { sql, type SQL } from 'drizzle-orm'

export type Value = number | string | boolean | null

export interface NumberRow {
  subject: string
  title: string
  /** Name of the column. */
  column: string
  released: Value
  candidate: Value
  /** Exact, as decimal text; null unless both are numbers. */
  difference: string | null
}

export interface ComparisonRow {
  released: number
  equal: number
  different: number
  patterns: number
  patternsThatDiffer: number
  numbers: NumberRow[]
}

/**
 * One row: how many computed columns of the patterns a candidate gives as they are released, and how many not, and a page of them. Both sides are
 * read through the columns of the table, so that 12.5 and '12.50' are one amount.
 */
export const comparisonOf = (
  organizationId: number,
  released: SQL,
  { version, all, page, limit }: { version: number; all: boolean; page: number; limit: number },
): SQL => sql`
  with pair as materialized (
    select p.id as subject, p.title, to_jsonb(p) as stored, to_jsonb(computed) as beside, b.values
    from patterns p
    join computed_beside b on b.organization_id = p.organization_id and b.version = ${version} and b.kind = 'pattern' and b.subject = p.id
    cross join lateral jsonb_populate_record(p, b.values) computed
    where p.organization_id = ${organizationId} and p.status <> 'archived'),
  number as materialized (
    select subject, title, name, stored -> name as released, beside -> name as candidate, stored -> name is not distinct from beside -> name as equal
    from pair cross join lateral jsonb_object_keys(values) as name where name <> 'computation_version'),
  page as (
    select subject, title, name as "column", released, candidate,
      case when jsonb_typeof(released) = 'number' and jsonb_typeof(candidate) = 'number' then ((candidate #>> '{}')::numeric - (released #>> '{}')::numeric)::text end as difference
    from number where ${all} or not equal order by subject, name limit ${limit} offset ${(page - 1) * limit})
  select ${released} as released, (select count(*) from pair)::int as patterns,
    (count(*) filter (where equal))::int as equal, (count(*) filter (where not equal))::int as different,
    (count(distinct subject) filter (where not equal))::int as "patternsThatDiffer",
    (select coalesce(json_agg(page), '[]') from page) as numbers
  from number`
