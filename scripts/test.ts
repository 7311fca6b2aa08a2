import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresBinaries } from '../packages/core/test/support/postgres-server.ts'
import type { Collected } from './support/collect-results.ts'
import { root, runTool, seconds } from './support/run.ts'
import { verify } from './verify.ts'

/** Every folder with tests of its own, one after the other: each uses both cores. */
const suites = ['packages/core', 'apps/cli', 'apps/portal']
const SUITE_LIMIT_MINUTES = 20
const reporter = fileURLToPath(new URL('./support/collect-results.ts', import.meta.url))
const results = mkdtempSync(join(tmpdir(), 'overturn-results-'))

async function runSuite(suite: string): Promise<Collected> {
  const file = join(results, `${suite.replaceAll('/', '-')}.json`)
  const since = performance.now()
  console.log(`\n== ${suite}`)
  const { code } = await runTool('vitest', ['run', '--reporter=default', `--reporter=${reporter}`], {
    cwd: join(root, suite),
    env: { OVERTURN_TEST_RESULTS: file },
    live: true,
    minutes: SUITE_LIMIT_MINUTES,
  })
  const collected = read(file)
  console.log(`== ${suite}: ${collected.passed} passed, ${collected.failed} failed (${seconds(since)})`)
  // A run that fails for another reason than a test, or that ran nothing, is a failure too.
  if (collected.failed === 0 && (code !== 0 || collected.passed === 0)) {
    console.log(`${suite} ended with exit code ${code} and ${collected.passed} tests passed: counted as a failure`)
    collected.failed++
    collected.failures.push(`${suite}: ended with exit code ${code}`)
  }
  return collected
}

function read(file: string): Collected {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Collected
  } catch {
    return { passed: 0, failed: 0, failures: [], skipped: [] }
  }
}

/** `npm test -- apps/cli` runs that suite alone, without the checks. */
const wanted = process.argv.slice(2).map((name) => name.replace(/\/$/, ''))
const unknown = wanted.filter((name) => !suites.includes(name))
if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(', ')}; there are: ${suites.join(', ')}.`)

const total: Collected = { passed: 0, failed: 0, failures: [], skipped: [] }
if (wanted.length === 0) {
  console.log('== checks')
  Object.assign(total, await verify())
}
for (const suite of wanted.length > 0 ? wanted : suites) {
  const { passed, failed, failures, skipped } = await runSuite(suite)
  total.passed += passed
  total.failed += failed
  total.failures.push(...failures)
  total.skipped.push(...skipped)
}
rmSync(results, { recursive: true, force: true })

console.log('')
if (!postgresBinaries()) console.log('Database tests ran on the embedded engine only: no PostgreSQL server is installed on this machine.')
for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason ?? 'it gives no reason'}`)
// Once more, where whoever reads the end of a long output finds them.
for (const failure of total.failures) console.log(`failed: ${failure}`)
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : ''}`)
process.exitCode = total.failed === 0 ? 0 : 1
