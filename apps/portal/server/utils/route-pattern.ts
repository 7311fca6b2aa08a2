import { matchRoute } from '@overturn/core/api/match'
import type { H3Event } from 'h3'

/** What has no route of its own: the page, and its files. */
export const PAGE = '/**'
const API = '/api/**'
/** What nobody answers is one pattern, whatever was asked for. */
const UNKNOWN = '/api/…'

/** The route that answers, as the router itself finds it in the decoded path; '' for none. */
export async function resolvedRoute(event: H3Event): Promise<string> {
  const { __resolve__: resolve } = useNitroApp().router.handler
  return (await resolve?.(event.path))?.route ?? ''
}

/** The pattern of a request's path for logs, metrics and traces: it names nobody's claim. */
export async function routePattern(event: H3Event): Promise<string> {
  const route = await resolvedRoute(event)
  const isApi = route === API || event.path.startsWith('/api/')
  if (!isApi) return route === '' ? PAGE : route
  if (route !== API) return route === '' || route === PAGE ? UNKNOWN : route.replace(/:(\w+)/g, '{$1}')
  const match = matchRoute(event.method, event.path.split('?')[0]!.replace(/^\/[^/]*/, ''))
  return 'route' in match ? `/api${match.route.path}` : UNKNOWN
}
