import { expect, inject, test } from 'vitest'
import { postAuth } from '../support/sign-in.ts'

const call = (path: string, init: RequestInit = {}) => fetch(new URL(path, inject('portalUrl')), init)
const withToken = (init: RequestInit = {}): RequestInit => ({ ...init, headers: { authorization: `Bearer ${inject('portalToken')}`, ...init.headers } })
const operations = ['/api/metrics/dashboard', '/api/patterns', '/api/patterns/x', '/api/claims', '/api/claims/x', '/api/organization']

test.each([...operations, '/api/nothing', '/api/session/x'])('%s wants somebody who is known, and says nothing else', async (path) => {
  const attempts: RequestInit[] = [{}, { headers: { authorization: 'Bearer ovt_wrong' } }, { headers: { cookie: 'overturn.session_token=forged.x' } }]
  for (const init of attempts) {
    const response = await call(path, init)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 401, code: 'unauthenticated', instance: path })
  }
})

test('health and readiness need nobody', async () => {
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
  const response = await call(path, withToken(init))
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ type: `urn:overturn:problem:${code}`, status, code, instance: path.split('?')[0] })
})

test('the fields that are wrong are named', async () => {
  const problem = await (await call('/api/claims?page=0&limit=x', withToken())).json()
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
  const response = await call(path, withToken())
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'invalid_input', fields: [{ field }] })
})

test('a session is a cookie that scripts cannot read, and ends', async () => {
  const address = inject('portalUrl')
  const response = await postAuth(address, 'sign-in/email', { email: inject('portalEmail'), password: inject('portalPassword') })
  expect(response.status).toBe(200)
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^overturn\.session_token=.*; HttpOnly; SameSite=Lax$/)
  // The body says nothing by which the session could be had.
  expect(JSON.stringify(await response.json())).not.toContain(decodeURIComponent(cookie).split(/[=.;]/)[2])
  const [pair = ''] = cookie.split(';')
  expect(await (await call('/api/session', { headers: { cookie: pair } })).json()).toMatchObject({
    signedIn: true,
    mustChangePassword: false,
    organization: 'demo',
  })
  expect((await call('/api/organization', { headers: { cookie: pair } })).status).toBe(200)
  expect((await postAuth(address, 'sign-out', {}, pair)).status).toBe(200)
  expect((await call('/api/organization', { headers: { cookie: pair } })).status).toBe(401)
})

test.each(['{', '[]', '{}', '{"email":1,"password":"x"}', '{"email":"a@b.example","password":""}'])(
  'a sign-in with the body %s is refused in words',
  async (body) => {
    const response = await call('/api/auth/sign-in/email', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect([400, 401]).toContain(response.status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  },
)

test('a sign-in says the same of an address that is known and of one that is not', async () => {
  const said = async (email: string) => {
    const { status, ...rest } = await (await postAuth(inject('portalUrl'), 'sign-in/email', { email, password: 'not the password' })).json()
    return { status, ...rest }
  }
  expect(await said(inject('portalEmail'))).toEqual(await said('nobody@practice.example'))
})

test.each([
  ['GET', 'get-session'],
  ['POST', 'sign-up/email'],
  ['POST', 'request-password-reset'],
  ['POST', 'update-user'],
  ['POST', 'delete-user'],
  ['GET', 'list-sessions'],
  ['POST', 'two-factor/send-otp'],
  ['GET', 'error'],
])('of the sign-in only what is needed is there: %s %s is not', async (method, path) => {
  const response = await call(`/api/auth/${path}`, { method, headers: { cookie: inject('portalCookie'), origin: inject('portalUrl') } })
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ code: 'not_found' })
})

test('an organization that one does not belong to is none', async () => {
  const response = await call('/api/organization', withToken({ headers: { 'x-overturn-organization': 'somebody-elses' } }))
  expect([response.status, await response.json()]).toMatchObject([404, { detail: 'There is no organization "somebody-elses".' }])
  expect((await call('/api/organization', withToken({ headers: { 'x-overturn-organization': 'demo' } }))).status).toBe(200)
})

test('guessing the password of an account is slowed down, wherever the account is', async () => {
  const guess = (email: string) => postAuth(inject('portalUrl'), 'sign-in/email', { email, password: 'not the password' })
  const statuses: number[] = []
  for (let tries = 0; tries < 11; tries++) statuses.push((await guess('guessed@practice.example')).status)
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429])
  const refused = await guess('Guessed@practice.example ')
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0, await refused.json()]).toMatchObject([429, true, { code: 'too_many_attempts' }])
})
