import type { Condition, ScopeField, ScopeOp } from '@overturn/core/patterns/scope/condition'

/** What payers and providers are called, by their ids. An id that nobody has named stands for itself. */
export type ScopeNames = Readonly<Record<'payer' | 'provider', Readonly<Record<string, string>>>>

const inside = (group: string) => group.replaceAll('-', ' ')

/** Conditions as somebody who bills says them. */
const words: { [Key in `${ScopeField} ${ScopeOp}`]?: (value: string) => string } = {
  'payer is': (name) => `Payer: ${name}`,
  'provider is': (name) => `Provider: ${name}`,
  'provider not': (name) => `Any provider but ${name}`,
  'procedureCode is': (code) => `Procedure: ${code}`,
  'procedureCode not': (code) => `Any procedure but ${code}`,
  'procedureCode has': (code) => `${code} on the same claim`,
  'procedureCode lacks': (code) => `No ${code} on the same claim`,
  'procedureCode startsWith': (code) => `Procedures that begin with ${code}`,
  'procedureGroup is': (group) => `Service: ${inside(group)}`,
  'procedureGroup not': (group) => `Any service but ${inside(group)}`,
  'procedureGroup has': (group) => `Same-day ${inside(group)}`,
  'procedureGroup lacks': (group) => `No same-day ${inside(group)}`,
  'modifier is': (modifier) => `Modifier ${modifier} present`,
  'modifier has': (modifier) => `Modifier ${modifier} present`,
  'modifier not': (modifier) => `Modifier ${modifier} missing`,
  'modifier lacks': (modifier) => `Modifier ${modifier} missing`,
  'diagnosis is': (code) => `Diagnosis: ${code}`,
  'diagnosis has': (code) => `Diagnosis: ${code}`,
  'diagnosis not': (code) => `No diagnosis ${code}`,
  'diagnosis lacks': (code) => `No diagnosis ${code}`,
  'diagnosis startsWith': (prefix) => `Diagnosis of ${prefix}`,
  'placeOfService is': (place) => `Place of service: ${place}`,
  'placeOfService not': (place) => `Any place of service but ${place}`,
  'claimType is': (type) => `${asWords(type)} claims`,
  'claimType not': (type) => `No ${type} claims`,
  'daysToSubmission above': (days) => `Submitted more than ${days} days after the service`,
}

const fields: Record<ScopeField, string> = {
  payer: 'Payer',
  provider: 'Provider',
  procedureCode: 'Procedure',
  procedureGroup: 'Service',
  modifier: 'Modifier',
  diagnosis: 'Diagnosis',
  placeOfService: 'Place of service',
  claimType: 'Claim type',
  daysToSubmission: 'Days to submission',
}
const ops: Record<ScopeOp, string> = { is: 'is', not: 'is not', has: 'has', lacks: 'lacks', startsWith: 'begins with', above: 'is above' }

export function conditionInWords({ field, op, value }: Condition, names: ScopeNames): string {
  const called = field === 'payer' || field === 'provider' ? (names[field][value] ?? String(value)) : String(value)
  return words[`${field} ${op}`]?.(called) ?? `${fields[field]} ${ops[op]} ${called}`
}
