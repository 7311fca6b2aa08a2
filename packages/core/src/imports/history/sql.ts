import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ImportIssue, ImportRow, Place } from './schemas.ts'

const MOMENTS = ['startedAt', 'finishedAt', 'undoneAt'] as const
type Stored = Omit<ImportRow, (typeof MOMENTS)[number] | 'duration'> & { startedAt: Date; finishedAt: Date | null; undoneAt: Date | null }

const columns = sql`
  i.id, i.file_name as "fileName", i.format, i.status, i.imported_by as "importedBy", i.started_at as "startedAt", i.finished_at as "finishedAt",
  i.bytes, left(i.sha256, 12) as sha256, i.error, i.undone_by as "undoneBy", i.undone_at as "undoneAt",
  (i.summary -> 'merged' ->> 'newClaims')::int as "newClaims", (i.summary -> 'merged' ->> 'changedClaims')::int as "changedClaims",
  (i.summary -> 'merged' ->> 'decisions')::int as "newDecisions", (i.summary ->> 'deniedClaims')::int as "deniedClaims",
  issues.rejections, issues.warnings`

/** Counted where they are kept: later files settle some of them. */
const issueCounts = sql`
  left join lateral (
    select count(*) filter (where r.severity = 'rejection')::int as rejections, count(*) filter (where r.severity = 'warning')::int as warnings
    from import_rejections r where r.organization_id = i.organization_id and r.import_id = i.id
  ) issues on true`

/** A preview is no import: it stands in the table while it runs, under a key in place of a SHA-256. */
export const importsOf = (organizationId: number) => sql`i.organization_id = ${organizationId} and i.sha256 not like 'preview:%'`

/** Imports that match, newest first. */
export async function readImports(tx: TenantTransaction, where: SQL, { page, limit }: { page: number; limit: number }): Promise<ImportRow[]> {
  const stored = await tx.rows<Stored>(sql`
    select ${columns} from (select * from imports i where ${where} order by i.id desc limit ${limit} offset ${(page - 1) * limit}) i ${issueCounts}
    order by i.id desc`)
  return stored.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    duration: row.finishedAt === null ? null : row.finishedAt.getTime() - row.startedAt.getTime(),
  }))
}

export async function countImports(tx: TenantTransaction, where: SQL): Promise<number> {
  return (await tx.row<{ total: number }>(sql`select count(*)::int as total from imports i where ${where}`))!.total
}

/** The place of an issue `r`, as one object. */
export const placeColumn = sql`
  json_build_object('byteOffset', r.byte_offset, 'segment', r.segment_number, 'line', r.line_number, 'field', r.field, 'record', r.record) as place`

/** One page of the issues of an import: what was not taken in comes first, then in the order in which it was told. */
export async function readIssues(
  tx: TenantTransaction,
  organizationId: number,
  { id, page, limit }: { id: number; page: number; limit: number },
): Promise<ImportIssue[]> {
  return tx.rows<ImportIssue & { place: Place }>(sql`
    select r.position, r.severity, r.code, r.message, r.remedy, r.state, ${placeColumn}
    from import_rejections r where r.organization_id = ${organizationId} and r.import_id = ${id}
    order by r.severity, r.position limit ${limit} offset ${(page - 1) * limit}`)
}
