import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'

export interface Pause {
  job: string
  by: string
  at: Date
}

/** The jobs of an organization that somebody has stopped for a while. */
export function readPauses(db: Pick<TenantTransaction, 'rows'>, organizationId: number): Promise<Pause[]> {
  return db.rows<Pause>(sql`select job, paused_by as "by", paused_at as "at" from job_pauses where organization_id = ${organizationId}`)
}

export async function isPaused(db: Pick<TenantTransaction, 'row'>, organizationId: number, job: string): Promise<boolean> {
  return (await db.row(sql`select true as paused from job_pauses where organization_id = ${organizationId} and job = ${job}`)) !== null
}
