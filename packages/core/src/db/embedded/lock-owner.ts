import { readFileSync } from 'node:fs'

/** PGlite opens a folder twice without complaint and corrupts it, so one process owns it: whoever created this file and still lives. */
export interface Lock {
  pid: number
  /** When the process started, where the system tells (Linux): a pid used again by another program is no owner. */
  started: string | null
  /** Socket that serves the data, for other programs to share. */
  socket: string
}

/** State and start of a process, where the system tells. */
function statOf(pid: number): { state: string; started: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', started: fields[19] ?? '' }
  } catch {
    return null
  }
}

export function startOf(pid: number): string | null {
  return statOf(pid)?.started ?? null
}

export function isAlive({ pid, started }: Pick<Lock, 'pid' | 'started'>): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const actual = statOf(pid)
  // A zombie (Z, X) has ended; only its parent, a container's first process perhaps, has not taken note.
  if (actual === null) return true
  return !'ZX'.includes(actual.state) && (started === null || actual.started === started)
}

/** What a lock file says; null when it is no lock. */
export function parseLock(content: string): Lock | null {
  try {
    const lock = JSON.parse(content) as Lock | null
    return typeof lock?.pid === 'number' ? lock : null
  } catch {
    return null
  }
}

/** The process that a lock file names, if it lives. */
export function livingOwner(content: string | null): Lock | null {
  const lock = content === null ? null : parseLock(content)
  return lock && isAlive(lock) ? lock : null
}
