import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
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
    if (!owner) return startEngine(dataDir)
    if (!exclusive && (await answers(dataDir))) return { socket: owner.socket, owned: false, stop: async () => undefined }
    if (performance.now() > until) {
      throw new OverturnError(
        'data_dir_in_use',
        `The data in ${dataDir} is in use by another Overturn (process ${owner.pid}). Stop that one, or choose another folder with --data-dir.`,
      )
    }
    await sleep(100)
  }
}

/** Whether somebody accepts connections on the folder's socket. */
async function answers(dataDir: string): Promise<boolean> {
  const socket = connect(socketEndpoint(dataDir).path)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function startEngine(dataDir: string): Promise<Engine> {
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
      else failed(new OverturnError(message.code, message.message))
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
      child.kill('SIGTERM')
      await ended
    },
  }
}
