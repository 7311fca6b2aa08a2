import type { PolicyCount } from '@overturn/core/policies/schemas'
import type { DateWindow } from '@overturn/core/dates'
import { formatMoney, formatPeriod } from './format'
import { asWords } from './words'

/** Filters of the claims list by their names in the address, with what each is when nothing is chosen. */
export const claimFilters = {
  status: 'all',
  dateRange: '30',
  basis: 'submission',
  initial: '',
  reason: '',
  payer: '',
  provider: '',
  servedBy: '',
  pattern: '',
  policy: '',
  policyCount: '',
  carc: '',
  rarc: '',
  procedureCode: '',
  claimType: '',
  billedFrom: '',
  deniedFrom: '',
}
export type ClaimFilters = typeof claimFilters

/** What `dateRange` may say: days up to today, two days, or any. */
export const A_RANGE = /^(all|[1-9]\d{0,4}|\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2})$/

/** Those that are shown as a chip, with the word before their value. */
const chips = {
  initial: 'First decision',
  payer: 'Payer',
  provider: 'Billed by',
  servedBy: 'Served by',
  pattern: 'Pattern',
  policy: 'Policy',
  policyCount: 'Counted in its period as',
  carc: 'CARC',
  rarc: 'RARC',
  procedureCode: 'Procedure',
  claimType: 'Type',
  billedFrom: 'Billed at least',
  deniedFrom: 'Denied at least',
} as const satisfies Partial<Record<keyof ClaimFilters, string>>
export type ClaimChip = keyof typeof chips

/** The words of `initial` beside the outcomes themselves. */
const firstDecisionWords: Record<string, string> = {
  any_denied: 'Denied wholly or in part',
  decided: 'Any, duplicates apart',
  duplicate: 'Denied as a duplicate',
  none: 'None yet',
}

/** The counts of a policy as its page names them. */
export const policyCountWords: Record<PolicyCount, string> = {
  hit: 'Claims hit',
  denied: 'Denied',
  appealed: 'Denials appealed',
  appeal_decided: 'Appeals decided',
  overturned: 'Appeals won',
  without_modifier: 'Without the modifier',
  without_modifier_denied: 'Denied without it',
}

/** A window of days as `dateRange` has it, the second day left out. */
export const rangeOf = ({ start, end }: DateWindow): string => `${start}/${end}`

/** A period of the address in words: days up to today, or two days. */
export function daysInWords(dateRange: string): string {
  const [start, end] = dateRange.split('/')
  return start && end ? formatPeriod({ start, end }) : `in the last ${dateRange} days`
}

/** What is to be changed so that a chip goes: with the policy goes which of its counts it was. */
export const withoutChip = (name: ClaimChip): Partial<ClaimFilters> => (name === 'policy' ? { policy: '', policyCount: '' } : { [name]: '' })

/** How many filters are not as the list has them at first; what only says more of another is not counted beside it. */
export function filtersSet(filters: ClaimFilters): number {
  const names = Object.keys(claimFilters) as (keyof ClaimFilters)[]
  return names.filter((name) => name !== 'policyCount' && (name !== 'basis' || filters.dateRange !== 'all') && filters[name] !== claimFilters[name]).length
}

/** The filters that are set and have no choice of their own in the bar, in words. */
export function chipsOf(filters: ClaimFilters, names: ScopeNames): { name: ClaimChip; text: string }[] {
  return (Object.keys(chips) as ClaimChip[])
    .filter((name) => filters[name] !== '')
    .map((name) => ({ name, text: `${chips[name]}: ${valueInWords(name, filters[name], names)}` }))
}

function valueInWords(name: ClaimChip, value: string, names: ScopeNames): string {
  if (name === 'payer') return names.payer[value] ?? value
  if (name === 'provider' || name === 'servedBy') return names.provider[value] ?? value
  if (name === 'initial') return firstDecisionWords[value] ?? asWords(value)
  if (name === 'policyCount') return policyCountWords[value as PolicyCount] ?? asWords(value)
  if (name === 'claimType') return asWords(value)
  if (name === 'billedFrom' || name === 'deniedFrom') return Number.isFinite(Number(value)) ? formatMoney(Number(value)) : value
  return value
}
