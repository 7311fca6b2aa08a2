import type { Cents } from '../../../money.ts'
import type { ProviderLevelAdjustmentRecord } from '../../records.ts'
import { amountAt, dateAt, Faults, fieldName, textAt, type Elements } from './fields.ts'
import type { Outbox, Position } from './issues.ts'

/** PLB01, PLB02 and six pairs. */
const LONGEST_PLB = 15

/**
 * PLB: money moved at provider level, up to six pairs of reason and amount; a positive amount lowers the payment. Returns their sum, or
 * null when one could not be read, because the payment can then not be balanced.
 */
export function readProviderAdjustments(elements: Elements, at: Position, remittance: number, component: string, out: Outbox): Cents | null {
  const provider = textAt(elements, 1) ?? ''
  const fiscalPeriodEnd = dateAt(elements, 2, new Faults(out, 'provider adjustment'), at)
  let sum: Cents | null = 0
  let first = true
  for (let index = 3; index < elements.length; index += 2) {
    if (textAt(elements, index) === null && textAt(elements, index + 1) === null) continue
    const faults = new Faults(out, 'provider adjustment')
    const [reasonCode, ...reference] = (elements[index] ?? '').split(component)
    const amount = amountAt(elements, index + 1, faults, at)
    if (!reasonCode?.trim() || index >= LONGEST_PLB) {
      const message = 'A provider adjustment has no reason code or is the seventh of its segment.'
      faults.reject('x12.835.bad-adjustment', message, at, fieldName(elements, index))
    }
    if (faults.rejected) {
      sum = null
      continue
    }
    const record: ProviderLevelAdjustmentRecord = {
      kind: 'plb',
      remittance,
      first,
      providerIdentifier: provider,
      fiscalPeriodEnd,
      reasonCode: reasonCode!.trim(),
      reference: reference.join(component).trim() || null,
      amount,
    }
    out.emit(record)
    first = false
    if (sum !== null) sum += amount
  }
  return sum
}
