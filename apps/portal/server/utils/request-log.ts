import { randomUUID } from 'node:crypto'
import { createLog, type Log } from '@overturn/core/log'
import { tokenActor } from '@overturn/core/identity/recognize'
import type { H3Event } from 'h3'

declare module 'h3' {
  interface H3EventContext {
    requestId?: string
  }
}

let root: (Log & { child(bindings: object): Log }) | undefined

/** What a proxy may hand on as the id of a request; anything else could be a name, or lines for a log. */
const SANE_ID = /^[\w.-]{8,64}$/

/** The id of this request, that of a proxy before it if there is a sane one; the answer gives it back as X-Request-Id. */
export function requestIdOf(event: H3Event): string {
  const given = getRequestHeader(event, 'x-request-id')
  return (event.context.requestId ??= given !== undefined && SANE_ID.test(given) ? given : randomUUID())
}

/** The log of the server itself. */
export function serverLog(): Log & { child(bindings: object): Log } {
  return (root ??= createLog(settings().logLevel) as Log & { child(bindings: object): Log })
}

/** A log whose lines carry the id of the request. */
export function requestLog(event: H3Event): Log {
  return serverLog().child({ requestId: requestIdOf(event) })
}

/** Who asks, as the audit trail names them; null for a visitor, and where that cannot be found out. */
export async function callerOf(event: H3Event): Promise<string | null> {
  const visitor = await visitorOf(event).catch(() => null)
  if (visitor === null) return null
  return visitor.kind === 'person' ? visitor.userId : tokenActor(visitor.id)
}
