/** Refuses a write that another site may have made in the browser of somebody who is signed in. */
export default defineEventHandler((event) => {
  const header = (name: string) => getRequestHeader(event, name)
  if (!isForged({ method: event.method, header, url: settings().url })) return
  setResponseHeader(event, 'cache-control', 'no-store')
  return sendProblem(
    event,
    403,
    'other_site',
    'Not from this site',
    'This write does not come from a page of this portal. A program sends a token as "Authorization: Bearer <token>" instead of a cookie.',
  )
})
