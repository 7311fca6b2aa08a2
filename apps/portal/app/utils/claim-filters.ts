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
  carc: '',
  rarc: '',
  procedureCode: '',
  claimType: '',
  billedFrom: '',
  deniedFrom: '',
}
export type ClaimFilters = typeof claimFilters

/** Those that are shown as a chip, with the word before their value. */
const chips = {
  initial: 'First decision',
  payer: 'Payer',
  provider: 'Billed by',
  servedBy: 'Served by',
  pattern: 'Pattern',
  policy: 'Policy',
  carc: 'CARC',
  rarc: 'RARC',
  procedureCode: 'Procedure',
  claimType: 'Type',
  billedFrom: 'Billed at least',
  deniedFrom: 'Denied at least',
} as const satisfies Partial<Record<keyof ClaimFilters, string>>
export type ClaimChip = keyof typeof chips

/** The filters that are set and have no choice of their own in the bar, in words. */
export function chipsOf(filters: ClaimFilters, names: ScopeNames): { name: ClaimChip; text: string }[] {
  return (Object.keys(chips) as ClaimChip[])
    .filter((name) => filters[name] !== '')
    .map((name) => ({ name, text: `${chips[name]}: ${valueInWords(name, filters[name], names)}` }))
}

function valueInWords(name: ClaimChip, value: string, names: ScopeNames): string {
  if (name === 'payer') return names.payer[value] ?? value
  if (name === 'provider' || name === 'servedBy') return names.provider[value] ?? value
  if (name === 'initial') return value === 'any_denied' ? 'Denied wholly or in part' : asWords(value)
  if (name === 'claimType') return asWords(value)
  if (name === 'billedFrom' || name === 'deniedFrom') return Number.isFinite(Number(value)) ? formatMoney(Number(value)) : value
  return value
}
