import { z } from 'zod'
import type { Place, Report } from './issues.ts'
import { date, isObject, readObject, text, type Raw } from './values.ts'
import { patternActionWords } from './vocabulary.ts'

const schema = z.object({
  date,
  happenedOn: date,
  timestamp: date,
  type: text,
  kind: text,
  trigger: text,
  note: text,
  description: text,
  recordedBy: text,
  userId: text,
})

/** An improvement that the export reports, or an action that somebody took. */
export interface PatternStep {
  kind: string
  happenedOn: string
  note: string | null
  recordedBy: string | null
  /** As it came. */
  reported: Raw
}

/** Both lists of a pattern as one course of events. What has no date is told; it stays in what the pattern reported. */
export function readSteps({ improvements, actions }: { improvements: unknown[]; actions: unknown[] }, place: Place, report: Report): PatternStep[] {
  return [...stepsOf('improvements', improvements, place, report), ...stepsOf('actions', actions, place, report)]
}

function stepsOf(list: 'improvements' | 'actions', items: unknown[], place: Place, report: Report): PatternStep[] {
  return items.flatMap((item, index) => {
    const fields = isObject(item) ? readObject(schema, {}, item, place, report, `${list}[${index}].`)?.fields : null
    const happenedOn = fields && (fields.date ?? fields.happenedOn ?? fields.timestamp)
    if (!isObject(item) || !fields || !happenedOn) {
      report.warn('portal.pattern.step-without-date', `${list}[${index}] has no date`, place, `${list}[${index}]`)
      return []
    }
    const kind = report.word(patternActionWords, fields.kind ?? fields.type ?? fields.trigger, place) ?? 'other'
    return [{ kind, happenedOn, note: fields.note ?? fields.description, recordedBy: fields.recordedBy ?? fields.userId, reported: item }]
  })
}
