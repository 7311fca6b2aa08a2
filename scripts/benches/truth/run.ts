import { describeMachine, machineText } from '../imports/machine.ts'
import { writeEvidence, type Evidence } from './evidence.ts'
import { readOptions } from './options.ts'
import { printBars, printTrial } from './report.ts'
import { trials } from './trials.ts'

/**
 * Whether what Overturn says is true: every method on simulated data of which the answer is known, with fixed seeds. Prints tables; `--write` keeps them
 * in docs/evidence.json and writes docs/evidence.md.
 */
export async function runTruthBench(flags: readonly string[]): Promise<void> {
  const options = readOptions(
    flags,
    trials.map(({ id }) => id),
  )
  const machine = describeMachine()
  console.log(machineText(machine))
  const tried: Evidence[] = []
  for (const trial of trials.filter(({ id }) => options.only.includes(id))) {
    console.log(`\n${trial.id}: ${trial.title}`)
    const startedAt = new Date().toISOString()
    const since = performance.now()
    const result = await trial.run({ share: options.share, say: (line) => console.log(`  ${line}`) })
    const evidence = { id: trial.id, startedAt, seconds: Math.round((performance.now() - since) / 1000), machine, result }
    printTrial(evidence)
    tried.push(evidence)
    // After each trial: hours of trying are not lost to the last of them.
    if (options.write) await writeEvidence(tried)
  }
  printBars(tried, options.share)
}
