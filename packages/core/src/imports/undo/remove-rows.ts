import { sql, type SQL } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import { firstRowId, lastRowId } from '../merge/slice.ts'
import { unlinkClaims } from './unlink-claims.ts'

const ROWS = 2_000
const CLAIMS = 1_000

/** What an import had written. */
export interface RemovedRows {
  claims: number
  decisions: number
}

/**
 * Removes every row of an import that nobody else sees, in slices: a large file must not hold the database. `db` is the import's own view. Done
 * again after a stop, it goes on with what is left. Payers and providers stay, and so does what was told about the file.
 */
export async function removeRows(db: TenantDatabase, importId: number): Promise<RemovedRows> {
  const { organizationId } = db
  const ofImport = sql`organization_id = ${organizationId} and import_id = ${importId}`
  const inRange = (key: string) => sql`organization_id = ${organizationId} and ${sql.raw(key)} between ${firstRowId(importId)} and ${lastRowId(importId)}`
  const remove = async (table: string, key: string, rows: SQL) => {
    let removed = 0
    for (let some = ROWS; some >= ROWS; removed += some) some = await db.run(deleteSome(table, organizationId, key, rows))
    return removed
  }
  await remove('adjustments', 'adjudication_id, line_number, position', inRange('adjudication_id'))
  await remove('adjudication_remarks', 'adjudication_id, line_number, position', inRange('adjudication_id'))
  await remove('adjudication_lines', 'adjudication_id, line_number', inRange('adjudication_id'))
  const decisions = await remove('adjudications', 'id', inRange('id'))
  await remove('match_queue', 'adjudication_id', inRange('adjudication_id'))
  await remove('claim_submissions', 'id', inRange('id'))
  await remove('source_chunks', 'id', inRange('id'))
  await remove('claim_line_items', 'claim_id, line_number', ofImport)
  const claims = await removeClaims(db, ofImport)
  // What it told of claims of others; the table is not in this order, and is read once.
  await db.run(sql`delete from claim_sources where ${inRange('id')}`)
  await remove('remittances', 'id', inRange('id'))
  await remove('staging_records', 'import_id, seq', ofImport)
  await remove('import_changes', 'import_id, claim_id', ofImport)
  return { claims, decisions }
}

const deleteSome = (table: string, organizationId: number, key: string, rows: SQL): SQL =>
  sql`delete from ${sql.identifier(table)} where organization_id = ${organizationId} and (${sql.raw(key)}) in (select ${sql.raw(key)} from ${sql.identifier(table)} where ${rows} limit ${ROWS})`

/** With their payers; appeals and what patterns count of the claims go with them (foreign keys). */
async function removeClaims(db: TenantDatabase, ofImport: SQL): Promise<number> {
  let removed = 0
  for (let some = CLAIMS; some >= CLAIMS; removed += some) {
    some = await db.transaction(async (tx) => {
      const ids = (await tx.rows<{ id: string }>(sql`select id from claims where ${ofImport} limit ${CLAIMS}`)).map(({ id }) => id)
      if (ids.length === 0) return 0
      await unlinkClaims(tx, db.organizationId, ids)
      for (const table of ['claim_payers', 'claim_submissions', 'claim_sources']) {
        await tx.run(sql`delete from ${sql.identifier(table)} where organization_id = ${db.organizationId} and claim_id = any(${sql.param(ids)}::text[])`)
      }
      return tx.run(sql`delete from claims where organization_id = ${db.organizationId} and id = any(${sql.param(ids)}::text[])`)
    })
  }
  return removed
}
