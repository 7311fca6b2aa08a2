import { rolesFor } from '../access/table.ts'
import type { Context } from '../context.ts'
import { OverturnError } from '../errors.ts'
import { perform } from '../operation.ts'
import { etagOf, namesTag } from './etag.ts'
import { once, type Answer } from './idempotency.ts'
import { linksOf } from './links.ts'
import type { Match } from './match.ts'
import { queryInput } from './query.ts'

/** A request as any HTTP server can hand it over. */
export interface ApiRequest {
  /** As the caller wrote it, without the query: what links lead to. */
  path: string
  query: URLSearchParams
  header(name: string): string | undefined
  /** The body as a JSON object; asked for only when the caller's role may do this. */
  body(): Promise<Record<string, unknown>>
}

export interface ApiAnswer {
  status: number
  headers: Record<string, string>
  /** JSON text; null for an answer without content. */
  body: string | null
}

/**
 * Performs the operation of a route. Reads carry an ETag and heed If-None-Match; lists carry links to their pages; writes heed If-Match where
 * their path can be read, and Idempotency-Key. Throws OverturnError, which `problemOf` words.
 */
export async function answerRoute(match: Match, request: ApiRequest, context: Context): Promise<ApiAnswer> {
  const { operation, method, isSecret = false } = match.route
  // Refused before anything of the request is read.
  if (!rolesFor(operation.name).includes(context.actor.role)) await perform(operation, context, {})
  const input = await inputOf(match, request)
  if (operation.kind === 'read') {
    const output = await perform(operation, context, input)
    return answerRead(request, context, output, method === 'GET' ? linksOf(request.path, request.query, output) : null)
  }
  const work = async (): Promise<Answer> => {
    await checkVersion(match, request, context)
    return { status: 200, body: JSON.stringify(await perform(operation, context, input)) }
  }
  const key = request.header('idempotency-key')
  if (key === undefined) return { ...(await work()), headers: {} }
  const { status, body, isReplayed } = await once(context, key, { operation: operation.name, input, isSecret }, work)
  return { status, body, headers: isReplayed ? { 'idempotent-replayed': 'true' } : {} }
}

/** The parameters of the path with the query of a GET, or the body of the others: each field has one place. */
async function inputOf({ route, parameters }: Match, request: ApiRequest): Promise<Record<string, unknown>> {
  const query = queryInput(route.operation.input, request.query)
  const sent = route.method === 'GET' ? query : await request.body()
  const fields = [
    ...Object.keys(parameters).flatMap((field) => (Object.hasOwn(sent, field) ? [{ field, message: 'is in the path already' }] : [])),
    ...(route.method === 'GET' ? [] : Object.keys(query).map((field) => ({ field, message: 'belongs in the body' }))),
  ]
  if (fields.length > 0) {
    const words = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new OverturnError('invalid_input', `The request is not valid: ${words}.`, { fields })
  }
  return { ...sent, ...parameters }
}

function answerRead(request: ApiRequest, { now }: Context, output: unknown, links: string | null): ApiAnswer {
  const body = JSON.stringify(output)
  const etag = etagOf(body, now)
  const headers = { etag, ...(links !== null && { link: links }) }
  const known = request.header('if-none-match')
  return known !== undefined && namesTag(known, etag) ? { status: 304, headers, body: null } : { status: 200, headers, body }
}

/** If-Match on a write: what a GET of the same path gives now must still be what the caller has seen. */
async function checkVersion({ reading }: Match, request: ApiRequest, context: Context): Promise<void> {
  const seen = request.header('if-match')
  if (seen === undefined) return
  if (!reading)
    throw new OverturnError('precondition_failed', 'There is nothing to read at this path that If-Match could be compared with. Leave the header out.')
  const now = JSON.stringify(await perform(reading.route.operation, context, reading.parameters))
  if (!namesTag(seen, etagOf(now, context.now)))
    throw new OverturnError('precondition_failed', 'It is no longer as you have seen it. Read it again, then decide whether to change it.')
}
