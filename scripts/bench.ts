import { availableParallelism } from 'node:os'
import { runSyntheticBench } from './benches/synthetic.ts'
import { runTokenizerBench } from './benches/tokenizer.ts'

/** Every measurement by name; each prints what it measured. Figures depend on the machine and are compared with themselves only. */
const benches: Record<string, () => void | Promise<void>> = {
  synthetic: runSyntheticBench,
  tokenizer: runTokenizerBench,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.map((name) => `"${name}"`).join(', ')}; there are: ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 2
} else {
  console.log(`Node ${process.versions.node}, ${availableParallelism()} cores`)
  for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) {
    console.log(`\n${name}`)
    await benches[name]!()
  }
}
