import { sql, type SQL } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import type { ObjectKind } from '../formats/portal-json/kinds.ts'
import type { Raw } from '../formats/portal-json/values.ts'

export type PortalKind = Exclude<ObjectKind, 'claim'>

/** Per kind: the table, its key, and which fields of a row `t` say something else than the object `e.body` of the export. */
const TABLES: Record<PortalKind, { table: string; key: string; differs: string[] }> = {
  pattern: {
    table: 'patterns',
    key: 'id',
    differs: [`case when t.reported is distinct from e.body then 'reported' end`, `case when t.title <> trim(e.body->>'title') then 'title' end`],
  },
  policy: {
    table: 'policies',
    key: 'id',
    differs: [`case when t.reported is distinct from e.body then 'reported' end`, `case when t.name <> trim(e.body->>'name') then 'name' end`],
  },
  provider: {
    table: 'providers',
    key: 'id',
    differs: [
      `case when t.is_placeholder then 'name' end`,
      `case when nullif(trim(e.body->>'npi'), '') is distinct from t.npi then 'npi' end`,
      `case when nullif(trim(e.body->>'specialty'), '') is distinct from t.specialty then 'specialty' end`,
    ],
  },
  learning_event: {
    table: 'learning_events',
    key: 'id',
    differs: [
      `case when t.type <> trim(e.body->>'type') then 'type' end`,
      `case when nullif(trim(e.body->>'context'), '') is distinct from t.context then 'context' end`,
      `case when t.metadata - 'reported' is distinct from coalesce(nullif(e.body->'metadata', 'null'), '{}') then 'metadata' end`,
    ],
  },
  code_reference: {
    table: 'code_intelligence',
    key: 'procedure_code',
    differs: [`case when nullif(trim(e.body->>'description'), '') is distinct from t.description then 'description' end`],
  },
}

const idField = (kind: PortalKind) => (kind === 'code_reference' ? 'code' : 'id')
export const idOf = (kind: PortalKind, object: Raw): string => String(object[idField(kind)] ?? '').trim()

const expected = (kind: PortalKind, objects: readonly Raw[]): SQL =>
  sql`(select trim(o->>${idField(kind)}) as id, o as body from jsonb_array_elements(${JSON.stringify(objects)}::jsonb) o) as e`

/** Objects of the batch that are not in the database (no fields) or otherwise there (the fields that differ). */
export function objectMismatches(db: TenantDatabase, kind: PortalKind, objects: readonly Raw[]): Promise<{ id: string; fields: string[] | null }[]> {
  const { table, key, differs } = TABLES[kind]
  return db.rows(sql`
    select id, fields from (
      select coalesce(e.id, '') as id, case when t.${sql.raw(key)} is not null then array_remove(array[${sql.raw(differs.join(', '))}], null) end as fields
      from ${expected(kind, objects)} left join lateral (select * from ${sql.raw(table)} t where t.organization_id = ${db.organizationId} and t.${sql.raw(key)} = e.id limit 1) as t on true
    ) as compared
    where fields is null or fields <> '{}'
    order by id`)
}

/** How many objects of the batch the database has. */
export async function presentCount(db: TenantDatabase, kind: PortalKind, ids: readonly string[]): Promise<number> {
  const { table, key } = TABLES[kind]
  const row = await db.row<{ n: number }>(
    sql`select count(*) as n from ${sql.raw(table)} t where t.organization_id = ${db.organizationId} and t.${sql.raw(key)} = any(${sql.param(ids)}::text[])`,
  )
  return row?.n ?? 0
}

export async function durationOf(db: TenantDatabase, ids: readonly string[]): Promise<number> {
  const row = await db.row<{ ms: number }>(sql`
    select coalesce(sum(duration_ms), 0)::bigint as ms from learning_events where organization_id = ${db.organizationId} and id = any(${sql.param(ids)}::text[])`)
  return row?.ms ?? 0
}

export interface PatternFigures {
  evidence: number
  /** Affected claims that are here, and those that wait for a file to bring them. */
  resolved: number
  unresolved: number
}

/** What hangs on these patterns, together. */
export async function patternFigures(db: TenantDatabase, ids: readonly string[]): Promise<PatternFigures> {
  const mine = sql`any(${sql.param(ids)}::text[])`
  const row = await db.row<PatternFigures>(sql`
    select
      (select count(*) from pattern_evidence where organization_id = ${db.organizationId} and pattern_id = ${mine} and origin = 'imported') as evidence,
      (select count(*) from unresolved_references
       where organization_id = ${db.organizationId} and from_table = 'patterns' and field = 'affectedClaims' and from_id = ${mine}) as unresolved,
      (select count(*) from (
         select distinct p.id, trim(r.reference) as reference
         from patterns p
         cross join lateral jsonb_array_elements_text(case jsonb_typeof(p.reported->'affectedClaims') when 'array' then p.reported->'affectedClaims' else '[]' end) as r(reference)
         where p.organization_id = ${db.organizationId} and p.id = ${mine}) as named
       join claims c on c.organization_id = ${db.organizationId} and c.id = named.reference) as resolved`)
  return row ?? { evidence: 0, resolved: 0, unresolved: 0 }
}

export async function unresolvedCount(db: TenantDatabase): Promise<number> {
  const row = await db.row<{ n: number }>(sql`select count(*) as n from unresolved_references where organization_id = ${db.organizationId}`)
  return row?.n ?? 0
}
