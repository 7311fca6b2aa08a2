import { getUpload } from '@overturn/core/imports/uploads/operations'
import { isOver, uploadTasks } from '@overturn/core/imports/uploads/tasks'
import { perform } from '@overturn/core/operation'

/**
 * Follows an upload: the state it is in, and each one after it, until the one that says what became of it. Who comes back with the id of that one has
 * heard everything.
 */
export default defineEventHandler((event) =>
  answering(event, async (log) => {
    event.context.operation = getUpload.name
    const context = await contextOf(event, log, getUpload)
    const { id, version } = await perform(getUpload, context, { id: getRouterParam(event, 'id') })
    const task = uploadTasks.find(context.organization.id, id)
    if (isOver(task.now) && getRequestHeader(event, 'last-event-id') === String(version)) return null
    const stream = openEventStream(event)
    const tell = () => {
      stream.send({ id: String(task.now.version), event: isOver(task.now) ? 'outcome' : 'progress', data: task.now })
      if (isOver(task.now)) stream.end()
    }
    task.listeners.add(tell)
    stream.onEnd(() => task.listeners.delete(tell))
    tell()
    return stream.body
  }),
)
