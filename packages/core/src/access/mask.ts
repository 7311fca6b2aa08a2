/**
 * Fields of answers that hold the practice's own number of a patient's account, wherever they stand. `plbReference` may hold it: what a payer takes
 * back it mostly names by that number.
 */
const ACCOUNT_NUMBERS: ReadonlySet<string> = new Set(['patientControlNumber', 'plbReference'])

/** The same answer with null for every account number of a patient. Schemas say of these fields that they may be null. */
export function withoutAccountNumbers<Answer>(answer: Answer): Answer {
  return masked(answer) as Answer
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, ACCOUNT_NUMBERS.has(field) ? null : masked(inner)]))
}
