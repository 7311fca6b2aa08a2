import { createHash } from 'node:crypto'
import { isObject, objects, text, type Raw } from './values.ts'

/** What a Reference says: the resource by type and id, or itself where it is contained, or an identifier, or only a name. */
export interface Target {
  /** Resource type as the reference names it; null for urn:uuid references and identifiers. */
  type: string | null
  id: string | null
  contained: Raw | null
  identifiers: Raw[]
  display: string | null
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NOTHING: Target = { type: null, id: null, contained: null, identifiers: [], display: null }

/** Contained resources of a resource, by their id. */
export function containedIn(resource: Raw): ReadonlyMap<string, Raw> {
  return new Map(objects(resource.contained).map((inner) => [(text(inner.id) ?? '').replace(/^#/, ''), inner]))
}

export function targetOf(reference: unknown, contained: ReadonlyMap<string, Raw>): Target {
  if (!isObject(reference)) return NOTHING
  const told = { ...NOTHING, identifiers: objects(reference.identifier), display: text(reference.display) }
  const written = text(reference.reference)
  if (written === null) return told
  if (written.startsWith('#')) return { ...told, contained: contained.get(written.slice(1)) ?? null }
  const [path = '', query] = written.split('?')
  if (query !== undefined) return { ...told, identifiers: [...told.identifiers, ...searched(query)] }
  const { type, id } = addressOf(path)
  return { ...told, type, id }
}

/** `Practitioner?identifier=system|value`, as transactions refer to what they do not hold. */
function searched(query: string): Raw[] {
  const wanted = new URLSearchParams(query).get('identifier')
  if (wanted === null) return []
  const at = wanted.lastIndexOf('|')
  return [{ system: at < 0 ? '' : wanted.slice(0, at), value: wanted.slice(at + 1) }]
}

/** Type and id of an address: relative, absolute, versioned, or `urn:uuid:`. */
export function addressOf(written: string): { type: string | null; id: string | null } {
  const [path = ''] = written.replace(/^urn:(?:uuid|oid):/i, '').split('/_history/')
  const parts = path.split('/').filter(Boolean)
  const type = parts.at(-2) ?? null
  return { type: type !== null && /^[A-Za-z]+$/.test(type) ? type : null, id: parts.at(-1) ?? null }
}

/**
 * An id of ours for something of FHIR, that cannot meet the ids of other sources. UUIDs are unique by themselves and are often referred to
 * without their type; all other ids are unique only within their type. What is no FHIR id is told by its hash.
 */
export function ownId(kind: string, id: string): string {
  if (UUID.test(id) && kind !== 'claim' && kind !== 'eob') return `fhir-${id.toLowerCase()}`
  const plain = /^[A-Za-z0-9.-]{1,64}$/.test(id) ? id : hashOf(id)
  return `fhir-${kind.toLowerCase()}-${plain}`
}

export const hashOf = (content: string) => createHash('sha256').update(content).digest('hex').slice(0, 24)

/** Under which a resource is found again: type and id, or the UUID alone. */
export const keyOf = (type: string | null, id: string) => (UUID.test(id) || type === null ? id.toLowerCase() : `${type}/${id}`)
