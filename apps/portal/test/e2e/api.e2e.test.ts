import { expect, inject, test } from 'vitest'

const call = (path: string, init: RequestInit = {}) => fetch(new URL(path, inject('portalUrl')), init)
const withKey = (init: RequestInit = {}): RequestInit => ({ ...init, headers: { authorization: `Bearer ${inject('portalKey')}`, ...init.headers } })
const operations = ['/api/metrics/dashboard', '/api/patterns', '/api/patterns/x', '/api/claims', '/api/claims/x', '/api/organization']

test.each([...operations, '/api/nothing', '/api/session/x'])('%s wants a key, and says nothing else', async (path) => {
  const attempts: RequestInit[] = [{}, { headers: { authorization: 'Bearer wrong' } }, { headers: { cookie: 'overturn-session=forged' } }]
  for (const init of attempts) {
    const response = await call(path, init)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 401, code: 'unauthenticated', instance: path })
  }
})

test('health and readiness need no key', async () => {
  expect((await call('/api/healthz')).status).toBe(200)
  expect(await (await call('/api/readyz')).json()).toEqual({ status: 'ready' })
})

test.each([
  ['/api/nothing', {}, 404, 'not_found'],
  ['/api/claims/no-such-claim', {}, 404, 'not_found'],
  ['/api/patterns/%E0%A4%A', {}, 404, 'not_found'],
  ['/api/claims', { method: 'POST' }, 405, 'method_not_allowed'],
  ['/api/claims?page=0', {}, 400, 'invalid_input'],
  ['/api/claims?limit=1e9', {}, 400, 'invalid_input'],
  ['/api/claims?limit=10&limit=20', {}, 400, 'invalid_input'],
  ['/api/metrics/dashboard?days=NaN', {}, 400, 'invalid_input'],
  ['/api/patterns?unknown=1', {}, 400, 'invalid_input'],
  ['/api/organization?unknown=1', {}, 400, 'invalid_input'],
])('%s %o is a problem %i', async (path, init, status, code) => {
  const response = await call(path, withKey(init))
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ type: `urn:overturn:problem:${code}`, status, code, instance: path.split('?')[0] })
})

test('the fields that are wrong are named', async () => {
  const problem = await (await call('/api/claims?page=0&limit=x', withKey())).json()
  expect(problem.fields.map(({ field }: { field: string }) => field)).toEqual(['page', 'limit'])
})

test.each([
  ['/api/claims?payer=%00', 'payer'],
  ['/api/claims?pattern=a%00', 'pattern'],
  ['/api/claims?reason=%00b', 'reason'],
  ['/api/claims/%00', 'id'],
  ['/api/patterns/%00', 'id'],
  ['/api/patterns/a%00b?page=1', 'id'],
  ['/api/metrics/dashboard?payer=%00', 'payer'],
])('%s is refused by the name of its field', async (path, field) => {
  const response = await call(path, withKey())
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid_input', fields: [{ field }] })
})

test('a session is a cookie that scripts cannot read, and ends', async () => {
  const response = await call('/api/session', { method: 'POST', body: JSON.stringify({ key: inject('portalKey') }) })
  expect(response.status).toBe(200)
  const cookie = response.headers.getSetCookie()[0]!
  expect(cookie).toMatch(/^overturn-session=/)
  expect(cookie).toMatch(/; HttpOnly/)
  expect(cookie).toMatch(/; SameSite=Lax/)
  expect(cookie).not.toContain(inject('portalKey'))
  const [pair] = cookie.split(';')
  expect(await (await call('/api/session', { headers: { cookie: pair! } })).json()).toEqual({ signedIn: true })
  expect((await call('/api/organization', { headers: { cookie: pair! } })).status).toBe(200)
  const ended = await call('/api/session', { method: 'DELETE', headers: { cookie: pair! } })
  expect(ended.headers.getSetCookie()[0]).toMatch(/^overturn-session=;.*Max-Age=0/)
})

test.each(['{', '[]', '{}', '{"key":1}', '{"key":""}', `"${'x'.repeat(200_000)}"`])('a sign-in with the body %.20s is refused in words', async (body) => {
  const response = await call('/api/session', { method: 'POST', body })
  expect(response.status).toBe(400)
  expect((await response.json()).code).toBe('invalid_input')
})

test('pages allow no script but their own, and no frame around them', async () => {
  const response = await call('/')
  const policy = response.headers.get('content-security-policy')!
  expect(policy).toContain(`default-src 'self'`)
  expect(policy).toMatch(/script-src 'self'( 'sha256-[^']+')+;/)
  expect(policy).toContain(`frame-ancestors 'none'`)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('x-powered-by')).toBeNull()
  expect((await response.text()).match(/(?:src|href)="https?:/)).toBeNull()
})
