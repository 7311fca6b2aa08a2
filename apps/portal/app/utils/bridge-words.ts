import type { Bridge } from '@overturn/core/measures/bridge/schemas'
import { formatCount, formatMoney } from './format'

type Fraction = Pick<Bridge['waterfall']['from'], 'unit' | 'numerator' | 'denominator'>

/** "131 of 1,859 claims"; charges as money. */
export function fractionInWords({ unit, numerator, denominator }: Fraction): string {
  if (unit === 'dollars') return `${formatMoney(numerator)} of ${formatMoney(denominator)}`
  return `${formatCount(numerator)} of ${formatCount(denominator)} ${unit}`
}

/** What a step does to the count: "28 more denied", "8 fewer denied, 8 fewer counted". */
export function changeInWords(change: Bridge['waterfall']['steps'][number]['change']): string {
  if (change === null) return 'counted otherwise'
  const part = (count: number, what: string) => (count === 0 ? [] : [`${formatCount(Math.abs(count))} ${count > 0 ? 'more' : 'fewer'} ${what}`])
  return [...part(change.numerator, 'denied'), ...part(change.denominator, 'counted')].join(', ') || 'no change'
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
