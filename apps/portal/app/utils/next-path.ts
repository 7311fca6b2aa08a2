/** What a browser takes every address to be beside, to see where it leads. */
const HERE = 'http://portal.invalid'

/** Where to go on after a sign-in: only paths of this portal; an address that leads elsewhere, as a browser reads it, is no place to go on to. */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || !URL.canParse(wanted, HERE)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : '/'
}
