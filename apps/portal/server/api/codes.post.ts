import { queryInput } from '@overturn/core/api/query'
import { loadCodes } from '@overturn/core/codes/load'
import { OverturnError } from '@overturn/core/errors'
import { removeUploadFolder } from '@overturn/core/imports/uploads/folder'
import { uploadTasks } from '@overturn/core/imports/uploads/tasks'
import { perform } from '@overturn/core/operation'

const asked = loadCodes.input.omit({ path: true })

/** Takes a code list in: asks who may, keeps the file while it is read, and answers with what became of its rows. */
export default defineEventHandler((event) =>
  answering(event, async (log) => {
    event.context.operation = loadCodes.name
    const context = await contextOf(event, log, loadCodes)
    const received = {
      ...loadCodes,
      input: asked,
      run: async (given: typeof context, input: ReturnType<typeof asked.parse>) => {
        const task = uploadTasks.open(given.organization.id, { preview: false, partial: false, hold: false })
        const { folder, paths } = await receiveUpload(event, task, settings()).finally(() => uploadTasks.change(task, { state: 'discarded' }))
        try {
          const [path, another] = paths
          if (path === undefined || another !== undefined) throw new OverturnError('invalid_input', 'A code list is one file. Send one at a time.')
          return await loadCodes.run(given, { ...input, path })
        } finally {
          await removeUploadFolder(folder)
        }
      },
    }
    try {
      return await perform(received, context, queryInput(asked, new URLSearchParams(urlOf(event).split('?')[1])))
    } catch (thrown) {
      // What is still on its way is not read: the connection ends with the answer.
      setResponseHeader(event, 'connection', 'close')
      if (!(thrown instanceof UploadRefused)) throw thrown
      return sendProblem(event, thrown.status, thrown.code, thrown.title, thrown.message)
    }
  }),
)
