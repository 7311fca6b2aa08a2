import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Actor } from '@overturn/core/context'
import type { H3Event, SessionConfig } from 'h3'

declare module 'h3' {
  interface H3EventContext {
    actor?: Actor
  }
}

const TWELVE_HOURS = 12 * 60 * 60
const COOKIE = 'overturn-session'
const VISITOR: Actor = { id: 'anonymous', role: 'anyone' }

/** Ten wrong keys a minute and address. Behind a proxy all callers share its address: a forwarded one could be forged. */
const wrongKeys = createThrottle({ limit: 10, seconds: 60 })

/** The seal is derived from the access key, so that a new key ends every session. */
function sessionConfig(event: H3Event): SessionConfig {
  const password = Buffer.from(hkdfSync('sha256', accessKey(), '', 'overturn session seal', 32)).toString('hex')
  const secure = getRequestProtocol(event) === 'https'
  return { name: COOKIE, password, maxAge: TWELVE_HOURS, sessionHeader: false, cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' } }
}

/** Whether the key is the right one, in a time that says nothing about where it differs; or how many seconds to wait before trying again. */
export function checkKey(event: H3Event, key: string): boolean | { wait: number } {
  const address = getRequestIP(event) ?? 'unknown'
  const now = Date.now()
  const wait = wrongKeys.wait(address, now)
  if (wait > 0) return { wait }
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const right = timingSafeEqual(digest(key), digest(accessKey()))
  if (right) wrongKeys.forgive(address)
  else wrongKeys.fail(address, now)
  return right
}

export async function openSession(event: H3Event): Promise<void> {
  const session = await useSession(event, sessionConfig(event))
  await session.update({ role: 'administrator' })
}

export function closeSession(event: H3Event): void {
  deleteCookie(event, COOKIE, sessionConfig(event).cookie || {})
}

/** Who asks: the bearer of the key, the holder of a session, or a visitor. A wrong bearer key counts as a failed attempt, once a request. */
export async function actorOf(event: H3Event): Promise<Actor> {
  return (event.context.actor ??= await recognize(event))
}

async function recognize(event: H3Event): Promise<Actor> {
  const bearer = /^Bearer (.+)$/i.exec(getRequestHeader(event, 'authorization') ?? '')?.[1]
  if (bearer !== undefined) return checkKey(event, bearer) === true ? { id: 'access-key', role: 'administrator' } : VISITOR
  const cookie = getCookie(event, COOKIE)
  // Unsealed by hand: h3's getSession would answer every visitor with a new cookie.
  const session = cookie === undefined ? undefined : await unsealSession(event, sessionConfig(event), cookie).catch(() => undefined)
  return session?.data?.role === 'administrator' ? { id: 'portal', role: 'administrator' } : VISITOR
}
