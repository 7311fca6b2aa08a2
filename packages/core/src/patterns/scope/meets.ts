import { procedureGroupOf } from '../../codes/groups.ts'
import { daysBetween } from '../../dates.ts'
import type { ClaimLineRecord, ClaimRecord } from '../../imports/records.ts'
import type { Condition, ScopeField } from './condition.ts'

type Claim = Pick<
  ClaimRecord,
  'payerId' | 'providerId' | 'renderingProviderId' | 'claimType' | 'serviceDate' | 'submissionDate' | 'placeOfService' | 'procedureCodes' | 'diagnosisCodes'
>
type Line = Pick<ClaimLineRecord, 'procedureCode' | 'modifiers' | 'diagnosisCodes' | 'placeOfService' | 'renderingProviderId'>

/** The numbers of the claim's lines that meet every condition. */
export function linesInScope(scope: readonly Condition[], claim: ClaimRecord): number[] {
  return claim.lines.filter((line) => meetsScope(scope, claim, line)).map(({ lineNumber }) => lineNumber)
}

/** Whether a line meets every condition: the same question that sql.ts asks the database. */
export const meetsScope = (scope: readonly Condition[], claim: Claim, line: Line): boolean => scope.every((condition) => meets(condition, claim, line))

function meets({ field, op, value }: Condition, claim: Claim, line: Line): boolean {
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
      return field === 'daysToSubmission' && onLine(field, claim, line).some((one) => one !== null && Number(one) > Number(value))
  }
}

function onLine(field: ScopeField, claim: Claim, line: Line): readonly (string | null)[] {
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
      return line.diagnosisCodes.length > 0 ? line.diagnosisCodes : claim.diagnosisCodes
    case 'placeOfService':
      return [line.placeOfService ?? claim.placeOfService]
    case 'claimType':
      return [claim.claimType]
    case 'daysToSubmission':
      return [daysToSubmission(claim)]
  }
}

function onClaim(field: ScopeField, claim: Claim, line: Line): readonly (string | null)[] {
  if (field === 'procedureCode') return claim.procedureCodes
  if (field === 'procedureGroup') return claim.procedureCodes.map(procedureGroupOf)
  return onLine(field, claim, line)
}

const daysToSubmission = ({ serviceDate, submissionDate }: Claim): string | null =>
  serviceDate && submissionDate ? String(daysBetween(serviceDate, submissionDate)) : null
