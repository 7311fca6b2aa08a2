import { formatCount, formatDate, plural } from './format'

/** What an event was about, as the trail keeps it: ids and settings; of a text only its length, of a list of things how many there are. */
export type AuditAbout = string | number | boolean | null | readonly AuditAbout[] | { readonly [field: string]: AuditAbout }

export interface AuditDetail {
  label: string
  text: string
}

/** Fields whose name alone says too little, or something else. */
const LABELS: Record<string, string> = {
  appealWindowDays: 'Days to appeal',
  body: 'Text of the template',
  controlNumber: 'Account number',
  dateRange: 'Days counted back',
  days: 'Days',
  error: 'What went wrong',
  from: 'From',
  id: 'Which',
  identifiers: 'With names of patients',
  identified: 'With names of patients',
  noteId: 'Note',
  q: 'Looked for',
  userId: 'Person',
  invitedBy: 'Invited by',
}
/** Lists of which the trail keeps how many entries there were. */
const LISTS = new Set(['lines', 'claims'])
/** Where in a list somebody was says nothing of what they did; the claims of an event stand beside it. */
const LEFT_OUT = new Set(['limit', 'claimIds', 'claimId'])

/** The input of an event in words. `nameOf` says who an id of a person or a token is. */
export function aboutDetails(about: Readonly<Record<string, AuditAbout>>, nameOf: (id: string) => string): AuditDetail[] {
  return Object.entries(about).flatMap(([field, value]) => detailsOf(field, labelOf(field), value, nameOf))
}

function detailsOf(field: string, label: string, value: AuditAbout, nameOf: (id: string) => string): AuditDetail[] {
  if (LEFT_OUT.has(field) || (field === 'page' && value === 1)) return []
  if (!isParts(value) || isLength(value)) return [{ label, text: textOf(field, value, nameOf) }]
  return Object.entries(value).flatMap(([part, inner]) => detailsOf(part, `${label}: ${labelOf(part).toLowerCase()}`, inner, nameOf))
}

function textOf(field: string, value: AuditAbout, nameOf: (id: string) => string): string {
  if (value === null) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return formatCount(value)
  if (typeof value === 'string') return wordOf(value, nameOf)
  if (isList(value)) return value.length === 0 ? 'none' : value.map((one) => textOf(field, one, nameOf)).join(', ')
  if (!isLength(value)) return 'not kept'
  return LISTS.has(field) ? plural(value.length, 'entry', 'entries') : `a text of ${plural(value.length, 'character')}, which is not kept`
}

/** A day as a date, a choice of several words as words, a person by name; any other id as it is. */
function wordOf(value: string, nameOf: (id: string) => string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value)
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : nameOf(value)
}

/** `appealsAddress` as `Appeals address`. */
function labelOf(field: string): string {
  const known = LABELS[field]
  if (known !== undefined) return known
  const words = field
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[._-]+/g, ' ')
    .toLowerCase()
    .replace(/ ids?$/, '')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const isList = (value: AuditAbout): value is readonly AuditAbout[] => Array.isArray(value)
const isParts = (value: AuditAbout): value is Readonly<Record<string, AuditAbout>> => typeof value === 'object' && value !== null && !isList(value)
const isLength = (value: AuditAbout): value is { length: number } => isParts(value) && Object.keys(value).length === 1 && typeof value['length'] === 'number'
