import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { OverturnError } from '@overturn/core/errors'
import { serverEntry } from './portal-build.ts'
import { howItEnded } from './how-it-ended.ts'
import { HOST } from './port.ts'

export interface Portal {
  address: string
  /** Settles when the process is gone, with how it ended: "was ended by SIGKILL". */
  ended: Promise<string>
  stop(): Promise<void>
}

const READY_LIMIT_MS = 60_000
/** The portal gives its requests ten seconds to finish. */
const STOP_LIMIT_MS = 12_000

/** Starts the built portal as a process of its own and waits until it answers. Throws `internal` in one sentence when it does not. */
export async function startPortal(port: number, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Portal> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./portal-child.ts', import.meta.url)), serverEntry], {
    // Its own process group: Ctrl-C at a terminal reaches this process, which then ends the portal in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST,
      NITRO_HOST: HOST,
      PORT: String(port),
      NITRO_PORT: String(port),
      OVERTURN_PORT: String(port),
      ...env,
    },
  })
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(howItEnded(code, signal))).once('error', ({ message }) => resolve(`could not be started (${message})`)),
  )
  const stop = async () => {
    child.kill('SIGTERM')
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await ended
    clearTimeout(kill)
  }
  const address = `http://${HOST}:${port}`
  try {
    await Promise.race([
      untilReady(`${address}/api/readyz`, signal),
      ended.then((how) => Promise.reject(new OverturnError('internal', `The portal ${how} while it was starting; what it said stands above.`))),
    ])
    return { address, ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < READY_LIMIT_MS; waited += 100) {
    signal.throwIfAborted()
    if (
      await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await sleep(100)
  }
  throw new OverturnError('internal', `The portal did not answer within ${READY_LIMIT_MS / 1000} seconds.`)
}
