import { loggable } from '@overturn/core/loggable'
import type { Problem } from '#shared/types/problem'
import type { Context } from '@overturn/core/context'
import { tenantDatabase } from '@overturn/core/db/tenant'
import { asOverturnError } from '@overturn/core/errors'
import type { Log } from '@overturn/core/log'
import { perform, type Operation } from '@overturn/core/operation'
import { findOrganization } from '@overturn/core/organizations'
import type { H3Event } from 'h3'

/** The HTTP transport of an operation: query (GET) or body, and the parameters of the route, go in; JSON or a problem comes out. */
export function operationHandler(operation: Operation) {
  return defineEventHandler((event) =>
    answering(event, async (log) =>
      perform(operation, await contextOf(event, log), { ...(await inputOf(event)), ...getRouterParams(event, { decode: true }) }),
    ),
  )
}

/** Answers with what the work gives, or with the problem that it met. Unexpected errors are logged, and their words stay there. */
export async function answering<T>(event: H3Event, work: (log: Log) => Promise<T>): Promise<T | Problem> {
  const log = requestLog(event)
  try {
    return await work(log)
  } catch (thrown) {
    const error = asOverturnError(thrown)
    if (error.code === 'internal' || error.code === 'database_unavailable')
      log.error({ route: event.context.matchedRoute?.path, errors: loggable(thrown) }, error.code)
    return answerError(event, error)
  }
}

async function contextOf(event: H3Event, log: Log): Promise<Context> {
  const database = useDatabase()
  const organization = await findOrganization(database, settings().organization)
  return { db: tenantDatabase(database, organization.id), database, organization, actor: await actorOf(event), now: new Date(), log }
}

async function inputOf(event: H3Event): Promise<object> {
  return event.method === 'GET' ? getQuery(event) : readJson(event)
}
