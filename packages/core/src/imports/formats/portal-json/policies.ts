import { z } from 'zod'
import type { policyConditionKinds } from '../../../db/schema/policies.ts'
import type { ImportRecord } from '../../records.ts'
import type { Place, Report } from './issues.ts'
import { readAges, readFrequency } from './limits.ts'
import { anything, codeList, date, id, isObject, list, readObject, required, text, texts, wholeNumber, type Raw } from './values.ts'
import { claimTypeWords, policyModeWords } from './vocabulary.ts'

const schema = z.object({
  id,
  name: required,
  mode: text,
  effectiveDate: date,
  endDate: date,
  description: text,
  clinicalRationale: text,
  topic: text,
  logicType: text,
  source: text,
  procedureCodes: texts,
  diagnosisCodes: texts,
  modifiers: texts,
  placeOfService: texts,
  ageRestrictions: text,
  frequencyLimits: text,
  commonMistake: text,
  fixGuidance: text,
  referenceDocs: list,
  relatedPolicies: texts,
  learningMarkersCount: wholeNumber,
  recentTests: wholeNumber,
  geography: anything,
  applicableClaimTypes: texts,
  carcCodes: codeList,
  rarcCodes: codeList,
  specialtyCodes: codeList,
})
const refusals = { id: 'portal.no-id', name: 'portal.required-field' } as const

export interface PolicyCondition {
  kind: (typeof policyConditionKinds)[number]
  code: string
  label: string | null
}

/** A policy as merge/policies.ts finds it staged: its texts, the limits as read, its lists as conditions, and in `reported` all as it came. */
export function readPolicy(raw: Raw, place: Place, report: Report): ImportRecord[] {
  const read = readObject(schema, refusals, raw, place, report)
  if (!read) return []
  const {
    id,
    procedureCodes,
    diagnosisCodes,
    modifiers,
    placeOfService,
    relatedPolicies,
    applicableClaimTypes,
    carcCodes,
    rarcCodes,
    specialtyCodes,
    ...stated
  } = read.fields
  const ages = stated.ageRestrictions === null ? null : readAges(stated.ageRestrictions)
  const frequency = stated.frequencyLimits === null ? null : readFrequency(stated.frequencyLimits)
  if (stated.ageRestrictions !== null && !ages) report.warn('portal.policy.limit-not-read', 'The age limit cannot be read', place, 'ageRestrictions')
  if (stated.frequencyLimits !== null && !frequency) report.warn('portal.policy.limit-not-read', 'The frequency limit cannot be read', place, 'frequencyLimits')
  const conditions = [
    ...plain('diagnosis_code', diagnosisCodes),
    ...plain('modifier_required', modifiers),
    ...plain('place_of_service', placeOfService),
    ...plain(
      'claim_type',
      applicableClaimTypes.map((word) => report.word(claimTypeWords, word, place) ?? word),
    ),
    ...labelled('specialty', specialtyCodes),
    ...labelled('carc', carcCodes),
    ...labelled('rarc', rarcCodes),
    ...plain('related_policy', relatedPolicies),
  ]
  const body = {
    ...stated,
    // An unknown mode is not shown as one that is enforced.
    mode: stated.mode === null ? 'active' : (report.word(policyModeWords, stated.mode, place) ?? 'observation'),
    ageMin: ages?.min ?? null,
    ageMax: ages?.max ?? null,
    frequencyLimitCount: frequency?.count ?? null,
    frequencyLimitPeriod: frequency?.period ?? null,
    frequencyLimitDays: frequency?.days ?? null,
    procedureCodes: [...new Set(procedureCodes)],
    conditions: [...new Map(conditions.map((condition) => [`${condition.kind} ${condition.code}`, condition])).values()],
    reported: raw,
  }
  return [{ kind: 'policy', id, body }]
}

const plain = (kind: PolicyCondition['kind'], codes: readonly string[]): PolicyCondition[] => codes.map((code) => ({ kind, code, label: null }))

/** Codes with their descriptions; a bare code is one without. */
function labelled(kind: PolicyCondition['kind'], items: readonly unknown[]): PolicyCondition[] {
  return items.flatMap((item) => {
    const code = isObject(item) ? item.code : item
    if (typeof code !== 'string' && typeof code !== 'number') return []
    return [{ kind, code: String(code).trim(), label: isObject(item) && typeof item.description === 'string' ? item.description : null }]
  })
}
