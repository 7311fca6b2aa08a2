import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { OverturnError } from '@overturn/core/errors'

const { R_OK, W_OK, X_OK } = constants

/** Makes the data folder where it is missing. Throws `data_dir_unwritable` in words when it cannot be one, or cannot be written. */
export function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, R_OK | W_OK | X_OK)
  } catch (cause) {
    throw unusable(dataDir, 'cannot be written', cause)
  }
}

/** Whether the folder holds a database. Throws `data_dir_unwritable` where that cannot be seen: what may not be read is not missing. */
export function hasData(dataDir: string): boolean {
  try {
    accessSync(join(dataDir, 'pgdata'), R_OK | X_OK)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw unusable(dataDir, 'cannot be read', cause)
  }
}

function unusable(dataDir: string, what: string, cause: unknown): OverturnError {
  const { code } = cause as NodeJS.ErrnoException
  const file = code === 'EEXIST' || code === 'ENOTDIR' ? fileOnTheWay(dataDir) : null
  const reason = file === null ? `The folder ${dataDir} ${what} (${code}). Give permission, or choose` : `${file} is a file, not a folder. Choose`
  return new OverturnError('data_dir_unwritable', `${reason} another folder with --data-dir.`, { cause })
}

/** The path itself, or the part of it that is no folder. */
function fileOnTheWay(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found) return found.isDirectory() ? null : path
  return dirname(path) === path ? null : fileOnTheWay(dirname(path))
}
