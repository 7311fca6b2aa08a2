import { copyFile, mkdir, open, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { OverturnError } from '../../errors.ts'
import { reasonOf } from '../sources/stored-file.ts'
import { SHELVES, type Shelf } from './names.ts'

/** Makes the shelves of an inbox, readable by their owner only. Throws `data_dir_unwritable`. */
export async function makeShelves(inbox: string): Promise<void> {
  for (const shelf of SHELVES) {
    await mkdir(join(inbox, shelf), { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
      throw unwritable(join(inbox, shelf), cause)
    })
  }
}

/**
 * Moves a file of the inbox to a shelf, with a note beside it, and returns where it is now; null when somebody else took it away.
 * A name that is taken there is never written over: the next one is `name (2)`. Throws `data_dir_unwritable`.
 */
export async function shelve(inbox: string, path: string, shelf: Shelf, note: string): Promise<string | null> {
  const target = await reserve(join(inbox, shelf), basename(path))
  try {
    await move(path, target)
  } catch (cause) {
    await rm(target, { force: true })
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw unwritable(target, cause)
  }
  await writeFile(noteOf(target), note, { flag: 'wx', mode: 0o600 }).catch((cause: unknown) => {
    throw unwritable(noteOf(target), cause)
  })
  return target
}

const noteOf = (target: string) => `${target}.txt`

/** A name on the shelf that is ours: an empty file that the move replaces. */
async function reserve(shelf: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name)
  for (let number = 1; ; number++) {
    const target = join(shelf, number === 1 ? name : `${stem} (${number})${ext}`)
    if (await exists(noteOf(target))) continue
    try {
      await (await open(target, 'wx', 0o600)).close()
      return target
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(target, cause)
    }
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** One step on one disk; a shelf that is a link to another one gets a copy. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause
    await copyFile(from, to)
    await unlink(from)
  }
}

function unwritable(path: string, cause: unknown): OverturnError {
  return new OverturnError('data_dir_unwritable', `${path} cannot be written (${reasonOf(cause)}). Give the user who runs Overturn write permission there.`, {
    cause,
  })
}
