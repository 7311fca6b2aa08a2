import { runChild } from './child.ts'
import type { ReadFigures, ReadTask } from './read-file.ts'
import type { Kind, Sample } from './samples.ts'
import { megabytes, printTable } from './table.ts'

export interface MemoryFigures {
  kind: Kind
  bytes: number
  perSecond: number | null
  peakBytes: number | null
  note: string
}

const TIMES = [1, 10, 100]
/** The longest of them is ten times what a run of tokenizing reads. */
const PATIENCE = 10

/** Whether memory stays flat: the same content once, ten and a hundred times as one stream, read to records in full. */
export async function benchMemory(files: readonly { kind: Kind; sample: Sample }[], limitSeconds: number): Promise<MemoryFigures[]> {
  console.log('\nMemory of reading in full')
  const table = printTable([
    { title: 'file', width: 4 },
    { title: 'MB', width: 5, right: true },
    { title: 'MB/s', width: 7, right: true },
    { title: 'peak MB', width: 7, right: true },
    { title: '', width: 0 },
  ])
  const all: MemoryFigures[] = []
  for (const { kind, sample } of files) {
    for (const times of TIMES) {
      const task: ReadTask = { reader: 'records', path: sample.path, times }
      const outcome = await runChild<ReadFigures>('./read-file.ts', task, limitSeconds * PATIENCE)
      const bytes = sample.bytes * times
      const figures: MemoryFigures = outcome.ok
        ? { kind, bytes, perSecond: bytes / 1e6 / outcome.result.seconds, peakBytes: outcome.result.peakBytes, note: '' }
        : { kind, bytes, perSecond: null, peakBytes: null, note: outcome.reason }
      all.push(figures)
      table.row([kind, megabytes(bytes), figures.perSecond?.toFixed(1) ?? null, figures.peakBytes === null ? null : megabytes(figures.peakBytes), figures.note])
    }
  }
  return all
}
