import { imbalanceOf, NOT_DENIED } from '../../../adjudication/rules.ts'
import { decimalText } from '../../../money.ts'
import type { DecisionLineRecord } from '../../records.ts'
import { adjustmentsOf } from './adjustments.ts'
import { amountAt, dateAt, optionalAmountAt, partsOf, quantityAt, textAt, type Elements, type Faults } from './fields.ts'
import type { Position } from './issues.ts'

/** SVC01 qualifiers whose code is a revenue code (RB in 4010 files). */
const REVENUE = new Set(['NU', 'RB'])

/** One SVC with what follows it up to the next: loop 2110. */
export class ServiceLine {
  readonly record: DecisionLineRecord
  readonly #faults: Faults
  readonly #at: Position

  constructor(elements: Elements, at: Position, lineNumber: number, component: string, faults: Faults) {
    this.#faults = faults
    this.#at = at
    const [qualifier, code, ...rest] = partsOf(elements[1] ?? '', component)
    const original = textAt(partsOf(elements[6] ?? '', component), 1)
    const isRevenue = REVENUE.has(qualifier ?? '')
    const named = code?.trim() || null
    this.record = {
      lineNumber,
      controlNumber: null,
      qualifier: qualifier?.trim() || null,
      procedureCode: isRevenue ? null : named,
      originalProcedureCode: original,
      revenueCode: isRevenue ? named : textAt(elements, 4),
      modifiers: rest
        .slice(0, 4)
        .map((modifier) => modifier.trim())
        .filter(Boolean),
      ...this.#amounts(elements),
      allowed: null,
      // The guide's rule: units left out are one.
      units: textAt(elements, 5) === null ? 1 : quantityAt(elements, 5, faults, at),
      serviceDate: null,
      serviceDateEnd: null,
      adjustments: [],
      remarks: [],
      verdict: NOT_DENIED,
      imbalance: 0,
    }
  }

  take(elements: Elements, at: Position): void {
    const { record } = this
    switch (elements[0]) {
      case 'CAS':
        record.adjustments.push(...adjustmentsOf(elements, this.#faults, at))
        return
      case 'DTM':
        return this.#date(elements, at)
      case 'REF':
        if (textAt(elements, 1) === '6R') record.controlNumber = textAt(elements, 2)
        return
      case 'AMT':
        if (textAt(elements, 1) === 'B6') record.allowed = optionalAmountAt(elements, 2, this.#faults, at)
        return
      case 'LQ':
        return this.#remark(elements, at)
    }
  }

  finish(): DecisionLineRecord {
    const { record } = this
    record.serviceDateEnd ??= record.serviceDate
    record.imbalance = imbalanceOf(record.charge, record.paid, record.adjustments)
    if (record.imbalance !== 0 && !this.#faults.rejected) {
      const amounts = `charge ${decimalText(record.charge)}, paid ${decimalText(record.paid)}, unexplained ${decimalText(record.imbalance)}`
      this.#faults.warn('x12.835.line-out-of-balance', `Line ${record.lineNumber} does not balance: ${amounts}.`, this.#at, 'SVC03')
    }
    return record
  }

  /**
   * SVC02 and SVC03. A line that states neither takes no part of the claim's money: it is kept as 0.00 and told, and the balance of the
   * claim shows whether that was right. One of the two alone is not enough to know the other.
   */
  #amounts(elements: Elements): { charge: number; paid: number } {
    if (textAt(elements, 2) === null && textAt(elements, 3) === null) {
      this.#faults.warn('x12.835.line-without-amounts', 'A service line states neither charge nor payment.', this.#at, 'SVC02')
      return { charge: 0, paid: 0 }
    }
    return { charge: amountAt(elements, 2, this.#faults, this.#at), paid: amountAt(elements, 3, this.#faults, this.#at) }
  }

  #date(elements: Elements, at: Position): void {
    const date = dateAt(elements, 2, this.#faults, at)
    const qualifier = textAt(elements, 1)
    if (qualifier === '150' || qualifier === '472') this.record.serviceDate = date
    else if (qualifier === '151') this.record.serviceDateEnd = date
  }

  #remark(elements: Elements, at: Position): void {
    const code = textAt(elements, 2)
    if (textAt(elements, 1) === 'HE' && code) this.record.remarks.push(code)
    else if (code) this.#faults.warn('x12.835.code-not-kept', 'LQ holds a code of a list other than HE (remark codes).', at, 'LQ01')
  }
}
