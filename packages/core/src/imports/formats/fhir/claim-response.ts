import type { ImportRecord } from '../../records.ts'
import { chargeOf, decide, isDecided, totalsOf } from './decision.ts'
import { readItems, type Item } from './items.ts'
import type { Asked, Scope } from './scope.ts'
import { billOf, claimIdOf, patientControlNumberOf, serviceDaysOf } from './submitted.ts'
import { text } from './values.ts'

const NOTHING = new Map<number, string>()

/** A ClaimResponse as the decision of the claim that its `request` names; lines take from that claim, where the file brought it, what they leave out. */
export function readClaimResponse(scope: Scope): ImportRecord[] {
  const { raw, reading } = scope
  if (!isDecided(scope)) return []
  const request = scope.target(raw.request)
  const asked = scope.memory.claims.find(request)
  const totals = totalsOf(scope)
  const lookups = { diagnoses: NOTHING, renderers: NOTHING }
  const answers = readItems(scope, 'item', lookups).map((item) => completed(item, asked))
  const last = Math.max(0, ...answers.map(({ line }) => line.lineNumber))
  const added = readItems(scope, 'addItem', lookups).map((item, index) => ({ ...item, line: { ...item.line, lineNumber: last + index + 1 } }))
  const items = [...answers, ...added]
  const charge = totals.amounts.submitted ?? asked?.billed ?? chargeOf(totals, items)
  if (charge === null) reading.reject('fhir.no-charge', 'Nothing states what the claim charges', 'total')
  const silent = items.filter((item) => item.charge === null).length
  if (silent > 0) reading.warn('fhir.line-without-charge', `${silent} of ${items.length} lines do not say what they charge`, 'item')
  if (reading.rejected || charge === null) return []
  const payerId = scope.payer()
  const { patient, rank } = scope.people(payerId)
  const { facility, frequency } = billOf(scope)
  const { start, end } = serviceDaysOf(scope, items)
  const side = {
    claimId: claimIdOf(request),
    patientControlNumber: request.identifiers.flatMap(({ value }) => text(value) ?? [])[0] ?? patientControlNumberOf(scope),
    payerId,
    providerId: scope.provider(raw.requestor),
    renderingProviderId: null,
    facilityCode: facility,
    frequencyCode: frequency,
    patient,
    serviceDate: start,
    serviceDateEnd: end,
    payerRank: raw.insurance === undefined && asked ? asked.rank : rank,
  }
  const decision = decide(scope, side, charge, totals, items)
  return decision ? [decision] : []
}

/** The answer to an item, with what the item itself says: a ClaimResponse repeats neither code nor charge. */
function completed(item: Item, asked: Asked | null): Item {
  const submitted = asked?.lines.find(({ lineNumber }) => lineNumber === item.line.lineNumber)
  if (!submitted) return item
  const charge = item.charge ?? submitted.billed
  const { lineNumber, units } = item.line
  const line =
    item.line.procedureCode === null ? { ...submitted, lineNumber, units: units ?? submitted.units, billed: charge } : { ...item.line, billed: charge }
  return { ...item, charge, line }
}
