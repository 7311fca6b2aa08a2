import { getPattern, type ShownPattern } from '@overturn/core/patterns/get'
import { count, facts, money, pageLine, percent, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'
import { findingFacts } from '../pattern-text.ts'

const columns: Column<ShownPattern['evidence'][number]>[] = [
  { title: 'Claim', value: ({ claimReference }) => claimReference },
  { title: 'Line', value: ({ lineNumber }) => (lineNumber === 0 ? '' : count(lineNumber)), right: true },
  { title: 'Served', value: ({ serviceDate }) => text(serviceDate) },
  { title: 'Denied on', value: ({ denialDate }) => text(denialDate) },
  { title: 'Codes', value: ({ carc, rarc }) => [carc, rarc].filter(Boolean).join(' ') },
  { title: 'Procedure', value: ({ procedureCode, modifiers }) => [procedureCode, ...modifiers].filter(Boolean).join(' ') },
  { title: 'Billed', value: ({ billedAmount }) => money(billedAmount), right: true },
]

type Period = ShownPattern['pattern']['baseline']
const periodText = (period: Period) =>
  period === null
    ? text(null)
    : `${percent(period.denialRate)}: ${count(period.deniedCount)} of ${count(period.claimCount)} claims, ${money(period.dollarsDenied)}, from ${period.start} until before ${period.end}`

function detail({ pattern, evidence, pagination, computationVersion }: ShownPattern): string {
  const overview = facts([
    ['Status', `${pattern.status}, ${pattern.tier}`],
    ...findingFacts(pattern),
    ['Denials', `${count(pattern.score.frequency)} in six months, ${money(pattern.score.impact)}`],
    ['Baseline', periodText(pattern.baseline)],
    ['Current', periodText(pattern.current)],
    ['Compared', pattern.insufficientData ? 'not yet: too few claims' : text(pattern.score.trend)],
    ['What to do', text(pattern.suggestedAction)],
    ['Computed by', `version ${computationVersion}`],
  ])
  const denials = evidence.length === 0 ? 'No denials in evidence.' : `${table(evidence, columns)}\n\n${pageLine(pagination)}`
  return [`${pattern.title} (${pattern.id})`, pattern.description, overview, denials].filter(Boolean).join('\n\n')
}

export default operationCommand(getPattern, {
  positionals: ['id'],
  describe: { id: 'Id of the pattern, as "overturn patterns" lists it', page: 'Page of the evidence', limit: 'Denials per page, up to 200' },
  format: detail,
})
