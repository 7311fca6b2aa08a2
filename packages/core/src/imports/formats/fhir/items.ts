import type { Cents } from '../../../money.ts'
import type { ClaimLineRecord } from '../../records.ts'
import { paidByReasons, paidOf, readAdjudication, sumOf, type Adjudicated } from './adjudication.ts'
import { codeOf, codesOf, codingsOf, systems } from './codes.ts'
import type { Scope } from './scope.ts'
import { isObject, objectOf, objects, text, type Raw } from './values.ts'

/** One item as submitted, with what it says of its own adjudication. */
export interface Item {
  line: ClaimLineRecord
  /** HC, AD, N4 as the 835 calls the kind of code; null where the system is none of these. */
  qualifier: string | null
  /** Null where nothing says it; the line then has 0. */
  charge: Cents | null
  adjudicated: Adjudicated
}

export interface Lookups {
  diagnoses: ReadonlyMap<number, string>
  renderers: ReadonlyMap<number, string>
}

const QUALIFIERS: [RegExp, string][] = [
  [systems.cpt, 'HC'],
  [systems.hcpcs, 'HC'],
  [systems.cdt, 'AD'],
  [systems.hipps, 'HP'],
  [systems.ndc, 'N4'],
]

/** The items of a Claim or ExplanationOfBenefit, or the answers to them in a ClaimResponse; `field` names the list. */
export function readItems(scope: Scope, field: 'item' | 'addItem', lookups: Lookups): Item[] {
  const items = objects(scope.raw[field]).map((item, index) => readItem(item, `${field}[${index}]`, scope, lookups))
  return field === 'item' ? numbered(items) : items
}

function readItem(item: Raw, field: string, scope: Scope, { diagnoses, renderers }: Lookups): Item {
  const { reading } = scope
  const details = objects(item.detail).flatMap((detail) => [detail, ...objects(detail.subDetail)])
  const adjudicated = adjudicationOf(item, details, field, scope)
  const serviced = reading.days(
    item.servicedPeriod ?? item.servicedDate,
    item.servicedPeriod === undefined ? `${field}.servicedDate` : `${field}.servicedPeriod`,
  )
  const [qualifier, procedureCode] = codeWithQualifier(item.productOrService)
  const ndcs = [item, ...details].flatMap(({ productOrService }) => codesOf(productOrService, systems.ndc))
  const quantity = objectOf(item.quantity)
  const charge = chargeOf(item, adjudicated, field, scope)
  const line: ClaimLineRecord = {
    lineNumber: wholeNumber(item.sequence) ?? wholeNumber(item.itemSequence) ?? 0,
    controlNumber: null,
    procedureCode,
    revenueCode: codeOf(item.revenue, systems.revenue),
    modifiers: [...new Set(objects(item.modifier).flatMap((modifier) => codingsOf(modifier).map(({ code }) => code)))],
    diagnosisCodes: numbersOf(item.diagnosisSequence).flatMap((number) => diagnoses.get(number) ?? []),
    placeOfService: codeOf(item.locationCodeableConcept),
    units: reading.quantity(item.quantity, `${field}.quantity`),
    unitsType: text(quantity.code) ?? text(quantity.unit),
    ndcCode: ndcs[0] ?? null,
    serviceDate: serviced.start,
    serviceDateEnd: serviced.end,
    billed: charge ?? 0,
    renderingProviderId: numbersOf(item.careTeamSequence).flatMap((number) => renderers.get(number) ?? [])[0] ?? null,
    editsFired: [],
    policiesTriggered: [],
    extra: {},
  }
  return { line, qualifier, charge, adjudicated }
}

/** Its own adjudication; where only its details were adjudicated, theirs together. */
function adjudicationOf(item: Raw, details: Raw[], field: string, { reading }: Scope): Adjudicated {
  const own = readAdjudication(item.adjudication, reading, `${field}.adjudication`)
  if (objects(item.adjudication).length > 0) return own
  return sumOf(details.map((detail, index) => readAdjudication(detail.adjudication, reading, `${field}.detail[${index}].adjudication`)))
}

/** As submitted, else the net price, else payment and reasons together, where these state their amounts. */
function chargeOf(item: Raw, adjudicated: Adjudicated, field: string, { reading }: Scope): Cents | null {
  const net = reading.money(item.net, `${field}.net`)
  const unitPrice = isObject(item.quantity) ? null : reading.money(item.unitPrice, `${field}.unitPrice`)
  const paid = paidOf(adjudicated)
  const taken = paidByReasons(0, adjudicated)
  return adjudicated.amounts.submitted ?? net ?? unitPrice ?? (paid === null || taken === null ? null : paid - taken)
}

function codeWithQualifier(concept: unknown): [string | null, string | null] {
  for (const [system, qualifier] of QUALIFIERS) {
    const [code] = codesOf(concept, system)
    if (code !== undefined) return [qualifier, code]
  }
  return [null, codeOf(concept)]
}

const wholeNumber = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1_000_000 ? value : null)
const numbersOf = (value: unknown): number[] => (Array.isArray(value) ? value.filter((number) => typeof number === 'number') : [])

/** Line numbers are a key: where they are missing or stand twice, the order of the items counts. */
function numbered(items: Item[]): Item[] {
  const numbers = new Set(items.map(({ line }) => line.lineNumber))
  if (numbers.size === items.length && !numbers.has(0)) return items
  return items.map((item, index) => ({ ...item, line: { ...item.line, lineNumber: index + 1 } }))
}
