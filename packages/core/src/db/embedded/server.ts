import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { OverturnError } from '../../errors.ts'
import { takeLock } from './lock.ts'
import { socketEndpoint } from './socket.ts'

/** What the engine tells the process that started it. */
export type EngineMessage = { type: 'ready' } | { type: 'failed'; code: OverturnError['code']; message: string }

/**
 * The embedded database as a process of its own: inside a server it would block the event loop (1.05 s stall measured), and no second
 * program could share it. It ends on SIGTERM, and when the process that started it is gone, however that one ended.
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
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
  process.on('disconnect', () => void stop())
  process.on('message', (message) => message === 'stop' && void stop())
  // The lock goes with the process whatever happens; a crash must not look like a running engine.
  process.on('exit', release)
  process.send?.({ type: 'ready' } satisfies EngineMessage)
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
