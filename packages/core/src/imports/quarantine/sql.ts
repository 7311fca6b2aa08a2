import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { placeColumn } from '../history/sql.ts'
import type { Rejection } from './schemas.ts'

export type RejectionWithContent = Rejection & { content: string | null }

interface Filter {
  importId?: number | undefined
  state: 'all' | Rejection['state']
}

/** Rejections `r` of imports `i` that stand: what a failed or undone import rejected is no news. */
const from = sql`
  from import_rejections r join imports i on i.organization_id = r.organization_id and i.id = r.import_id
   and i.status in ('publishing', 'complete')`

const columns = sql`
  r.import_id as "importId", r.position, i.file_name as "fileName", i.format, r.code, r.message, r.remedy, ${placeColumn}, r.state,
  r.mended_by_import as "mendedByImport", r.content is not null as "hasContent"`

function matching(organizationId: number, { importId, state }: Filter): SQL {
  const conditions = [sql`r.organization_id = ${organizationId}`, sql`r.severity = 'rejection'`]
  if (importId !== undefined) conditions.push(sql`r.import_id = ${importId}`)
  if (state !== 'all') conditions.push(sql`r.state = ${state}`)
  return sql.join(conditions, sql` and `)
}

/** One page, the newest file first, within it in the order of the file; and how many there are in all. */
export async function readRejections(
  tx: TenantTransaction,
  organizationId: number,
  filter: Filter & { page: number; limit: number },
): Promise<{ rejects: Rejection[]; total: number }> {
  const where = matching(organizationId, filter)
  const rejects = await tx.rows<Rejection>(sql`
    select ${columns} ${from} where ${where} order by r.import_id desc, r.position limit ${filter.limit} offset ${(filter.page - 1) * filter.limit}`)
  return { rejects, total: (await tx.row<{ total: number }>(sql`select count(*)::int as total ${from} where ${where}`))!.total }
}

/** One rejection with its content; null when there is none. */
export async function readRejection(
  tx: TenantTransaction,
  organizationId: number,
  { importId, position }: { importId: number; position: number },
): Promise<RejectionWithContent | null> {
  return tx.row<RejectionWithContent>(sql`
    select ${columns}, r.content ${from} where ${matching(organizationId, { importId, state: 'all' })} and r.position = ${position}`)
}

/** The rejections after a place, in the order of the files, with their content. */
export async function readRejectionsAfter(
  tx: TenantTransaction,
  organizationId: number,
  filter: Filter,
  after: { importId: number; position: number },
  limit: number,
): Promise<RejectionWithContent[]> {
  return tx.rows<RejectionWithContent>(sql`
    select ${columns}, r.content ${from}
    where ${matching(organizationId, filter)} and (r.import_id, r.position) > (${after.importId}, ${after.position})
    order by r.import_id, r.position limit ${limit}`)
}

/** Closes an open rejection; false when it is not open any more. */
export async function closeRejection(
  tx: Pick<TenantTransaction, 'run'>,
  organizationId: number,
  { importId, position }: { importId: number; position: number },
  closed: { state: 'mended'; by: number } | { state: 'dismissed' },
): Promise<boolean> {
  const by = closed.state === 'mended' ? closed.by : null
  return (
    (await tx.run(sql`
      update import_rejections set state = ${closed.state}, mended_by_import = ${by}
      where organization_id = ${organizationId} and import_id = ${importId} and position = ${position} and severity = 'rejection' and state = 'open'`)) > 0
  )
}
