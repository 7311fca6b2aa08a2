/** Ages and frequencies that a policy states as text, as far as they can be read. Null: nobody can say, the text is kept. */

export interface AgeLimit {
  min: number | null
  max: number | null
}

const YEARS = String.raw`(?:\s*(?:years?|yrs?)(?:\s+old)?(?:\s+of\s+age)?)?`
const agePatterns: [RegExp, (first: number, second: number) => AgeLimit][] = [
  [new RegExp(String.raw`^(?:between\s+|ages?\s+)*(\d+)\s*(?:-|–|to|and|through)\s*(\d+)${YEARS}$`), (min, max) => ({ min, max })],
  [new RegExp(String.raw`^(?:ages?\s+)?(\d+)${YEARS}\s*(?:\+|(?:and|or)\s+(?:older|over|above|up))${YEARS}$`), (min) => ({ min, max: null })],
  [new RegExp(String.raw`^(?:at least|minimum(?: age)?|from)\s+(\d+)${YEARS}$`), (min) => ({ min, max: null })],
  [new RegExp(String.raw`^(?:over|older than|above)\s+(?:age\s+)?(\d+)${YEARS}$`), (above) => ({ min: above + 1, max: null })],
  [new RegExp(String.raw`^(?:under|younger than|below)\s+(?:age\s+)?(\d+)${YEARS}$`), (below) => ({ min: null, max: below - 1 })],
  [new RegExp(String.raw`^(?:ages?\s+)?(\d+)${YEARS}\s+(?:and|or)\s+(?:younger|under|below)$`), (max) => ({ min: null, max })],
  [new RegExp(String.raw`^(?:up to|at most|maximum(?: age)?)\s+(\d+)${YEARS}$`), (max) => ({ min: null, max })],
]

/** "40-74 years", "18 years and older", "under 21": whole years, both ends included. */
export function readAges(text: string): AgeLimit | null {
  const plain = text.trim().toLowerCase().replace(/\.$/, '')
  for (const [pattern, limit] of agePatterns) {
    const match = pattern.exec(plain)
    if (!match) continue
    const { min, max } = limit(Number(match[1]), Number(match[2]))
    return (min ?? 0) > 150 || (max ?? 0) > 150 || (min !== null && max !== null && min > max) ? null : { min, max }
  }
  return null
}

export type Period = 'day' | 'week' | 'month' | 'year'

export interface FrequencyLimit {
  count: number
  /** The calendar period where it is exactly one; null for "per 90 days". */
  period: Period | null
  /** Length of the period in days, a month as 30 and a year as 365. */
  days: number
}

const DAYS: Record<Period, number> = { day: 1, week: 7, month: 30, year: 365 }
const COUNTS: Record<string, number> = { once: 1, one: 1, twice: 2, two: 2, three: 3, four: 4 }
const FREQUENCY = /\b(\d+|once|one|twice|two|three|four)\b(?: [a-z-]+){0,4}? (?:per|every|each|a|in|within|in any)(?: (\d+))?[ -](day|week|month|year)s?\b/

/** "Maximum 1 per day", "1 per 90 days", "twice a year". The last period named counts. */
export function readFrequency(text: string): FrequencyLimit | null {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const match = FREQUENCY.exec(plain)
  if (!match) return null
  const count = COUNTS[match[1] as string] ?? Number(match[1])
  const length = match[2] === undefined ? 1 : Number(match[2])
  const unit = match[3] as Period
  const days = length * DAYS[unit]
  if (count < 1 || count > 10_000 || length < 1 || days > 36_500) return null
  return { count, period: length === 1 ? unit : null, days }
}
