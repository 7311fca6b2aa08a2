import { OverturnError } from '@overturn/core/errors'

const OPEN = new Set(['/api/healthz', '/api/readyz', '/api/session'])

/** Access before anything else: whoever is not signed in learns nothing of the API, not even which paths exist. */
export default defineEventHandler(async (event) => {
  const { pathname } = getRequestURL(event)
  if (!pathname.startsWith('/api/') || OPEN.has(pathname)) return
  setResponseHeader(event, 'cache-control', 'no-store')
  const actor = await actorOf(event)
  if (actor.role === 'anyone') {
    setResponseHeader(event, 'www-authenticate', 'Bearer')
    return answerError(event, new OverturnError('unauthenticated', 'Sign in first, or send the access key as "Authorization: Bearer <key>".'))
  }
})
