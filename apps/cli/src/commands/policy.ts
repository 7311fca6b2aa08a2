import { getPolicy } from '@overturn/core/policies/get'
import type { PolicyDetail } from '@overturn/core/policies/schemas'
import { count, facts, money, pageLine, percent, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

const columns: Column<PolicyDetail['denials'][number]>[] = [
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Line', value: ({ lineNumber }) => count(lineNumber), right: true },
  { title: 'Served', value: ({ serviceDate }) => serviceDate },
  { title: 'Codes', value: ({ carc, rarc }) => [carc, rarc].filter(Boolean).join(' ') },
  { title: 'Procedure', value: ({ procedureCode, modifiers }) => [procedureCode, ...modifiers].filter(Boolean).join(' ') },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
]

const KINDS: Record<PolicyDetail['policy']['conditions'][number]['kind'], string> = {
  diagnosis_code: 'Diagnoses',
  modifier_required: 'Modifier required',
  modifier_forbidden: 'Modifier forbidden',
  place_of_service: 'Places',
  claim_type: 'Kinds of claim',
  specialty: 'Specialties (not matched)',
  carc: 'Denied with',
  rarc: 'Remarks',
  related_policy: 'Related policies',
}

const rateOf = (rate: number | null, part: number | null, whole: number | null) => `${percent(rate)}: ${count(part)} of ${count(whole)}`

function conditionsOf({ procedureCodes, conditions, ageRestrictions, frequencyLimits, effectiveDate, endDate, ages, frequency }: PolicyDetail['policy']) {
  const notRead = (stated: string | null, read: unknown) => (stated !== null && read === null ? ' (not read, not matched)' : '')
  return facts([
    ['Procedures', procedureCodes.join(' ') || text(null)],
    ...[...Map.groupBy(conditions, ({ kind }) => kind)].map(([kind, list]) => [KINDS[kind], list.map(({ code }) => code).join(' ')] as const),
    ['Ages', text(ageRestrictions) + notRead(ageRestrictions, ages)],
    ['Limit', text(frequencyLimits) + notRead(frequencyLimits, frequency)],
    ['In force', `from ${text(effectiveDate)} to ${text(endDate)}`],
  ])
}

function metricsOf(policy: PolicyDetail['policy']) {
  if (policy.period === null) return 'Nothing is computed of it: it is not in force, or nobody has computed it yet ("overturn policies refresh").'
  return facts([
    ['Services', `from ${policy.period.start} until before ${policy.period.end}`],
    ['Claims hit', rateOf(policy.hitRate, policy.hitCount, policy.claimCount)],
    ['Denied on a hit line', `${rateOf(policy.denialRate, policy.deniedCount, policy.hitCount)}, ${money(policy.impact)}; trend ${text(policy.trend)}`],
    ['Appealed', rateOf(policy.appealRate, policy.appealedClaimCount, policy.deniedCount)],
    ['Won', rateOf(policy.overturnRate, policy.overturnedClaimCount, policy.appealDecidedClaimCount)],
    ['Without the modifier', `${count(policy.withoutModifierCount)} claims, of them ${count(policy.withoutModifierDeniedCount)} denied`],
    ['Providers', count(policy.providersImpacted)],
  ])
}

function detail({ policy, patterns, denials, pagination }: PolicyDetail): string {
  const known = patterns.map(({ id, title, status, denialRate }) => `${id}  ${title} (${status}, ${percent(denialRate)})`)
  return [
    `${policy.name} (${policy.id}), ${policy.mode}`,
    policy.description,
    conditionsOf(policy),
    metricsOf(policy),
    policy.fixGuidance && `What to do: ${policy.fixGuidance}`,
    known.length > 0 && `Patterns that name it\n${known.join('\n')}`,
    denials.length === 0 ? 'No denied lines.' : `${table(denials, columns)}\n\n${pageLine(pagination)}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

export default operationCommand(getPolicy, {
  positionals: ['id'],
  describe: { id: 'Id of the policy, as "overturn policies" lists it', page: 'Page of the denied lines', limit: 'Lines per page, up to 200' },
  format: detail,
})
