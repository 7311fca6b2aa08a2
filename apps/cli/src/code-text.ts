import type { CodeFacts, CodeIntelligence, CodePerformanceList } from '@overturn/core/codes/performance/schemas'
import { count, counted, facts, money, pageLine, percent, table, text, type Column } from './format.ts'

const columns: Column<CodeFacts>[] = [
  { title: 'Code', value: ({ procedureCode }) => procedureCode },
  { title: 'Lines', value: ({ lineCount }) => count(lineCount), right: true },
  { title: 'Decided', value: ({ decidedLineCount }) => count(decidedLineCount), right: true },
  { title: 'Denied', value: ({ deniedLineCount }) => count(deniedLineCount), right: true },
  { title: 'Rate', value: ({ denialRate }) => percent(denialRate), right: true },
  { title: 'Denied amount', value: ({ deniedAmount }) => money(deniedAmount), right: true },
  { title: 'Mean allowed', value: ({ meanAllowed }) => money(meanAllowed), right: true },
  { title: 'Most frequent reason', value: ({ denialReasons: [first] }) => (first ? `${first.reason} (${count(first.denials)})` : '') },
]

export function codePerformanceText({ codes, pagination }: CodePerformanceList): string {
  if (pagination.total === 0) return 'No lines of procedure codes, or none computed yet: "overturn codes refresh" does it.'
  const [first] = codes
  const period = first ? [`Own lines served from ${first.period.start} until before ${first.period.end}, computed ${first.asOf.slice(0, 10)}`] : []
  return [...period, table(codes, columns), pageLine(pagination)].join('\n\n')
}

export function codeIntelligenceText({ procedureCode, licensed, reference, own, ownStatus, policies }: CodeIntelligence): string {
  return [
    `Procedure code ${procedureCode}${licensed ? `: ${licensed.text} (${licensed.source})` : ''}`,
    own ? ownText(own) : OWN_MISSING[ownStatus],
    reference ? referenceText(reference) : 'No reference text was imported.',
    policies.length > 0
      ? `Policies that name it\n${policies.map(({ id, name, mode, fixGuidance }) => `${id} ${name} (${mode})${fixGuidance ? `: ${fixGuidance}` : ''}`).join('\n')}`
      : 'No policy names it.',
  ].join('\n\n')
}

const OWN_MISSING: Record<CodeIntelligence['ownStatus'], string> = {
  computed: '',
  no_lines: 'No own line of the last twelve months has it.',
  not_computed: 'What own claims say is not computed yet: "overturn codes refresh" does it.',
}

function ownText(own: CodeFacts): string {
  const { denialRateInterval: interval, denialReasons, modifiers, billedWith } = own
  const numbers = facts([
    ['Lines', `${count(own.lineCount)}, of them ${count(own.decidedLineCount)} decided and ${count(own.deniedLineCount)} denied`],
    ['Denial rate', percent(own.denialRate) + (interval ? ` (95 %: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})` : '')],
    ['Billed, denied', `${money(own.billedAmount)}, ${money(own.deniedAmount)}`],
    ['Mean allowed', `${money(own.meanAllowed)} (${counted(own.allowedLineCount, 'line')})`],
    ['Denied for', listed(denialReasons, ({ reason, denials, patternId }) => `${reason} ${count(denials)}${patternId === null ? '' : ` (${patternId})`}`)],
    ['Modifiers', listed(modifiers, ({ modifier, paid, denied }) => `${modifier || 'none'}: ${count(paid)} paid, ${count(denied)} denied`, '; ')],
    ['Billed with', listed(billedWith, ({ procedureCode, claims }) => `${procedureCode} (${counted(claims, 'claim')})`)],
  ])
  return `From own claims, served from ${own.period.start} until before ${own.period.end}, computed ${own.asOf.slice(0, 10)}\n${numbers}`
}

function listed<Item>(items: readonly Item[], said: (item: Item) => string, between = ', '): string {
  return items.length > 0 ? items.map(said).join(between) : text(null)
}

function referenceText(reference: NonNullable<CodeIntelligence['reference']>): string {
  const { description, category, averageReimbursement, frequencyLimit, ageMin, ageMax, requiredModifiers, commonMistakes, fixGuidance } = reference
  const limit = frequencyLimit && `${count(frequencyLimit.count)} a ${frequencyLimit.period}`
  const ages = ageMin === null && ageMax === null ? null : `${ageMin ?? 0} to ${ageMax ?? 'any'} years`
  const pairs: [string, string | null][] = [
    ['Description', description],
    ['Category', category],
    ['Reimbursement', averageReimbursement === null ? null : money(averageReimbursement)],
    ['Frequency limit', limit],
    ['Ages', ages],
    ['Required modifiers', requiredModifiers.length > 0 ? requiredModifiers.join(', ') : null],
    ['Common mistakes', commonMistakes],
    ['What to do', fixGuidance],
  ]
  const known = pairs.filter((pair): pair is [string, string] => pair[1] !== null)
  const origin = `Reference text of ${reference.source ?? 'an unnamed source'}, imported ${reference.importedAt.slice(0, 10)}; not computed from claims`
  return known.length > 0 ? `${origin}\n${facts(known)}` : origin
}
