import type { ImportRecord } from '../../records.ts'
import { keepSource } from '../../source-text.ts'
import { readClaim } from './claim.ts'
import { readClaimResponse } from './claim-response.ts'
import { readExplanationOfBenefit } from './explanation-of-benefit.ts'
import type { Place, Report } from './issues.ts'
import { Parties } from './parties.ts'
import { insuredOf, personOf, Seen } from './people.ts'
import { addressOf, containedIn, keyOf } from './references.ts'
import { Scope, type Memory } from './scope.ts'
import { otherVersionOf } from './versions.ts'
import { isObject, objects, Reading, text, type Raw } from './values.ts'

type ClaimReader = (scope: Scope) => ImportRecord[]

const readers = new Map<string, ClaimReader>([
  ['ExplanationOfBenefit', readExplanationOfBenefit],
  ['Claim', (scope) => [readClaim(scope)].filter((claim) => claim !== null)],
  ['ClaimResponse', readClaimResponse],
])
const PARTIES = new Set(['Organization', 'Practitioner', 'PractitionerRole'])
/** Statuses under which a resource says nothing that counts. */
const VOID = new Set(['cancelled', 'entered-in-error', 'draft'])
/** More types than there are in FHIR. */
const MOST_TYPES = 300

/** Takes the resources of one file, in their order. */
export class Resources {
  /** Resources that were read for what they are. */
  known = 0
  readonly #report: Report
  #records: ImportRecord[] = []
  readonly #memory: Memory
  readonly #others = new Map<string, number>()

  constructor(report: Report) {
    this.#report = report
    this.#memory = {
      parties: new Parties((record) => this.#records.push(record)),
      patients: new Seen(),
      coverages: new Seen(),
      claims: new Seen(5_000),
    }
  }

  /** The records of one parsed resource, or of each resource of a Bundle. `content` is its text, for mending what is rejected. */
  take(value: unknown, place: Place, content: () => string, fullUrl: string | null = null): ImportRecord[] {
    if (!isObject(value) || typeof value.resourceType !== 'string') {
      this.#report.reject('fhir.not-a-resource', 'The element is no FHIR resource', place, 'resourceType')
    } else if (value.resourceType === 'Bundle') {
      for (const [index, entry] of objects(value.entry).entries()) {
        const inner = { ...place, record: `${place.record}, entry[${index + 1}]` }
        if (isObject(entry.resource)) this.#read(entry.resource, inner, () => JSON.stringify(entry.resource), text(entry.fullUrl))
      }
    } else this.#read(value, place, content, fullUrl)
    const records = [...this.#records, ...this.#report.drain()]
    this.#records = []
    return records
  }

  /** At the end of the file: what else stood in it. */
  finish(): void {
    for (const [type, count] of this.#others) this.#report.warn('fhir.not-kept', `${count} of type ${type}`, {}, type)
    if (this.known === 0) this.#report.warn('fhir.empty', 'The file holds no claim, decision, payer or provider', {})
  }

  #read(resource: Raw, place: Place, content: () => string, fullUrl: string | null): void {
    const type = String(resource.resourceType)
    const reading = new Reading(place, this.#report, content)
    const version = otherVersionOf(resource)
    const reader = readers.get(type)
    if (version !== null) {
      this.known++
      reading.reject('fhir.other-version', `The resource is of ${version}, not of R4`, 'resourceType')
    } else if (reader) this.#readClaim(reader, resource, reading, content)
    else if (type === 'Patient' || type === 'Coverage') this.#remember(type, resource, reading, fullUrl)
    else if (PARTIES.has(type) && text(resource.id) !== null) {
      this.known++
      this.#memory.parties.describe(type, idOf(resource, fullUrl), resource)
    } else this.#count(type)
  }

  #readClaim(reader: ClaimReader, resource: Raw, reading: Reading, content: () => string): void {
    this.known++
    if (typeof resource.status === 'string' && VOID.has(resource.status)) {
      reading.warn('fhir.not-active', `The resource is ${resource.status} and was not taken in`, 'status')
      return
    }
    const records = reader(new Scope(resource, reading, this.#memory))
    const first = records.find((record) => record.kind === 'claim' || record.kind === 'decision')
    if (first) keepSource(first, { ...placeOf(reading.place), text: content() })
    this.#records.push(...records)
  }

  #remember(type: 'Patient' | 'Coverage', resource: Raw, reading: Reading, fullUrl: string | null): void {
    const { id } = addressOf(fullUrl ?? '')
    const keys = [text(resource.id), id].filter((key) => key !== null).map((key) => keyOf(type, key))
    const late =
      type === 'Patient'
        ? this.#memory.patients.keep([...new Set(keys)], personOf(resource, reading))
        : this.#memory.coverages.keep([...new Set(keys)], insuredOf(resource, containedIn(resource)))
    if (late) this.#report.warnOnce('fhir.patient-after-claim', `A ${type} stands after a claim that refers to it`, reading.place)
  }

  #count(type: string): void {
    const name = /^[A-Za-z]{1,64}$/.test(type) && (this.#others.size < MOST_TYPES || this.#others.has(type)) ? type : 'unknown'
    this.#others.set(name, (this.#others.get(name) ?? 0) + 1)
  }
}

/** By its line, where resources stand one a line; else by its place in the Bundle. */
const placeOf = ({ line, record }: Place) => (line === undefined ? { record } : { line })

/** A `urn:uuid:` address is what other entries refer to; else the id is. */
const idOf = (resource: Raw, fullUrl: string | null) => (/^urn:/i.test(fullUrl ?? '') ? addressOf(fullUrl ?? '').id : null) ?? text(resource.id) ?? ''
