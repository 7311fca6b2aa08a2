import { z } from 'zod'
import type { ImportRecord } from '../../records.ts'
import type { Place, Report } from './issues.ts'
import { anything, flag, id, isObject, key, maybe, moment, readObject, text, wholeNumber, type Raw } from './values.ts'
import { eventContextWords, eventTypeWords, outcomeWords } from './vocabulary.ts'

const schema = z.object({ id, timestamp: moment, type: id, context: text, userId: text, sessionId: text, deviceType: text, metadata: anything })
const refusals = { id: 'portal.no-id', timestamp: 'portal.required-field', type: 'portal.required-field' } as const
/** What of the metadata has a column. `duration` is in milliseconds. */
const metadataSchema = z.object({
  duration: maybe(z.number().int().min(0).max(2_147_483_647)),
  success: flag,
  outcome: text,
  correctionsCount: wholeNumber,
  patternId: key,
  patternReason: key,
  claimId: key,
})

/** An event as merge/learning-events.ts finds it staged. Its type and context are kept as they came; metadata is kept whole. */
export function readLearningEvent(raw: Raw, place: Place, report: Report): ImportRecord[] {
  const read = readObject(schema, refusals, raw, place, report)
  if (!read) return []
  const { id, metadata: given, ...stated } = read.fields
  const metadata = isObject(given) ? given : given === null ? {} : { value: given }
  const details = readObject(metadataSchema, {}, metadata, place, report, 'metadata.')?.fields
  if (!details) return []
  const type = report.word(eventTypeWords, stated.type, place) ?? stated.type
  report.word(eventContextWords, stated.context, place)
  const body = {
    ...stated,
    durationMs: details.duration,
    outcomeType: report.word(outcomeWords, details.outcome, place) ?? (details.success === null ? null : details.success ? 'correct' : 'incorrect'),
    correctionApplied: type === 'correction-applied' || (details.correctionsCount ?? 0) > 0,
    patternId: details.patternId,
    /** Events that name a pattern by the label of its denial reason, not knowing its id. */
    patternReason: details.patternId === null ? details.patternReason : null,
    claimId: details.claimId,
    metadata: Object.keys(read.rest).length > 0 ? { ...metadata, reported: read.rest } : metadata,
  }
  return [{ kind: 'learning_event', id, body }]
}
