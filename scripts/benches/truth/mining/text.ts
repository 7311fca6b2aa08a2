import { wilsonInterval } from '../../../../packages/core/src/statistics/proportions.ts'
import type { Condition } from '../../../../packages/core/src/patterns/scope/condition.ts'

export const percent = (part: number, whole: number) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`)

/** "97.4 % (487 of 500; 95.6 to 98.5)". The interval is Wilson's, 95 %. */
export function shareText(part: number, whole: number): string {
  const bounds = wilsonInterval({ part, whole })
  if (!bounds) return 'none'
  return `${percent(part, whole)} (${part} of ${whole}; ${(100 * bounds.low).toFixed(1)} to ${(100 * bounds.high).toFixed(1)})`
}

export const scopeText = (scope: readonly Condition[]) => scope.map(({ field, op, value }) => `${field} ${op} ${value}`).join(', ') || 'everywhere'
