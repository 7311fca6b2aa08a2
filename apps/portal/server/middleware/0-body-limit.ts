/** More than any input of an operation needs; files have a route of their own. */
const LARGEST_BODY = 100_000
/** Of which a body of that size needs a fraction, however slow the line. */
const LONGEST_MS = 60_000
const UPLOADS = '/api/imports'
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS'])

/** No request but an upload has more than a little to say, or takes long to say it. */
export default defineEventHandler(async (event) => {
  const { req } = event.node
  const length = getRequestHeader(event, 'content-length')
  const isChunked = getRequestHeader(event, 'transfer-encoding') !== undefined
  if (!isChunked && (length === undefined || Number(length) === 0)) return
  if (event.method === 'POST' && (await resolvedRoute(event)) === UPLOADS) return
  if (isChunked || Number(length) > LARGEST_BODY || WITHOUT_BODY.has(event.method)) {
    // What is still on its way is not read: the connection ends with the answer.
    setResponseHeader(event, 'connection', 'close')
    if (isChunked) return sendProblem(event, 411, 'length_required', 'Length required', 'Send the body with its Content-Length, not in chunks.')
    if (WITHOUT_BODY.has(event.method)) return sendProblem(event, 400, 'invalid_input', 'The request is not valid', `A ${event.method} has no body.`)
    return sendProblem(event, 413, 'too_large', 'Too large', `A body has at most ${LARGEST_BODY} bytes. Files go to POST /api/imports.`)
  }
  const timer = setTimeout(() => req.destroy(), LONGEST_MS).unref()
  for (const end of ['end', 'close'] as const) req.once(end, () => clearTimeout(timer))
})
