import { Transform, type Readable } from 'node:stream'
import { statfs } from 'node:fs/promises'
import { OverturnError } from '@overturn/core/errors'
import { makeUploadFolder, receiveFile, removeUploadFolder } from '@overturn/core/imports/uploads/folder'
import type { Received } from '@overturn/core/imports/uploads/run'
import { uploadTasks, type UploadTask } from '@overturn/core/imports/uploads/tasks'
import type { H3Event } from 'h3'

/** Why an upload is not taken, with the status that says so. */
export class UploadRefused extends Error {
  readonly status: 411 | 413 | 507
  constructor(status: 411 | 413 | 507, message: string) {
    super(message)
    this.status = status
  }
}

/** Keeps the files of a request on the disk, a stream each. What was kept of an upload that fails is removed. Throws UploadRefused, OverturnError. */
export async function receiveUpload(event: H3Event, task: UploadTask): Promise<Received> {
  const { dataDir, maxUpload } = settings()
  const length = Number(getRequestHeader(event, 'content-length') ?? 0)
  if (length > maxUpload) throw tooLarge(maxUpload)
  const folder = await makeUploadFolder(dataDir, task.id)
  try {
    await assertRoom(folder, length)
    const body = event.node.req.pipe(counted(task, maxUpload))
    event.node.req.once('close', () => event.node.req.readableEnded || body.destroy(new OverturnError('invalid_input', 'The upload was cut off.')))
    const paths: string[] = []
    for await (const { name, content } of filesOf(event, body)) paths.push(await receiveFile(folder, paths.length + 1, name, content))
    if (paths.length === 0 || task.now.received === 0) throw new OverturnError('invalid_input', 'There is no file in this upload.')
    return { folder, paths }
  } catch (error) {
    await removeUploadFolder(folder)
    throw error
  }
}

const tooLarge = (bytes: number) =>
  new UploadRefused(413, `An upload has at most ${bytes} bytes here (OVERTURN_MAX_UPLOAD). Use "overturn import" for larger files.`)

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

/** Counts what comes, tells the task now and then, and stops what is too much. */
function counted(task: UploadTask, most: number): Transform {
  let received = 0
  let told = 0
  const tell = () => uploadTasks.change(task, { received: (told = received) })
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length
      if (received > most) return done(tooLarge(most))
      if (received - told > 1_000_000) tell()
      done(null, chunk)
    },
    flush(done) {
      tell()
      done()
    },
  })
}

/** The disk must hold the files, and leave the database room to write what is in them. */
async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < 2 * bytes) throw new UploadRefused(507, 'There is not enough room on the disk for these files and for what is imported of them.')
}
