import { defineOperation } from '../../operation.ts'
import { discardUpload, takeHeld } from './hold.ts'
import { NOTHING } from './progress.ts'
import { runUpload } from './run.ts'
import { continueUploadInput, getUploadInput, uploadOutput } from './schemas.ts'
import { uploadTasks } from './tasks.ts'

export const continueUpload = defineOperation({
  name: 'imports.task.continue',
  kind: 'write',
  summary: 'Imports the files of an upload that was previewed and held, in the background; or previews them again.',
  input: continueUploadInput,
  output: uploadOutput,
  async run(context, { id, preview }) {
    const task = uploadTasks.find(context.organization.id, id)
    const { received, signal } = takeHeld(task)
    task.preview = preview
    uploadTasks.change(task, { state: 'waiting', preview, heldUntil: null, files: [], totals: NOTHING })
    void runUpload(context, task, received, signal)
    return task.now
  },
})

export const discardUploadOperation = defineOperation({
  name: 'imports.task.discard',
  kind: 'write',
  summary: 'Removes the files of an upload that was previewed and held; nothing of them is imported.',
  input: getUploadInput,
  output: uploadOutput,
  async run(context, { id }) {
    const task = uploadTasks.find(context.organization.id, id)
    await discardUpload(context, task, null)
    return task.now
  },
})
