import type { ClaimRecord, DecisionRecord } from '../../records.ts'
import type { Faults } from './fields.ts'
import type { Position } from './issues.ts'

/** Longer than any id or code of the guides (80); the database finds claims, payers and the like by them, and its keys have an end. */
const LONGEST_ID = 100

type Id = string | null | undefined

export const isTooLong = (id: Id): boolean => typeof id === 'string' && id.length > LONGEST_ID

/** An id cannot be cut without becoming another one: a claim with one that is too long is not taken in. */
export function rejectLongIds(record: ClaimRecord | DecisionRecord, faults: Faults, at: Position): void {
  const check = (field: string, ...ids: readonly Id[]) => {
    if (ids.some(isTooLong)) faults.reject('x12.id-too-long', `An id or code in ${field} is longer than ${LONGEST_ID} characters.`, at, field)
  }
  check(record.kind === 'claim' ? 'CLM01' : 'CLP01', record.patientControlNumber)
  check(record.kind === 'claim' ? 'REF02' : 'CLP07', record.payerControlNumber)
  check('NM1', record.payerId, record.providerId, record.renderingProviderId)
  if (record.kind === 'claim') checkClaim(record, check)
  else checkDecision(record, check)
}

const textOf = (value: unknown): Id => (typeof value === 'string' ? value : null)

type Check = (field: string, ...ids: readonly Id[]) => void

function checkClaim({ referringProviderId, extra, payers = [], diagnosisCodes, lines }: ClaimRecord, check: Check): void {
  check('NM1', referringProviderId, textOf(extra.attendingProviderId), textOf(extra.operatingProviderId))
  for (const { payerId } of payers) check('NM1', payerId)
  check('HI', ...diagnosisCodes)
  for (const { controlNumber, procedureCode, revenueCode, ndcCode, renderingProviderId, modifiers } of lines) {
    check('SV', procedureCode, revenueCode, ...modifiers)
    check('REF02', controlNumber)
    check('LIN03', ndcCode)
    check('NM1', renderingProviderId)
  }
}

function checkDecision({ adjustments, remarks, lines }: DecisionRecord, check: Check): void {
  for (const { group, carc } of adjustments) check('CAS', group, carc)
  for (const { source, code } of remarks) check(source, code)
  for (const line of lines) {
    check('SVC01', line.qualifier, line.procedureCode, line.originalProcedureCode, line.revenueCode, ...line.modifiers)
    check('REF02', line.controlNumber)
    check('LQ02', ...line.remarks)
    for (const { group, carc } of line.adjustments) check('CAS', group, carc)
  }
}
