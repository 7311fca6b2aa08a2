import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { generateClaims } from '../support/generated-claims.ts'
import { startOwnPortal, type OwnPortal } from '../support/own-portal.ts'

let portal: OwnPortal
afterEach(() => portal?.stop())

async function start(env: NodeJS.ProcessEnv = {}, role = 'manager') {
  portal = await startOwnPortal(env)
  const authorization = `Bearer ${await portal.token({ role })}`
  return (path: string, headers: Record<string, string> = {}) => fetch(`${portal.address}/api${path}`, { headers: { authorization, ...headers } })
}

describe('the log', () => {
  it('has a line for a request, with the pattern of its path and who asked, and no id of anybody’s', async () => {
    const get = await start()
    const { headers } = await get('/claims/CLM-SECRET-7?x=1', { 'x-request-id': 'from-the-proxy-1' })
    expect(headers.get('x-request-id')).toBe('from-the-proxy-1')
    const forged = (await get('/organization', { 'x-request-id': 'not a sane one; or long' })).headers.get('x-request-id')
    expect(forged).toMatch(/^[0-9a-f-]{36}$/)
    await get('/imports/tasks/11111111-1111-4111-8111-111111111111/events')
    await sleep(100)
    const lines = portal.log().filter(({ msg }) => msg === 'request')
    expect(lines).toMatchObject([
      { method: 'GET', route: '/api/claims/{id}', requestId: 'from-the-proxy-1', operation: 'claims.get', actor: expect.stringMatching(/^token:/) },
      { method: 'GET', route: '/api/organization', requestId: forged, status: 200 },
      { method: 'GET', route: '/api/imports/tasks/{id}/events', status: 404 },
    ])
    expect(JSON.stringify(portal.log())).not.toContain('CLM-SECRET-7')
  })
})

describe('metrics', () => {
  it('are for a manager’s token with their scope, by the pattern of the path', async () => {
    const get = await start()
    await get('/claims/CLM-SECRET-7')
    const response = await get('/metrics')
    expect(response.headers.get('content-type')).toContain('text/plain')
    const text = await response.text()
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/claims\/\{id\}",status="404"\} 1/)
    for (const name of ['nodejs_eventloop_lag_seconds', 'nodejs_heap_size_used_bytes', 'overturn_database_connections', 'overturn_workers'])
      expect(text).toMatch(new RegExp(`^${name}`, 'm'))
    expect(text).not.toContain('CLM-SECRET-7')
    const asked = async (authorization: string) => (await fetch(`${portal.address}/api/metrics`, { headers: { authorization } })).status
    expect(await asked(`Bearer ${await portal.token({ role: 'manager', scopes: ['metrics.read'] })}`)).toBe(200)
    expect(await asked(`Bearer ${await portal.token({ role: 'manager', scopes: ['claims.read'] })}`)).toBe(403)
    expect(await asked(`Bearer ${await portal.token({ role: 'analyst' })}`)).toBe(403)
    expect(await asked('')).toBe(401)
  })
})

describe('traces', () => {
  it('go to a collector, a span for each request', async () => {
    const bodies: string[] = []
    const collector = createServer((sent, answer) => {
      let body = ''
      sent.setEncoding('utf8').on('data', (text: string) => (body += text))
      sent.on('end', () => {
        bodies.push(`${sent.url} ${body}`)
        answer.end('{}')
      })
    }).listen(0, '127.0.0.1')
    await once(collector, 'listening')
    try {
      const get = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` })
      await get('/claims/CLM-SECRET-7', { 'x-request-id': 'from-the-proxy-1' })
      const ended = once(portal.process, 'exit')
      portal.process.kill('SIGTERM')
      await ended
      const sent = bodies.join('\n')
      expect(sent).toContain('/v1/traces')
      expect(sent).toContain('"name":"GET /api/claims/{id}"')
      expect(sent).toContain('from-the-proxy-1')
      expect(sent).not.toContain('CLM-SECRET-7')
    } finally {
      collector.close()
    }
  })
})

describe('the end', () => {
  /** One request on a connection of its own or a shared one: its status, or null where nothing was sent because nobody listens any more. */
  function ask(path: string, authorization: string, agent: Agent | false): Promise<number | null> {
    const { hostname, port } = new URL(portal.address)
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, agent, headers: { authorization } }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.complete ? answer.statusCode! : -1))
        answer.on('error', reject)
      })
      sent.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNREFUSED' ? resolve(null) : reject(error)))
      sent.end()
    })
  }

  it('loses no request that is under way, and comes at once', async () => {
    await start()
    const authorization = `Bearer ${await portal.token({ role: 'manager' })}`
    const ended = once(portal.process, 'exit')
    const under: Promise<number | null>[] = []
    for (let at = 0; at < 40; at++) under.push(ask('/api/metrics/dashboard?days=30', authorization, false))
    // All are connected and being worked on: the embedded engine answers one after the other.
    await under[0]
    const since = performance.now()
    portal.process.kill('SIGTERM')
    const statuses = await Promise.all(under)
    expect(statuses).toEqual(Array<number>(40).fill(200))
    expect(await ended).toEqual([0, null])
    expect(performance.now() - since).toBeLessThan(10_000)
    expect(await ask('/api/healthz', authorization, false)).toBeNull()
  })

  it('comes within a moment where connections are idle, or were opened for nothing', async () => {
    await start()
    const authorization = `Bearer ${await portal.token({ role: 'manager' })}`
    const agent = new Agent({ keepAlive: true })
    expect(await ask('/api/organization', authorization, agent)).toBe(200)
    const { hostname, port } = new URL(portal.address)
    const nothing = connect(Number(port), hostname)
    await once(nothing, 'connect')
    const ended = once(portal.process, 'exit')
    const since = performance.now()
    portal.process.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(performance.now() - since).toBeLessThan(3_000)
    agent.destroy()
    nothing.destroy()
  })

  it('ends streams of events with a word on when to come back, and imports before their next slice', async () => {
    const get = await start()
    const files = generateClaims(5_000, 6)
    try {
      const headers = { authorization: `Bearer ${await portal.token({ role: 'manager' })}` }
      const { id } = (await (await fetch(`${portal.address}/api/imports`, { method: 'POST', headers, body: files.form() })).json()) as { id: string }
      const stream = (await get(`/imports/tasks/${id}/events`)).text()
      await sleep(1_000)
      const ended = once(portal.process, 'exit')
      portal.process.kill('SIGTERM')
      const text = await stream
      expect(text).toMatch(/^retry: 2000\n\n/)
      expect(text).toMatch(/retry: 2000\n\n(id: .*\n.*\n.*\n\n)?$/)
      expect(text).not.toContain('event: outcome')
      expect(await ended).toEqual([0, null])
      const unfinished = await portal.context.db.rows(
        sql`select id from imports where organization_id = ${portal.context.organization.id} and status in ('merging', 'publishing')`,
      )
      expect(unfinished).toEqual([])
    } finally {
      files.remove()
    }
  })
})
