import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import OpenIdProvider, { type RequestContext } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { recognizeSession, tokenOfCookie } from '../../src/identity/recognize.ts'
import { resetPassword } from '../../src/identity/reset-password.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { addPerson, authOf, browserOf, ORIGIN, PASSWORD, SECRET } from './support.ts'

const use = useDatabase()
const client = { id: 'overturn', secret: 'the secret of the client' }
let context: Context
let server: Server
let issuer: string

/** Who is signed in at the other program: what it says of them, by their names there. */
const people = new Map<string, { email: string; email_verified: boolean }>()

beforeAll(async () => {
  context = await newContext(use.database)
  server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new OpenIdProvider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [`${ORIGIN}/api/auth/callback/oidc`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id, name: 'Other Name', ...people.get(id) }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/interaction' },
    // Whoever signs in there agrees.
    loadExistingGrant: async ({ oidc }: RequestContext) => {
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session!.accountId! })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, AuthorizationCode: 60, IdToken: 60 },
    cookies: { keys: ['a key for these tests'] },
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (request.url === '/interaction') void provider.interactionFinished(request, response, { login: { accountId: whoSignsIn } })
    else void handle(request, response)
  })
})
afterAll(() => server.close())

const auth = () => authOf(use.database, { OVERTURN_OIDC_ISSUER: issuer, OVERTURN_OIDC_CLIENT_ID: client.id, OVERTURN_OIDC_CLIENT_SECRET: client.secret })

/** Who comes to the other program next. */
let whoSignsIn = ''

/** Signs in as somebody at the other program, and comes back with what it hands over. */
async function comeBack(browser: ReturnType<typeof browserOf>, account: string): Promise<Response> {
  whoSignsIn = account
  const asked = await browser.post('/sign-in/social', { provider: 'oidc', callbackURL: '/', errorCallbackURL: '/sign-in' })
  let next = ((await asked.json()) as { url: string }).url
  const jar = new Map<string, string>()
  for (let steps = 0; steps < 6 && next.startsWith(issuer); steps++) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const one of answer.headers.getSetCookie()) {
      const [pair = ''] = one.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`the other program stopped: ${answer.status} ${(await answer.text()).slice(0, 300)}`)
    next = new URL(location, issuer).href
  }
  const { pathname, search } = new URL(next)
  return browser.get(`${pathname.replace('/api/auth', '')}${search}`)
}

async function signOnAs(account: string) {
  const browser = browserOf(auth())
  const answer = await comeBack(browser, account)
  const token = tokenOfCookie(decodeURIComponent(browser.cookies.get('overturn.session_token') ?? ''), SECRET)
  return { location: answer.headers.get('location'), visitor: token === null ? null : await recognizeSession(use.database, token, new Date()) }
}

const count = async () => (await use.database.pool.query<{ n: number }>('select count(*)::int as n from users')).rows[0]!.n

describe('signing on through another program', { timeout: 60_000 }, () => {
  it('leads to the seat of the same verified address, again and again, and keeps no token of theirs', async () => {
    const { id, email } = await addPerson(context, 'analyst')
    people.set('ana', { email, email_verified: true })
    for (let times = 0; times < 2; times++)
      expect(await signOnAs('ana')).toMatchObject({ location: '/', visitor: { userId: id, mustChangePassword: false, memberships: [{ role: 'analyst' }] } })
    const { rows } = await use.database.pool.query(
      `select account_id, access_token, refresh_token, id_token from user_accounts where user_id = $1 and provider_id = 'oidc'`,
      [id],
    )
    expect(rows).toEqual([{ account_id: 'ana', access_token: null, refresh_token: null, id_token: null }])
    const { rows: named } = await use.database.pool.query<{ name: string }>('select name from users where id = $1', [id])
    expect(named[0]!.name).not.toBe('Other Name')
  })

  it('ends, the first time only, what somebody else may have set up under the address', async () => {
    const { id, email } = await addPerson(context, 'analyst', { mustChangePassword: true })
    people.set('owner', { email, email_verified: true })
    const earlier = browserOf(auth())
    await earlier.post('/sign-in/email', { email, password: PASSWORD })
    const earlierToken = tokenOfCookie(decodeURIComponent(earlier.cookies.get('overturn.session_token')!), SECRET)!
    await use.database.pool.query('update users set two_factor_enabled = true where id = $1', [id])
    await use.database.pool.query(`insert into user_two_factors (id, user_id, secret, backup_codes) values ($1, $1, 'sealed', 'sealed')`, [id])
    await use.database.pool.query(
      `insert into user_verifications (id, identifier, value, expires_at) values ($1, 'trust-device', $1, now() + interval '1 day')`,
      [id],
    )

    expect(await signOnAs('owner')).toMatchObject({ visitor: { userId: id, mustChangePassword: false } })
    expect(await recognizeSession(use.database, earlierToken, new Date())).toBeNull()
    expect((await browserOf(auth()).post('/sign-in/email', { email, password: PASSWORD })).status).toBe(401)
    const { rows } = await use.database.pool.query(
      `select two_factor_enabled as "secondFactor", (select count(*)::int from user_two_factors where user_id = u.id) as factors,
              (select count(*)::int from user_verifications where value = u.id) as waiting from users u where id = $1`,
      [id],
    )
    expect(rows).toEqual([{ secondFactor: false, factors: 0, waiting: 0 }])

    // A password that was given since then stays.
    const { password } = await resetPassword(use.database, { email, now: new Date(), secondFactor: false })
    await signOnAs('owner')
    expect((await browserOf(auth()).post('/sign-in/email', { email, password })).status).toBe(200)
  })

  it('makes nobody, and lets nobody in without a seat or whose address is not verified', async () => {
    const { email } = await addPerson(context, 'viewer')
    const { email: seatless } = await addPerson(context, null)
    people.set('stranger', { email: 'stranger@practice.example', email_verified: true })
    people.set('unverified', { email, email_verified: false })
    people.set('seatless', { email: seatless, email_verified: true })
    const before = await count()
    for (const account of ['stranger', 'unverified', 'seatless'])
      expect(await signOnAs(account)).toMatchObject({ location: expect.stringMatching(/^\/sign-in\?error=/), visitor: null })
    expect(await count()).toBe(before)
  })

  it('is not there unless it is configured', async () => {
    const answer = await browserOf(authOf(use.database)).post('/sign-in/social', { provider: 'oidc', callbackURL: '/' })
    expect(answer.status).toBe(404)
  })
})
