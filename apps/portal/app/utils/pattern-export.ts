import type { Pattern } from '@overturn/core/patterns/schemas'
import type { ExportColumn } from './table-export'

/** The list of patterns as a file; rates in percent, amounts in dollars. */
export const exportColumns: ExportColumn<Pattern>[] = [
  { label: 'Id', value: ({ id }) => id },
  { label: 'Pattern', value: headingOf },
  { label: 'Reason', value: ({ denialReason }) => denialReason },
  { label: 'Category', value: ({ category }) => asWords(category) },
  { label: 'Tier', value: ({ tier }) => tierWords[tier].label },
  { label: 'Status', value: ({ status }) => patternStatusWords[status].label },
  { label: 'Preventable', value: ({ preventable }) => preventable?.amount },
  { label: 'Preventable, low', value: ({ preventable }) => preventable?.low },
  { label: 'Preventable, high', value: ({ preventable }) => preventable?.high },
  { label: 'Claims in scope', value: ({ finding }) => finding?.population },
  { label: 'Denied in scope', value: ({ finding }) => finding?.denials },
  { label: 'Rate in scope', value: ({ finding }) => finding?.rate },
  { label: 'Rate elsewhere', value: ({ finding }) => finding?.restRate },
  { label: 'Times as often', value: ({ finding }) => finding?.ratio.estimate },
  { label: 'Times as often, low', value: ({ finding }) => finding?.ratio.low },
  { label: 'Times as often, high', value: ({ finding }) => finding?.ratio.high },
  { label: 'q', value: ({ finding }) => finding?.q },
  { label: 'Confirmed', value: ({ finding }) => finding && confirmationWord(finding).label },
  { label: 'Denied claims, six months', value: ({ score }) => score.frequency },
  { label: 'Impact, six months', value: ({ score }) => score.impact },
  { label: 'At risk', value: ({ totalAtRisk }) => totalAtRisk },
  { label: 'Latest denial', value: ({ lastSeen }) => lastSeen },
]
