import { printTable, whole } from '../imports/table.ts'
import type { SizeFigures } from './figures.ts'
import { text, timesText } from './measure.ts'

/** The bars hold at this many claims; of fewer, a line says what was measured and no more. */
const BAR_CLAIMS = 1_000_000

interface Bar {
  work: string
  bar: string
  /** Null where it was not measured. */
  measured: string | null
  met: boolean | null
  beside: string
}

const times = (factor: number) => `${factor >= 100 ? whole(factor) : factor.toFixed(1)} x`

/** How one size went, line by line. */
export function printSize({ claims, loadSeconds, firstComputation, questions, metricsQuery, refresh, rebuild, ...rest }: SizeFigures): void {
  console.log(`\n${whole(claims)} claims: loaded in ${loadSeconds.toFixed(0)} s, computed for the first time in ${firstComputation.seconds.toFixed(1)} s`)
  if (metricsQuery) console.log(`pattern metrics query, ms: ours ${timesText(metricsQuery.ours)}, the guide's ${timesText(metricsQuery.guide)}`)
  if (questions.length > 0) {
    const table = printTable([
      { title: 'question of a window', width: 52 },
      { title: 'ours, ms', width: 24 },
      { title: "DuckDB's scan, ms", width: 24 },
      { title: 'ours is faster', width: 8, right: true },
      { title: '', width: 0 },
    ])
    for (const { name, ours, scan, same } of questions)
      table.row([name, timesText(ours), timesText(scan), times(scan.median / ours.median), same ? '' : 'the rows differ'])
  }
  for (const endpoint of [rest.dashboard, rest.patterns]) {
    if (endpoint)
      console.log(
        `${endpoint.path}, ${endpoint.requests} requests, ms: p50 ${text(endpoint.p50)}, p99 ${text(endpoint.p99)}, longest ${text(endpoint.longest)}; the guide's ${timesText(endpoint.guide)}`,
      )
  }
  if (refresh) {
    console.log(
      `refresh after ${refresh.decisions} decisions (${refresh.days} marked days; imported in ${refresh.importSeconds.toFixed(1)} s), ms: ${timesText(refresh.times)}`,
    )
    for (const { statement, runs, ms } of refresh.statements.slice(0, 5)) console.log(`  ${text(ms)} in ${runs} x ${statement}`)
  }
  if (rebuild) {
    const { guide } = rebuild
    console.log(
      `rebuild of ${rebuild.days} days of three kinds: ${rebuild.seconds.toFixed(1)} s in ${rebuild.slices} slices, the longest ${text(rebuild.longestSliceMs)} ms; longest wait ${text(rebuild.longestWaitMs)} ms`,
    )
    console.log(
      `  the guide's, scaled: ${guide.days} days of ${timesText(guide.day)} ms and ${guide.patterns} patterns of ${timesText(guide.pattern)} ms, ${guide.seconds.toFixed(1)} s`,
    )
    for (const { statement, runs, ms } of rebuild.statements.slice(0, 5)) console.log(`  ${text(ms)} in ${runs} x ${statement}`)
  }
  if (rest.import)
    console.log(`import of ${whole(rest.import.claims)} claims in ${rest.import.seconds.toFixed(1)} s; longest wait ${text(rest.import.longestWaitMs)} ms`)
}

/** The bars of the largest size, against the smallest where growth matters. */
export function printBars(all: readonly SizeFigures[]): void {
  const largest = all.at(-1)
  const smallest = all[0]
  if (!largest || !smallest) return
  const applies = largest.claims >= BAR_CLAIMS
  console.log(`\nAt ${whole(largest.claims)} claims${applies ? '' : ` (the bars are those of ${whole(BAR_CLAIMS)}, so nothing is said to be met)`}`)
  const table = printTable([
    { title: 'work', width: 56 },
    { title: 'bar', width: 18 },
    { title: 'measured', width: 12, right: true },
    { title: '', width: 7 },
    { title: "the guide's algorithm", width: 0 },
  ])
  for (const { work, bar, measured, met, beside } of barsOf(smallest, largest))
    table.row([work, bar, measured ?? 'not measured', measured === null || !applies ? '' : met ? 'met' : 'NOT MET', beside])
}

function barsOf(smallest: SizeFigures, { metricsQuery, questions, dashboard, patterns, refresh, rebuild, import: imported }: SizeFigures): Bar[] {
  const below = (work: string, limit: number, ms: number | undefined, guideMs?: number): Bar => ({
    work,
    bar: `under ${text(limit)}${limit < 1000 ? ' ms' : ''}`,
    measured: ms === undefined ? null : `${text(ms)}${ms < 1000 ? ' ms' : ''}`,
    met: ms === undefined ? null : ms < limit,
    beside: ms === undefined || guideMs === undefined ? '' : `${text(guideMs)}${guideMs < 1000 ? ' ms' : ''}, ${times(guideMs / ms)} ours`,
  })
  const growth = metricsQuery && smallest.metricsQuery ? metricsQuery.ours.median / smallest.metricsQuery.ours.median : undefined
  const slowest = questions.length === 0 ? undefined : Math.min(...questions.map(({ ours, scan }) => scan.median / ours.median))
  const gain = rebuild ? rebuild.guide.seconds / rebuild.seconds : undefined
  return [
    below('pattern metrics query of the guide', 5, metricsQuery?.ours.median, metricsQuery?.guide.median),
    {
      work: `the same against ${whole(smallest.claims)} claims`,
      bar: 'at most 1.5 x',
      measured: growth === undefined ? null : times(growth),
      met: growth === undefined ? null : growth <= 1.5,
      beside: '',
    },
    below('dashboard endpoint, p99 over HTTP', 15, dashboard?.p99, dashboard?.guide.median),
    below('patterns list with scores, p99 over HTTP', 25, patterns?.p99, patterns?.guide.median),
    below(`refresh after a remittance of ${whole(refresh?.decisions ?? 1000)} claims`, 1000, refresh?.times.median),
    below('full rebuild of every daily row', 60_000, rebuild ? rebuild.seconds * 1000 : undefined, rebuild ? rebuild.guide.seconds * 1000 : undefined),
    {
      work: "full rebuild against the guide's algorithm (scaled)",
      bar: 'at least 100 x',
      measured: gain === undefined ? null : times(gain),
      met: gain === undefined ? null : gain >= 100,
      beside: '',
    },
    below('longest wait of another request, full rebuild', 500, rebuild?.longestWaitMs),
    below(`longest wait of another request, import of ${whole(imported?.claims ?? 100_000)} claims`, 500, imported?.longestWaitMs),
    {
      work: "windows against DuckDB's scan: the slowest of all questions",
      bar: 'above 1 x',
      measured: slowest === undefined ? null : times(slowest),
      met: slowest === undefined ? null : slowest > 1,
      beside: '',
    },
  ]
}
