import type { ImpactDetail, ImpactPayments, LedgerEntry, LedgerOutput } from '@overturn/core/impact/schemas'
import { count, counted, facts, money, pageLine, percent, table, text, type Column } from './format.ts'

type Avoided = LedgerEntry['avoided']
type Range = { low: number; estimate: number; high: number }

const STATES: Record<Avoided['state'], string> = {
  shown: 'shown',
  not_shown: 'not shown to have worked',
  worse: 'more denials than expected',
  not_enough_yet: 'not enough data yet',
  no_baseline: 'too few denials before it that the search had not seen',
  no_control: 'nothing to compare with',
  not_preventive: 'prevents no denial',
}

/** The lower bound first: what can be relied on. */
const range = (value: Range | null, shown: (number: number) => string) =>
  value === null ? '–' : `${shown(value.low)} to ${shown(value.high)} (${shown(value.estimate)})`
/** What nobody could measure is worth nothing that is known. */
const worth = ({ amount, dollars }: Pick<Avoided, 'amount' | 'dollars'>) => money(dollars === null ? null : amount)
/** What is less than a tenth is shown as it is: a bound of 0.0 would say that it may be chance. */
const tenths = (value: number) => (value !== 0 && Math.abs(value) < 0.1 ? String(value) : value.toFixed(1))
const paidText = ({ amount, payments }: LedgerEntry['verified']) => `${money(amount)} in ${counted(payments, 'payment')}`

const columns: Column<LedgerEntry>[] = [
  { title: 'Pattern', value: ({ patternId }) => patternId },
  { title: 'Title', value: ({ title }) => title },
  { title: 'Since', value: ({ intervention }) => text(intervention) },
  { title: 'Verified cash', value: ({ verified }) => money(verified.amount), right: true },
  { title: 'Avoided denials', value: ({ avoided }) => range(avoided.denials, tenths), right: true },
  { title: 'Avoided', value: ({ avoided }) => worth(avoided), right: true },
  { title: '', value: ({ avoided, enoughOn }) => `${STATES[avoided.state]}${enoughOn === null ? '' : `, until about ${enoughOn}`}` },
]

const providerColumns: Column<LedgerOutput['providers'][number]>[] = [
  { title: 'Provider', value: ({ providerName, providerId }) => providerName ?? providerId },
  { title: 'Verified cash', value: ({ verified }) => money(verified.amount), right: true },
  { title: 'Avoided', value: ({ avoided }) => (avoided.measured === 0 ? '–' : money(avoided.amount)), right: true },
]

const WAITING = 'Days wait to be computed again ("overturn refresh"): these numbers are about to change.'

export function ledgerText({ verified, avoided, patterns, lessons, providers, paidShare, recomputing }: LedgerOutput): string {
  if (patterns.length + lessons.length === 0)
    return 'Nothing is recorded that was done about a pattern. Record it on the day it is done: overturn actions record <pattern-id>.'
  return [
    facts([
      ['Verified cash', paidText(verified)],
      ['Denials avoided', `${range(avoided.denials, tenths)}: ${STATES[avoided.state]}, of ${counted(avoided.measured, 'measured intervention')}`],
      [
        'What they are worth',
        avoided.dollars === null
          ? worth(avoided)
          : `${money(avoided.amount)}, of an interval from ${range(avoided.dollars, money)}; ${percent(paidShare)} of charges is paid`,
      ],
    ]),
    'Cash is known to the cent; what was avoided is an estimate. The two are never added up.',
    ...(patterns.length === 0 ? [] : [table(patterns, columns)]),
    ...(lessons.length === 0 ? [] : [`Lessons\n${table(lessons, columns)}`]),
    ...(providers.length === 0 ? [] : [table(providers, providerColumns)]),
    ...(recomputing ? [WAITING] : []),
  ].join('\n\n')
}

const side = ({ claims, denied, denialRate }: { claims: number; denied: number; denialRate: number | null }) =>
  `${count(denied)} of ${count(claims)} (${percent(denialRate)})`

interface Row {
  when: string
  period: NonNullable<ImpactDetail['before']>
}
const periods: Column<Row>[] = [
  { title: '', value: ({ when }) => when },
  { title: 'Weeks', value: ({ period }) => count(period.weeks), right: true },
  { title: 'Pattern', value: ({ period }) => side(period.treated), right: true },
  { title: 'Comparable claims', value: ({ period }) => side(period.control), right: true },
]

export function impactText(impact: ImpactDetail): string {
  const { before, after, avoided } = impact
  const rows = [before && { when: 'Before', period: before }, after && { when: 'After', period: after }].filter((row) => row !== null)
  return [
    facts([
      ['Pattern', `${impact.patternId}: ${impact.title}`],
      [
        'Done',
        impact.interventions
          .map(({ kind, on, recordedOn }) => `${kind.replaceAll('_', ' ')} on ${on}${recordedOn > on ? ` (recorded ${recordedOn})` : ''}`)
          .join(', '),
      ],
      ['Verified cash', paidText(impact.verified)],
      ['Denials avoided', `${range(avoided.denials, tenths)}: ${STATES[avoided.state]}`],
      ['What they are worth', range(avoided.dollars, money)],
      ['Odds of a denial', range(impact.change, (number) => `${number.toFixed(1)} %`)],
      ...(impact.enoughOn === null ? [] : [['Enough data', `about ${impact.enoughOn}`] as const]),
    ]),
    ...(rows.length === 0 ? [] : [table(rows, periods)]),
    impact.method.join('\n'),
    ...(impact.recomputing ? [WAITING] : []),
  ].join('\n\n')
}

const paymentColumns: Column<ImpactPayments['payments'][number]>[] = [
  { title: 'Paid on', value: ({ paidOn, kind }) => `${paidOn}${kind === 'reversal' ? ' (reversal)' : ''}` },
  { title: 'Claim', value: ({ claimId }) => claimId },
  { title: 'Payer', value: ({ payerName, payerId }) => text(payerName ?? payerId) },
  { title: 'Payment', value: ({ traceNumber }) => text(traceNumber) },
  { title: 'First denied', value: ({ firstDeniedOn }) => text(firstDeniedOn) },
  { title: 'Amount', value: ({ amount }) => money(amount), right: true },
]

export function paymentsText({ total, payments, pagination, recomputing }: ImpactPayments): string {
  const list = payments.length === 0 ? 'No payments.' : table(payments, paymentColumns)
  return [`Verified cash: ${money(total)}`, list, pageLine(pagination), ...(recomputing ? [WAITING] : [])].join('\n\n')
}
