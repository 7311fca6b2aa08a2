import { answerRoute, type ApiRequest } from '@overturn/core/api/answer'
import { matchRoute } from '@overturn/core/api/match'
import type { H3Event } from 'h3'
import type { Problem } from '#shared/types/problem'

declare module 'h3' {
  interface H3EventContext {
    /** Name of the operation that answers, for logs and metrics: unlike the path it names nothing of anybody's. */
    operation?: string
  }
}

/** The HTTP transport of all operations: core's table says which one answers a method and a path; JSON or a problem comes out. */
export function apiHandler() {
  return defineEventHandler((event) => {
    const match = matchRoute(event.method, pathBelowApi(event))
    if (!('route' in match)) return unanswered(event, match.allow)
    event.context.operation = match.route.operation.name
    return answering(event, async (log) => {
      const { status, headers, body } = await inSpan(event, match.route.operation.name, {}, async () => {
        const request = await requestOf(event)
        return answerRoute(match, request, await contextOf(event, log, match.route.operation))
      })
      setResponseStatus(event, status)
      setResponseHeaders(event, { ...headers, ...(body !== null && { 'content-type': 'application/json' }) })
      return body
    })
  })
}

/** The router has led here because the first word, decoded, is `api`. */
const pathBelowApi = (event: H3Event) => pathOf(event).replace(/^\/[^/]*/, '')

/** The request with its body. Who asks is asked again after that: whoever lost a seat while a slow body came in has lost it. */
async function requestOf(event: H3Event): Promise<ApiRequest> {
  const [path = '', ...query] = urlOf(event).split('?')
  const body = event.method === 'GET' ? Promise.resolve({}) : readJson(event)
  // What is wrong with it is said to those who may send one.
  await body.catch(() => undefined)
  if (event.method !== 'GET') forgetVisitor(event)
  return {
    path,
    query: new URLSearchParams(query.join('?')),
    header: (name) => getRequestHeader(event, name),
    body: () => body,
  }
}

/** 405 where the path exists under other methods, be it in the table or as a file of its own; else 404. */
function unanswered(event: H3Event, inTable: readonly string[]): Problem {
  const { path, handlers = {} } = event.context.matchedRoute ?? {}
  const ofFile = path?.endsWith('/**') ? [] : Object.keys(handlers).filter((method) => method !== 'all')
  const allowed = [...new Set([...inTable, ...ofFile.map((method) => method.toUpperCase())])].join(', ')
  if (allowed === '') return sendProblem(event, 404, 'not_found', 'Not found', `There is no ${pathOf(event)} in this API. /api/reference shows what there is.`)
  setResponseHeader(event, 'allow', allowed)
  return sendProblem(event, 405, 'method_not_allowed', 'Method not allowed', `Use ${allowed} here.`)
}
