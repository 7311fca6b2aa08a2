import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { keepReleased } from './read.sql.ts'
import type { Changes, Release } from './rules.ts'

export interface StoredRelease extends Release {
  previewers: string[]
  preparedAt: Date
  /** Who changed its state or its previewers last; null for what the organization began with. */
  changedAt: Date | null
  changedBy: string | null
}

/** What is known of versions in the organization. An organization that never released anything has no row. */
export async function readReleases(db: Pick<TenantTransaction, 'rows'>, organizationId: number): Promise<StoredRelease[]> {
  return db.rows<StoredRelease>(sql`
    select version, state, previewers, computed_at as "computedAt", released_at as "releasedAt", released_by as "releasedBy", created_at as "preparedAt",
      changed_at as "changedAt", changed_by as "changedBy"
    from computation_releases where organization_id = ${organizationId} order by version`)
}

/** The same to change them: what the organization began with has its row, and nobody else changes them meanwhile. */
export async function lockReleases(tx: TenantTransaction, organizationId: number): Promise<StoredRelease[]> {
  await tx.run(sql`select from organizations where id = ${organizationId} for update`)
  await keepReleased(tx, organizationId)
  return readReleases(tx, organizationId)
}

/** Sets states in their order: what steps down comes before what steps up. What becomes a candidate has to be computed beside from now on. */
export async function applyChanges(tx: TenantTransaction, organizationId: number, changes: Changes, { by, now }: { by: string; now: Date }): Promise<void> {
  for (const { version, state } of changes) {
    const released = state === 'released' ? sql`, released_at = ${now}, released_by = ${by}` : sql``
    const computed = state === 'candidate' ? sql`, computed_at = null` : sql``
    await tx.run(sql`delete from computed_beside where organization_id = ${organizationId} and version = ${version}`)
    await tx.run(sql`
      insert into computation_releases (organization_id, version, state, created_at, created_by, changed_at, changed_by)
      values (${organizationId}, ${version}, ${state}, ${now}, ${by}, ${now}, ${by})
      on conflict (organization_id, version) do update set state = excluded.state, changed_at = ${now}, changed_by = ${by} ${computed} ${released}`)
  }
}

export async function setPreviewers(
  tx: TenantTransaction,
  organizationId: number,
  version: number,
  members: readonly string[],
  { by, now }: { by: string; now: Date },
): Promise<void> {
  await tx.run(sql`
    update computation_releases set previewers = ${sql.param(members)}::text[], changed_at = ${now}, changed_by = ${by}
    where organization_id = ${organizationId} and version = ${version}`)
}

export async function deleteRelease(tx: TenantTransaction, organizationId: number, version: number): Promise<void> {
  await tx.run(sql`delete from computation_releases where organization_id = ${organizationId} and version = ${version}`)
}
