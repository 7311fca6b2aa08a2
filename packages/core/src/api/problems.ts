import type { ErrorCode, FieldProblem, OverturnError } from '../errors.ts'

/** RFC 9457 problem details, the body of every answer of the API that is not a success. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  /** Path of the request, without its query. */
  instance: string
  code: string
  fields?: FieldProblem[]
}

/** Status and title of each error that a caller may be told of. What is not here is internal, and its words stay in the log. */
export const problemKinds: Partial<Record<ErrorCode, readonly [status: number, title: string]>> = {
  invalid_input: [400, 'The request is not valid'],
  unauthenticated: [401, 'Not signed in'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  conflict: [409, 'Conflict'],
  unreadable_file: [422, 'The file cannot be read'],
  precondition_failed: [412, 'It has changed'],
  key_reused: [422, 'The key was used for another request'],
  database_unavailable: [503, 'The database does not answer'],
}

export function problem(status: number, code: string, title: string, detail: string, instance: string): Problem {
  return { type: `urn:overturn:problem:${code}`, title, status, detail, instance, code }
}

/** What a transport may say of an error at the path of the request. */
export function problemOf({ code, message, fields }: OverturnError, instance: string): Problem {
  const kind = problemKinds[code]
  if (!kind) {
    const detail = 'Something went wrong inside Overturn. The log has the details under the X-Request-Id of this answer.'
    return problem(500, 'internal', 'Internal error', detail, instance)
  }
  return { ...problem(kind[0], code, kind[1], message, instance), ...(fields.length > 0 && { fields }) }
}
