import { procedureGroupOf } from '../../codes/groups.ts'
import { DAYS_TO_SUBMISSION, type Condition, type ScopeField, type ScopeOp } from '../scope/condition.ts'
import type { ClaimShape, LineShape } from './claim-shape.ts'

/** Diagnoses are asked for by chapter, category and code. */
export const DIAGNOSIS_PREFIXES = [1, 3] as const

/** Numbers for the conditions that lines meet, in the order in which they were first met. What a line lacks is not among them. */
export class Items {
  readonly conditions: Condition[] = []
  readonly #ids = new Map<string, Map<string | number, number>>()

  idOf(field: ScopeField, op: ScopeOp, value: string | number): number {
    const kind = `${field} ${op}`
    let ids = this.#ids.get(kind)
    if (!ids) this.#ids.set(kind, (ids = new Map()))
    let id = ids.get(value)
    if (id === undefined) {
      ids.set(value, (id = this.conditions.length))
      this.conditions.push({ field, op, value })
    }
    return id
  }

  /** Every condition that all lines of a claim meet: ids in ascending order. `families` are those of its lines. */
  ofClaim({ payer, provider, claimType, submittedLaterThan }: Omit<ClaimShape, 'lines'>, families: readonly string[]): number[] {
    const met = new Set<number>()
    const is = (field: ScopeField, value: string | null) => value !== null && met.add(this.idOf(field, 'is', value))
    is('payer', payer)
    is('provider', provider)
    is('claimType', claimType)
    for (const family of families) met.add(this.idOf('procedureGroup', 'has', family))
    for (const days of DAYS_TO_SUBMISSION) if (submittedLaterThan !== null && days <= submittedLaterThan) met.add(this.idOf('daysToSubmission', 'above', days))
    return ascending(met)
  }

  /** Every condition that a line meets by what it says itself, whatever its claim. */
  ofLine({ procedureCode, modifiers, diagnoses, placeOfService, renderingProvider }: LineShape): number[] {
    const met = new Set<number>()
    const is = (field: ScopeField, value: string | null) => value !== null && met.add(this.idOf(field, 'is', value))
    is('provider', renderingProvider)
    is('procedureCode', procedureCode)
    is('procedureGroup', procedureGroupOf(procedureCode))
    is('placeOfService', placeOfService)
    for (const modifier of modifiers) met.add(this.idOf('modifier', 'has', modifier))
    for (const diagnosis of diagnoses) {
      is('diagnosis', diagnosis)
      for (const length of DIAGNOSIS_PREFIXES) if (diagnosis.length >= length) met.add(this.idOf('diagnosis', 'startsWith', diagnosis.slice(0, length)))
    }
    return ascending(met)
  }
}

const ascending = (ids: Iterable<number>): number[] => [...ids].toSorted((a, b) => a - b)

/** What one scope may ask together: each field once, but several modifiers, and beside a family or code what else was done that day. */
export function goTogether(a: Condition, b: Condition): boolean {
  if (a.field === b.field) return a.field === 'modifier' ? a.value !== b.value : a.field === 'procedureGroup' && a.op !== b.op && a.value !== b.value
  const [code, family] = a.field === 'procedureCode' ? [a, b] : [b, a]
  if (code.field !== 'procedureCode' || family.field !== 'procedureGroup') return true
  return family.op === 'has' && procedureGroupOf(String(code.value)) !== family.value
}
