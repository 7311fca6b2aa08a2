import { Readable } from 'node:stream'
import { loggable } from '@overturn/core/loggable'
import type { H3Event } from 'h3'

/**
 * Sends what is made part by part, as fast as the caller takes it. When a part cannot be made the connection breaks: half a file must not look like a
 * whole one.
 */
export function sendParts(event: H3Event, first: string, rest: () => AsyncIterable<string>): Readable | '' {
  // Whoever asks for the head alone needs no part but the first, of which it tells.
  if (event.method === 'HEAD') return ''
  const log = requestLog(event)
  async function* parts() {
    yield first
    yield* rest()
  }
  const body = Readable.from(parts(), { objectMode: false })
  body.once('error', (error) => {
    log.error({ operation: event.context.operation, errors: loggable(error) }, 'a file could not be sent to its end')
    event.node.res.destroy()
  })
  // The caller went away: what is left is not read.
  event.node.res.once('close', () => body.destroy())
  return body
}
