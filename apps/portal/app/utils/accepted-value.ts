/** Days, months and pages: whole numbers from 1 on. */
const COUNTING = /^[1-9]\d{0,6}$/

/**
 * A value of the address, or the default where the address has none or one that makes no sense: what `pattern` does not meet and, without one, what is
 * no number where the default is. Other words are for the server to judge.
 */
export function acceptedValue(given: unknown, fallback: string, pattern = COUNTING.test(fallback) ? COUNTING : /./): string {
  return typeof given === 'string' && pattern.test(given) ? given : fallback
}
