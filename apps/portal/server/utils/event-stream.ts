import { PassThrough } from 'node:stream'
import type { H3Event } from 'h3'

export interface ServerSentEvent {
  id: string
  event: string
  /** Sent as JSON. */
  data: unknown
}

export interface EventStream {
  body: PassThrough
  /** Sends the event, or the last of those that come within a moment: each says everything. */
  send(event: ServerSentEvent): void
  /** Ends it after what was sent. */
  end(): void
  onEnd(listener: () => void): void
}

const HEARTBEAT_MS = 15_000
/** As often as people can follow, and programs care. */
const PACE_MS = 200
/** After which a browser comes back: soon, for a new server is there soon. */
const RETRY_MS = 2_000

/** A stream of server-sent events. It shows every fifteen seconds that it lives, and ends with the server. */
export function openEventStream(event: H3Event): EventStream {
  setResponseHeaders(event, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  const body = new PassThrough()
  let waiting: ServerSentEvent | null = null
  const write = ({ id, event, data }: ServerSentEvent) => body.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const end = () => {
    if (body.writableEnded) return
    if (waiting) write(waiting)
    body.end()
  }
  const pace = setInterval(() => {
    // Who is too slow to take one gets the next one.
    if (!waiting || body.writableNeedDrain || body.writableEnded) return
    write(waiting)
    waiting = null
  }, PACE_MS).unref()
  const heartbeat = setInterval(() => body.writableEnded || body.write(': alive\n\n'), HEARTBEAT_MS).unref()
  const stop = () => {
    if (!body.writableEnded) body.write(`retry: ${RETRY_MS}\n\n`)
    end()
  }
  endingSignal.addEventListener('abort', stop, { once: true })
  body.once('close', () => {
    clearInterval(heartbeat)
    clearInterval(pace)
    endingSignal.removeEventListener('abort', stop)
  })
  // The caller went away.
  event.node.res.once('close', () => body.destroy())
  body.write(`retry: ${RETRY_MS}\n\n`)
  if (endingSignal.aborted) queueMicrotask(stop)
  return {
    body,
    send: (next) => {
      waiting = next
    },
    end,
    onEnd: (listener) => void body.once('close', listener),
  }
}
