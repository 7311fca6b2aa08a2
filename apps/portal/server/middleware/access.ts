import { OverturnError } from '@overturn/core/errors'
import type { H3Event } from 'h3'

const OPEN = new Set(['/api/healthz', '/api/readyz', '/api/session'])
/** The page, which holds no data: under every path that no other route has, and as the page of an error. */
const SHELL = new Set(['/**', '/__nuxt_error'])

/**
 * Access before anything else: what is not open needs the key. Static files never come this far, Nitro answers them first.
 * Whoever is not signed in learns nothing of the API, not even which paths exist.
 */
export default defineEventHandler(async (event) => {
  const route = await routeOf(event)
  if (OPEN.has(route) || (SHELL.has(route) && !event.path.startsWith('/api/'))) return
  setResponseHeader(event, 'cache-control', 'no-store')
  const actor = await actorOf(event)
  if (actor.role === 'anyone') {
    setResponseHeader(event, 'www-authenticate', 'Bearer')
    return answerError(event, new OverturnError('unauthenticated', 'Sign in first, or send the access key as "Authorization: Bearer <key>".'))
  }
})

/**
 * The route that will answer, as the router itself finds it in the decoded path: a path has many spellings, and one that is read
 * differently here than there would be a way in. '' when no route answers.
 */
async function routeOf(event: H3Event): Promise<string> {
  const { __resolve__: resolve } = useNitroApp().router.handler
  return (await resolve?.(event.path))?.route ?? ''
}
