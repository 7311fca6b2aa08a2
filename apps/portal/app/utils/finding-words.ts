import type { Check } from '@overturn/core/checks/schemas'
import type { DateWindow } from '@overturn/core/dates'
import type { Pattern } from '@overturn/core/patterns/schemas'
import { rangeOf } from './claim-filters'

/** The evidence for a pattern in words and figures; every number comes from the API. */
export type Finding = NonNullable<Pattern['finding']>

/** A pattern with a scope is called by its sentence; one by reason alone by the reason, which says all there is. */
export const headingOf = ({ scope, sentence, title }: Pick<Pattern, 'scope' | 'sentence' | 'title'>) => (scope.length > 0 ? sentence : title)

/** `22.9×`; without a denial elsewhere only how much it is at least is known. */
export const formatTimes = ({ estimate, low }: Finding['ratio']) => (estimate === null ? `at least ${formatRatio(low)}×` : `${formatRatio(estimate)}×`)
/** `13.7 to 36`; null where the estimate itself says no more than how much it is at least. */
export const formatTimesInterval = ({ estimate, low, high }: Finding['ratio']) => {
  if (estimate === null) return null
  return high === null ? `${formatRatio(low)} or more` : `${formatRatio(low)} to ${formatRatio(high)}`
}

/** The list of the claims that a pattern's evidence counts as denied. */
export const deniedClaimsOf = (pattern: string, window: DateWindow) => ({ path: '/claims', query: { pattern, basis: 'service', dateRange: rangeOf(window) } })

/** Whether claims that the search had not seen say the same. */
export const confirmationWord = ({ confirmed }: Finding) => {
  if (confirmed === null) return { label: 'Not yet confirmed', color: 'neutral' as const }
  return confirmed ? { label: 'Confirmed', color: 'success' as const } : { label: 'Not borne out', color: 'warning' as const }
}

export const checkStateWords = {
  shadow: { label: 'In shadow', color: 'neutral' },
  live: { label: 'Live', color: 'success' },
  retired: { label: 'Retired', color: 'neutral' },
} as const satisfies Record<Check['state'], { label: string; color: string }>
