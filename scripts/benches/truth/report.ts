import { printTable } from '../imports/table.ts'
import type { Evidence } from './evidence.ts'
import type { Measure } from './trial.ts'

export const verdictOf = ({ met }: Measure) => (met === null ? '' : met ? 'met' : 'NOT MET')

const widest = (cells: readonly string[]) => Math.max(0, ...cells.map((cell) => cell.length))

/** Everything that one trial measured. */
export function printTrial({ seconds, result: { runs, seeds, measures, tables } }: Evidence): void {
  console.log(`${runs} run${runs === 1 ? '' : 's'} in ${seconds} s, seeds ${seeds}`)
  printMeasures(measures)
  for (const { caption, head, rows } of tables ?? []) {
    console.log(`\n${caption}`)
    const table = printTable(head.map((title, column) => ({ title, width: widest(rows.map((row) => row[column] ?? '')), right: column > 0 })))
    for (const row of rows) table.row(row)
  }
}

/** What has a bar, of all trials that ran. */
export function printBars(tried: readonly Evidence[], share: number): void {
  const measures = tried.flatMap(({ id, result }) =>
    result.measures.filter(({ bar }) => bar !== null).map((measure) => ({ ...measure, what: `${id}: ${measure.what}` })),
  )
  if (measures.length === 0) return
  console.log(`\nBars${share < 1 ? ` (with ${(100 * share).toPrecision(2)} % of the data sets: a glance, no evidence)` : ''}`)
  printMeasures(measures)
}

function printMeasures(measures: readonly Measure[]): void {
  const table = printTable([
    { title: 'measure', width: widest(measures.map(({ what }) => what)) },
    { title: 'bar', width: widest(measures.map(({ bar }) => bar ?? '')) },
    { title: 'value', width: widest(measures.map(({ value }) => value)) },
    { title: '', width: 7 },
    { title: 'beside', width: 0 },
  ])
  for (const measure of measures) table.row([measure.what, measure.bar ?? '', measure.value, verdictOf(measure), measure.beside ?? ''])
}
