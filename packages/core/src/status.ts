import { sql } from 'drizzle-orm'
import type { Organization } from './context.ts'
import type { Database } from './db/connect.ts'
import { migrationState, type MigrationState } from './db/migration-state.ts'
import { tenantDatabase } from './db/tenant.ts'
import { listOrganizations } from './organizations.ts'

export interface OrganizationStatus extends Pick<Organization, 'slug' | 'name' | 'isDemo'> {
  claims: number
  patterns: number
  /** Days whose metrics no longer match the claims. */
  daysToRecompute: number
  /** Files that are being taken in, or were when their process died. */
  unfinishedImports: number
}

export interface Status {
  engine: Database['engine']
  migrations: MigrationState
  organizations: OrganizationStatus[]
}

/** What the database holds, per organization; nothing of it where the schema is not up to date. */
export async function readStatus(database: Database): Promise<Status> {
  const migrations = await migrationState(database)
  const organizations: OrganizationStatus[] = []
  if (migrations.pending.length === 0) for (const organization of await listOrganizations(database)) organizations.push(await statusOf(database, organization))
  return { engine: database.engine, migrations, organizations }
}

async function statusOf(database: Database, { id, slug, name, isDemo }: Organization): Promise<OrganizationStatus> {
  const counts = await tenantDatabase(database, id).row<Omit<OrganizationStatus, 'slug' | 'name' | 'isDemo'>>(sql`
    select (select count(*)::integer from claims where organization_id = ${id}) as claims,
           (select count(*)::integer from patterns where organization_id = ${id}) as patterns,
           (select count(*)::integer from service_days_to_recompute where organization_id = ${id}) as "daysToRecompute",
           (select count(*)::integer from imports where organization_id = ${id} and status in ('staging', 'merging', 'publishing')) as "unfinishedImports"`)
  return { slug, name, isDemo, ...counts! }
}

/** True while there is no practice, and no demonstration that holds a claim: one whose filling was interrupted counts as unused. */
export async function isUnused(database: Database): Promise<boolean> {
  const organizations = await listOrganizations(database)
  if (organizations.some(({ isDemo }) => !isDemo)) return false
  for (const { id } of organizations)
    if (await tenantDatabase(database, id).row(sql`select true as found from claims where organization_id = ${id} limit 1`)) return false
  return true
}
