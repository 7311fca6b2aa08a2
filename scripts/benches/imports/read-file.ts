import { createReadStream } from 'node:fs'
import { giveResult, taskOf } from './child.ts'
import { readers, type ReaderName } from './readers.ts'
import { ownCpuSeconds, peakMemory } from './usage.ts'

export interface ReadTask {
  reader: ReaderName
  path: string
  /** The content so many times over, as one stream: a large file that nobody has to store. */
  times: number
}

export interface ReadFigures {
  seconds: number
  /** All threads, those that collect garbage too. */
  cpuSeconds: number
  peakBytes: number
  /** In the unit of the reader. */
  count: number
}

async function* chunksOf({ path, times }: ReadTask): AsyncGenerator<Uint8Array> {
  for (let turn = 0; turn < times; turn++) yield* createReadStream(path) as AsyncIterable<Buffer>
}

const task = taskOf<ReadTask>()
const read = await readers[task.reader].load()
const cpu = ownCpuSeconds()
const since = performance.now()
const count = await read(chunksOf(task))
const seconds = (performance.now() - since) / 1000
giveResult({ seconds, cpuSeconds: ownCpuSeconds() - cpu, peakBytes: peakMemory(), count } satisfies ReadFigures)
