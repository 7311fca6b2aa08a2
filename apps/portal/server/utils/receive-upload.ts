import { statfs } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { Transform, type Readable } from 'node:stream'
import { OverturnError } from '@overturn/core/errors'
import { makeUploadFolder, receiveFile, removeUploadFolder } from '@overturn/core/imports/uploads/folder'
import type { Received } from '@overturn/core/imports/uploads/run'
import { uploadTasks, type UploadTask } from '@overturn/core/imports/uploads/tasks'
import { getRequestHeader, type H3Event } from 'h3'
import { boundaryOf, decoded, fileNameOf, partsOf } from './multipart.ts'

/** An upload of which no byte comes for so long is over. */
const IDLE_MS = 60_000
const MOST_FILES = 1000

const REFUSALS = {
  411: { code: 'length_required', title: 'Length required' },
  413: { code: 'too_large', title: 'Too large' },
  507: { code: 'too_large', title: 'No room' },
} as const

/** Why an upload is not taken, with the status that says so. */
export class UploadRefused extends Error {
  readonly status: keyof typeof REFUSALS
  constructor(status: keyof typeof REFUSALS, message: string) {
    super(message)
    this.status = status
  }

  get code() {
    return REFUSALS[this.status].code
  }

  get title() {
    return REFUSALS[this.status].title
  }
}

export interface Limits {
  dataDir: string
  /** Bytes. */
  maxUpload: number
  idleMs?: number
}

/** Keeps the files of a request on the disk, a stream each. What was kept of an upload that fails is removed. Throws UploadRefused, OverturnError. */
export async function receiveUpload(event: H3Event, task: UploadTask, { dataDir, maxUpload, idleMs = IDLE_MS }: Limits): Promise<Received> {
  const length = lengthOf(event, maxUpload)
  const folder = await makeUploadFolder(dataDir, task.id)
  try {
    await takeRoom(folder, task, length)
    const body = bodyOf(event.node.req, task, idleMs)
    const paths: string[] = []
    for await (const { name, content } of filesOf(event, body)) {
      if (paths.length === MOST_FILES)
        throw new OverturnError('invalid_input', `An upload has at most ${MOST_FILES} files. Send them in several, or as an archive.`)
      paths.push(await receiveFile(folder, paths.length + 1, name, content))
    }
    if (paths.length === 0 || task.now.received === 0) throw new OverturnError('invalid_input', 'There is no file in this upload.')
    return { folder, paths }
  } catch (error) {
    await removeUploadFolder(folder)
    throw error
  }
}

/** Without a length nobody could say whether there is room; the server itself sees to it that no more comes. */
function lengthOf(event: H3Event, most: number): number {
  const length = getRequestHeader(event, 'content-length')
  if (length === undefined) throw new UploadRefused(411, 'Send an upload with its Content-Length.')
  if (Number(length) > most)
    throw new UploadRefused(413, `An upload has at most ${most} bytes here (OVERTURN_MAX_UPLOAD). Use "overturn import" for larger files.`)
  return Number(length)
}

/** The files of a form, or the body itself as the one file that the headers name. */
async function* filesOf(event: H3Event, body: Readable): AsyncGenerator<{ name: string; content: Readable }> {
  const type = getRequestHeader(event, 'content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary === null) {
    if (/^multipart\//i.test(type))
      throw new OverturnError('invalid_input', 'Send files as multipart/form-data with its boundary, or one file as application/octet-stream.')
    return yield { name: nameOf(event), content: body }
  }
  for await (const { fileName, content } of partsOf(body, boundary)) if (fileName !== null && fileName !== '') yield { name: fileName, content }
}

function nameOf(event: H3Event): string {
  const given = getRequestHeader(event, 'x-file-name')
  return given === undefined ? (fileNameOf(`;${getRequestHeader(event, 'content-disposition') ?? ''}`) ?? '') : decoded(given)
}

/** What comes of the request. It fails when the sender is gone, or sends nothing any more. */
function bodyOf(request: IncomingMessage, task: UploadTask, idleMs: number): Readable {
  const cutOff = () => new OverturnError('invalid_input', 'The upload was cut off.')
  // Who is gone by now is not told of again.
  if (request.destroyed) throw cutOff()
  const body = counted(task)
  const idle = setTimeout(() => body.destroy(new OverturnError('invalid_input', `Nothing came of the upload for ${idleMs / 1000} seconds.`)), idleMs)
  request.on('data', () => idle.refresh())
  request.once('close', () => {
    clearTimeout(idle)
    if (!request.readableEnded) body.destroy(cutOff())
  })
  // Whoever reads it hears of it, also when that begins later.
  body.on('error', () => undefined)
  return request.pipe(body)
}

/** Counts what comes, and tells the task now and then. */
function counted(task: UploadTask): Transform {
  let received = 0
  let told = 0
  const tell = () => uploadTasks.change(task, { received: (told = received) })
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length
      if (received - told > 1_000_000) tell()
      done(null, chunk)
    },
    flush(done) {
      tell()
      done()
    },
  })
}

/** The disk must hold the files, and leave the database room to write what is in them: of this upload, and of all others under way. */
async function takeRoom(folder: string, task: UploadTask, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < uploadTasks.stillTaking() + 2 * bytes)
    throw new UploadRefused(507, 'There is not enough room on the disk for these files and for what is imported of them.')
  task.expected = bytes
}
