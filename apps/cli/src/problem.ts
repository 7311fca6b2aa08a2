import type { ErrorCode, OverturnError } from '@overturn/core/errors'

export const EXIT = { ok: 0, negative: 1, usage: 2, data: 3, database: 4, internal: 5 } as const

/** The exit code of each kind of error: the command line's counterpart of the HTTP status. */
const EXIT_CODES: Record<ErrorCode, number> = {
  invalid_input: EXIT.usage,
  unauthenticated: EXIT.usage,
  forbidden: EXIT.usage,
  not_found: EXIT.usage,
  port_in_use: EXIT.usage,
  conflict: EXIT.data,
  precondition_failed: EXIT.data,
  key_reused: EXIT.data,
  unreadable_file: EXIT.data,
  data_dir_unwritable: EXIT.data,
  database_unavailable: EXIT.database,
  database_newer: EXIT.database,
  data_dir_in_use: EXIT.database,
  internal: EXIT.internal,
}

export function exitCodeOf({ code }: OverturnError): number {
  return EXIT_CODES[code]
}

/** RFC 9457: what `--json` prints in place of a result. */
export function problemDocument({ code, message, fields }: OverturnError) {
  return { type: `urn:overturn:problem:${code}`, title: code.replaceAll('_', ' '), detail: message, code, ...(fields.length > 0 && { fields }) }
}

/** A field of an operation's input as the flag that sets it: `dateRange` is `--date-range`. */
export function flagOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
