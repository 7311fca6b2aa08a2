import type { IsoDate } from '../../../dates.ts'
import type { Cents } from '../../../money.ts'
import type { ClaimRecord } from '../../records.ts'
import { codeOf, codingsOf, hasCode, noSystem } from './codes.ts'
import type { Item, Lookups } from './items.ts'
import { identifierOf } from './parties.ts'
import { addressOf, hashOf, ownId, type Target } from './references.ts'
import type { Scope } from './scope.ts'
import { objects, objectOf, text } from './values.ts'

const TYPES: Record<string, ClaimRecord['claimType']> = {
  institutional: 'institutional',
  professional: 'professional',
  oral: 'dental',
  dental: 'dental',
  pharmacy: 'pharmacy',
  vision: 'professional',
}

export function claimTypeOf({ raw }: Scope): ClaimRecord['claimType'] {
  return codingsOf(raw.type).flatMap(({ code }) => TYPES[code.toLowerCase()] ?? [])[0] ?? null
}

export function useOf({ raw }: Scope): ClaimRecord['use'] {
  return raw.use === 'preauthorization' || raw.use === 'predetermination' ? raw.use : 'claim'
}

/** The id of the claim that a resource refers to; null where it names none, or only by an identifier. */
export const claimIdOf = ({ id }: Target) => (id === null ? null : ownId('claim', id))

/** The id of a resource by itself. One without an id is known by its content. */
export function idOf({ raw, reading }: Scope, kind: 'claim' | 'eob'): string {
  const id = text(raw.id)
  if (id !== null) return ownId(kind, addressOf(id).id ?? id)
  reading.warn('fhir.no-id', `The ${String(raw.resourceType)} has no id`, 'id')
  return ownId(kind, hashOf(JSON.stringify(raw)))
}

/** The provider's number of the claim: its account number of the patient, else, of a Claim, the number that the provider gave it. */
export function patientControlNumberOf(scope: Scope): string | null {
  const { raw } = scope
  const account = scope.information('patientaccountnumber')
  const stated = account && (text(account.valueString) ?? text(objectOf(account.valueIdentifier).value) ?? codeOf(account.code))
  const identifiers = objects(raw.identifier)
  const typed = identifierOf(identifiers, noSystem, 'an', 'plac')
  return stated ?? typed ?? (raw.resourceType === 'Claim' ? text(identifiers[0]?.value) : null)
}

/** The payer's number: CARIN's unique claim id, else the payer's own identifier of its answer. */
export function payerControlNumberOf({ raw }: Scope): string | null {
  const identifiers = objects(raw.identifier)
  return identifierOf(identifiers, /clm-cntl-num/i, 'uc') ?? identifiers.flatMap(({ value }) => text(value) ?? [])[0] ?? null
}

/** Type of bill, as 0131 or 131: facility and frequency; a claim that replaces an earlier one has frequency 7. */
export function billOf(scope: Scope): { facility: string | null; frequency: string | null; replaces: string | null } {
  const bill = /^0?(\d\d)(\w)$/.exec((scope.information('typeofbill') && codeOf(scope.information('typeofbill')?.code)) ?? '')
  const prior = objects(scope.raw.related).find(({ relationship }) => hasCode(relationship, 'prior', 'replaces'))
  const replaces = prior ? (text(objectOf(prior.reference).value) ?? text(scope.target(prior.claim).identifiers[0]?.value)) : null
  return { facility: bill?.[1] ?? null, frequency: prior ? '7' : (bill?.[2] ?? null), replaces }
}

/** Diagnosis codes by their number, the principal one first. */
export function diagnosesOf({ raw }: Scope): Lookups['diagnoses'] {
  const found = objects(raw.diagnosis).flatMap((diagnosis, index) => {
    const code = codeOf(diagnosis.diagnosisCodeableConcept)
    const sequence = typeof diagnosis.sequence === 'number' ? diagnosis.sequence : index + 1
    return code === null ? [] : [{ code, sequence, principal: objects(diagnosis.type).some((type) => hasCode(type, 'principal')) }]
  })
  return new Map(found.sort((a, b) => Number(b.principal) - Number(a.principal)).map(({ code, sequence }) => [sequence, code]))
}

/** First and last day of service: of the bill, else of its lines. */
export function serviceDaysOf({ raw, reading }: Scope, items: readonly Item[]): { start: IsoDate | null; end: IsoDate | null } {
  const bill = reading.days(objectOf(raw.billablePeriod), 'billablePeriod')
  const starts = items.flatMap(({ line }) => line.serviceDate ?? []).sort()
  const ends = items.flatMap(({ line }) => line.serviceDateEnd ?? []).sort()
  const start = bill.start ?? starts[0] ?? null
  return { start, end: bill.end ?? ends.at(-1) ?? start }
}

/** The charges of the lines together; null where one is unknown, or there are none. */
export function chargeOfItems(items: readonly Item[]): Cents | null {
  if (items.length === 0 || items.some(({ charge }) => charge === null)) return null
  return items.reduce((sum, { charge }) => sum + (charge ?? 0), 0)
}

export const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))]
