import { procedureGroupOf } from '../../codes/groups.ts'
import { DAYS_TO_SUBMISSION, type Condition, type ScopeField, type ScopeOp } from '../scope/condition.ts'
import type { ClaimShape, LineShape } from './claim-shape.ts'

/** Diagnoses are asked for by chapter, category and code. */
export const DIAGNOSIS_PREFIXES = [1, 3] as const

/** Numbers for the conditions that lines meet, in the order in which they were first met. */
export class Items {
  readonly conditions: Condition[] = []
  readonly #ids = new Map<string, Map<string | number, number>>()

  get({ field, op, value }: Condition): number | undefined {
    return this.#ids.get(`${field} ${op}`)?.get(value)
  }

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

  /** Every condition that the line meets, but for what it lacks: ids in ascending order. `families` are those of all lines of the claim. */
  of(shape: ClaimShape, line: LineShape, families: ReadonlySet<string>): number[] {
    const met = new Set<number>()
    const is = (field: ScopeField, value: string | null) => value !== null && met.add(this.idOf(field, 'is', value))
    is('payer', shape.payer)
    is('provider', shape.provider)
    is('provider', line.renderingProvider)
    is('procedureCode', line.procedureCode)
    is('procedureGroup', procedureGroupOf(line.procedureCode))
    is('placeOfService', line.placeOfService)
    is('claimType', shape.claimType)
    for (const family of families) met.add(this.idOf('procedureGroup', 'has', family))
    for (const modifier of line.modifiers) met.add(this.idOf('modifier', 'has', modifier))
    for (const diagnosis of line.diagnoses) {
      is('diagnosis', diagnosis)
      for (const length of DIAGNOSIS_PREFIXES) if (diagnosis.length >= length) met.add(this.idOf('diagnosis', 'startsWith', diagnosis.slice(0, length)))
    }
    for (const days of DAYS_TO_SUBMISSION)
      if (shape.submittedLaterThan !== null && days <= shape.submittedLaterThan) met.add(this.idOf('daysToSubmission', 'above', days))
    return [...met].toSorted((a, b) => a - b)
  }
}

/** What one scope may ask together: each field once, but several modifiers, and beside a family or code what else was done that day. */
export function goTogether(a: Condition, b: Condition): boolean {
  if (a.field === b.field) return a.field === 'modifier' ? a.value !== b.value : a.field === 'procedureGroup' && a.op !== b.op && a.value !== b.value
  const [code, family] = a.field === 'procedureCode' ? [a, b] : [b, a]
  if (code.field !== 'procedureCode' || family.field !== 'procedureGroup') return true
  return family.op === 'has' && procedureGroupOf(String(code.value)) !== family.value
}
