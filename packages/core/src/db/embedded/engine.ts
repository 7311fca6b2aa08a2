import { fork } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { OverturnError } from '../../errors.ts'
import { readLock } from './lock.ts'
import type { EngineMessage } from './server.ts'
import { socketEndpoint } from './socket.ts'

export interface Engine {
  /** Directory of the unix socket. */
  socket: string
  /** True when this process started the engine and will end it; false when it shares a running one. */
  owned: boolean
  /** Leaves the engine: it ends with its last client, or at once when it was opened exclusively. Close the connections first. */
  stop(): Promise<void>
}

const START_LIMIT_MS = 90_000

/** An engine whose starter was just killed needs a moment to close its files; one that is starting, to open them. */
const PATIENCE_MS = { exclusive: 3_000, shared: 20_000 }

/** Shares the engine that already serves this folder, or starts one. `exclusive` refuses to share: for a server that must own its data. */
export async function openEngine(dataDir: string, { exclusive = false }: { exclusive?: boolean } = {}): Promise<Engine> {
  const until = performance.now() + PATIENCE_MS[exclusive ? 'exclusive' : 'shared']
  for (;;) {
    const owner = readLock(dataDir)
    if (owner === null) {
      try {
        return await startEngine(dataDir, exclusive)
      } catch (error) {
        const lostTheRace = error instanceof OverturnError && error.code === 'data_dir_in_use'
        if (!lostTheRace || performance.now() > until) throw error
      }
      continue
    }
    const presence = exclusive ? null : await announce(dataDir, until)
    if (presence) return { socket: owner.socket, owned: false, stop: async () => void presence.destroy() }
    if (performance.now() > until) {
      throw new OverturnError(
        'data_dir_in_use',
        `The data in ${dataDir} is in use by another Overturn (process ${owner.pid}). Stop that one, or choose another folder with --data-dir.`,
      )
    }
    await sleep(100)
  }
}

/** PostgreSQL's request for TLS: the one question that the engine answers without the database. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/**
 * A connection that says no more than that somebody is here, because a pool may have none for a while and the engine ends with its last
 * one; null when nobody answers. The answer must be the engine's own: the system accepts connections that an engine at its end never sees.
 */
function announce(dataDir: string, until: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(socketEndpoint(dataDir).path)
    socket.setTimeout(Math.max(100, until - performance.now()), () => socket.destroy())
    socket.on('error', () => undefined).once('close', () => resolve(null))
    socket.once('data', (answer: Buffer) => {
      if (answer.toString() !== 'N') socket.destroy()
      // It must not keep a finished command alive.
      else resolve(socket.setTimeout(0).resume().unref())
    })
    socket.write(SSL_REQUEST)
  })
}

async function startEngine(dataDir: string, exclusive: boolean): Promise<Engine> {
  const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [dataDir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true })
  const failure = (message: string) => new OverturnError('database_unavailable', message)
  await new Promise<void>((ready, failed) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      failed(failure(`The embedded database in ${dataDir} did not start within ${START_LIMIT_MS / 1000} seconds.`))
    }, START_LIMIT_MS)
    child.once('message', (message: EngineMessage) => {
      clearTimeout(timer)
      if (message.type === 'ready') ready()
      else if (message.type === 'failed') failed(new OverturnError(message.code, message.message))
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      failed(failure(`The embedded database in ${dataDir} ended while it was starting (exit code ${code}).`))
    })
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // The engine must not keep a finished command alive, and its channel must not either.
  child.unref()
  child.channel?.unref()
  return {
    socket: socketEndpoint(dataDir).directory,
    owned: true,
    stop: async () => {
      child.ref()
      const shared = new Promise<void>((resolve) => child.on('message', (message: EngineMessage) => message.type === 'shared' && resolve()))
      if (exclusive) child.kill('SIGTERM')
      else child.send('stop', () => undefined)
      await Promise.race([ended, shared])
      if (child.connected) child.disconnect()
      child.unref()
    },
  }
}
