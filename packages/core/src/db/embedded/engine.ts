import { fork } from 'node:child_process'
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

/** Shares the engine that already serves this folder, or starts one. `exclusive` refuses to share: for a server that must own its data. */
export async function openEngine(dataDir: string, options: { exclusive?: boolean } = {}): Promise<Engine> {
  const owner = readLock(dataDir)
  if (owner && !options.exclusive) return { socket: owner.socket, owned: false, stop: async () => undefined }
  // An engine whose starter was just killed needs a moment to close its files.
  if (owner) await waitUntilFree(dataDir, owner.pid)
  return startEngine(dataDir)
}

async function waitUntilFree(dataDir: string, pid: number): Promise<void> {
  for (let waited = 0; waited < 3_000; waited += 100) {
    await sleep(100)
    if (!readLock(dataDir)) return
  }
  throw new OverturnError('data_dir_in_use', `The data in ${dataDir} is in use by another Overturn (process ${pid}). Stop that one, or choose another folder with --data-dir.`)
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
