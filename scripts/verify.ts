import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clientTypes, clientTypesFile } from './support/client-types.ts'
import { missingDocPaths } from './support/doc-paths.ts'
import { root, runTool, seconds, type Outcome } from './support/run.ts'

/** What must hold before any test is worth running. Each check gives an exit code and what to show when it is not 0. */
const checks: Record<string, () => Promise<Outcome>> = {
  format: () => runTool('prettier', ['--check', '--log-level', 'warn', '.']),
  lint: () => runTool('oxlint', ['.']),
  types: () => runTool('tsc', ['--noEmit']),
  'portal types': portalTypes,
  'client types': async () => {
    const isCurrent = (await readFile(clientTypesFile, 'utf8')) === (await clientTypes())
    return { code: isCurrent ? 0 : 1, output: isCurrent ? '' : `${clientTypesFile} is not what the API says. Run: node scripts/generate-client.ts\n` }
  },
  'document paths': async () => {
    const missing = missingDocPaths()
    return { code: missing.length === 0 ? 0 : 1, output: missing.map((path) => `${path} does not exist\n`).join('') }
  },
}

/** Nuxt writes the types of its auto-imports first: those of the last run may name components that are gone. */
async function portalTypes(): Promise<Outcome> {
  const cwd = join(root, 'apps', 'portal')
  const prepared = await runTool('nuxt', ['prepare'], { cwd, env: { NUXT_TELEMETRY_DISABLED: '1' } })
  return prepared.code === 0 ? runTool('vue-tsc', ['--build', '--noEmit'], { cwd }) : prepared
}

/** Two at a time, as two cores allow: the long one beside all others. Returns how many passed and failed, and which. */
export async function verify(): Promise<{ passed: number; failed: number; failures: string[] }> {
  const waiting = Object.entries(checks).sort(([a], [b]) => Number(b === 'portal types') - Number(a === 'portal types'))
  const result = { passed: 0, failed: 0, failures: [] as string[] }
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, check] = next
      const since = performance.now()
      const { code, output } = await check()
      result[code === 0 ? 'passed' : 'failed']++
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(since)})`)
      if (code === 0) continue
      console.log(output.trimEnd())
      result.failures.push(`check: ${name}`)
    }
  }
  await Promise.all([worker(), worker()])
  return result
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = await verify()
  process.exitCode = failed === 0 ? 0 : 1
}
