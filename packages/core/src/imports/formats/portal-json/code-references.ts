import { z } from 'zod'
import type { ImportRecord } from '../../records.ts'
import type { Place, Report } from './issues.ts'
import { readAges, readFrequency } from './limits.ts'
import { id, isObject, key, list, maybeAmount, number, readObject, text, type Raw } from './values.ts'

const schema = z.object({
  code: id,
  description: text,
  category: key,
  avgReimbursement: maybeAmount,
  frequencyLimits: text,
  ageRestrictions: text,
  commonDenialReasons: list,
  requiredModifiers: list,
  relatedCodes: list,
  commonMistakes: text,
  fixGuidance: text,
  source: text,
  referenceUrl: text,
})
const refusals = { code: 'portal.no-id' } as const
const reasonSchema = z.object({ reason: text, frequency: number, patternId: text, pattern_id: text })

/**
 * Reference text of a procedure code as merge/code-references.ts finds it staged. Lists are normalized to the guide's shapes (codes, and
 * reasons with count and pattern); in `extra` stand the lists as they came, and everything else: requirements, payer rules, usage history.
 */
export function readCodeReference(raw: Raw, place: Place, report: Report): ImportRecord[] {
  const read = readObject(schema, refusals, raw, place, report)
  if (!read) return []
  const { code, avgReimbursement, frequencyLimits, ageRestrictions, commonDenialReasons, requiredModifiers, relatedCodes, ...stated } = read.fields
  const ages = ageRestrictions === null ? null : readAges(ageRestrictions)
  const frequency = frequencyLimits === null ? null : readFrequency(frequencyLimits)
  const asItCame = Object.fromEntries(
    Object.entries({ commonDenialReasons, requiredModifiers, relatedCodes, frequencyLimits, ageRestrictions }).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== null,
    ),
  )
  const body = {
    ...stated,
    averageReimbursement: avgReimbursement,
    frequencyLimitCount: frequency?.period ? frequency.count : null,
    frequencyLimitPeriod: frequency?.period ?? null,
    ageRestrictionMin: ages?.min ?? null,
    ageRestrictionMax: ages?.max ?? null,
    commonDenialReasons: commonDenialReasons.map((item) => reasonOf(item, place, report)).filter((item) => item.reason !== null),
    requiredModifiers: codesOf(requiredModifiers),
    relatedCodes: codesOf(relatedCodes),
    extra: { ...read.rest, ...asItCame },
  }
  return [{ kind: 'code_reference', id: code, body }]
}

function reasonOf(item: unknown, place: Place, report: Report) {
  if (!isObject(item)) return { reason: typeof item === 'string' ? item : null, frequency: null, patternId: null }
  const fields = readObject(reasonSchema, {}, item, place, report, 'commonDenialReasons.')?.fields
  return { reason: fields?.reason ?? null, frequency: fields?.frequency ?? null, patternId: fields?.patternId ?? fields?.pattern_id ?? null }
}

/** The codes of a list of codes or of objects with a `code`, each once. */
function codesOf(items: readonly unknown[]): string[] {
  const codes = items.map((item) => (isObject(item) ? item.code : item)).filter((code) => typeof code === 'string' || typeof code === 'number')
  return [...new Set(codes.map((code) => String(code).trim()))]
}
