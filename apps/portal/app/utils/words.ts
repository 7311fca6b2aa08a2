import type { ClaimRow } from '@overturn/core/claims/schemas'
import type { Pattern } from '@overturn/core/patterns/schemas'

/** The words and colors of the codes that the API speaks in. */
type Color = 'primary' | 'success' | 'info' | 'warning' | 'error' | 'neutral'
export interface Word {
  label: string
  color: Color
}

export const claimStatusWords: Record<ClaimRow['status'], Word> = {
  pending: { label: 'Waiting', color: 'neutral' },
  paid: { label: 'Paid', color: 'success' },
  partially_denied: { label: 'Partially denied', color: 'warning' },
  denied: { label: 'Denied', color: 'error' },
  appealed: { label: 'Appealed', color: 'info' },
  overturned: { label: 'Overturned', color: 'primary' },
}

export const patternStatusWords: Record<Pattern['status'], Word> = {
  active: { label: 'Active', color: 'warning' },
  improving: { label: 'Improving', color: 'info' },
  resolved: { label: 'Resolved', color: 'success' },
  archived: { label: 'Archived', color: 'neutral' },
}

export const tierWords: Record<Pattern['tier'], Word> = {
  critical: { label: 'Critical', color: 'error' },
  high: { label: 'High', color: 'warning' },
  medium: { label: 'Medium', color: 'info' },
  low: { label: 'Low', color: 'neutral' },
}

export const trendWords: Record<'up' | 'down' | 'stable', Word & { icon: string }> = {
  up: { label: 'Rising', color: 'error', icon: 'i-lucide-trending-up' },
  down: { label: 'Falling', color: 'success', icon: 'i-lucide-trending-down' },
  stable: { label: 'Steady', color: 'neutral', icon: 'i-lucide-minus' },
}

export const outcomeWords: Record<NonNullable<ClaimRow['initialOutcome']>, Word> = {
  paid: claimStatusWords.paid,
  partially_denied: claimStatusWords.partially_denied,
  denied: claimStatusWords.denied,
}

/** `coding_knowledge` and `modifier-missing` as words. */
export const asWords = (code: string) => {
  const words = code.replaceAll(/[_-]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Options of a select from such a table, after the one that takes everything. */
export const optionsOf = (words: Record<string, Word>, all: string) => [
  { label: all, value: 'all' },
  ...Object.entries(words).map(([value, { label }]) => ({ label, value })),
]
