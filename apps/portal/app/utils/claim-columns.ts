import type { ClaimRow } from '@overturn/core/claims/schemas'

/** A column of the claims list, on the screen and in its file. */
export interface ClaimColumn extends ExportColumn<ClaimRow> {
  key: string
  numeric?: boolean
  class?: string
  /** The order of the list that goes by it, the latest or the largest first. */
  sort?: 'submitted' | 'service' | 'billed' | 'denied'
  /** Not shown until it is chosen. */
  extra?: boolean
  /** On a phone, where a claim is a block of three columns: the classes of its place there, 'hidden' unless it was chosen. */
  phone?: string
}

const decided = (row: ClaimRow, amount: number) => (row.status === 'pending' ? null : amount)
const list = (codes: readonly string[]) => codes.join(' ')

export const claimColumns: readonly ClaimColumn[] = [
  { key: 'id', label: 'Claim', class: 'whitespace-nowrap', phone: 'max-md:col-span-2', value: ({ id }) => id },
  { key: 'status', label: 'Status', phone: 'max-md:text-right', value: ({ status }) => claimStatusWords[status].label },
  { key: 'service', label: 'Service', class: 'whitespace-nowrap', sort: 'service', value: ({ dateOfService }) => dateOfService },
  {
    key: 'submitted',
    label: 'Submitted',
    class: 'whitespace-nowrap',
    sort: 'submitted',
    phone: 'max-md:hidden',
    value: ({ submissionDate }) => submissionDate,
  },
  { key: 'decided', label: 'Latest decision', class: 'whitespace-nowrap', extra: true, value: ({ processingDate }) => processingDate },
  { key: 'payer', label: 'Payer', class: 'max-w-48 truncate', phone: 'max-md:col-span-2', value: ({ payerName, payerId }) => payerName ?? payerId },
  { key: 'billed', label: 'Billed', numeric: true, sort: 'billed', value: ({ billedAmount }) => billedAmount },
  { key: 'paid', label: 'Paid', numeric: true, value: (row) => decided(row, row.paidAmount) },
  { key: 'denied', label: 'Denied', numeric: true, sort: 'denied', value: (row) => decided(row, row.deniedAmount) },
  { key: 'reason', label: 'Reason', class: 'md:whitespace-nowrap', phone: 'max-md:col-span-3', value: ({ denialReason }) => denialReason },
  { key: 'carc', label: 'CARC', extra: true, value: ({ denialCarc }) => denialCarc },
  { key: 'rarc', label: 'RARC', extra: true, value: ({ denialRarc }) => denialRarc },
  { key: 'procedures', label: 'Procedures', class: 'max-w-40 truncate', phone: 'max-md:hidden', value: ({ procedureCodes }) => list(procedureCodes) },
  { key: 'modifiers', label: 'Modifiers', extra: true, value: ({ modifiers }) => list(modifiers) },
  { key: 'diagnoses', label: 'Diagnoses', class: 'max-w-40 truncate', extra: true, value: ({ diagnosisCodes }) => list(diagnosisCodes) },
  {
    key: 'provider',
    label: 'Provider',
    class: 'max-w-40 truncate',
    phone: 'max-md:hidden',
    value: ({ providerName, providerId }) => providerName ?? providerId,
  },
  { key: 'type', label: 'Type', extra: true, value: ({ claimType }) => claimType && asWords(claimType) },
  { key: 'first', label: 'First decision', extra: true, value: ({ initialOutcome }) => initialOutcome && outcomeWords[initialOutcome].label },
  { key: 'appeal', label: 'Appeal', extra: true, value: ({ appealStatus }) => appealStatus && asWords(appealStatus) },
  { key: 'lines', label: 'Lines', numeric: true, extra: true, value: ({ lineCount }) => lineCount },
  { key: 'deniedLines', label: 'Denied lines', numeric: true, extra: true, value: ({ deniedLineCount }) => deniedLineCount },
]

/** The orders of the list, for a phone, where no header is that could be pressed. */
export const claimOrders = [
  { label: 'Submitted latest first', value: 'submitted' },
  { label: 'Served latest first', value: 'service' },
  { label: 'Most billed first', value: 'billed' },
  { label: 'Most denied first', value: 'denied' },
]

/** Keys of the columns that the address names, `id` always among them; the usual ones where it names none. */
export function chosenColumns(named: string): string[] {
  const wanted = new Set(named.split('.'))
  const chosen = claimColumns.filter(({ key, extra }) => key === 'id' || (named === '' ? !extra : wanted.has(key)))
  return chosen.map(({ key }) => key)
}

/** The same as the address names them: nothing for the usual ones. */
export function namedColumns(keys: readonly string[]): string {
  const named = claimColumns.filter(({ key }) => key === 'id' || keys.includes(key)).map(({ key }) => key)
  return named.join('.') === chosenColumns('').join('.') ? '' : named.join('.')
}
