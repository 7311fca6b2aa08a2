import { bearerOf } from './bearer.ts'

/** What a request says of where it was made. */
export interface Provenance {
  method: string
  header(name: string): string | undefined
  /** Where people reach the portal; null for wherever the request itself says. */
  url: string | null
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a write may have been made by another site in the browser of somebody who is signed in (cross-site request forgery). A browser says where a
 * request comes from (`Sec-Fetch-Site`, over https and on this machine), or at least from which page (`Origin`, with every write); no page can change
 * either. A bearer token is sent by no browser by itself (a name and a password may be). Without a cookie there is nobody's session to abuse, and a program may write without either.
 */
export function isForged({ method, header, url }: Provenance): boolean {
  if (SAFE.has(method) || bearerOf(header('authorization')) !== undefined) return false
  const site = header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin'
  const origin = header('origin')
  if (origin === undefined) return header('cookie') !== undefined
  return !isOwn(origin, [header('host'), url === null ? undefined : new URL(url).host])
}

function isOwn(origin: string, hosts: readonly (string | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
