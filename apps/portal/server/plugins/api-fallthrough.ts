import type { Problem } from '#shared/types/problem'
import type { H3Event } from 'h3'

/** A path under /api that no route answers would be shown the portal's page: it is a 404, or a 405 where it exists under other methods. */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('render:before', (context) => {
    if (context.event.path.startsWith('/api/')) context.response = { body: unanswered(context.event) }
  })
})

function unanswered(event: H3Event): Problem {
  // The router matched this path first and then found no handler for the method.
  const { path = '', handlers = {} } = event.context.matchedRoute ?? {}
  const methods = path.startsWith('/api/') ? Object.keys(handlers).filter((method) => method !== 'all') : []
  if (methods.length === 0) return sendProblem(event, 404, 'not_found', 'Not found', `There is no ${getRequestURL(event).pathname} in this API.`)
  const allowed = methods.join(', ').toUpperCase()
  setResponseHeader(event, 'allow', allowed)
  return sendProblem(event, 405, 'method_not_allowed', 'Method not allowed', `Use ${allowed} here.`)
}
