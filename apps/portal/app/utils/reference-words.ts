import type { Policy, PolicyDetail } from '@overturn/core/policies/schemas'
import type { Provider } from '@overturn/core/providers/schemas'
import { DASH, formatCount, formatDate } from './format'
import { asWords, type Word } from './words'

/** Words and figures of payers, providers and policies. */
interface Bounds {
  low: number
  high: number
}

/** `6.04 to 8.53%` */
export const formatInterval = (interval: Bounds | null | undefined) => (interval ? `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}%` : DASH)
/** `0.90 to 1.51`, of a ratio. */
export const formatBounds = (bounds: Bounds | null | undefined) => (bounds ? `${bounds.low.toFixed(2)} to ${bounds.high.toFixed(2)}` : DASH)
/** `1.41`, of a ratio. */
export const formatQuotient = (ratio: number | null | undefined) => (ratio === null || ratio === undefined ? DASH : ratio.toFixed(2))

/** Above and below are not bad and good: they say where to look. */
export const verdictWords: Record<NonNullable<Provider['verdict']>, Word> = {
  above_expected: { label: 'Above the limits', color: 'info' },
  below_expected: { label: 'Below the limits', color: 'info' },
  as_expected: { label: 'Within the limits', color: 'neutral' },
  not_enough_claims: { label: 'Too few claims', color: 'neutral' },
}

export const policyModeWords: Record<Policy['mode'], Word> = {
  active: { label: 'Active', color: 'success' },
  observation: { label: 'In observation', color: 'info' },
  draft: { label: 'Draft', color: 'neutral' },
  retired: { label: 'Retired', color: 'neutral' },
}

type Rule = Pick<PolicyDetail['policy'], 'procedureCodes' | 'conditions' | 'ages' | 'frequency' | 'effectiveDate' | 'endDate'>
type Kind = Rule['conditions'][number]['kind']

/** The conditions that a claim line has to meet to be hit, each as a sentence part. What a policy does not say narrows nothing. */
export function ruleInWords({ procedureCodes, conditions, ages, frequency, effectiveDate, endDate }: Rule): { label: string; value: string }[] {
  const of = (kind: Kind) => conditions.filter((condition) => condition.kind === kind).map(({ code, label }) => (label ? `${code} (${label})` : code))
  const listed = (label: string, values: string[]) => (values.length > 0 ? [{ label, value: values.join(', ') }] : [])
  return [
    ...listed('Procedure is one of', procedureCodes),
    ...listed(
      'Diagnosis is one of',
      of('diagnosis_code').map((code) => code.replace(/\*$/, ' and below')),
    ),
    ...listed('Has modifier', of('modifier_required')),
    ...listed('Has none of the modifiers', of('modifier_forbidden')),
    ...listed('Place of service is one of', of('place_of_service')),
    ...listed('Type of claim', of('claim_type').map(asWords)),
    ...(ages ? [{ label: 'Age of the patient', value: ageInWords(ages) }] : []),
    ...(frequency ? [{ label: 'More often than', value: frequencyInWords(frequency) }] : []),
    ...(effectiveDate || endDate ? [{ label: 'Served', value: datesInWords({ effectiveDate, endDate }) }] : []),
  ]
}

/** What the policy names beside its conditions: it narrows nothing. */
export function namedBeside({ conditions }: Pick<Rule, 'conditions'>): { label: string; values: { code: string; label: string | null }[] }[] {
  const kinds = { carc: 'Denied with reason (CARC)', rarc: 'And remark (RARC)', specialty: 'Specialty', related_policy: 'Related policies' } as const
  return Object.entries(kinds)
    .map(([kind, label]) => ({ label, values: conditions.filter((condition) => condition.kind === kind) }))
    .filter(({ values }) => values.length > 0)
}

export function ageInWords({ min, max }: { min: number | null; max: number | null }): string {
  if (min === null) return `up to ${max} years`
  return max === null ? `${min} years or more` : `${min} to ${max} years`
}

export function frequencyInWords({ count, period, days }: NonNullable<Rule['frequency']>): string {
  const often = count === 1 ? 'once' : `${count} times`
  return period ? `${often} a ${period}` : days ? `${often} in ${formatCount(days)} days` : often
}

export function datesInWords({ effectiveDate, endDate }: Pick<Rule, 'effectiveDate' | 'endDate'>): string {
  const parts = [effectiveDate && `from ${formatDate(effectiveDate)}`, endDate && `until ${formatDate(endDate)}`].filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : 'on any date'
}

/** Which list a code of an address is of, by its looks: `197` and `B7` are reasons of adjustments, `N519` and `MA130` remarks, `99213` a procedure. */
export function systemOf(code: string): 'carc' | 'rarc' | 'procedure' {
  const plain = code.trim().toUpperCase()
  if (/^\d{1,3}$|^[A-LO-Z]\d{1,2}$/.test(plain)) return 'carc'
  if (/^(?:MA?|N)\d{1,3}$/.test(plain)) return 'rarc'
  return 'procedure'
}

/** The texts of a list whose shape is its source's: plain texts, or objects that say what in one of these fields. */
export function readTexts(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [item]
    if (typeof item !== 'object' || item === null) return []
    const fields = item as Record<string, unknown>
    const said = ['code', 'requirement', 'description', 'text', 'note', 'usage'].map((name) => fields[name]).filter((text) => typeof text === 'string')
    return said.length > 0 ? [said.join(': ')] : []
  })
}
