import { randomUUID } from 'node:crypto'
import { createLog, type Log } from '@overturn/core/log'
import type { H3Event } from 'h3'

let root: (Log & { child(bindings: object): Log }) | undefined

/** A log whose lines carry the id that the answer gives back as X-Request-Id. */
export function requestLog(event: H3Event): Log {
  root ??= createLog(settings().logLevel) as Log & { child(bindings: object): Log }
  const requestId = randomUUID()
  setResponseHeader(event, 'x-request-id', requestId)
  return root.child({ requestId })
}
