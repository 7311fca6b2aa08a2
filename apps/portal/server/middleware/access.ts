import { OverturnError } from '@overturn/core/errors'

const OPEN = new Set(['/api/healthz', '/api/readyz', '/api/session'])
/** The page, which holds no data: under every path that no other route has, and as the page of an error. */
const SHELL = new Set(['/**', '/__nuxt_error'])

/**
 * Access before anything else: what is not open needs somebody who is known, with a password of their own. Static files never come this far,
 * Nitro answers them first. Whoever is not signed in learns nothing of the API, not even which paths exist.
 */
export default defineEventHandler(async (event) => {
  const route = await resolvedRoute(event)
  if (OPEN.has(route) || route.startsWith('/api/auth/') || (SHELL.has(route) && !event.path.startsWith('/api/'))) return
  setResponseHeader(event, 'cache-control', 'no-store')
  return answering(event, async () => {
    const visitor = await visitorOf(event)
    if (visitor === null) {
      setResponseHeader(event, 'www-authenticate', 'Bearer')
      throw new OverturnError('unauthenticated', 'Sign in first, or send an API token as "Authorization: Bearer <token>".')
    }
    if (visitor.kind === 'person' && visitor.mustChangePassword) return passwordChangeRequired(event)
  })
})
