import type { AdjustmentRecord } from '../../records.ts'
import { amountAt, fieldName, quantityAt, textAt, type Elements, type Faults } from './fields.ts'
import type { Position } from './issues.ts'

const GROUPS = new Set(['CO', 'PR', 'OA', 'PI', 'CR'])
/** CAS01 and six triplets. */
const LONGEST_CAS = 20

/** CARCs have no leading zeros; some senders pad them to three digits. */
const carcOf = (text: string) => text.toUpperCase().replace(/^0+(?=\d)/, '')

/** CAS: one group code with up to six triplets of reason, amount and quantity. Amounts may be negative. */
export function adjustmentsOf(elements: Elements, faults: Faults, at: Position): AdjustmentRecord[] {
  const group = textAt(elements, 1)
  if (group === null || !GROUPS.has(group)) faults.warn('x12.835.unknown-group', 'CAS01 is not one of the adjustment group codes.', at, 'CAS01')
  if (elements.slice(LONGEST_CAS).some((element) => element.trim() !== '')) {
    faults.reject('x12.835.bad-adjustment', 'CAS has more than six reason and amount pairs.', at, 'CAS20')
  }
  const adjustments: AdjustmentRecord[] = []
  for (let index = 2; index < Math.min(elements.length, LONGEST_CAS); index += 3) {
    const carc = textAt(elements, index)
    if (carc === null && textAt(elements, index + 1) === null) continue
    if (carc === null) faults.reject('x12.835.bad-adjustment', 'An adjustment amount has no reason code.', at, fieldName(elements, index))
    const amount = amountAt(elements, index + 1, faults, at)
    adjustments.push({ group: group ?? '', carc: carcOf(carc ?? ''), amount, quantity: quantityAt(elements, index + 2, faults, at) })
  }
  return adjustments
}
