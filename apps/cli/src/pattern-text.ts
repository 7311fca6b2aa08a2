import type { Pattern } from '@overturn/core/patterns/schemas'
import { count, counted, money, percent } from './format.ts'

type Finding = NonNullable<Pattern['finding']>

/** "33.1 (27.0–40.3)"; where nothing was denied elsewhere there is only a lower bound: "above 2,124.7". */
export function ratioText(ratio: Finding['ratio'] | null): string {
  if (ratio === null) return '–'
  const [estimate, low, high] = [ratio.estimate, ratio.low, ratio.high].map((value) => (value === null ? null : decimal(value)))
  return estimate === null || high === null ? `above ${low}` : `${estimate} (${low}–${high})`
}

const decimal = (value: number) => value.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A probability, as far as it says something. */
export const smallText = (value: number | null) => (value === null ? '–' : value < 0.0001 ? '< 0.0001' : value.toFixed(4))

export const confirmedText = (confirmed: boolean | null) => (confirmed === null ? 'not yet' : confirmed ? 'yes' : 'no')

/** Names and values of what the search found and what later claims say of it. */
export function findingFacts({ finding, preventable }: Pick<Pattern, 'finding' | 'preventable'>): [name: string, value: string][] {
  if (finding === null) return []
  const { population, denials, rate, restPopulation, restDenials, restRate, ratio, q, searched, confirmed, later, window } = finding
  return [
    ['In it', `${percent(rate)}: ${count(denials)} of ${counted(population, 'claim')} served from ${window.start} until before ${window.end}`],
    ['Elsewhere', `${percent(restRate)}: ${count(restDenials)} of ${counted(restPopulation, 'claim')}`],
    ['Ratio', `${ratioText(ratio)}, 95 % interval; q ${smallText(q)} of ${count(searched)} that were searched`],
    ['Confirmed', later === null ? confirmedText(confirmed) : `${confirmedText(confirmed)}: ${laterText(later)}`],
    ...(preventable === null ? [] : ([['Preventable', preventableText(preventable)]] as [string, string][])),
  ]
}

const laterText = ({ population, denials, rate }: NonNullable<Finding['later']>) =>
  `of ${counted(population, 'later claim')} ${count(denials)} were denied (${percent(rate)})`

const preventableText = ({ amount, low, high }: NonNullable<Pattern['preventable']>) =>
  `${money(amount)} in six months, 95 % interval ${money(low)} to ${money(high)}`
