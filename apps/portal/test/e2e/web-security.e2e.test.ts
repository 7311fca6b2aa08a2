import { expect, inject, test } from 'vitest'
import { settled, useBrowser } from '../support/browser.ts'
import { startOwnPortal } from '../support/own-portal.ts'

const browser = useBrowser()
const call = (path: string, init: RequestInit = {}) => fetch(new URL(path, inject('portalUrl')), init)
const withToken = { authorization: `Bearer ${inject('portalToken')}` }

test('pages run no script but those they name, load nothing from elsewhere, and stand in no frame', async () => {
  const [first, second] = [await call('/'), await call('/')]
  const policies = [first, second].map((response) => response.headers.get('content-security-policy')!)
  const nonces = policies.map((policy) => /script-src 'strict-dynamic' 'nonce-([^']+)';/.exec(policy)![1])
  expect(nonces[0]).not.toBe(nonces[1])
  for (const part of [`default-src 'none'`, `connect-src 'self'`, `object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'none'`, `script-src-attr 'none'`])
    expect(policies[0]).toContain(part)
  expect(policies[0]).not.toMatch(/script-src[^;]*unsafe/)
  const html = await first.text()
  for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonces[0]}"`)
  expect(html.match(/(?:src|href)="https?:/)).toBeNull()
  for (const [name, value] of [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['x-powered-by', null],
    ['strict-transport-security', null],
  ] as const)
    expect({ name, value: first.headers.get(name) }).toEqual({ name, value })
})

test('a script that somebody smuggles into a page does not run', async () => {
  const page = await browser.openSignedIn('/')
  await settled(page)
  await page.evaluate(() => {
    const box = document.createElement('div')
    box.innerHTML = `<img src="data:," onerror="document.title = 'run'">`
    document.body.append(box)
    document.body.insertAdjacentHTML('beforeend', `<iframe srcdoc="<script>parent.document.title = 'run'</script>"></iframe>`)
  })
  await page.waitForTimeout(500)
  expect(await page.title()).not.toBe('run')
  browser.expectComplaint(/Content Security Policy/)
})

test('answers of the API are kept by no cache, and are nothing to run or to frame', async () => {
  for (const path of ['/api/claims', '/api/claims/no-such-claim', '/api/session', '/api/nothing']) {
    const { headers } = await call(path, { headers: withToken })
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('what came by https is to come so from now on', async () => {
  const { headers } = await call('/', { headers: { 'x-forwarded-proto': 'https' } })
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another origin', { origin: 'http://evil.example' }, 403],
  ['nobody says where', {}, 403],
])('a write with the cookie of a session from %s is refused', async (_from, headers, status) => {
  const send = (init: object) => call('/api/claims/search', { method: 'POST', headers: { cookie: inject('portalCookie'), ...init }, body: '{}' })
  const refused = await send(headers)
  expect([refused.status, await refused.json()]).toMatchObject([status, { code: 'other_site' }])
  expect((await send({ origin: inject('portalUrl') })).status).toBe(200)
})

test('a body is small, said in advance, and of no request that has none', async () => {
  const post = (init: RequestInit) => call('/api/claims/search', { method: 'POST', headers: withToken, ...init })
  expect((await post({ body: '{}' })).status).toBe(200)
  expect((await post({ body: JSON.stringify({ x: 'x'.repeat(100_001) }) })).status).toBe(413)
  expect((await post({ body: ReadableStream.from([Buffer.from('{}')]), duplex: 'half' } as RequestInit)).status).toBe(411)
  expect((await call('/api/auth/sign-in/email', { method: 'POST', body: 'x'.repeat(100_001) })).status).toBe(413)
})

test('each caller has a number of requests a minute, whoever else asks', async () => {
  const portal = await startOwnPortal({ OVERTURN_RATE_LIMIT: '20' })
  try {
    const [one, other] = [await portal.token({ role: 'viewer' }), await portal.token({ role: 'viewer' })]
    const ask = (headers: Record<string, string>) => fetch(`${portal.address}/api/organization`, { headers })
    const asked = async (times: number, headers: Record<string, string>) => {
      const statuses: number[] = []
      for (let at = 0; at < times; at++) statuses.push((await ask(headers)).status)
      return statuses
    }
    expect(await asked(20, { authorization: `Bearer ${one}` })).toEqual(Array<number>(20).fill(200))
    const refused = await ask({ authorization: `Bearer ${one}` })
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'too_many_requests', status: 429 }])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await asked(1, { authorization: `Bearer ${other}` })).toEqual([200])
    expect(new Set(await asked(25, {}))).toEqual(new Set([401, 429]))
    expect((await fetch(`${portal.address}/api/healthz`)).status).toBe(200)
  } finally {
    await portal.stop()
  }
})
