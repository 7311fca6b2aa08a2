import type { H3Event } from 'h3'

/** Every request has an id, is measured and traced, and those to the API are in the log: by the pattern of the path, for the path itself names claims. */
export default defineNitroPlugin((nitro) => {
  const { traces } = settings()
  if (traces !== null) {
    const ready = startTracing(traces)
    nitro.hooks.hook('close', async () => (await ready)())
  }
  nitro.hooks.hook('request', (event) => {
    const since = performance.now()
    const { res } = event.node
    setResponseHeader(event, 'x-request-id', requestIdOf(event))
    trackAnswer(res)
    if (traces !== null) beginSpan(event)
    res.once('close', () => void finish(event, performance.now() - since))
  })
})

/** Open to all, and many: the page and its files, and whoever looks whether the server lives. */
const QUIET = new Set([PAGE, '/__nuxt_error', '/api/healthz', '/api/readyz'])

async function finish(event: H3Event, ms: number): Promise<void> {
  const route = await routePattern(event)
  const { statusCode, writableFinished } = event.node.res
  // Nobody waited for the end of the answer: nginx's number for it.
  const status = writableFinished ? statusCode : 499
  measureRequest(event.method, route, status, ms / 1000)
  endSpan(event, route, status)
  const level = QUIET.has(route) && status < 500 ? 'debug' : 'info'
  const actor = event.context.visitor === undefined ? null : await callerOf(event)
  requestLog(event)[level]({ method: event.method, route, status, ms: Math.round(ms * 10) / 10, operation: event.context.operation, actor }, 'request')
}
