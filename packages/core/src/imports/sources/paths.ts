import type { Dirent } from 'node:fs'
import { glob, readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { OverturnError } from '../../errors.ts'
import { isIgnored } from './ignored.ts'
import { readFailure, reasonOf } from './stored-file.ts'
import { refusedSource, shownName, type ImportSource } from './source.ts'

/** A file to open, or a folder that cannot be listed. */
export type Listed = { path: string } | { refused: ImportSource }

/**
 * The files that a path stands for: a file is itself, a folder all below it in the order of their names, a pattern (`remits/*.835`, `**`)
 * what it matches. Throws `unreadable_file` for a path that stands for nothing.
 */
export async function listPath(path: string): Promise<Listed[]> {
  const missing = await stat(path).then(
    () => null,
    (cause: unknown) => ({ cause }),
  )
  if (missing === null) return filesAt(path)
  const matches = /[*?[{]/.test(path) ? await matching(path) : []
  if (matches.length > 0) return matches
  throw new OverturnError('unreadable_file', `${path} cannot be read (${reasonOf(missing.cause)}).`, missing)
}

const filesAt = async (path: string): Promise<Listed[]> => ((await isFolder(path)) ? filesBelow(path) : [{ path }])

const isFolder = (path: string) =>
  stat(path).then(
    (target) => target.isDirectory(),
    () => false,
  )

/**
 * A pattern that the shell left to us: quoted, or on Windows. A name that is there is never taken for a pattern. A folder that matches
 * stands for all below it, except of `**`, which matches what is below by itself.
 */
async function matching(pattern: string): Promise<Listed[]> {
  const matches: string[] = []
  for await (const match of glob(pattern)) if (!isIgnored(basename(match)) || basename(match) === basename(pattern)) matches.push(match)
  const lists: Listed[] = []
  for (const match of matches.sort()) if (!pattern.includes('**') || !(await isFolder(match))) lists.push(...(await filesAt(match)))
  return lists
}

async function filesBelow(folder: string): Promise<Listed[]> {
  const found: Listed[] = []
  await walk(folder, new Set(), found)
  return found.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
}

const pathOf = (listed: Listed) => ('path' in listed ? listed.path : listed.refused.path)

/** Links to files and folders are followed; a folder is walked once, however many links lead to it or back to it. */
async function walk(folder: string, walked: Set<string>, found: Listed[]): Promise<void> {
  let entries: Dirent[]
  try {
    const real = await realpath(folder)
    if (walked.has(real)) return
    walked.add(real)
    entries = await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    const name = shownName(basename(folder))
    found.push({ refused: refusedSource({ name, path: folder }, readFailure(name, cause)) })
    return
  }
  for (const entry of entries.filter(({ name }) => !isIgnored(name))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(path)))) await walk(path, walked, found)
    else found.push({ path })
  }
}
