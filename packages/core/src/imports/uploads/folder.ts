import { createWriteStream, rmSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isAlive, startOf } from '../../db/embedded/lock.ts'
import { shownName } from '../sources/source.ts'

/**
 * Where uploads wait for their import: a folder of this process within the data folder, for the eyes of its user only. Each upload has a folder of its
 * own there, and each file one of its own in that, so that it keeps its name.
 */
const uploadsOf = (dataDir: string) => join(dataDir, 'uploads')
const ofThisProcess = () => `${process.pid}.${startOf(process.pid) ?? ''}`

export async function makeUploadFolder(dataDir: string, id: string): Promise<string> {
  const folder = join(uploadsOf(dataDir), ofThisProcess(), id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}

export const removeUploadFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

/** The same at once, for a process that is about to end. */
export const removeUploadFolderNow = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Removes what processes left that are gone. */
export async function clearUploads(dataDir: string): Promise<void> {
  const folder = uploadsOf(dataDir)
  const left = await readdir(folder).catch(() => [])
  for (const name of left) {
    const [pid, started] = name.split('.')
    if (!isAlive({ pid: Number(pid), started: started || null })) await removeUploadFolder(join(folder, name))
  }
}

/** Keeps what comes as a new file of the upload, without ever holding it in memory. Returns where it is. */
export async function receiveFile(folder: string, number: number, name: string, content: Readable): Promise<string> {
  const own = join(folder, String(number))
  await mkdir(own, { mode: 0o700 })
  const path = join(own, storableName(name, number))
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return path
}

const LONGEST_NAME_BYTES = 200

/** The name of a file as its sender gave it, without folders and without what no disk takes. */
export function storableName(given: string, number: number): string {
  let name = shownName(given.split(/[/\\]/).at(-1) ?? '').trim()
  while (Buffer.byteLength(name) > LONGEST_NAME_BYTES) name = name.slice(1).toWellFormed()
  return name === '' || name === '.' || name === '..' ? `upload-${number}` : name
}
