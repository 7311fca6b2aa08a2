import type { Agreement, AgreementTask } from './agreement.ts'
import { runChild } from './child.ts'
import type { ReadFigures, ReadTask } from './read-file.ts'
import { COMPARED, readerNames, readers, streamingPeers, type ReaderName } from './readers.ts'
import type { Kind, Sample } from './samples.ts'
import { median, megabytes, printTable, spread, whole } from './table.ts'

export interface TokenizingFigures {
  kind: Kind
  reader: ReaderName
  bytes: number
  /** Of each run, in megabytes. */
  perSecond: number[]
  perCpuSecond: number[]
  peakBytes: number[]
  /** How many times as fast as this reader Overturn's elements are, by the medians of the wall clock; null where either has no figure. */
  ratio: number | null
  count: number | null
  /** Why there is no figure, or one of a smaller file only; that a peer found another number of segments. */
  notes: string[]
}

export interface TokenizingFiles {
  large: Sample
  /** For a peer that fails on the large one. */
  small: Sample
}

interface Entry {
  reader: ReaderName
  sample: Sample
  runs: ReadFigures[]
  notes: string[]
  failed: boolean
}

/** One kind of file through every reader, each run a process of its own. Readers take turns, so that what disturbs the machine disturbs all. */
export async function benchTokenizing(
  kind: Kind,
  { large, small }: TokenizingFiles,
  { runs, limitSeconds }: { runs: number; limitSeconds: number },
): Promise<TokenizingFigures[]> {
  const entries = readerNames.map((reader) => newEntry(reader, large))
  for (let run = 0; run < runs; run++) for (const entry of entries) await addRun(entry, small, limitSeconds)
  for (const entry of entries) await addAgreement(entry, small, limitSeconds)
  // A small file is slower, because programs warm up; a peer that read the small one is held against the same.
  const own = [entries.find(({ reader }) => reader === COMPARED) ?? newEntry(COMPARED, large), newEntry(COMPARED, small)]
  if (entries.some(({ sample }) => sample === small)) for (let run = 0; run < runs; run++) await addRun(own[1]!, small, limitSeconds)
  const figures = entries.map((entry) => figuresOf(kind, entry, own.find(({ sample }) => sample === entry.sample) ?? null))
  print(kind, figures)
  return figures
}

const newEntry = (reader: ReaderName, sample: Sample): Entry => ({ reader, sample, runs: [], notes: [], failed: false })

async function addRun(entry: Entry, small: Sample, limitSeconds: number): Promise<void> {
  if (entry.failed) return
  const outcome = await runChild<ReadFigures>('./read-file.ts', { reader: entry.reader, path: entry.sample.path, times: 1 } satisfies ReadTask, limitSeconds)
  if (outcome.ok) return void entry.runs.push(outcome.result)
  entry.notes.push(`${megabytes(entry.sample.bytes)} MB: ${outcome.reason}`)
  if (entry.sample === small) entry.failed = true
  else Object.assign(entry, { sample: small, runs: [] })
  // Its other runs are of the smaller file, and this one with them.
  await addRun(entry, small, limitSeconds)
}

/** Whether what a peer gives is what stands in the file, by the smaller one and outside of the time. */
async function addAgreement({ reader, notes }: Entry, small: Sample, limitSeconds: number): Promise<void> {
  const peer = streamingPeers.find((name) => name === reader)
  if (!peer) return
  const outcome = await runChild<Agreement>('./agreement.ts', { peer, path: small.path } satisfies AgreementTask, limitSeconds)
  if (!outcome.ok) return
  const { segments, differing } = outcome.result
  if (differing > 0) notes.push(`${whole(differing)} of ${whole(segments)} segments are not as in the file of ${megabytes(small.bytes)} MB`)
}

/** `own` is what the reader is held against, on the same file. */
function figuresOf(kind: Kind, entry: Entry, own: Entry | null): TokenizingFigures {
  const { reader, sample, runs } = entry
  const pace = medianPace(entry)
  const ownPace = own && medianPace(own)
  return {
    kind,
    reader,
    bytes: sample.bytes,
    perSecond: runs.map(({ seconds }) => sample.bytes / 1e6 / seconds),
    perCpuSecond: runs.map(({ cpuSeconds }) => sample.bytes / 1e6 / cpuSeconds),
    peakBytes: runs.map(({ peakBytes }) => peakBytes),
    ratio: pace === null || ownPace === null ? null : ownPace / pace,
    count: runs[0]?.count ?? null,
    notes: [...entry.notes, ...countNotes(entry, own)],
  }
}

const medianPace = ({ sample, runs }: Entry) => (runs.length === 0 ? null : median(runs.map(({ seconds }) => sample.bytes / 1e6 / seconds)))

/** For readers that nothing else is held against: whether they found as many segments. */
function countNotes({ reader, runs }: Entry, own: Entry | null): string[] {
  const found = runs[0]?.count
  const expected = own?.runs[0]?.count
  const counts = readers[reader].unit === 'segments' && !streamingPeers.some((name) => name === reader)
  return counts && found !== undefined && expected !== undefined && found !== expected ? [`found ${whole(found)} segments, there are ${whole(expected)}`] : []
}

function print(kind: Kind, figures: readonly TokenizingFigures[]): void {
  console.log(`\nTokenizing ${kind}, one process at a time`)
  const table = printTable([
    { title: 'reader', width: 18 },
    { title: 'MB', width: 5, right: true },
    { title: 'MB/s', width: 7, right: true },
    { title: 'lowest to highest', width: 16, right: true },
    { title: 'MB/CPU s', width: 8, right: true },
    { title: 'peak MB', width: 7, right: true },
    { title: 'Overturn is', width: 11, right: true },
    { title: '', width: 0 },
  ])
  for (const { reader, bytes, perSecond, perCpuSecond, peakBytes, ratio, notes } of figures) {
    const measured = perSecond.length > 0
    table.row([
      readers[reader].label,
      megabytes(bytes),
      measured ? median(perSecond).toFixed(1) : null,
      measured ? spread(perSecond) : null,
      measured ? median(perCpuSecond).toFixed(1) : null,
      measured ? megabytes(median(peakBytes)) : null,
      readers[reader].peer && ratio !== null ? `${ratio.toFixed(2)} x` : '',
      notes.join('; '),
    ])
  }
}
