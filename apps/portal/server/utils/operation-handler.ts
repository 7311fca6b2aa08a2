import { loggable } from '@overturn/core/loggable'
import type { Problem } from '#shared/types/problem'
import type { Context } from '@overturn/core/context'
import { tenantDatabase } from '@overturn/core/db/tenant'
import { asOverturnError, OverturnError } from '@overturn/core/errors'
import { actorIn } from '@overturn/core/identity/recognize'
import type { Log } from '@overturn/core/log'
import type { H3Event } from 'h3'

/** Answers with what the work gives, or with the problem that it met. Unexpected errors are logged, and their words stay there. */
export async function answering<T>(event: H3Event, work: (log: Log) => Promise<T>): Promise<T | Problem> {
  const log = requestLog(event)
  try {
    return await work(log)
  } catch (thrown) {
    const error = asOverturnError(thrown)
    if (error.code === 'internal' || error.code === 'database_unavailable')
      log.error({ operation: event.context.operation, route: event.context.matchedRoute?.path, errors: loggable(thrown) }, error.code)
    return answerError(event, error)
  }
}

/** On whose behalf a request asks, and where it came from. Throws what whoever belongs to no organization, or to several, has to be told. */
export async function contextOf(event: H3Event, log: Log): Promise<Context> {
  const visitor = await visitorOf(event)
  if (visitor === null) throw new OverturnError('unauthenticated', 'Sign in first.')
  const { role, ...organization } = membershipOf(event, visitor)
  const database = useDatabase()
  const origin = { channel: 'http' as const, address: getRequestIP(event) ?? null, requestId: requestIdOf(event) }
  return {
    db: tenantDatabase(database, organization.id),
    database,
    organization,
    actor: actorIn(visitor, { ...organization, role }),
    origin,
    now: new Date(),
    log,
  }
}
