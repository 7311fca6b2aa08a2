import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine } from './engines.ts'
import { describeMachine, machineText } from './machine.ts'
import { benchMemory, type MemoryFigures } from './memory.ts'
import { benchMerging, type MergingFigures } from './merging.ts'
import { printBySize, printPhases } from './merging-report.ts'
import { readOptions, type BenchOptions } from './options.ts'
import { fillFile, kinds, writeClaims, type Kind } from './samples.ts'
import { writeSeries } from './series.ts'
import { tempFolder } from './temp-folder.ts'
import { benchTokenizing, type TokenizingFigures, type TokenizingFiles } from './tokenizing.ts'

/** Claims of the files that samples are filled with, over and over. */
const SAMPLE_CLAIMS = 10_000
/** Of a sample, in its smaller sister. */
const TENTH = 0.1

/** How fast files are read and taken in, and with how much memory; peers beside it. Prints tables, and writes them as JSON where `--json` says. */
export async function runImportsBench(flags: readonly string[]): Promise<void> {
  const options = readOptions(flags)
  const startedAt = new Date().toISOString()
  const machine = describeMachine()
  console.log(machineText(machine))
  const folder = tempFolder()
  try {
    const reading = await benchReading(options, join(folder.path, 'samples'))
    const merging = options.parts.includes('merging') ? await benchEngines(options, folder.path) : []
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ startedAt, machine, options, ...reading, merging }, null, 2)}\n`)
  } finally {
    folder.remove()
  }
}

async function benchReading(options: BenchOptions, folder: string): Promise<{ tokenizing: TokenizingFigures[]; memory: MemoryFigures[] }> {
  const { parts } = options
  if (!parts.includes('tokenizing') && !parts.includes('memory')) return { tokenizing: [], memory: [] }
  const samples = await writeSamples(folder, options.megabytes * 1e6)
  const tokenizing: TokenizingFigures[] = []
  if (parts.includes('tokenizing')) for (const { kind, ...files } of samples) tokenizing.push(...(await benchTokenizing(kind, files, options)))
  const small = samples.map((files) => ({ kind: files.kind, sample: files.small }))
  const memory = parts.includes('memory') ? await benchMemory(small, options.limitSeconds) : []
  rmSync(folder, { recursive: true })
  return { tokenizing, memory }
}

async function writeSamples(folder: string, bytes: number): Promise<({ kind: Kind } & TokenizingFiles)[]> {
  const pack = await writeClaims(join(folder, 'pack'), SAMPLE_CLAIMS)
  const samples: ({ kind: Kind } & TokenizingFiles)[] = []
  for (const kind of kinds) {
    const large = await fillFile(pack[kind], join(folder, `${kind}-large.edi`), bytes)
    const small = await fillFile(pack[kind], join(folder, `${kind}-small.edi`), bytes * TENTH)
    samples.push({ kind, large, small })
  }
  return samples
}

async function benchEngines({ engines: names, claims: sizes }: BenchOptions, folder: string): Promise<MergingFigures[]> {
  const engines = []
  for (const name of names) {
    const engine = await startEngine(name, folder)
    if (engine) engines.push(engine)
    else console.log('\nThere is no PostgreSQL server under /usr/lib/postgresql, so nothing is imported into one.')
  }
  const all: MergingFigures[] = []
  try {
    console.log('\nFiles to a merged and computed database')
    const print = printPhases()
    for (const claims of sizes) {
      const files = join(folder, `claims-${claims}`)
      mkdirSync(files)
      for (const series of await writeSeries(files, claims, { byMonth: claims === sizes[0] })) {
        for (const engine of engines) {
          const figures = await benchMerging(engine, series)
          print(figures)
          all.push(figures)
        }
      }
      rmSync(files, { recursive: true })
    }
    printBySize(all)
  } finally {
    for (const engine of engines) await engine.stop()
  }
  return all
}
