import { randomUUID } from 'node:crypto'
import { createClient, ProblemError } from '@overturn/client'
import { expect, inject, test } from 'vitest'

const call = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, inject('portalUrl')), { ...init, headers: { authorization: `Bearer ${inject('portalToken')}`, ...init.headers } })
const posting = (body: object, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

test('a read has a tag, and is left out for who has it', async () => {
  const first = await call('/api/patterns?limit=3')
  expect(first.headers.get('content-type')).toBe('application/json')
  const etag = first.headers.get('etag')!
  expect(etag).toMatch(/^W\/"/)
  const again = await call('/api/patterns?limit=3', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
})

test('a list leads to its other pages', async () => {
  const { headers } = await call('/api/claims?dateRange=all&limit=5&page=2')
  expect(headers.get('link')).toMatch(/<\/api\/claims\?dateRange=all&limit=5&page=1>; rel="first".*rel="prev".*&page=3>; rel="next".*rel="last"/)
})

test('HEAD is a GET without its body', async () => {
  const response = await call('/api/claims?limit=1', { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect(response.headers.get('etag')).toMatch(/^W\/"/)
})

test('HEAD of a letter says what its file is, without it', async () => {
  const { claims } = (await (await call('/api/worklist?limit=1')).json()) as { claims: { claimId: string }[] }
  for (const format of ['pdf', 'docx']) {
    const path = `/api/worklist/claims/${encodeURIComponent(claims[0]!.claimId)}/letter/file?format=${format}`
    const [head, get] = [await call(path, { method: 'HEAD' }), await call(path)]
    expect([head.status, (await head.arrayBuffer()).byteLength, get.status]).toEqual([200, 0, 200])
    expect((await get.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    for (const name of ['content-type', 'content-disposition', 'cache-control']) expect(head.headers.get(name)).toBe(get.headers.get(name))
  }
})

test.each([
  ['DELETE', '/api/claims/x', 'GET, HEAD'],
  ['GET', '/api/jobs/refresh/run', 'POST'],
  ['PUT', '/api/imports', 'GET, HEAD, POST'],
  ['DELETE', '/api/healthz', 'GET'],
])('%s %s is not allowed, and what is is said', async (method, path, allow) => {
  const response = await call(path, { method, headers: { origin: inject('portalUrl') } })
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
  expect(await response.json()).toMatchObject({ code: 'method_not_allowed', instance: path })
})

test('a write with a key is done once', async () => {
  const key = randomUUID()
  const record = (body: object) => call('/api/learning/events', posting(body, { 'idempotency-key': key }))
  const first = await record({ type: 'dashboard-viewed' })
  expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([200, null])
  const again = await record({ type: 'dashboard-viewed' })
  expect([again.status, again.headers.get('idempotent-replayed'), await again.text()]).toEqual([200, 'true', await first.text()])
  const other = await record({ type: 'practice-started' })
  expect([other.status, (await other.json()).code]).toEqual([422, 'key_reused'])
})

test('an account number is looked for in a body only', async () => {
  expect((await call('/api/claims?controlNumber=1')).status).toBe(400)
  expect(await (await call('/api/claims/search', posting({ controlNumber: 'none', dateRange: 'all' }))).json()).toMatchObject({ claims: [] })
})

test('the document and its page are there to read', async () => {
  const document = await (await call('/api/openapi.json')).json()
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: '/api' }] })
  const page = await call('/api/reference')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toContain('<code>GET /api/claims/{id}</code>')
  expect((await call('/api/reference.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
})

test('the client reads, and throws what is wrong', async () => {
  const client = createClient(inject('portalUrl'), { token: inject('portalToken') })
  const { data } = await client.GET('/organization')
  expect(data?.isDemo).toBe(true)
  await expect(client.GET('/claims/{id}', { params: { path: { id: 'a/b c' } } })).rejects.toBeInstanceOf(ProblemError)
})
