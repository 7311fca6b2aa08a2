import { createHash } from 'node:crypto'

/**
 * Names what an answer says. Weak, because the moment of the request, which answers carry as `asOf`, is left out: else no two answers would be
 * the same.
 */
export function etagOf(body: string, now: Date): string {
  const hash = createHash('sha256').update(body.replaceAll(now.toISOString(), '')).digest('base64url')
  return `W/"${hash.slice(0, 27)}"`
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, '')

/** Whether one of the tags of If-Match or If-None-Match, or `*`, is this one; compared weakly in both, as ours are weak. */
export function namesTag(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === opaque(etag))
}
