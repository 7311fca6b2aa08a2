import type { Context } from '../../context.ts'
import { OverturnError } from '../../errors.ts'
import { loggable } from '../../loggable.ts'
import { removeUploadFolder, removeUploadFolderNow } from './folder.ts'
import { uploadTasks, type HeldFiles, type Received, type UploadTask } from './tasks.ts'

/** So long files wait for a decision: they hold patients, and lie there unencrypted. */
const HOLD_MINUTES = 30

/** Keeps the files of a previewed upload until somebody says what becomes of them, the time is over, or the server ends. */
export function holdUpload({ log }: Pick<Context, 'log'>, task: UploadTask, files: Omit<HeldFiles, 'release'>): void {
  const until = Date.now() + HOLD_MINUTES * 60_000
  const late = () =>
    void discardUpload({ log }, task, `Nobody said within ${HOLD_MINUTES} minutes what becomes of these files, and they were removed. Upload them again.`)
  const timer = setTimeout(late, until - Date.now()).unref()
  const atEnd = () => discardAtEnd({ log }, task)
  files.signal.addEventListener('abort', atEnd, { once: true })
  const release = () => {
    clearTimeout(timer)
    files.signal.removeEventListener('abort', atEnd)
  }
  task.held = { ...files, release }
  uploadTasks.change(task, { state: 'held', progress: null, heldUntil: new Date(until).toISOString() })
}

/** The files of an upload that is held, which from now on are the caller's. Throws `conflict` where it is not. */
export function takeHeld(task: UploadTask): HeldFiles {
  const { held } = task
  if (held === null) throw new OverturnError('conflict', `The upload ${task.id} is not waiting for a decision: it is ${task.now.state}.`)
  held.release()
  task.held = null
  return held
}

/** Removes the files of an upload that is held, and ends it. */
export async function discardUpload(context: Pick<Context, 'log'>, task: UploadTask, why: string | null): Promise<void> {
  const { received } = takeHeld(task)
  await removeFiles(context, task, received)
  discarded(task, why)
}

const discarded = (task: UploadTask, why: string | null): void =>
  uploadTasks.change(task, { state: 'discarded', heldUntil: null, problem: why === null ? null : { code: 'conflict', message: why } })

/** Files of patients do not lie there until the server begins again. The process waits for nothing that is still to come: they go at once. */
function discardAtEnd({ log }: Pick<Context, 'log'>, task: UploadTask): void {
  const { received } = takeHeld(task)
  try {
    removeUploadFolderNow(received.folder)
  } catch (error) {
    log.warn({ upload: task.id, errors: loggable(error) }, 'files of an upload are left')
  }
  discarded(task, 'Overturn ended before somebody said what becomes of these files, and they were removed. Upload them again.')
}

/** Never rejects: what is left then goes with the next start of the server. */
export const removeFiles = ({ log }: Pick<Context, 'log'>, { id }: UploadTask, { folder }: Received): Promise<void> =>
  removeUploadFolder(folder).catch((error: unknown) => log.warn({ upload: id, errors: loggable(error) }, 'files of an upload are left'))
