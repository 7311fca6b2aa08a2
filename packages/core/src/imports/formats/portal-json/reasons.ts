import { reasonOfText } from '../../../adjudication/reasons.ts'
import type { Place, Report } from './issues.ts'

/** A denial reason given as text, counted for the mapping report; text that names nothing we know is told. Returns the text. */
export function readReason(text: string | null, place: Place, report: Report): string | null {
  const reason = reasonOfText(text)
  if (text === null || reason === null || (reason.recognized && reason.label === text)) return text
  const first = report.foreignWord('denialReason', text, reason.recognized ? reason.label : null)
  if (first && !reason.recognized) report.warn('portal.word-unknown', 'A denial reason names nothing we know; it keeps its own words', place, 'denialReason')
  return text
}
