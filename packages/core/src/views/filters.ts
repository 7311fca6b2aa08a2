import type { viewScreens } from '../db/schema/views.ts'

export type ViewScreen = (typeof viewScreens)[number]

/**
 * What a view of each screen keeps: filters, order and columns, by their names in the address. Left out on purpose: the page of a list, free words
 * (`search`, in which somebody may have typed a name) and account numbers of patients.
 */
export const viewFilters: Record<ViewScreen, readonly string[]> = {
  dashboard: ['days', 'payer', 'provider'],
  patterns: ['status', 'tier', 'category', 'kind', 'confirmed', 'payer', 'reason', 'sort'],
  claims:
    'status dateRange basis initial reason payer provider servedBy pattern policy policyCount carc rarc procedureCode claimType billedFrom deniedFrom sort columns'.split(
      ' ',
    ),
  worklist: ['pattern', 'assigned', 'state', 'snoozed', 'dueWithin', 'remedy', 'payer', 'reason', 'sort'],
  payers: ['days', 'sort'],
  providers: ['days', 'verdict', 'sort'],
  policies: ['mode', 'sort'],
  codes: ['kind', 'sort'],
  impact: ['by', 'show', 'level'],
}

const LONGEST_VALUE = 200

/** The part of an address's query that a view of the screen keeps, as text in one order: the same filters are the same text. */
export function keptQuery(screen: ViewScreen, query: Readonly<Record<string, unknown>>): string {
  const kept = viewFilters[screen].toSorted().flatMap((name) => {
    const value = query[name]
    return typeof value === 'string' && value !== '' && value.length <= LONGEST_VALUE ? [[name, value] as [string, string]] : []
  })
  return new URLSearchParams(kept).toString()
}

/** Names in a query that a view of the screen does not keep, and those said twice or at too great length; none where it may be kept as it is. */
export function notKept(screen: ViewScreen, query: string): string[] {
  const given = [...new URLSearchParams(query)]
  const known = new Set(viewFilters[screen])
  const wrong = given.filter(([name, value], at) => !known.has(name) || value.length > LONGEST_VALUE || given.findIndex(([other]) => other === name) !== at)
  return [...new Set(wrong.map(([name]) => name))]
}
