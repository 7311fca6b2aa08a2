import type { FieldProblem } from '../errors.ts'
import type { Settings } from '../settings.ts'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is stored with a change laid over it, object by object: what the change leaves out stays, also what nobody here knows. */
export function merged(stored: unknown, change: unknown): unknown {
  if (change === undefined) return stored
  if (!isObject(stored) || !isObject(change)) return change
  const names = new Set([...Object.keys(stored), ...Object.keys(change)])
  return Object.fromEntries([...names].map((name) => [name, merged(stored[name], change[name])]))
}

/** A pattern above the thresholds of a tier has to be above those of the tiers below it. */
export function tierProblems({ tiers: { critical, high, medium } }: Settings): FieldProblem[] {
  const steps = [
    ['tiers.critical.frequency', critical.frequency, 'high', high.frequency],
    ['tiers.critical.impact', critical.impact, 'high', high.impact],
    ['tiers.high.frequency', high.frequency, 'medium', medium.frequency],
  ] as const
  return steps.flatMap(([field, upper, name, lower]) => (upper < lower ? [{ field, message: `is below that of ${name}, ${lower}` }] : []))
}

/** True for a zone that the calendar of this system knows, such as America/Chicago. */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(name)
  } catch {
    return false
  }
}
