import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { ensurePortal } from '../../../apps/cli/src/start/portal-build.ts'
import { startPortal } from '../../../apps/cli/src/start/portal-process.ts'
import { freePort } from '../../../apps/portal/test/support/free-port.ts'
import { openEngine } from '../../../packages/core/src/db/embedded/engine.ts'
import type { Target } from '../imports/engines.ts'
import { SLUG } from './practice.ts'

/** The built portal over a practice, and somebody who is signed in to it. */
export interface SignedIn {
  /** Milliseconds from the question to the last byte of its answer. Throws when it is no success. */
  ask(path: string): Promise<number>
  stop(): Promise<void>
}

/** Builds the portal where its build is old, and starts it on a free port of this machine. */
export async function startSignedIn({ databaseUrl, dataDir }: Target, folder: string): Promise<SignedIn> {
  const { signal } = new AbortController()
  await ensurePortal(join(folder, 'portal-build.log'), signal, (message) => console.log(message))
  const key = randomUUID()
  const engine = databaseUrl === null ? await openEngine(dataDir) : null
  const where = engine === null ? { DATABASE_URL: databaseUrl! } : { OVERTURN_SOCKET: engine.socket, DATABASE_URL: '' }
  const portal = await startPortal(await freePort(), { ...where, OVERTURN_ACCESS_KEY: key, OVERTURN_ORGANIZATION: SLUG, OVERTURN_LOG_LEVEL: 'error' }, signal)
  const stop = async () => {
    await portal.stop()
    await engine?.stop()
  }
  try {
    const cookie = await signIn(portal.address, key)
    const ask = async (path: string) => {
      const since = performance.now()
      const answer = await fetch(portal.address + path, { headers: { cookie } })
      const body = await answer.text()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 300)}`)
      return performance.now() - since
    }
    return { ask, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function signIn(address: string, key: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ key }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || cookie === undefined) throw new Error(`the portal did not sign in: ${answer.status} ${await answer.text()}`)
  return cookie
}
