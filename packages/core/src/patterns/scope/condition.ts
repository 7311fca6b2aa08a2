import { z } from 'zod'
import { text } from '../../schemas.ts'

export const scopeFields = [
  'payer',
  'provider',
  'procedureCode',
  'procedureGroup',
  'modifier',
  'diagnosis',
  'placeOfService',
  'claimType',
  'daysToSubmission',
] as const
export const scopeOps = ['is', 'not', 'has', 'lacks', 'startsWith', 'above'] as const

export type ScopeField = (typeof scopeFields)[number]
export type ScopeOp = (typeof scopeOps)[number]

/**
 * One condition on a claim line. `is`, `not` and `startsWith` look at the line itself (for lists: one of its values; `provider` is the
 * rendering or the billing one). `has` and `lacks` look at the line's modifiers and diagnoses, and for procedures at all lines of the
 * claim, for what else was done that day. `above` compares numbers. What a line does not say of diagnosis, place or clinician, its claim says.
 */
export interface Condition {
  field: ScopeField
  op: ScopeOp
  value: string | number
}

export const conditionSchema = z.object({ field: z.enum(scopeFields), op: z.enum(scopeOps), value: z.union([text(100), z.number().int()]) })

/** Days between service and submission at which the search asks "later than?"; weeks, months and the usual filing limits. */
export const DAYS_TO_SUBMISSION = [7, 14, 30, 45, 60, 90, 120, 180, 365] as const

/** The order in which people say conditions, and in which equal scopes are equal texts. */
export function inOrder(scope: readonly Condition[]): Condition[] {
  const rank = ({ field, op }: Condition) => scopeFields.indexOf(field) * scopeOps.length + scopeOps.indexOf(op)
  return scope.toSorted((a, b) => rank(a) - rank(b) || (String(a.value) < String(b.value) ? -1 : 1))
}

/** Reason and scope in one text: a pattern is found once. A pattern by reason alone is `reason:<reason>`. */
export function scopeKeyOf(reason: string, scope: readonly Condition[]): string {
  if (scope.length === 0) return `reason:${reason}`
  return `scope:${JSON.stringify([reason, ...inOrder(scope).map(({ field, op, value }) => [field, op, value])])}`
}

/** What the scope says a field is; null where it does not. */
export function conditionValue(scope: readonly Condition[], field: ScopeField): string | null {
  const found = scope.find((condition) => condition.field === field && condition.op === 'is')
  return found === undefined ? null : String(found.value)
}
