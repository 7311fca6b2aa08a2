import { asOverturnError } from '../errors.ts'
import { loggable } from '../loggable.ts'

const LONGEST = 500

/** What a history and an alert may say of an error: our own sentence, or of an unexpected one what a log may hold. Never patient data. */
export function safeError(thrown: unknown): string {
  const known = asOverturnError(thrown)
  if (known.code !== 'internal') return known.message.slice(0, LONGEST)
  const words = loggable(thrown).map((error) => {
    const { name, code, message, table, constraint } = error as Record<string, unknown>
    return [name, code, table, constraint, message].filter((word) => word !== undefined && word !== null).join(' ')
  })
  return (words.join('; ') || 'Unknown error').slice(0, LONGEST)
}
