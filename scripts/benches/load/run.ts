import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePortal } from '../../../apps/cli/src/start/portal-build.ts'
import { startPortal } from '../../../apps/cli/src/start/portal-process.ts'
import { freePort } from '../../../apps/portal/test/support/free-port.ts'
import { openEngine } from '../../../packages/core/src/db/embedded/engine.ts'
import { createToken } from '../../../packages/core/src/identity/tokens/create.ts'
import { perform } from '../../../packages/core/src/operation.ts'
import { claimId } from '../../../packages/core/test/support/many-claims.ts'
import { readKnown } from '../../../packages/core/test/support/viewer-examples.ts'
import { percentile } from '../computation/measure.ts'
import { openPractice, type Practice } from '../computation/practice.ts'
import { startEngine } from '../imports/engines.ts'
import { describeMachine, machineText } from '../imports/machine.ts'
import { tempFolder } from '../imports/temp-folder.ts'
import { readLoadOptions, type LoadOptions } from './options.ts'
import { askAsUsers, type Asked, type Question } from './users.ts'

const P99_MS = 250
/** What the portal may hold more in the last quarter than in the first: caches that fill, no leak. */
const GROWTH_MB = 20
const SAMPLE_MS = 1_000

/** Many people at work at once: what each waits for, whether anything fails, and whether memory grows. Exit code 1 where a bar is missed. */
export async function runLoadBench(flags: readonly string[]): Promise<void> {
  const options = readLoadOptions(flags)
  console.log(machineText(describeMachine()))
  const folder = tempFolder()
  try {
    const engine = await startEngine(options.engine, folder.path)
    if (!engine) return console.log('There is no PostgreSQL server under /usr/lib/postgresql.')
    console.log(`${engine.label}, ${options.claims} claims, ${options.users} users, ${options.seconds} s`)
    const practice = await openPractice(engine, options.claims)
    try {
      await measure(practice, options, folder.path)
    } finally {
      await practice.drop()
      await engine.stop()
    }
  } finally {
    folder.remove()
  }
}

async function measure(practice: Practice, options: LoadOptions, folder: string): Promise<void> {
  const { signal } = new AbortController()
  await ensurePortal(join(folder, 'portal-build.log'), signal, (message) => console.log(message))
  const { databaseUrl, dataDir } = practice.target
  const engine = databaseUrl === null ? await openEngine(dataDir) : null
  const where = engine === null ? { DATABASE_URL: databaseUrl! } : { OVERTURN_SOCKET: engine.socket, DATABASE_URL: '' }
  const settings = { OVERTURN_SECRET: randomBytes(32).toString('hex'), OVERTURN_DATA_DIR: folder, OVERTURN_LOG_LEVEL: 'error' }
  const portal = await startPortal(await freePort(), { ...where, ...settings }, signal)
  try {
    const tokens = await Promise.all(Array.from({ length: options.users }, () => tokenOf(practice, 'viewer')))
    const manager = await tokenOf(practice, 'manager')
    const get = (path: string, token: string) => fetch(`${portal.address}/api${path}`, { headers: { authorization: `Bearer ${token}` } })
    const ask = async (path: string, user: number) => {
      const answer = await get(path, tokens[user]!)
      await answer.arrayBuffer()
      return answer.status
    }
    const memory = async () => readMemory(await (await get('/metrics', manager)).text())
    const questions = await questionsOf(practice)
    // The first half minute fills pools and caches, and is not judged by its memory.
    const before = await askAsUsers(ask, questions, { ...options, seconds: Math.min(30, options.seconds) })
    const [start, engineStart] = [await memory(), engineMemory(practice)]
    const heap: number[] = []
    const sampling = setInterval(() => void memory().then((now) => heap.push(now.heap)), SAMPLE_MS)
    const answers = await askAsUsers(ask, questions, options).finally(() => clearInterval(sampling))
    const resident = { start: start.resident, end: (await memory()).resident }
    report([...before.filter(({ status }) => status !== 200), ...answers], { resident, heap, engine: { start: engineStart, end: engineMemory(practice) } })
  } finally {
    await portal.stop()
    await engine?.stop()
  }
}

/** Made as by the command line: no member of the practice is there to stand behind it. */
const tokenOf = async ({ context }: Practice, role: string) =>
  (await perform(createToken, { ...context, actor: { id: 'cli', role: 'administrator' }, now: new Date() }, { name: 'load', role })).token

/** As somebody works with it: mostly lists and claims, now and then the first page. */
async function questionsOf({ context, claims }: Practice): Promise<Question[]> {
  const { pattern } = await readKnown(context.db)
  const days = [7, 30, 90, 365]
  const any = <T>(values: readonly T[], random: () => number) => values[Math.floor(random() * values.length)]!
  return [
    { kind: 'dashboard', share: 20, path: (random) => `/metrics/dashboard?days=${any(days, random)}` },
    { kind: 'patterns', share: 20, path: (random) => `/patterns?sort=${any(['impact', 'frequency', 'recency'], random)}` },
    { kind: 'pattern', share: 10, path: () => `/patterns/${encodeURIComponent(pattern)}` },
    {
      kind: 'claims',
      share: 25,
      path: (random) => `/claims?status=${any(['all', 'denied'], random)}&dateRange=${any([30, 90], random)}&page=${1 + Math.floor(random() * 3)}`,
    },
    { kind: 'claim', share: 25, path: (random) => `/claims/${claimId(1 + Math.floor(random() * claims))}` },
  ]
}

/** Megabytes of the engine's process; null where it cannot be told. */
function engineMemory({ target: { dataDir } }: Practice): number | null {
  try {
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'engine.lock'), 'utf8')) as { pid: number }
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
  } catch {
    return null
  }
}

const readMemory = (metrics: string) => {
  const megabytes = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(metrics)?.[1]) / 1e6
  return { resident: megabytes('process_resident_memory_bytes'), heap: megabytes('nodejs_heap_size_used_bytes') }
}

interface Between<Value> {
  start: Value
  end: Value
}

/** Megabytes: of the processes, and what the portal's heap held, second by second. */
interface Memory {
  resident: Between<number>
  engine: Between<number | null>
  heap: readonly number[]
}

/** What is held and not only waits to be collected: the least of a quarter of the samples, at its beginning and at its end. */
function heldOf(heap: readonly number[]): Between<number> {
  const quarter = Math.max(1, Math.floor(heap.length / 4))
  return { start: Math.min(...heap.slice(0, quarter)), end: Math.min(...heap.slice(-quarter)) }
}

function report(answers: readonly Asked[], { resident, engine, heap }: Memory): void {
  const failed = answers.filter(({ status }) => status !== 200)
  const row = (kind: string, of: readonly Asked[]) => {
    const times = of.map(({ ms }) => ms)
    const at = (percent: number) => `${percentile(times, percent).toFixed(0).padStart(6)} ms`
    console.log(`${kind.padEnd(12)}${String(of.length).padStart(8)} requests   p50${at(50)}   p99${at(99)}   most${at(100)}`)
  }
  for (const kind of [...new Set(answers.map((answer) => answer.kind))].sort())
    row(
      kind,
      answers.filter((answer) => answer.kind === kind),
    )
  row('all', answers)
  const shown = (mb: number | null) => (mb === null ? 'unknown' : `${mb.toFixed(0)} MB`)
  console.log(
    `memory of the portal's process ${shown(resident.start)} before, ${shown(resident.end)} after; of the engine's ${shown(engine.start)}, ${shown(engine.end)}`,
  )
  const held = heldOf(heap)
  const statuses = [...new Set(failed.map(({ status }) => status))].map(
    (status) => `${failed.filter((one) => one.status === status).length} with ${status || 'no answer'}`,
  )
  const p99 = percentile(
    answers.map(({ ms }) => ms),
    99,
  )
  const bars: [string, boolean][] = [
    [`no error: ${failed.length} (${statuses.join(', ') || 'none'})`, failed.length === 0],
    [`p99 under ${P99_MS} ms: ${p99.toFixed(0)} ms`, p99 < P99_MS],
    [`memory flat, what the portal holds grows by less than ${GROWTH_MB} MB: ${shown(held.start)}, then ${shown(held.end)}`, held.end - held.start < GROWTH_MB],
  ]
  for (const [bar, isMet] of bars) console.log(`${isMet ? 'met   ' : 'MISSED'}  ${bar}`)
  if (bars.some(([, isMet]) => !isMet)) process.exitCode = 1
}
