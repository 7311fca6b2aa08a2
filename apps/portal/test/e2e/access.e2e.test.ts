import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, test } from 'vitest'

/** Every route of the API as its file names it, so that a new one is tried too. */
const routes = readdirSync(fileURLToPath(new URL('../../server/api', import.meta.url)), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `/api/${file.replace(/(?:\/?\bindex)?\.\w+\.ts$/, '').replace(/\[\w+\]/g, 'x')}`)
/** Routes that only take what is posted to them: a GET there is no method of theirs. */
const posted = routes.filter((route) => route.endsWith('/dismiss'))
const closed = routes.filter((route) => !['/api/healthz', '/api/readyz', '/api/session'].includes(route))

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
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

test('the routes are found', () => {
  expect(closed).toEqual(expect.arrayContaining(['/api/organization', '/api/claims', '/api/claims/x', '/api/patterns/x', '/api/metrics/dashboard']))
})

describe.each(closed)('%s', (route) => {
  test('needs the key, however its path is encoded', async () => {
    for (const path of same(route)) {
      for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
        expect({ path, method, status: (await send(path, { method })).status }).toEqual({ path, method, status: 401 })
      }
    }
  })

  test('gives the same with the key under each of them', async () => {
    const headers = { authorization: `Bearer ${inject('portalKey')}` }
    const { status } = await send(route, { headers })
    expect(status).toBe(posted.includes(route) ? 405 : route.endsWith('/x') ? 404 : 200)
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
