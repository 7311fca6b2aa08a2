import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Context } from '@overturn/core/context'
import { openPool, wrap } from '@overturn/core/db/connect'
import { openEngine } from '@overturn/core/db/embedded/engine'
import { migrate } from '@overturn/core/db/migrate'
import { tenantDatabase } from '@overturn/core/db/tenant'
import { createToken } from '@overturn/core/identity/tokens/create'
import { silentLog } from '@overturn/core/log'
import { perform } from '@overturn/core/operation'
import { ensureOrganization } from '@overturn/core/organizations'
import { scratch } from '../../../../packages/core/test/support/scratch.ts'
import { freePort } from './free-port.ts'

const server = fileURLToPath(new URL('../../.output/server/index.mjs', import.meta.url))

export interface OwnPortal {
  address: string
  dataDir: string
  process: ChildProcess
  context: Context
  /** What it said on stderr so far: its log, a JSON object a line. */
  log(): Record<string, unknown>[]
  token(input: { role: string; scopes?: string[] }): Promise<string>
  /** Ends it, if it still runs, and removes its data. */
  stop(): Promise<void>
}

/** The built portal with an empty database of its own, for what is told to one process: settings, limits, and its end. */
export async function startOwnPortal(env: NodeJS.ProcessEnv = {}): Promise<OwnPortal> {
  const dataDir = mkdtempSync(join(scratch(), 'overturn-own-portal-'))
  const engine = await openEngine(dataDir, { exclusive: true })
  const database = wrap(openPool({ socket: engine.socket }), 'embedded', engine)
  await migrate(database)
  const organization = await ensureOrganization(database, { slug: 'practice', name: 'Test Practice', timeZone: 'UTC', isDemo: false })
  const context: Context = {
    db: tenantDatabase(database, organization.id),
    database,
    organization,
    now: new Date(),
    log: silentLog,
    actor: { id: 'cli', role: 'administrator' },
  }
  const port = await freePort()
  const child = spawn(process.execPath, [server], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NITRO_HOST: '127.0.0.1',
      NITRO_PORT: String(port),
      OVERTURN_SECRET: 'a secret that is only for this test',
      DATABASE_URL: '',
      OVERTURN_SOCKET: engine.socket,
      OVERTURN_DATA_DIR: dataDir,
      OVERTURN_RATE_LIMIT: '100000',
      ...env,
    },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const address = `http://127.0.0.1:${port}`
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    }
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  await untilReady(`${address}/api/readyz`).catch(async (error: Error) => {
    await stop()
    throw new Error(`${error.message} ${said}`)
  })
  return {
    address,
    dataDir,
    process: child,
    context,
    stop,
    log: () =>
      said
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    token: async (input) => (await perform(createToken, { ...context, now: new Date() }, { name: 'test', ...input })).token,
  }
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await sleep(100)
  }
  throw new Error('The portal did not become ready within 15 seconds.')
}
