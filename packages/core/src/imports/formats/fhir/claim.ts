import type { Cents } from '../../../money.ts'
import type { ClaimRecord } from '../../records.ts'
import { readItems, type Item } from './items.ts'
import { keyOf } from './references.ts'
import type { Scope } from './scope.ts'
import { billOf, chargeOfItems, claimTypeOf, diagnosesOf, distinct, idOf, patientControlNumberOf, serviceDaysOf, useOf } from './submitted.ts'
import { objects, text } from './values.ts'

/** What Claim and ExplanationOfBenefit say of the claim alike; a decision is made of the same. */
export interface Submission {
  record: ClaimRecord
  items: Item[]
  facility: string | null
  rank: ReturnType<Scope['people']>['rank']
}

/** The claim of a Claim resource. Null, and a rejection told, when an amount cannot be read or nothing says the charge. */
export function readClaim(scope: Scope): ClaimRecord | null {
  const { raw, reading } = scope
  const total = reading.money(raw.total, 'total')
  const submission = readSubmission(scope, idOf(scope, 'claim'), (items) => total ?? chargeOfItems(items))
  if (submission === null) return null
  const { record, rank } = submission
  record.submissionDate = reading.date(raw.created, 'created')
  const id = text(raw.id)
  if (id !== null) scope.memory.claims.keep([keyOf('Claim', id)], { billed: record.billed, lines: record.lines, rank })
  return record
}

/** The claim as it was submitted, with the charge that `chargeOf` finds. */
export function readSubmission(scope: Scope, id: string, chargeOf: (items: Item[]) => Cents | null): Submission | null {
  const { raw, reading } = scope
  const payerId = scope.payer()
  const providerId = scope.provider(raw.provider)
  const { rendering, referring, renderers } = scope.team()
  const diagnoses = diagnosesOf(scope)
  const items = readItems(scope, 'item', { diagnoses, renderers })
  const { start, end } = serviceDaysOf(scope, items)
  const { patient, subscriber, rank, payers } = scope.people(payerId)
  const { facility, frequency, replaces } = billOf(scope)
  const billed = chargeOf(items)
  if (billed === null) reading.reject('fhir.no-charge', 'Nothing states what the claim charges', 'total')
  else if (billed < 0) reading.reject('fhir.amount', 'The charge of the claim is below zero', 'total')
  tellCharges(scope, items, billed)
  if (reading.rejected || billed === null) return null
  const lines = items.map(({ line }) => line)
  const record: ClaimRecord = {
    kind: 'claim',
    id,
    patientControlNumber: patientControlNumberOf(scope),
    payerId,
    providerId,
    renderingProviderId: rendering,
    referringProviderId: referring,
    claimType: claimTypeOf(scope),
    use: useOf(scope),
    frequencyCode: frequency,
    payerControlNumber: replaces,
    patient,
    subscriber,
    payers,
    serviceDate: start,
    serviceDateEnd: end,
    submissionDate: null,
    placeOfService: placeOf(claimTypeOf(scope), facility, lines[0]?.placeOfService ?? null),
    billed,
    procedureCodes: distinct(lines.map(({ procedureCode }) => procedureCode)),
    diagnosisCodes: distinct([...diagnoses.values()]),
    modifiers: distinct(lines.flatMap(({ modifiers }) => modifiers)),
    priorAuthorization: priorAuthorizationOf(scope),
    lines,
    appeals: [],
    policyIds: [],
    reportedStatus: null,
    reportedReason: null,
    extra: {},
  }
  return { record, items, facility, rank }
}

/** Institutional claims are placed by their type of bill, others by the place of service of their lines. */
function placeOf(claimType: ClaimRecord['claimType'], facility: string | null, place: string | null): string | null {
  return claimType === 'institutional' ? (facility ?? place) : (place ?? facility)
}

function tellCharges({ reading }: Scope, items: Item[], billed: Cents | null): void {
  const silent = items.filter(({ charge }) => charge === null).length
  if (silent > 0) reading.warn('fhir.line-without-charge', `${silent} of ${items.length} lines do not say what they charge`, 'item')
  const together = chargeOfItems(items)
  if (together !== null && billed !== null && together !== billed) reading.warn('fhir.lines-out-of-balance', 'The lines do not add up to the charge', 'item')
}

/** Number of a prior authorization: of the insurances, or (ExplanationOfBenefit) of the resource itself. */
function priorAuthorizationOf({ raw }: Scope): string | null {
  const lists = [raw.preAuthRef, ...objects(raw.insurance).map(({ preAuthRef }) => preAuthRef)]
  return lists.flatMap((list) => (Array.isArray(list) ? list : [list])).flatMap((number: unknown) => text(number) ?? [])[0] ?? null
}
