import type { Problem } from '#shared/types/problem'
import type { ErrorCode, OverturnError } from '@overturn/core/errors'
import type { H3Event } from 'h3'

const STATUS: Partial<Record<ErrorCode, [number, string]>> = {
  invalid_input: [400, 'The request is not valid'],
  unauthenticated: [401, 'Not signed in'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  conflict: [409, 'Conflict'],
  database_unavailable: [503, 'The database does not answer'],
}

/** What a transport may say of an error. An error that has no status of its own is internal, and its words stay in the log. */
export function answerError(event: H3Event, error: OverturnError): Problem {
  const known = STATUS[error.code]
  if (!known)
    return sendProblem(
      event,
      500,
      'internal',
      'Internal error',
      'Something went wrong inside Overturn. The log has the details under the X-Request-Id of this answer.',
    )
  return { ...sendProblem(event, known[0], error.code, known[1], error.message), ...(error.fields.length > 0 && { fields: error.fields }) }
}

export function sendProblem(event: H3Event, status: number, code: string, title: string, detail: string): Problem {
  setResponseStatus(event, status)
  setResponseHeader(event, 'content-type', 'application/problem+json')
  return { type: `urn:overturn:problem:${code}`, title, status, detail, instance: getRequestURL(event).pathname, code }
}
