import { availableParallelism } from 'node:os'
import { OverturnError } from '../packages/core/src/errors.ts'
import { runComputationBench } from './benches/computation/run.ts'
import { runImportsBench } from './benches/imports/run.ts'
import { runLoadBench } from './benches/load/run.ts'
import { runPortalBench } from './benches/portal/run.ts'
import { runSyntheticBench } from './benches/synthetic.ts'
import { runTokenizerBench } from './benches/tokenizer.ts'
import { runTruthBench } from './benches/truth/run.ts'

/** Every measurement by name; each prints what it measured. Figures depend on the machine and are compared with themselves only. */
const benches: Record<string, (flags: readonly string[]) => void | Promise<void>> = {
  computation: runComputationBench,
  imports: runImportsBench,
  load: runLoadBench,
  portal: runPortalBench,
  synthetic: withoutFlags(runSyntheticBench),
  tokenizer: withoutFlags(runTokenizerBench),
  truth: runTruthBench,
}

function withoutFlags(run: () => void | Promise<void>): (flags: readonly string[]) => void | Promise<void> {
  return (flags) => {
    if (flags.length > 0) throw new OverturnError('invalid_input', 'This bench takes no flags.')
    return run()
  }
}

/** Names come first, then the flags of the one bench that is named. */
async function runBenches(args: readonly string[]): Promise<void> {
  const end = args.findIndex((arg) => arg.startsWith('-'))
  const wanted = end === -1 ? args : args.slice(0, end)
  const flags = end === -1 ? [] : args.slice(end)
  const unknown = wanted.filter((name) => !Object.hasOwn(benches, name))
  const known = Object.keys(benches).join(', ')
  if (unknown.length > 0) throw new OverturnError('invalid_input', `There is no bench ${unknown.map((name) => `"${name}"`).join(', ')}; there are: ${known}.`)
  if (flags.length > 0 && wanted.length !== 1) throw new OverturnError('invalid_input', `Flags go to one bench; name it before them: ${known}.`)
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores`)
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    console.log(`\n${name}`)
    await benches[name]!(flags)
  }
}

try {
  await runBenches(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof OverturnError) || error.code !== 'invalid_input') throw error
  console.error(error.message)
  process.exitCode = 2
}
