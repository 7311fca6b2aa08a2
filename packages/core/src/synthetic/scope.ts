import type { ClaimLineRecord, ClaimRecord } from '../imports/records.ts'
import { daysBetween } from '../dates.ts'
import { procedureGroupOf } from './services.ts'

export type ScopeField =
  'payer' | 'provider' | 'procedureCode' | 'procedureGroup' | 'modifier' | 'diagnosis' | 'placeOfService' | 'claimType' | 'daysToSubmission'

/**
 * One condition on a claim line. `is`, `not` and `startsWith` look at the line itself (for lists: one of its values; `provider` is the
 * rendering or the billing one). `has` and `lacks` look at the line's modifiers and diagnoses, and for procedures at all lines of the
 * claim, for what else was done that day. `above` compares numbers.
 */
export interface Condition {
  field: ScopeField
  op: 'is' | 'not' | 'has' | 'lacks' | 'startsWith' | 'above'
  value: string | number
}

function daysToSubmission({ serviceDate, submissionDate }: ClaimRecord): number {
  return serviceDate && submissionDate ? daysBetween(serviceDate, submissionDate) : 0
}

function onLine(field: ScopeField, claim: ClaimRecord, line: ClaimLineRecord): readonly (string | null)[] {
  switch (field) {
    case 'payer':
      return [claim.payerId]
    case 'provider':
      return [line.renderingProviderId ?? claim.renderingProviderId, claim.providerId]
    case 'procedureCode':
      return [line.procedureCode]
    case 'procedureGroup':
      return [procedureGroupOf(line.procedureCode)]
    case 'modifier':
      return line.modifiers
    case 'diagnosis':
      return line.diagnosisCodes
    case 'placeOfService':
      return [line.placeOfService]
    case 'claimType':
      return [claim.claimType]
    case 'daysToSubmission':
      return [String(daysToSubmission(claim))]
  }
}

function onClaim(field: ScopeField, claim: ClaimRecord, line: ClaimLineRecord): readonly (string | null)[] {
  if (field === 'procedureCode') return claim.procedureCodes
  if (field === 'procedureGroup') return claim.procedureCodes.map(procedureGroupOf)
  return onLine(field, claim, line)
}

function meets({ field, op, value }: Condition, claim: ClaimRecord, line: ClaimLineRecord): boolean {
  switch (op) {
    case 'is':
      return onLine(field, claim, line).includes(String(value))
    case 'not':
      return !onLine(field, claim, line).includes(String(value))
    case 'has':
      return onClaim(field, claim, line).includes(String(value))
    case 'lacks':
      return !onClaim(field, claim, line).includes(String(value))
    case 'startsWith':
      return onLine(field, claim, line).some((one) => one?.startsWith(String(value)))
    case 'above':
      return onLine(field, claim, line).some((one) => Number(one) > Number(value))
  }
}

/** The numbers of the claim's lines that meet every condition. */
export function linesInScope(scope: readonly Condition[], claim: ClaimRecord): number[] {
  return claim.lines.filter((line) => scope.every((condition) => meets(condition, claim, line))).map(({ lineNumber }) => lineNumber)
}
