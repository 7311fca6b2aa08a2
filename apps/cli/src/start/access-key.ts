import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '@overturn/core/config'
import { OverturnError } from '@overturn/core/errors'

/** The key of this server: the one of the environment, else one made once and kept in the data folder, which is there, for its owner's eyes only. */
export function accessKeyOf({ accessKey, dataDir }: Pick<Config, 'accessKey' | 'dataDir'>): string {
  if (accessKey !== null) return accessKey
  const file = join(dataDir, 'access-key')
  try {
    // `wx` makes the file only once, also when two programs start together.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== 'EEXIST')
      throw new OverturnError(
        'data_dir_unwritable',
        `The access key cannot be kept in ${file} (${code}). Set OVERTURN_ACCESS_KEY, or use another --data-dir.`,
        {
          cause,
        },
      )
  }
  const kept = read(file).trim()
  if (kept.length < 16)
    throw new OverturnError('invalid_input', `The access key in ${file} is too short. Delete the file to get a new one, or set OVERTURN_ACCESS_KEY.`)
  return kept
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OverturnError('data_dir_unwritable', `The access key in ${file} cannot be read (${code}). Give read permission, or set OVERTURN_ACCESS_KEY.`, {
      cause,
    })
  }
}
