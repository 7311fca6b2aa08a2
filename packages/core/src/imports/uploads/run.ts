import type { Context } from '../../context.ts'
import { asOverturnError } from '../../errors.ts'
import { refreshAfterImport } from '../../jobs/refresh-after-import.ts'
import { refreshAfterWrite } from '../../jobs/refresh-after-write.ts'
import { loggable } from '../../loggable.ts'
import { savedMappings } from '../mappings/saved.ts'
import { previewPaths } from '../preview.ts'
import { importPaths, type Progress } from '../run.ts'
import { stopping } from '../stopping.ts'
import { holdUpload, removeFiles } from './hold.ts'
import { progressReader, uploadedFile, withFile } from './progress.ts'
import { uploadTasks, type Received, type UploadTask } from './tasks.ts'

export type { Received }

/**
 * Imports what was received as the command line does, when its turn comes, and has what it changed computed; or previews it, and holds it where that
 * was asked for. What becomes of it is told by the task; it never rejects. A signal ends it before the next slice of records.
 */
export async function runUpload(context: Context, task: UploadTask, received: Received, signal: AbortSignal): Promise<void> {
  await uploadTasks.inTurn(task, async () => {
    const problem = await take({ ...context, now: new Date() }, task, received, signal).then(
      () => null,
      (thrown: unknown) => problemOf(thrown, context, task, received),
    )
    if (problem === null && task.preview && task.hold && !signal.aborted) return holdUpload(context, task, { received, signal })
    await removeFiles(context, task, received)
    uploadTasks.change(task, { state: problem === null ? 'done' : 'failed', progress: null, problem })
  })
}

function problemOf(thrown: unknown, { log }: Pick<Context, 'log'>, { id }: UploadTask, received: Received): { code: string; message: string } {
  const { code, message } = asOverturnError(thrown)
  if (code !== 'internal') return { code, message: withoutFolder(received)(message) }
  log.error({ upload: id, errors: loggable(thrown) }, 'an upload failed')
  return { code, message: 'Something went wrong inside Overturn. The log has the details under the id of this upload.' }
}

async function take(context: Context, task: UploadTask, received: Received, signal: AbortSignal): Promise<void> {
  uploadTasks.change(task, { state: 'importing', ahead: 0 })
  const read = progressReader(() => performance.now())
  const follow: Progress = (event) => {
    const progress = read(event)
    if (progress) uploadTasks.change(task, { progress })
    if (event.type === 'finished') uploadTasks.change(task, withFile(task.now, uploadedFile(event.result, event.content, withoutFolder(received))))
  }
  const options = { partial: task.partial, columns: await savedMappings(context) }
  try {
    await (task.preview ? previewPaths : importPaths)(context, received.paths, options, stopping(follow, signal))
  } catch (thrown) {
    // Files before the one at which it ended are in.
    if (!task.preview && task.now.totals.imported > 0) await refreshAfterWrite(context)
    throw thrown
  }
  if (task.preview || task.now.totals.imported === 0) return
  uploadTasks.change(task, { state: 'computing', progress: null })
  await refreshAfterImport(context)
}

/** A text without the folder where the files waited: it says nothing to whoever sent them. */
const withoutFolder =
  ({ paths }: Received) =>
  (text: string): string =>
    paths.reduce((shown, path) => shown.replaceAll(path.slice(0, path.lastIndexOf('/') + 1), ''), text)
