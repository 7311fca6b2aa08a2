import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { OverturnError } from '../../errors.ts'

/** PGlite opens a folder twice without complaint and corrupts it, so one process owns it: whoever created this file and still lives. */
export interface Lock {
  pid: number
  /** When the process started, where the system tells (Linux): a pid used again by another program is no owner. */
  started: string | null
  /** Socket that serves the data, for other programs to share. */
  socket: string
}

const lockFile = (dataDir: string) => join(dataDir, 'engine.lock')

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

/** The living owner of the folder; null when there is none, or only one that was killed. */
export function readLock(dataDir: string): Lock | null {
  let lock: Lock
  try {
    lock = JSON.parse(readFileSync(lockFile(dataDir), 'utf8')) as Lock
  } catch {
    return null
  }
  return typeof lock.pid === 'number' && isAlive(lock) ? lock : null
}

/** Takes the folder for this process. A lock left by a killed process is taken over. Returns the release. */
export function takeLock(dataDir: string, socket: string): () => void {
  const file = lockFile(dataDir)
  const mine: Lock = { pid: process.pid, started: startOf(process.pid), socket }
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw unwritable(dataDir, cause)
  }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600)
      writeSync(handle, JSON.stringify(mine))
      closeSync(handle)
      return () => rmSync(file, { force: true })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(dataDir, cause)
      const owner = readLock(dataDir)
      if (owner)
        throw new OverturnError(
          'data_dir_in_use',
          `The data in ${dataDir} is in use by process ${owner.pid}. Stop it, or choose another folder with --data-dir.`,
        )
      rmSync(file, { force: true })
    }
  }
  throw new OverturnError('data_dir_in_use', `The data in ${dataDir} is being opened by another process. Try again in a moment.`)
}

function unwritable(dataDir: string, cause: unknown): OverturnError {
  const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown reason'
  return new OverturnError(
    'data_dir_unwritable',
    `The folder ${dataDir} cannot be written (${reason}). Give write permission, or choose another folder with --data-dir.`,
    { cause },
  )
}
