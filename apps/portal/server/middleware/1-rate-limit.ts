import type { RateLimit } from '../utils/rate-limit'

/** Whether the process and its database live is asked by machines, and costs nothing. */
const UNCOUNTED = new Set(['/api/healthz', '/api/readyz'])

let limit: RateLimit | undefined

/** So many requests a minute for each who is signed in, and for all visitors of an address together. */
export default defineEventHandler(async (event) => {
  if (!event.path.startsWith('/api/') || UNCOUNTED.has(event.path)) return
  limit ??= createRateLimit({ perMinute: settings().rateLimit })
  // Where the database does not answer, who asks is not known; the next middleware says so.
  const visitor = await visitorOf(event).catch(() => null)
  const caller = visitor === null ? `address ${addressOf(event) ?? 'unknown'}` : `actor ${visitor.kind === 'person' ? visitor.userId : visitor.id}`
  const wait = limit.take(caller, Date.now())
  if (wait === 0) return
  setResponseHeaders(event, { 'retry-after': wait, 'cache-control': 'no-store' })
  return sendProblem(
    event,
    429,
    'too_many_requests',
    'Too many requests',
    `More than ${settings().rateLimit} requests a minute. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
  )
})
