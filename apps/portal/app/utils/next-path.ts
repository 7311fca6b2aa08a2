/** Where to go on after a sign-in: only paths of this portal; an address that leads elsewhere is no place to go on to. */
export function nextPath(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
