import { procedureGroupOf } from '../../../../packages/core/src/codes/groups.ts'
import type { LineShape } from '../../../../packages/core/src/patterns/mining/claim-shape.ts'
import type { Condition } from '../../../../packages/core/src/patterns/scope/condition.ts'
import type { SimulatedClaim } from './claims.ts'

/** Whether a line is in a scope, written without regard to the search that is tried, so that it cannot agree with it by sharing a mistake. */
export const lineMeets = (scope: readonly Condition[], claim: SimulatedClaim, line: LineShape): boolean =>
  scope.every((condition) => meets(condition, claim, line))

export const claimMeets = (scope: readonly Condition[], claim: SimulatedClaim): boolean => claim.lines.some((line) => lineMeets(scope, claim, line))

/** Denied for the reason on a line in the scope, or as a whole with a line in it. */
export const deniedIn = (scope: readonly Condition[], reason: string, claim: SimulatedClaim): boolean =>
  claim.lines.some((line) => (claim.reason ?? line.reason) === reason && lineMeets(scope, claim, line))

/** How many claims are in both sets. */
export function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0
  for (const index of a) if (b.has(index)) count++
  return count
}

const families = new Map<string | null, string | null>()
function familyOf(code: string | null): string | null {
  const known = families.get(code)
  if (known !== undefined) return known
  const family = procedureGroupOf(code)
  families.set(code, family)
  return family
}

function meets({ field, op, value }: Condition, claim: SimulatedClaim, line: LineShape): boolean {
  switch (field) {
    case 'payer':
      return claim.payer === value
    case 'provider':
      return claim.provider === value || line.renderingProvider === value
    case 'procedureCode':
      return line.procedureCode === value
    case 'procedureGroup':
      return op === 'has' ? claim.lines.some((other) => familyOf(other.procedureCode) === value) : familyOf(line.procedureCode) === value
    case 'modifier':
      return line.modifiers.includes(String(value)) !== (op === 'lacks')
    case 'diagnosis':
      return line.diagnoses.some((code) => (op === 'startsWith' ? code.startsWith(String(value)) : code === value))
    case 'placeOfService':
      return line.placeOfService === value
    case 'claimType':
      return claim.claimType === value
    case 'daysToSubmission':
      return claim.submittedLaterThan >= Number(value)
  }
}
