import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/free-port.ts'

const server = fileURLToPath(new URL('../../.output/server/index.mjs', import.meta.url))
const token = 'ovt_a-token-that-nobody-can-look-up'

describe('a portal whose database does not answer', () => {
  let portal: ChildProcess
  let address: string

  beforeAll(async () => {
    const [port, nobody] = [await freePort(), await freePort()]
    address = `http://127.0.0.1:${port}`
    portal = spawn(process.execPath, [server], {
      stdio: 'ignore',
      env: {
        ...process.env,
        NITRO_HOST: '127.0.0.1',
        NITRO_PORT: String(port),
        OVERTURN_SECRET: 'a secret that is only for this test',
        DATABASE_URL: `postgresql://overturn@127.0.0.1:${nobody}/overturn`,
      },
    })
    for (let tries = 0; tries < 100; tries++) {
      if (
        await fetch(`${address}/api/healthz`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return
      await sleep(100)
    }
    throw new Error('The portal did not start within 10 seconds.')
  })

  afterAll(async () => {
    const ended = once(portal, 'exit')
    portal.kill('SIGTERM')
    await ended
  })

  it.each(['/api/metrics/dashboard?days=30', '/api/patterns', '/api/claims', '/api/readyz'])('answers %s with a 503, never with zeros', async (path) => {
    const response = await fetch(`${address}${path}`, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await response.json()) as Record<string, unknown>
    expect(problem).toMatchObject({ status: 503, code: 'database_unavailable' })
    expect(Object.keys(problem)).not.toContain('totalClaims')
  })

  it('is alive all the same', async () => {
    const response = await fetch(`${address}/api/healthz`)
    expect(response.status).toBe(200)
  })
})
