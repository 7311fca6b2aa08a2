import type { AdjustmentRecord } from '../../imports/records.ts'
import { amountText, segment } from './segments.ts'

/** A CAS holds six reasons of one group. */
const REASONS = 6

/** CAS segments: one for each group code, in the order in which the groups first stand, and another for every six reasons more. */
export function casSegments(adjustments: readonly AdjustmentRecord[]): string {
  if (adjustments.length === 0) return ''
  let text = ''
  for (const [group, own] of Map.groupBy(adjustments, (adjustment) => adjustment.group)) {
    for (let at = 0; at < own.length; at += REASONS) {
      const triplets = own.slice(at, at + REASONS).flatMap(({ carc, amount, quantity }) => [carc, amountText(amount), quantity])
      text += segment('CAS', group, ...triplets)
    }
  }
  return text
}
