import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase, type Database } from '@overturn/core/db/connect'
import { scratch } from '../../../packages/core/test/support/scratch.ts'
import { CommandHost } from './command-host.ts'

export const launcher = fileURLToPath(new URL('../bin/overturn.js', import.meta.url))

/** The machine's own Node where it is too old for Overturn, so that the launcher has to find another; null where there is none. */
export const oldNode = ((node) =>
  existsSync(node) && Number.parseInt(execFileSync(node, ['--print', 'process.versions.node'], { encoding: 'utf8' }), 10) < 24 ? node : null)('/usr/bin/node')

export interface Result {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Options {
  /** Which Node runs it; this one unless said. */
  node?: string
  env?: NodeJS.ProcessEnv
  cwd?: string
}

/** Settings of the machine that runs the tests must not reach them. */
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(OVERTURN_|DATABASE_URL|NODE_CHANNEL|VITEST|TEST$|NODE_ENV$)/.test(name)))

export function startOverturn(words: readonly string[], { node = process.execPath, env = {}, cwd }: Options = {}): ChildProcessWithoutNullStreams {
  return spawn(node, [launcher, ...words], { cwd, env: { ...clean, NO_COLOR: '1', ...env }, stdio: 'pipe' })
}

/** Runs one command line to its end, in a process of its own: for what the process itself is about, such as exit codes and launchers. */
export async function overturnProcess(words: readonly string[], options: Options = {}): Promise<Result> {
  const child = startOverturn(words, options)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, stdout, stderr }
}

let host: CommandHost | undefined
afterAll(() => {
  host?.end()
  host = undefined
})

/** Runs one command line to its end, in the process that this test file has for its commands; they run one after the other. */
export async function overturn(words: readonly string[], { env = {}, cwd = process.cwd() }: Omit<Options, 'node'> = {}): Promise<Result> {
  host ??= new CommandHost({ ...clean, NO_COLOR: '1' })
  return { signal: null, ...(await host.run({ words, env, cwd })) }
}

/** A folder that goes with the test file; its name has a space, as a user's may. */
export function useFolder(): string {
  const folder = mkdtempSync(join(scratch(), 'overturn cli '))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * A data folder with the schema and nothing in it. Its engine stays open while the tests of the file run, so that no command has to start one:
 * how commands start and end an engine is what start.test.ts and the tests of packages/core/test/db are about.
 */
export function useData(): string {
  const folder = join(useFolder(), 'data')
  cpSync(inject('emptyData'), folder, { recursive: true })
  let database: Database
  beforeAll(async () => {
    database = await openDatabase({ databaseUrl: null, dataDir: folder })
  })
  afterAll(() => database.close())
  return folder
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 100) {
    if (waited > seconds * 1000) throw new Error(`not within ${seconds} seconds: ${what}`)
    await sleep(100)
  }
}
