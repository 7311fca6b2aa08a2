import type { ImportRecord, PayerRecord, ProviderRecord } from '../../records.ts'
import { codesOf, hasCode, systems } from './codes.ts'
import { ownId, type Target } from './references.ts'
import { objects, text, type Raw } from './values.ts'

const PAYER_IDS = ['payerid', 'naiccode', 'naic']

/** `Given Family` of a HumanName, or its text; the name of an organization. */
export function nameOf(name: unknown): string | null {
  const [first] = objects(name)
  if (!first) return text(name)
  const given = Array.isArray(first.given) ? first.given.map(text).filter(Boolean) : [text(first.given)]
  return text([...given, text(first.family)].filter(Boolean).join(' ')) ?? text(first.text)
}

/** The value of the first identifier of a system or type. */
export function identifierOf(identifiers: Raw[], system: RegExp, ...types: string[]): string | null {
  const fits = identifiers.find((identifier) => system.test(text(identifier.system) ?? '') || hasCode(identifier.type, ...types))
  return fits ? text(fits.value) : null
}

/**
 * Payers and providers as the resources name them. One that is contained or told by an identifier has that as its id (NPI, payer id); one
 * that is a resource of its own has an id made of the reference, so that it is the same wherever its resource stands: before or after the
 * claim, in another file, or nowhere. Memory of what was named is bounded: past the bound a party may be named again, which does no harm.
 */
export class Parties {
  readonly #emit: (record: ImportRecord) => void
  readonly #named = new Set<string>()
  readonly #payers = new Set<string>()

  constructor(emit: (record: ImportRecord) => void) {
    this.#emit = emit
  }

  payer(target: Target): string | null {
    const { contained, display } = target
    const identifiers = contained ? objects(contained.identifier) : target.identifiers
    const stated = identifierOf(identifiers, /naic|payer/i, ...PAYER_IDS) ?? (contained ? null : text(identifiers[0]?.value))
    const name = (contained && text(contained.name)) ?? display
    const id = stated ?? (target.id === null ? slugOf(name) : ownId(target.type ?? 'Organization', target.id))
    if (id === null) return null
    if (target.id !== null) bounded(this.#payers, id)
    return this.#name({ kind: 'payer', id, name: name ?? id }, name !== null)
  }

  provider(target: Target): string | null {
    const { contained, display } = target
    const identifiers = contained ? objects(contained.identifier) : target.identifiers
    const npi = identifierOf(identifiers, systems.npi, 'npi')
    const name = (contained && nameOf(contained.name)) ?? display
    const stated = npi ?? text(identifiers[0]?.value)
    const id = stated ?? (target.id === null ? slugOf(name) : ownId(target.type ?? 'Organization', target.id))
    if (id === null) return null
    const taxId = identifierOf(identifiers, systems.taxId, 'tax', 'en')
    return this.#name({ kind: 'provider', id, name: name ?? id, npi, taxId }, name !== null || npi !== null)
  }

  /** An Organization, Practitioner or PractitionerRole that is a resource of its own, under the id that references give it. */
  describe(type: string, key: string, resource: Raw): void {
    const id = ownId(type, key)
    const identifiers = objects(resource.identifier)
    const npi = identifierOf(identifiers, systems.npi, 'npi')
    const payerId = identifierOf(identifiers, /naic/i, ...PAYER_IDS)
    const isPayer = this.#payers.has(id) || hasCode(objects(resource.type)[0], 'pay', 'ins', 'payer') || payerId !== null
    const name = nameOf(resource.name) ?? text((objects(resource.practitioner)[0] ?? {}).display) ?? id
    const record: PayerRecord | ProviderRecord =
      type === 'Organization' && isPayer
        ? { kind: 'payer', id, name }
        : {
            kind: 'provider',
            id,
            name,
            npi,
            taxId: identifierOf(identifiers, systems.taxId, 'tax', 'en'),
            taxonomy:
              [...objects(resource.qualification).map(({ code }) => code), ...objects(resource.specialty)].flatMap((concept) =>
                codesOf(concept, systems.taxonomy),
              )[0] ?? null,
          }
    // A name beside a later reference says less than the resource itself.
    bounded(this.#named, `${record.kind} ${id}`)
    this.#emit(record)
  }

  /** Hands out a party that says more than its id, once; returns its id. */
  #name(party: PayerRecord | ProviderRecord, saysMore: boolean): string {
    const key = `${party.kind} ${party.id}`
    if (saysMore && !this.#named.has(key)) {
      bounded(this.#named, key)
      this.#emit(party)
    }
    return party.id
  }
}

function bounded(set: Set<string>, key: string): void {
  if (set.size >= 20_000) set.clear()
  set.add(key)
}

function slugOf(name: string | null): string | null {
  const slug = (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug === '' ? null : slug
}
