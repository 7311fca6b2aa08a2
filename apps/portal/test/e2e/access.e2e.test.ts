import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'

/** Paths of operations, one of each kind; that every operation of the list refuses a visitor is tried without a browser. */
const operations = ['organization', 'claims', 'claims/x', 'patterns/x', 'metrics/dashboard', 'members', 'imports', 'nothing'].map((path) => `/api/${path}`)
/** Routes with a file of their own, so that a new one is tried too. */
const files = readdirSync(fileURLToPath(new URL('../../server/api', import.meta.url)), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.get.ts') && !file.startsWith('auth/'))
  .map((file) => `/api/${file.replace(/(?:\/?\bindex)?\.\w+\.ts$/, '').replace(/\[\w+\]/g, 'x')}`)
const closed = [...operations, ...files.filter((route) => !['/api/healthz', '/api/readyz', '/api/session'].includes(route))]

const encoded = (path: string) => path.replace(/\w/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)

/** Spellings that the router reads as the route itself. */
const same = (route: string) => [
  route,
  `${route}/`,
  route.replace('/api', '/%61pi'),
  route.replace('/api', '/a%70%69'),
  encoded(route),
  `${encoded(route)}/?x=/api/session`,
]

/** Spellings that some server, proxy or version of the router may read as the route. */
const similar = (route: string) => [
  `/${route}`,
  `//${route}`,
  `/\\${route}`,
  `/x/..${route}`,
  `/x/%2e%2e${route}`,
  `/.${route}`,
  `/_nuxt/..${route}`,
  `/_nuxt/%2e%2e${route}`,
  `/__nuxt_error/..${route}`,
  `/api/session/..${route.slice(4)}`,
  `/api/healthz/%2e%2e${route.slice(4)}`,
  `/api/healthz%2f..${route.slice(4)}`,
  `/api/session?${route}`,
  `/api/healthz#${route}`,
  route.replace('/api', '/API'),
  route.replace('/api', '/Api'),
  route.toUpperCase(),
  route.replace('/api/', '/api%2f'),
  route.replace('/api/', '/api%2F'),
  route.replace('/api/', '%2fapi%2f'),
  route.replace('/api/', '/api\\'),
  route.replace('/api/', '/api%5c'),
  route.replace('/api/', '/api//'),
  route.replace('/api/', '/api/./'),
  route.replace('/api', '/%2561pi'),
  route.replace('/api', '/api;x'),
  route.replace('/api', '/api.'),
  route.replace('/api', '/api%00'),
  route.replace('/api', '/%c1%a1pi'),
  ...['.', '..', '/.', '/..', '/./', '//', '%2f', '%2e', '%20', '%00', '%', ';', '.json', '/index', '/index.html', '/x'].map((end) => route + end),
  new URL(route, inject('portalUrl')).href,
  new URL(`/%61pi${route.slice(4)}`, inject('portalUrl')).href,
]

interface Answer {
  status: number
  body: string
}

/** The path as it is written: fetch would put it right first. */
function send(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const { hostname, port } = new URL(inject('portalUrl'))
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      // The page names its own scripts by a word that is another one each time.
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: body.replaceAll(/nonce="[^"]*"/g, '') }))
    })
      .on('error', reject)
      .end()
  })
}

test('the routes are found', () => {
  expect(closed).toEqual(expect.arrayContaining(['/api/openapi.json']))
})

describe.each(closed)('%s', (route) => {
  test('needs somebody who is known, however its path is encoded', async () => {
    for (const path of same(route)) {
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
        expect({ path, method, status: (await send(path, { method })).status }).toEqual({ path, method, status: 401 })
      }
    }
  })

  test('gives the same to who is known under each of them', async () => {
    const headers = { authorization: `Bearer ${inject('portalToken')}` }
    const { status } = await send(route, { headers })
    expect(/\/x\b|\/nothing$/.test(route) ? [400, 404] : [200]).toContain(status)
    for (const path of same(route).filter((path) => !path.includes('?')))
      expect({ path, status: (await send(path, { headers })).status }).toEqual({ path, status })
  })

  test('gives no data under a similar path', async () => {
    // What is not refused is the page that everybody gets, or an open route.
    const known = [(await send('/')).body, (await send('/api/healthz')).body, (await send('/api/session')).body]
    for (const path of similar(route)) {
      for (const method of ['GET', 'POST']) {
        const { status, body } = await send(path, { method })
        const isHarmless = status === 200 ? known.includes(body) : status >= 400 && status < 500
        expect({ path, method, status, body, isHarmless }).toMatchObject({ isHarmless: true })
      }
    }
  })
})
