import { OverturnError } from '@overturn/core/errors'
import { chooseOrganization } from '@overturn/core/identity/choose-organization'
import { recognizeSession, recognizeToken, tokenOfCookie, type Membership, type Visitor } from '@overturn/core/identity/recognize'
import type { H3Event } from 'h3'

declare module 'h3' {
  interface H3EventContext {
    visitor?: Promise<Visitor | null>
  }
}

export type PersonVisitor = Extract<Visitor, { kind: 'person' }>

const ORGANIZATION_COOKIE = 'overturn-organization'
const ORGANIZATION_HEADER = 'x-overturn-organization'
const YEAR = 365 * 24 * 60 * 60

const sessionCookie = () => `${usesHttps() ? '__Secure-' : ''}overturn.session_token`

/** Who asks: whoever holds the token or the session of this request, asked once a request; null for a visitor who is neither. */
export function visitorOf(event: H3Event): Promise<Visitor | null> {
  return (event.context.visitor ??= recognize(event))
}

/** Asks again the next time. */
export function forgetVisitor(event: H3Event): void {
  delete event.context.visitor
}

async function recognize(event: H3Event): Promise<Visitor | null> {
  const bearer = bearerOf(getRequestHeader(event, 'authorization'))
  if (bearer !== undefined) return recognizeToken(useDatabase(), bearer, new Date())
  const cookie = getCookie(event, sessionCookie())
  const token = cookie === undefined ? null : tokenOfCookie(cookie, useSecret())
  return token === null ? null : recognizeSession(useDatabase(), token, new Date())
}

/** The organization that the request is about, and what the visitor is there. Throws what a visitor who belongs to none, or to several, has to be told. */
export function membershipOf(event: H3Event, { memberships }: Visitor): Membership {
  const named = getRequestHeader(event, ORGANIZATION_HEADER) ?? null
  return chooseOrganization(memberships, { named, preferred: [getCookie(event, ORGANIZATION_COOKIE) ?? null, settings().organization] })
}

/** Remembers in the browser which organization its next requests are about. */
export function rememberOrganization(event: H3Event, { slug }: Membership): void {
  setCookie(event, ORGANIZATION_COOKIE, slug, { httpOnly: true, sameSite: 'lax', secure: usesHttps(), path: '/', maxAge: YEAR })
}

/** As `membershipOf`; null where the visitor belongs to none, or has to choose first. */
export function slugOf(event: H3Event, visitor: Visitor): string | null {
  try {
    return membershipOf(event, visitor).slug
  } catch (error) {
    if (error instanceof OverturnError) return null
    throw error
  }
}
