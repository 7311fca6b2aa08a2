import { OverturnError } from '@overturn/core/errors'
import type { H3Event } from 'h3'

/** More than any input of an operation needs; files do not come this way. */
const LARGEST_BODY = 100_000

/** The body as a JSON object; `{}` when there is none. Throws `invalid_input`. */
export async function readJson(event: H3Event): Promise<Record<string, unknown>> {
  const length = Number(getRequestHeader(event, 'content-length') ?? (getRequestHeader(event, 'transfer-encoding') ? Infinity : 0))
  if (length > LARGEST_BODY) throw new OverturnError('invalid_input', `The body must be JSON of at most ${LARGEST_BODY} bytes, with its Content-Length.`)
  const text = (await readRawBody(event, 'utf8')) ?? ''
  if (text.trim() === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    // Falls through: not JSON and not an object are the same mistake to the caller.
  }
  throw new OverturnError('invalid_input', 'The body must be a JSON object.')
}
