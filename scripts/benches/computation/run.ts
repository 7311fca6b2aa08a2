import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEngine } from '../imports/engines.ts'
import { describeMachine, machineText } from '../imports/machine.ts'
import { tempFolder } from '../imports/temp-folder.ts'
import type { SizeFigures } from './figures.ts'
import { measureSize } from './measure-size.ts'
import { readOptions } from './options.ts'
import { openPractice } from './practice.ts'
import { printBars, printSize } from './report.ts'

/**
 * How fast what is computed from claims is read, brought up to date and rebuilt, at a small and a large number of claims; the guide's algorithms on the
 * same database beside it, and DuckDB's scan of the same rows. Prints tables, and writes them as JSON where `--json` says.
 */
export async function runComputationBench(flags: readonly string[]): Promise<void> {
  const options = readOptions(flags)
  const startedAt = new Date().toISOString()
  const machine = describeMachine()
  console.log(machineText(machine))
  const folder = tempFolder()
  try {
    const engine = await startEngine(options.engine, folder.path)
    if (!engine) return console.log('There is no PostgreSQL server under /usr/lib/postgresql.')
    const sizes: SizeFigures[] = []
    try {
      console.log(engine.label)
      for (const claims of options.claims) {
        const files = join(folder.path, `claims-${claims}`)
        mkdirSync(files)
        const practice = await openPractice(engine, claims)
        try {
          const figures = await measureSize(practice, options, files)
          printSize(figures)
          sizes.push(figures)
        } finally {
          await practice.drop()
          rmSync(files, { recursive: true })
        }
      }
      printBars(sizes)
    } finally {
      await engine.stop()
    }
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ startedAt, machine, options, sizes }, null, 2)}\n`)
  } finally {
    folder.remove()
  }
}
