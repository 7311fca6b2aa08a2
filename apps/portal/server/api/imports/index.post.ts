import { queryInput } from '@overturn/core/api/query'
import { asOverturnError } from '@overturn/core/errors'
import { openUpload } from '@overturn/core/imports/uploads/operations'
import { runUpload } from '@overturn/core/imports/uploads/run'
import { uploadTasks, type UploadTask } from '@overturn/core/imports/uploads/tasks'
import { perform } from '@overturn/core/operation'
import type { H3Event } from 'h3'

/** Takes files in: asks who may, keeps the files, answers, and imports them in the background. */
export default defineEventHandler((event) =>
  answering(event, async (log) => {
    event.context.operation = openUpload.name
    const context = await contextOf(event, log, openUpload)
    const { id } = await perform(openUpload, context, queryInput(openUpload.input, new URLSearchParams(urlOf(event).split('?')[1])))
    const task = uploadTasks.find(context.organization.id, id)
    try {
      const received = await receiveUpload(event, task, settings())
      void runUpload(context, task, received, endingSignal)
    } catch (error) {
      return refuse(event, task, error)
    }
    setResponseStatus(event, 202)
    setResponseHeader(event, 'location', `/api/imports/tasks/${id}`)
    return task.now
  }),
)

function refuse(event: H3Event, task: UploadTask, thrown: unknown) {
  const { code, message } = thrown instanceof UploadRefused ? thrown : asOverturnError(thrown)
  uploadTasks.change(task, { state: 'failed', problem: { code, message: code === 'internal' ? 'The files could not be received.' : message } })
  // What is still on its way is not read: the connection ends with the answer.
  setResponseHeader(event, 'connection', 'close')
  if (!(thrown instanceof UploadRefused)) throw thrown
  return sendProblem(event, thrown.status, code, thrown.title, thrown.message)
}
