import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { OverturnError } from '../../errors.ts'
import { livingOwner, startOf, type Lock } from './lock-owner.ts'
import { codeOf, read, seize } from './seize.ts'

export { isAlive, startOf } from './lock-owner.ts'

const lockFile = (dataDir: string) => join(dataDir, 'engine.lock')

/** The living owner of the folder; null when there is none, or only one that was killed. */
export function readLock(dataDir: string): Lock | null {
  try {
    return livingOwner(read(lockFile(dataDir)))
  } catch {
    // What keeps the file from being read keeps it from being taken, and then it is said.
    return null
  }
}

/** Takes the folder for this process. A lock left by a killed process is taken over. Returns the release. */
export function takeLock(dataDir: string, socket: string): () => void {
  const file = lockFile(dataDir)
  const content = JSON.stringify({ pid: process.pid, started: startOf(process.pid), socket } satisfies Lock)
  let owner: Lock | null
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    owner = seize(file, content)
  } catch (cause) {
    throw unwritable(dataDir, cause)
  }
  if (owner)
    throw new OverturnError('data_dir_in_use', `The data in ${dataDir} is in use by process ${owner.pid}. Stop it, or choose another folder with --data-dir.`)
  return () => {
    if (read(file) === content) rmSync(file, { force: true })
  }
}

function unwritable(dataDir: string, cause: unknown): OverturnError {
  const reason = codeOf(cause) || 'unknown reason'
  return new OverturnError(
    'data_dir_unwritable',
    `The folder ${dataDir} cannot be written (${reason}). Give write permission, or choose another folder with --data-dir.`,
    { cause },
  )
}
