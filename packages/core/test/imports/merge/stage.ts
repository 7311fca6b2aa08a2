import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'
import type { TenantTransaction } from '../../../src/db/tenant.ts'
import type { MergeCounts } from '../../../src/imports/merge/counts.ts'
import type { Slice } from '../../../src/imports/merge/slice.ts'
import type { ImportRecord } from '../../../src/imports/records.ts'
import { readPortal } from '../formats/portal-json/read.ts'

let files = 0

/** Stages records as an import of their own; the slice covers all of them. */
export async function stage({ db, organization }: Context, records: readonly ImportRecord[]): Promise<Slice> {
  const rows = records.filter(({ kind }) => kind !== 'issue').map((body, index) => ({ seq: index + 1, kind: body.kind, body }))
  const opened = await db.row<{ id: number }>(sql`
    insert into imports (organization_id, file_name, format, sha256, bytes, status, writer)
    values (${organization.id}, 'f', 'portal-json', ${`test ${++files}`}, 1, 'complete', 'test') returning id`)
  const importId = opened!.id
  await db.run(sql`
    insert into staging_records (organization_id, import_id, seq, kind, body)
    select ${organization.id}, ${importId}, seq, kind, body from json_to_recordset(${JSON.stringify(rows)}::json) as r(seq int, kind text, body jsonb)`)
  return { organizationId: organization.id, importId, from: 1, to: rows.length }
}

/** Stages a portal export and merges one kind of it. */
export async function mergePortal(
  context: Context,
  merge: (tx: TenantTransaction, slice: Slice) => Promise<MergeCounts>,
  content: unknown,
): Promise<MergeCounts> {
  const slice = await stage(context, await readPortal(content))
  return context.db.transaction((tx) => merge(tx, slice))
}

export const addClaim = ({ db, organization }: Context, id: string) =>
  db.run(sql`insert into claims (organization_id, id, import_id, billed_amount, date_of_service) values (${organization.id}, ${id}, 0, 10, '2025-11-03')`)
