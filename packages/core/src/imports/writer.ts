import { hostname } from 'node:os'
import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../db/tenant.ts'
import { isAlive, startOf } from '../db/embedded/lock.ts'

/** Names this process so that another can tell whether it still lives: host, process id, and when that process started. */
export function thisProcess(): string {
  return [hostname(), process.pid, startOf(process.pid) ?? ''].join('|')
}

const SILENT_MS = 60_000

/** Whether the writer of an import is gone: on this machine its process is, elsewhere it has been silent for a minute. */
export function isGone(writer: string, heartbeat: Date, now: Date): boolean {
  const [host, pid, started] = writer.split('|')
  if (host === hostname()) return !isAlive({ pid: Number(pid), started: started || null })
  return now.getTime() - heartbeat.getTime() > SILENT_MS
}

const BEAT_MS = 5_000

/** Says now and then that this process still works on the import; one that is silent for a minute counts as gone. */
export function heartbeat(db: TenantDatabase, importId: number): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < BEAT_MS) return
    last = performance.now()
    await db.run(sql`update imports set heartbeat_at = now() where organization_id = ${db.organizationId} and id = ${importId}`)
  }
}
