import { loggable } from '@overturn/core/loggable'
import type { Problem } from '#shared/types/problem'
import type { Context } from '@overturn/core/context'
import { tenantDatabase } from '@overturn/core/db/tenant'
import { asOverturnError, OverturnError } from '@overturn/core/errors'
import { actorIn } from '@overturn/core/identity/recognize'
import type { Log } from '@overturn/core/log'
import { networkContext } from '@overturn/core/networks/acting'
import type { Operation } from '@overturn/core/operation'
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

/**
 * On whose behalf a request asks for this operation, and where it came from. Throws what whoever belongs to no organization, or to several, has to
 * be told.
 */
export async function contextOf(event: H3Event, log: Log, { name }: Pick<Operation, 'name'>): Promise<Context> {
  const visitor = await visitorOf(event)
  if (visitor === null) throw new OverturnError('unauthenticated', 'Sign in first.')
  const database = useDatabase()
  const origin = { channel: 'http' as const, address: addressOf(event), requestId: requestIdOf(event) }
  const around = { database, origin, now: new Date(), log }
  const asAnalyst = networkContext(visitor, name, around)
  if (asAnalyst) return asAnalyst
  const { role, ...organization } = membershipOf(event, visitor)
  return { ...around, db: tenantDatabase(database, organization.id), organization, actor: actorIn(visitor, { ...organization, role }) }
}
