import { ADDRESS_HEADER, baseUrlOf, SIGN_ON } from '@overturn/core/identity/auth'
import { OverturnError } from '@overturn/core/errors'
import type { H3Event } from 'h3'

const ROOT = '/api/auth'

/** What people need of the sign-in; the rest of what it could do is not there. `true`: also before a one-time password was changed. */
const ENDPOINTS: Record<string, boolean> = {
  'POST /sign-in/email': true,
  'POST /sign-in/social': true,
  [`GET /callback/${SIGN_ON}`]: true,
  'POST /sign-out': true,
  'POST /change-password': true,
  'POST /two-factor/verify-totp': false,
  'POST /two-factor/verify-backup-code': false,
  'POST /two-factor/enable': false,
  'POST /two-factor/disable': false,
  'POST /two-factor/generate-backup-codes': false,
}

export default defineEventHandler((event) =>
  answering(event, async () => {
    setResponseHeader(event, 'cache-control', 'no-store')
    const { pathname, search } = getRequestURL(event)
    const path = pathname.slice(ROOT.length)
    const whileChanging = ENDPOINTS[`${event.method} ${path}`]
    if (whileChanging === undefined) throw new OverturnError('not_found', `There is no ${event.method} ${ROOT}${path.slice(0, 100)} here.`)
    const body = event.method === 'POST' ? withoutTrust(await readJson(event)) : null
    const visitor = path.startsWith('/sign-in/') ? null : await visitorOf(event)
    const person = visitor?.kind === 'person' ? visitor : null
    if (person?.mustChangePassword && !whileChanging) return passwordChangeRequired(event)
    const account = accountOf(path, { email: body?.email, userId: person?.userId ?? null })
    return guarded(event, account, async () => passOn(event, await useAuth().handler(requestOf(event, `${ROOT}${path}${search}`, body))))
  }),
)

/** The request as the sign-in shall see it: JSON, under our own address, from the address of the socket. */
function requestOf(event: H3Event, path: string, body: object | null): Request {
  const headers = new Headers({ [ADDRESS_HEADER]: addressOf(event) ?? '' })
  const hasToken = bearerOf(getRequestHeader(event, 'authorization')) !== undefined
  for (const name of ['cookie', 'origin', 'referer', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    // A request with a token is never judged by its cookie.
    const value = name === 'cookie' && hasToken ? undefined : getRequestHeader(event, name)
    if (value !== undefined) headers.set(name, value)
  }
  if (body !== null) headers.set('content-type', 'application/json')
  return new Request(new URL(path, baseUrlOf(settings())), { method: event.method, headers, ...(body !== null && { body: JSON.stringify(body) }) })
}
