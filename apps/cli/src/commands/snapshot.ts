import { getSnapshot } from '@overturn/core/snapshots/get'
import type { Snapshot } from '@overturn/core/snapshots/schemas'
import { count, moment, money, percent, table, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'
import { label, shown, shownChange } from '../window-numbers.ts'

const numbers: Column<[name: string, Snapshot['numbers']['denialRate']]>[] = [
  { title: 'Number', value: ([name]) => label(name) },
  { title: 'Known then', value: ([name, { known }]) => shown(name, known), right: true },
  { title: 'Now', value: ([name, { today }]) => shown(name, today), right: true },
  { title: 'Difference', value: ([name, { difference }]) => shownChange(name, difference), right: true },
]

type Pattern = Snapshot['patterns'][number]
const ofPattern = (title: string, value: (counts: Pattern['today']) => string): Column<Pattern>[] => [
  { title, value: ({ known }) => (known === null ? 'not known' : value(known)), right: true },
  { title: `${title} now`, value: ({ today }) => value(today), right: true },
]
const patterns: Column<Pattern>[] = [
  { title: 'Pattern', value: ({ title }) => title },
  ...ofPattern('Denied', ({ denied, population }) => `${count(denied)} of ${count(population)}`),
  ...ofPattern('Rate', ({ denialRate }) => percent(denialRate)),
  ...ofPattern('Dollars denied', ({ dollarsDenied }) => money(dollarsDenied)),
]

function snapshotText(snapshot: Snapshot): string {
  const { asOf, window, patternWindow, firstPublished, knownBefore, recomputing } = snapshot
  return [
    `Claims submitted from ${window.start} until before ${window.end}, as known at the end of ${asOf}`,
    firstPublished !== null &&
      firstPublished >= knownBefore &&
      `Nothing was known of them then: the first of these days was published on ${moment(firstPublished)}.`,
    table(Object.entries(snapshot.numbers), numbers),
    snapshot.patterns.length > 0 && `Patterns, services from ${patternWindow.start} until before ${patternWindow.end}\n${table(snapshot.patterns, patterns)}`,
    takenText(snapshot),
    recomputing && 'Days of this window wait to be computed again ("overturn refresh"): the numbers of now are about to change.',
  ]
    .filter(Boolean)
    .join('\n\n')
}

function takenText({ taken }: Snapshot): string {
  if (taken === null) return 'Status, tier and score of patterns and the revenue recovered were not written down at the end of that day.'
  const { organization, patterns: ofPatterns, policies, providers } = taken
  const stated = (name: string) => (typeof organization[name] === 'number' ? organization[name] : null)
  return [
    `Written down on ${moment(taken.takenAt)}: ${count(stated('patternsDetected'))} patterns, ${count(stated('criticalPatterns'))} of them critical; ${money(stated('revenueRecovered'))} revenue recovered (estimate).`,
    `With --json: what was said of ${count(ofPatterns.length)} patterns, ${count(policies.length)} policies and ${count(providers.length)} providers.`,
  ].join('\n')
}

/** `--as-of` is the day whose knowledge is asked for: an input of the operation, which looks at no clock. */
export default operationCommand(getSnapshot, {
  describe: {
    days: 'Length of the window in days, ending with --to',
    from: 'First day of the window, in place of --days',
    to: 'Last day of the window (default: the day of --as-of)',
    payer: 'Only claims of the payer with this id',
  },
  format: snapshotText,
})
