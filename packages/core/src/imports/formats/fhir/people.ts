import type { IsoDate } from '../../../dates.ts'
import type { Patient, PayerRank, Subscriber } from '../../records.ts'
import { codeOf, hasCode, noSystem } from './codes.ts'
import { identifierOf, nameOf } from './parties.ts'
import { keyOf, targetOf, type Target } from './references.ts'
import { objects, objectOf, text, type Raw, type Reading } from './values.ts'

/** What a Patient says that a claim keeps. */
export interface Person {
  name: string | null
  dateOfBirth: IsoDate | null
  sex: string | null
  memberId: string | null
}

/** What a Coverage says that a claim keeps. */
export interface Insured {
  memberId: string | null
  groupId: string | null
  rank: PayerRank | null
  relationship: string | null
  subscriber: Target | null
  payor: Target | null
}

/** Patients and coverages that the file has brought so far; the oldest are forgotten beyond a bound, so that memory stays flat. */
export class Seen<Value> {
  readonly #values = new Map<string, Value>()
  readonly #missed = new Set<string>()
  readonly #bound: number

  constructor(bound = 20_000) {
    this.#bound = bound
  }

  /** True when somebody asked for it before it came. */
  keep(keys: readonly string[], value: Value): boolean {
    for (const key of keys) {
      if (this.#values.size >= this.#bound) for (const oldest of this.#values.keys()) if (this.#values.delete(oldest)) break
      this.#values.set(key, value)
    }
    return keys.some((key) => this.#missed.has(key))
  }

  find({ type, id }: Target): Value | null {
    if (id === null) return null
    const key = keyOf(type, id)
    const found = this.#values.get(key)
    if (found === undefined && this.#missed.size < this.#bound) this.#missed.add(key)
    return found ?? null
  }
}

const MEMBER = ['mb', 'um', 'pt']

export function personOf(resource: Raw, reading: Reading): Person {
  return {
    name: nameOf(resource.name),
    dateOfBirth: reading.date(resource.birthDate, 'birthDate'),
    sex: text(resource.gender)?.toLowerCase() ?? null,
    memberId: memberOf(objects(resource.identifier)),
  }
}

const memberOf = (identifiers: Raw[]) => identifierOf(identifiers, noSystem, 'mb') ?? identifierOf(identifiers, /member|mbi\b/i, ...MEMBER)

/** The order of benefits (Coverage.order, EOB.precedence), from 1. */
export const rankOf = (order: unknown): PayerRank | null => (({ 1: 'primary', 2: 'secondary', 3: 'tertiary' }) as const)[order as 1 | 2 | 3] ?? null

export function insuredOf(resource: Raw, contained: ReadonlyMap<string, Raw>): Insured {
  const group = objects(resource.class).find((entry) => hasCode(entry.type, 'group'))
  return {
    memberId: text(resource.subscriberId) ?? memberOf(objects(resource.identifier)) ?? text(objects(resource.identifier)[0]?.value),
    groupId: text(group?.value),
    rank: rankOf(resource.order),
    relationship: codeOf(resource.relationship),
    subscriber: resource.subscriber === undefined ? null : targetOf(resource.subscriber, contained),
    payor: objects(resource.payor)[0] ? targetOf(objects(resource.payor)[0], contained) : null,
  }
}

/** People of a claim: who was treated and who is insured. What no resource before the claim describes stays unknown. */
export function peopleOf(
  patient: Target,
  person: Person | null,
  insured: Insured | null,
  subscriber: Person | null,
): { patient: Patient; subscriber: Subscriber | null } {
  const told: Patient = {
    name: person?.name ?? patient.display,
    dateOfBirth: person?.dateOfBirth ?? null,
    sex: person?.sex ?? null,
    memberId: insured?.memberId ?? person?.memberId ?? memberOf(patient.identifiers),
    groupId: insured?.groupId ?? null,
  }
  const relationship = insured?.relationship ?? null
  if (insured === null || relationship === null || relationship.toLowerCase() === 'self') return { patient: told, subscriber: null }
  return { patient: told, subscriber: { name: subscriber?.name ?? insured.subscriber?.display ?? null, memberId: insured.memberId, relationship } }
}

/** The insurance that the resource is about: the focal one, else the first. */
export function focalOf(insurance: unknown): { focal: Raw; position: number; all: Raw[] } {
  const all = objects(insurance)
  const position = Math.max(
    0,
    all.findIndex((entry) => entry.focal === true),
  )
  return { focal: objectOf(all[position]), position, all }
}
