import { explainNumber, type Explanation } from '@overturn/core/snapshots/explain'
import { table, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'
import { label, shown, shownChange } from '../window-numbers.ts'

interface Line {
  day: string
  what: string
  counts: Record<string, string>
  change: string
  value: string
}

/** From what was known to what is, a line for each cause. */
function explanationText({ metric, window, asOf, until, known, later, steps, difference }: Explanation): string {
  const names = Object.keys(known.counts)
  const texts = (of: Partial<Record<string, number>>, text: (name: string, value: number) => string) =>
    Object.fromEntries(names.map((name) => [name, name in of ? text(name, of[name]!) : '']))
  const lines: Line[] = [
    { day: asOf, what: 'known at the end of this day', counts: texts(known.counts, shown), change: '', value: shown(metric, known.value) },
    ...steps.map((step) => ({
      day: step.day,
      what: step.text,
      counts: texts(step.changes, shownChange),
      change: shownChange(metric, step.change),
      value: shown(metric, step.value),
    })),
    {
      day: until ?? '',
      what: until === null ? 'now' : 'known at the end of this day',
      counts: texts(later.counts, shown),
      change: shownChange(metric, difference),
      value: shown(metric, later.value),
    },
  ]
  // A number that is itself a count is not shown twice.
  const parts = names.filter((name) => name !== metric)
  const columns: Column<Line>[] = [
    { title: 'Day', value: ({ day }) => day },
    { title: 'What', value: ({ what }) => what },
    ...parts.map((name): Column<Line> => ({ title: label(name), value: ({ counts }) => counts[name]!, right: true })),
    { title: 'Change', value: ({ change }) => change, right: true },
    { title: label(metric), value: ({ value }) => value, right: true },
  ]
  const head = `${label(metric)} from ${window.start} until before ${window.end}`
  return steps.length === 0
    ? `${head}: ${shown(metric, later.value)}, as it was known on ${asOf}. Nothing has changed it.`
    : `${head}\n\n${table(lines, columns)}`
}

/** `--as-of` is the day whose knowledge is asked for: an input of the operation, which looks at no clock. */
export default operationCommand(explainNumber, {
  positionals: ['metric'],
  describe: {
    metric: 'The number, as "overturn snapshot" names it in --json: denialRate, totalClaims, cashRecovered …',
    days: 'Length of the window in days, ending with --to',
    from: 'First day of the window, in place of --days',
    to: 'Last day of the window (default: the day of --as-of)',
    payer: 'Only claims of the payer with this id',
    until: 'Compare with what was known at the end of this day (default: now)',
    pattern: 'A number of this pattern, by day of service: deniedClaims, denialRate, deniedAmount …',
    policy: 'A number of this policy, by day of service',
    provider: 'A number of this provider, by day of service',
  },
  format: explanationText,
})
