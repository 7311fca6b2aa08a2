import { sql, type SQL } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import { firstRowId, lastRowId } from '../merge/slice.ts'

const ROWS = 2_000

export interface ImportedFile {
  id: number
  fileName: string
}

/**
 * The imports that build on one, the latest first: they decide, change or submit again claims that it brought, changed or added lines to, repeat
 * its remittances or add to them, or have decisions that may be of its claims. Imports follow one another (`startMerge`): what was completed later came later.
 */
export async function importsBuiltOn(db: TenantDatabase, importId: number): Promise<ImportedFile[]> {
  const { organizationId } = db
  const later = await db.rows<ImportedFile & { repeats: number[] | null }>(sql`
    select i.id, i.file_name as "fileName", i.summary -> 'merged' -> 'knownRemittances' as repeats from imports i join imports this on this.organization_id = i.organization_id and this.id = ${importId}
    where i.organization_id = ${organizationId} and i.status = 'complete' and i.finished_at > this.finished_at order by i.finished_at desc`)
  const waiting = await waitingForClaims(db, importId)
  const building: ImportedFile[] = []
  const isOwn = (id: number) => id >= firstRowId(importId) && id <= lastRowId(importId)
  for (const { repeats, ...file } of later) {
    if (waiting.delete(file.id) || repeats?.some(isOwn) || (await buildsOn(db, importId, file.id))) building.push(file)
  }
  // A person can have given a decision of an older file to a claim of this one.
  const older = await db.rows<ImportedFile>(sql`
    select id, file_name as "fileName" from imports where organization_id = ${organizationId} and id = any(${sql.param([...waiting])}::int8[]) order by id desc`)
  return [...building, ...older]
}

async function buildsOn(db: TenantDatabase, on: number, importId: number): Promise<boolean> {
  const { organizationId } = db
  const rows = (table: string, key: string, which: SQL) => (after: number | string) =>
    sql`select ${sql.raw(key)} as key, claim_id from ${sql.identifier(table)} where organization_id = ${organizationId} and ${sql.raw(key)} > ${after} and ${which}`
  const touches = sql`
    exists (select from claims c where c.organization_id = ${organizationId} and c.id = r.claim_id and c.import_id = ${on})
    or exists (select from import_changes k where k.organization_id = ${organizationId} and k.import_id = ${on} and k.claim_id = r.claim_id)
    or exists (select from claim_line_items l where l.organization_id = ${organizationId} and l.claim_id = r.claim_id and l.import_id = ${on})`
  const own = sql`id <= ${lastRowId(importId)}`
  const before = firstRowId(importId) - 1
  return (
    (await some(db, before, rows('adjudications', 'id', own), touches)) ||
    (await some(db, before, rows('adjudications', 'id', sql`${own} and remittance_id between ${firstRowId(on)} and ${lastRowId(on)}`), sql`true`)) ||
    (await some(db, before, rows('claim_submissions', 'id', own), touches)) ||
    (await some(db, '', rows('import_changes', 'claim_id', sql`import_id = ${importId}`), touches))
  )
}

/** Whether `which` is so of some row, looked for in the order of `key`, a part at a time. */
async function some(db: TenantDatabase, before: number | string, rows: (after: number | string) => SQL, which: SQL): Promise<boolean> {
  for (let after = before; ;) {
    const part = await db.row<{ last: number | string | null; rows: number; found: boolean }>(sql`
      select max(r.key) as last, count(*)::int as rows, coalesce(bool_or(${which}), false) as found from (${rows(after)} order by key limit ${ROWS}) as r`)
    if (part?.found) return true
    if (!part || part.rows < ROWS || part.last === null) return false
    after = part.last
  }
}

/** Imports with decisions that may be of claims of this one, or that a person has put there: these can be older. */
async function waitingForClaims(db: TenantDatabase, importId: number): Promise<Set<number>> {
  const claims = sql`c.organization_id = q.organization_id and c.import_id = ${importId} and c.id`
  const rows = await db.rows<{ id: number }>(sql`
    select a.import_id as id from match_queue q
    join adjudications a on a.organization_id = q.organization_id and a.id = q.adjudication_id
    cross join lateral unnest(q.candidates) as candidate(id) join claims c on ${claims} = candidate.id
    where q.organization_id = ${db.organizationId} and q.state = 'open' and a.import_id <> ${importId}
    union
    select a.import_id from match_queue q join adjudications a on a.organization_id = q.organization_id and a.claim_id = q.resolved_claim_id
    where q.organization_id = ${db.organizationId} and q.state = 'resolved' and a.import_id <> ${importId} and exists (
      select from claims c where ${claims} = q.resolved_claim_id
      union all select from import_changes k where k.organization_id = q.organization_id and k.import_id = ${importId} and k.claim_id = q.resolved_claim_id)`)
  return new Set(rows.map(({ id }) => id))
}
