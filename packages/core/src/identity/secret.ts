import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, SecretSource } from '../config.ts'
import { OverturnError } from '../errors.ts'

const SHORTEST = 32

/**
 * What signs sessions and seals second factors: the secret of the environment or of the file it names, else one made once and kept in the
 * data folder, which is there, for its owner's eyes only. Throws `data_dir_unwritable` or `invalid_input`.
 */
export function secretOf({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): string {
  const given = readSecret(secret, 'OVERTURN_SECRET')
  const kept = given ?? keptIn(join(dataDir, 'secret'))
  if (kept.length >= SHORTEST) return kept
  throw new OverturnError(
    'invalid_input',
    `The secret ${given === null ? `in ${join(dataDir, 'secret')}` : 'of OVERTURN_SECRET_FILE'} is too short: ${SHORTEST} characters or more.`,
  )
}

/** The value, or what its file holds; null for neither. `name` is the variable, for the sentence about a file that cannot be read. */
export function readSecret({ value, file }: SecretSource, name: string): string | null {
  if (value !== null) return value
  return file === null ? null : read(file, `${name}_FILE`)
}

function keptIn(file: string): string {
  try {
    // `wx` makes the file only once, also when two programs start together.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== 'EEXIST')
      throw new OverturnError('data_dir_unwritable', `The secret cannot be kept in ${file} (${code}). Set OVERTURN_SECRET, or use another --data-dir.`, {
        cause,
      })
  }
  return read(file, 'OVERTURN_SECRET')
}

function read(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OverturnError('data_dir_unwritable', `The secret in ${file} cannot be read (${code}). Give read permission, or correct ${variable}.`, { cause })
  }
}
