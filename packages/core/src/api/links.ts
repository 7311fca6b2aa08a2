import { z } from 'zod'
import { pagination } from '../schemas.ts'

const paged = z.object({ pagination })

/** RFC 8288: the pages around the one that was given, for a list; null for all else. `path` and `query` are those of the request. */
export function linksOf(path: string, query: URLSearchParams, output: unknown): string | null {
  const list = paged.safeParse(output)
  if (!list.success) return null
  const { page, pages } = list.data.pagination
  const last = Math.max(1, pages)
  const at = (number: number) => {
    const other = new URLSearchParams(query)
    other.set('page', String(number))
    return `<${path}?${other}>`
  }
  return [
    `${at(1)}; rel="first"`,
    ...(page > 1 ? [`${at(Math.min(page - 1, last))}; rel="prev"`] : []),
    ...(page < last ? [`${at(page + 1)}; rel="next"`] : []),
    `${at(last)}; rel="last"`,
  ].join(', ')
}
