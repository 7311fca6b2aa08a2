import { isObject, type Raw } from './values.ts'

/** The kinds of object that a portal exports. */
export const objectKinds = ['claim', 'pattern', 'policy', 'provider', 'learning_event', 'code_reference'] as const
export type ObjectKind = (typeof objectKinds)[number]

/** Names of the lists, without case, hyphens and underscores. */
const lists: Record<string, ObjectKind> = {
  claims: 'claim',
  patterns: 'pattern',
  policies: 'policy',
  providers: 'provider',
  learningevents: 'learning_event',
  events: 'learning_event',
  codeintelligence: 'code_reference',
  codes: 'code_reference',
}

/** Fields that no other kind has together; the first kind that fits wins. */
const marks: [ObjectKind, string[]][] = [
  ['claim', ['id', 'billedAmount', 'status']],
  ['pattern', ['id', 'title', 'tier']],
  ['pattern', ['id', 'title', 'affectedClaims']],
  ['learning_event', ['id', 'timestamp', 'type']],
  ['policy', ['id', 'name', 'logicType']],
  ['policy', ['id', 'name', 'mode']],
  ['code_reference', ['code', 'documentationRequirements']],
  ['code_reference', ['code', 'typicalDiagnosisCodes']],
  ['code_reference', ['code', 'usageHistory']],
  ['provider', ['id', 'name', 'npi']],
  ['provider', ['id', 'name', 'specialty']],
]

export function kindOfList(name: string): ObjectKind | null {
  const plain = name.toLowerCase().replace(/[-_\s]/g, '')
  return Object.hasOwn(lists, plain) ? (lists[plain] ?? null) : null
}

export function kindOfFields(fields: ReadonlySet<string>): ObjectKind | null {
  return marks.find(([, needed]) => needed.every((field) => fields.has(field)))?.[0] ?? null
}

/** What an element is: by the list it stands in, else by its own fields. */
export function kindOf(list: string | null, element: unknown): ObjectKind | null {
  return (list === null ? null : kindOfList(list)) ?? (isObject(element) ? kindOfFields(new Set(Object.keys(element))) : null)
}

/** What to call an object in a message: its kind and its id, never a name. */
export function labelOf(kind: ObjectKind, element: Raw): string {
  const own = kind === 'code_reference' ? element.code : element.id
  return typeof own === 'string' || typeof own === 'number' ? `${kind} ${String(own).slice(0, 100)}` : kind
}
