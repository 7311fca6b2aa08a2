import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { isAlive, startOf } from '../db/embedded/lock.ts'

/** A name for whoever works on an import: host, process id and when that process started, which tell whether it lives; and one of its own. */
export function newWriter(): string {
  return [hostname(), process.pid, startOf(process.pid) ?? '', randomUUID()].join('|')
}

const SILENT_MS = 60_000

/** Whether the writer of an import is gone: it let go (''), on this machine its process has ended, elsewhere it has been silent for a minute. */
export function isGone(writer: string, heartbeat: Date, now: Date): boolean {
  if (writer === '') return true
  const [host, pid, started] = writer.split('|')
  if (host === hostname()) return !isAlive({ pid: Number(pid), started: started || null })
  return now.getTime() - heartbeat.getTime() > SILENT_MS
}
