import { OverturnError } from '../../errors.ts'
import type { ByteSource } from '../importer.ts'

/**
 * Something that can be imported: a file, an entry of an archive, standard input. `name` is shown and kept; it holds no folder, which may
 * name people. `path` is shown to who gave it. `bytes` is the content as formats read it, unpacked and never UTF-16, from its beginning at
 * every call. Whatever is wrong with it is an `unreadable_file` of `bytes`, so that it is refused by name and the next one follows.
 */
export interface ImportSource {
  name: string
  path: string
  bytes(): ByteSource
}

export function unreadable(name: string, problem: string, cause?: unknown): OverturnError {
  return new OverturnError('unreadable_file', `${name}: ${problem}.`, { cause })
}

/** A source that is known to be unreadable before anybody reads it. */
export function refusedSource({ name, path }: Pick<ImportSource, 'name' | 'path'>, refusal: OverturnError): ImportSource {
  return {
    name,
    path,
    bytes: () => {
      throw refusal
    },
  }
}

const LONGEST_NAME = 200

/** A name as it may be shown and stored: a file name can hold line breaks, escape sequences of a terminal or, in an archive, NUL. */
export function shownName(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
    .slice(-LONGEST_NAME)
    .toWellFormed()
}
