import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { releasedVersion } from './shown.sql.ts'
import { versionOf, versions, type ComputationVersion } from './versions.ts'

/** What has to be computed: the version that everybody sees, and those beside it. */
export interface Versions {
  released: ComputationVersion
  /** Candidates that this program knows. */
  candidates: ComputationVersion[]
}

export async function readVersions(db: Pick<TenantTransaction, 'row'>, organizationId: number): Promise<Versions> {
  const found = await db.row<{ released: number; candidates: number[] }>(sql`
    select ${releasedVersion(organizationId)} as released,
      array(select version from computation_releases where organization_id = ${organizationId} and state = 'candidate' order by version) as candidates`)
  const { released, candidates } = found!
  return { released: versionOf(released), candidates: versions.filter(({ version }) => candidates.includes(version)) }
}

/** Writes down what the organization has begun with, so that a version that comes with an upgrade is not taken for it. */
export async function keepReleased(db: Pick<TenantTransaction, 'run'>, organizationId: number): Promise<void> {
  await db.run(sql`
    insert into computation_releases (organization_id, version, state)
    select ${organizationId}::int, ${releasedVersion(organizationId)}, 'released'
    where not exists (select from computation_releases where organization_id = ${organizationId} and state = 'released')
    on conflict do nothing`)
}

/** Candidates of which every pattern was computed: they can be looked at and released from now on. */
export async function markComputed(
  db: Pick<TenantTransaction, 'run'>,
  organizationId: number,
  candidates: readonly ComputationVersion[],
  now: Date,
): Promise<void> {
  await db.run(sql`
    update computation_releases set computed_at = ${now}
    where organization_id = ${organizationId} and state = 'candidate' and version = any(${sql.param(candidates.map(({ version }) => version))}::int[])`)
}
