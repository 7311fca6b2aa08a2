import type { IsoDate } from '../../../dates.ts'
import { calendarDate, fieldName, textAt, type Elements, type Faults } from './fields.ts'
import type { Position } from './issues.ts'

export interface Period {
  start: IsoDate
  end: IsoDate
}

/** DTP03: a day (D8), a range (RD8) or a moment of a day (DT). A time alone (TM) is no date; what is not in the calendar is told. */
export function periodAt(elements: Elements, faults: Faults, at: Position): Period | null {
  const text = textAt(elements, 3)
  if (text === null || textAt(elements, 2) === 'TM') return null
  const day = text.length === 8 ? calendarDate(text) : null
  if (day !== null) return { start: day, end: day }
  const [first = '', last = first, ...more] = text.split('-')
  const start = calendarDate(dayOf(first))
  const end = calendarDate(dayOf(last))
  if (start !== null && end !== null && end >= start && more.length === 0) return { start, end }
  faults.warn('x12.bad-date', `${fieldName(elements, 3)} is not a date or a range of dates of the calendar (CCYYMMDD).`, at, fieldName(elements, 3))
  return null
}

/** A moment is written CCYYMMDDHHMM; only its day is kept. */
const dayOf = (text: string) => (/^\d{12}(?:\d\d)?$/.test(text) ? text.slice(0, 8) : text.trim())
