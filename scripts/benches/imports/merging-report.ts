import type { MergingFigures } from './merging.ts'
import { megabytes, printTable, whole } from './table.ts'

const ENGINE = { title: 'engine', width: 16 }
const FILES = { title: 'files', width: 16 }
const CLAIMS = { title: 'claims', width: 9, right: true }

/** A line for each phase of each import, as it ends. */
export function printPhases(): (figures: MergingFigures) => void {
  const table = printTable([
    ENGINE,
    FILES,
    CLAIMS,
    { title: 'phase', width: 11 },
    { title: 'seconds', width: 7, right: true },
    { title: 'claims/s', width: 8, right: true },
    { title: 'CPU s', width: 6, right: true },
    { title: 'engine CPU s', width: 6, right: true },
    { title: 'longest slice ms', width: 6, right: true },
    { title: 'longest wait ms', width: 6, right: true },
    { title: 'peak MB', width: 7, right: true },
    { title: 'of it at start', width: 7, right: true },
    { title: '', width: 0 },
  ])
  return ({ engine, series, claims, phases, startBytes, peakBytes, rejected }) => {
    for (const [index, phase] of phases.entries()) {
      table.row([
        engine,
        series,
        claims,
        phase.name,
        phase.seconds.toFixed(1),
        claims / phase.seconds,
        phase.cpuSeconds.toFixed(1),
        phase.engineCpuSeconds?.toFixed(1) ?? null,
        phase.longestTransactionMs,
        phase.longestWaitMs,
        index === phases.length - 1 ? megabytes(peakBytes) : '',
        index === phases.length - 1 ? megabytes(startBytes) : '',
        rejected > 0 ? `${whole(rejected)} rejected` : '',
      ])
    }
  }
}

/** How the pace changes with size: against the smallest import of the same files into the same engine. */
export function printBySize(all: readonly MergingFigures[]): void {
  console.log('\nClaims a second by size')
  const table = printTable([
    ENGINE,
    FILES,
    CLAIMS,
    { title: 'read and merged', width: 8, right: true },
    { title: 'and computed', width: 8, right: true },
    { title: 'of the smallest', width: 8, right: true },
  ])
  for (const [, group] of Map.groupBy(all, ({ engine, series }) => `${engine} ${series}`)) {
    const [smallest] = group
    for (const { engine, series, claims, merged, computed } of group)
      table.row([engine, series, claims, merged, computed, smallest ? `${(computed / smallest.computed).toFixed(2)} x` : null])
  }
}
