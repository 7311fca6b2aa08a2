import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { ensurePortal } from '../../../apps/cli/src/start/portal-build.ts'
import { startPortal } from '../../../apps/cli/src/start/portal-process.ts'
import { freePort } from '../../../apps/portal/test/support/free-port.ts'
import { signIn } from '../../../apps/portal/test/support/sign-in.ts'
import { openPool, wrap } from '../../../packages/core/src/db/connect.ts'
import { openEngine } from '../../../packages/core/src/db/embedded/engine.ts'
import { hashPassword, makeOneTimePassword } from '../../../packages/core/src/identity/passwords.ts'
import { insertPerson } from '../../../packages/core/src/identity/people.ts'
import { asOwner } from '../../../packages/core/src/identity/transaction.ts'
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
  const person = { email: `bench-${randomBytes(4).toString('hex')}@practice.example`, password: makeOneTimePassword() }
  const engine = databaseUrl === null ? await openEngine(dataDir) : null
  const where = engine === null ? { DATABASE_URL: databaseUrl! } : { OVERTURN_SOCKET: engine.socket, DATABASE_URL: '' }
  await addPerson(engine === null ? { connectionString: databaseUrl! } : { socket: engine.socket }, person)
  const settings = {
    OVERTURN_SECRET: randomBytes(32).toString('hex'),
    OVERTURN_ORGANIZATION: SLUG,
    OVERTURN_LOG_LEVEL: 'error',
    OVERTURN_RATE_LIMIT: '1000000',
  }
  const portal = await startPortal(await freePort(), { ...where, ...settings }, signal)
  const stop = async () => {
    await portal.stop()
    await engine?.stop()
  }
  try {
    const cookie = await signIn(portal.address, person.email, person.password)
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

/** Somebody who may look at all of the practice. */
async function addPerson(target: Parameters<typeof openPool>[0], { email, password }: { email: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(password)
  const database = wrap(openPool(target), 'socket' in target ? 'embedded' : 'postgresql')
  try {
    await asOwner(database, async (client) => {
      const id = await insertPerson(client, { email, name: 'Benchmark', passwordHash, mustChangePassword: false })
      await client.query(`insert into members (organization_id, user_id, role) select id, $1, 'administrator' from organizations where slug = $2`, [id, SLUG])
    })
  } finally {
    await database.close()
  }
}
