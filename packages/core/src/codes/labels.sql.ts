import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../db/tenant.ts'
import type { LicensedText } from './schemas.ts'
import type { CodeSystem } from './systems.ts'

/** A row of a licensed list as it is kept. */
export interface CodeLabel {
  code: string
  label: string
  effectiveFrom: string | null
  effectiveTo: string | null
}

export interface LabelCounts {
  inserted: number
  updated: number
  unchanged: number
}

/** Writes labels of one code list, each code once. What is there already as it comes keeps the moment at which it was loaded. */
export async function writeLabels(db: TenantDatabase, system: CodeSystem, source: string, labels: readonly CodeLabel[], now: Date): Promise<LabelCounts> {
  const counts = await db.row<{ inserted: number; updated: number }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(labels)}::jsonb) as g(code text, label text, "effectiveFrom" date, "effectiveTo" date)),
    known as (
      select l.code from code_labels l join given g on g.code = l.code where l.organization_id = ${db.organizationId} and l.code_system = ${system}),
    written as (
      insert into code_labels as l (organization_id, code_system, code, label, source, effective_from, effective_to, loaded_at)
      select ${db.organizationId}, ${system}, g.code, g.label, ${source}, g."effectiveFrom", g."effectiveTo", ${now.toISOString()}::timestamptz from given g
      on conflict (organization_id, code_system, code) do update
      set label = excluded.label, source = excluded.source, effective_from = excluded.effective_from, effective_to = excluded.effective_to,
          loaded_at = excluded.loaded_at
      where (l.label, l.source, l.effective_from, l.effective_to) is distinct from (excluded.label, excluded.source, excluded.effective_from, excluded.effective_to)
      returning l.code)
    select count(*) filter (where k.code is null)::int as inserted, count(*) filter (where k.code is not null)::int as updated
    from written w left join known k on k.code = w.code`)
  const { inserted = 0, updated = 0 } = counts ?? {}
  return { inserted, updated, unchanged: labels.length - inserted - updated }
}

interface LabelRow extends Omit<LicensedText, 'loadedAt'> {
  system: CodeSystem
  code: string
  loadedAt: Date
}

/** The licensed texts of some code lists, or of one code of them, by list and code. */
export async function licensedTexts(db: TenantDatabase, systems: readonly CodeSystem[], code: string | null = null): Promise<Map<string, LicensedText>> {
  const rows = await db.rows<LabelRow>(sql`
    select l.code_system as system, l.code, l.label as text, l.source, l.effective_from::text as "effectiveFrom", l.effective_to::text as "effectiveTo",
           l.loaded_at as "loadedAt"
    from code_labels l
    where l.organization_id = ${db.organizationId} and l.code_system = any(${sql.param(systems)}::text[]) and (${code}::text is null or l.code = ${code})`)
  return new Map(rows.map(({ system, code, loadedAt, ...row }) => [keyOf({ system, code }), { ...row, loadedAt: loadedAt.toISOString() }]))
}

export const keyOf = ({ system, code }: { system: CodeSystem; code: string }) => `${system} ${code}`
