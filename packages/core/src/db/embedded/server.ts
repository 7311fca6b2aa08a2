import { accessSync, closeSync, constants, mkdirSync, openSync, rmSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { OverturnError } from '../../errors.ts'
import { takeLock } from './lock.ts'
import { socketEndpoint } from './socket.ts'

/** What the engine tells the process that started it. */
export type EngineMessage = { type: 'ready' } | { type: 'failed'; code: OverturnError['code']; message: string } | { type: 'shared' }

const POLL_MS = 25
/** The connections of a starter that leaves need a moment to close; what is open after it belongs to others. */
const OWN_CONNECTIONS_MS = 300

/**
 * The embedded database as a process of its own: inside a server it would block the event loop (1.05 s stall measured), and no second
 * program could share it. It ends on SIGTERM; and when the process that started it leaves, however that one ended, with its last client.
 */
async function serve(dataDir: string): Promise<void> {
  const endpoint = socketEndpoint(dataDir)
  const release = takeLock(dataDir, endpoint.directory)
  const pgdata = join(dataDir, 'pgdata')
  mkdirSync(endpoint.directory, { recursive: true, mode: 0o700 })
  accessSync(dataDir, constants.W_OK)
  rmSync(endpoint.path, { force: true })
  const engine = await PGlite.create({ dataDir: pgdata })
  const server = new PGLiteSocketServer({ db: engine, path: endpoint.path, maxConnections: 64 })
  await server.start()

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await server.stop().catch(() => undefined)
    await engine.close().catch(() => undefined)
    release()
    process.exit(0)
  }
  let leaving = false
  const leave = async () => {
    if (leaving) return
    leaving = true
    const since = performance.now()
    for (let shared = false; server.getStats().activeConnections > 0; await sleep(POLL_MS)) {
      if (shared || performance.now() - since < OWN_CONNECTIONS_MS) continue
      shared = true
      releaseStderr()
      process.send?.({ type: 'shared' } satisfies EngineMessage, () => undefined)
    }
    await stop()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
  process.on('disconnect', () => void leave())
  process.on('message', (message) => message === 'stop' && void leave())
  // The lock goes with the process whatever happens; a crash must not look like a running engine.
  process.on('exit', release)
  process.send?.({ type: 'ready' } satisfies EngineMessage)
  // The starter may be gone already; that was said once, before anybody listened.
  if (process.connected === false) void leave()
}

/** Whoever reads the starter's stderr through a pipe waits until everyone has closed it. */
function releaseStderr(): void {
  closeSync(2)
  // Takes the number that was just given back, so that nothing else does.
  openSync(devNull, 'w')
}

const dataDir = process.argv[2]
if (!dataDir) throw new Error('usage: server.ts <data folder>')
try {
  await serve(dataDir)
} catch (error) {
  const known = error instanceof OverturnError
  const message = known
    ? error.message
    : `The embedded database in ${dataDir} does not open: ${(error as Error).message}. Restore a backup, or choose another folder with --data-dir.`
  process.send?.({ type: 'failed', code: known ? error.code : 'database_unavailable', message } satisfies EngineMessage, () => process.exit(1))
}
