/** Errors have names; each transport maps them (HTTP status, exit code). Messages say what was wrong, where, and what to do; never patient data. */
export type ErrorCode =
  | 'invalid_input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'precondition_failed'
  | 'key_reused'
  | 'unreadable_file'
  | 'database_unavailable'
  | 'database_newer'
  | 'data_dir_in_use'
  | 'data_dir_unwritable'
  | 'port_in_use'
  | 'internal'

export interface FieldProblem {
  field: string
  message: string
}

export class OverturnError extends Error {
  override readonly name = 'OverturnError'
  readonly code: ErrorCode
  /** The fields of the input that are wrong, where it is about input. */
  readonly fields: FieldProblem[]
  /** What helps on the command line, such as `overturn claims`; the message itself is for every way to ask. */
  readonly command: string | null
  constructor(code: ErrorCode, message: string, options: { fields?: FieldProblem[]; command?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.fields = options.fields ?? []
    this.command = options.command ?? null
  }
}

/** Node and PostgreSQL codes that mean "nobody answers", as against "the statement is wrong". */
const UNAVAILABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', '57P01', '57P02', '57P03', '53300'])
const UNAVAILABLE_TEXT = /connection terminated|timeout exceeded when trying to connect|connection.*closed/i

const NOT_PERMITTED = '42501'

/** Turns whatever was thrown into an OverturnError; a lost database becomes `database_unavailable`, all else unknown `internal`. */
export function asOverturnError(thrown: unknown): OverturnError {
  for (let error: unknown = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof OverturnError) return error
    const code = (error as { code?: unknown }).code
    if (code === NOT_PERMITTED) {
      return new OverturnError('database_unavailable', 'The database does not permit its role to do this. docs/operations.md says which rights it needs.', {
        cause: thrown,
      })
    }
    if ((typeof code === 'string' && (UNAVAILABLE.has(code) || code.startsWith('08'))) || UNAVAILABLE_TEXT.test(error.message)) {
      return new OverturnError('database_unavailable', 'The database does not answer. Check that it runs, then try again.', { cause: thrown })
    }
  }
  return new OverturnError('internal', 'Something went wrong inside Overturn. The log has the details under this request.', { cause: thrown })
}
