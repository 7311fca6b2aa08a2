import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import type { Auth } from '../../src/identity/auth.ts'
import { ensureAdministrator } from '../../src/identity/first-administrator.ts'
import { recognizeSession, tokenOfCookie } from '../../src/identity/recognize.ts'
import { resetPassword } from '../../src/identity/reset-password.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { addPerson, authOf, browserOf, PASSWORD, SECRET } from './support.ts'

const use = useDatabase()
let context: Context
let auth: Auth
beforeAll(async () => {
  context = await newContext(use.database)
  auth = authOf(use.database)
})

/** Who the portal sees behind the cookies of a browser. */
const visitorOf = async ({ cookies }: ReturnType<typeof browserOf>, now = new Date()) => {
  const token = tokenOfCookie(decodeURIComponent(cookies.get('overturn.session_token') ?? ''), SECRET)
  return token === null ? null : recognizeSession(use.database, token, now)
}

describe('the first start', () => {
  it('makes an administrator of every organization, once, who has to choose a password first', async () => {
    const now = new Date()
    const first = (await ensureAdministrator(use.database, { email: 'first@practice.example', now }))!
    expect(first).toEqual({ email: 'first@practice.example', password: expect.any(String), expiresAt: new Date(now.getTime() + 86_400_000) })
    expect(await ensureAdministrator(use.database, { email: 'second@practice.example', now })).toBeNull()

    const browser = browserOf(auth)
    expect((await browser.post('/sign-in/email', first)).status).toBe(200)
    expect(await visitorOf(browser)).toMatchObject({ mustChangePassword: true, memberships: [{ slug: context.organization.slug, role: 'administrator' }] })

    const change = (newPassword: string) => browser.post('/change-password', { currentPassword: first.password, newPassword })
    expect(await (await change(first.password)).json()).toMatchObject({ code: 'PASSWORD_NOT_NEW' })
    expect((await change('too short')).status).toBe(400)
    expect((await visitorOf(browser))!).toMatchObject({ mustChangePassword: true })
    const changed = await change('a password of my own')
    expect([changed.status, await changed.json()]).toMatchObject([200, { user: { mustChangePassword: false } }])
    expect(await visitorOf(browser)).toMatchObject({ mustChangePassword: false })
    expect((await browserOf(auth).post('/sign-in/email', first)).status).toBe(401)
  })

  it('lets nobody in with a one-time password that has expired', async () => {
    const { email } = await addPerson(context, 'viewer')
    const { password } = await resetPassword(use.database, { email, now: new Date(Date.now() - 25 * 3_600_000), secondFactor: false })
    expect((await browserOf(auth).post('/sign-in/email', { email, password })).status).toBe(401)
  })
})

describe('signing in', () => {
  it('gives a session of twelve hours that ends with the sign-out', async () => {
    const { id, email } = await addPerson(context, 'coder')
    const browser = browserOf(auth)
    const answer = await browser.post('/sign-in/email', { email, password: PASSWORD })
    expect(answer.headers.getSetCookie()[0]).toMatch(/^overturn\.session_token=.*; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await visitorOf(browser)).toMatchObject({ kind: 'person', userId: id, memberships: [{ id: context.organization.id, role: 'coder' }] })
    expect(await visitorOf(browser, new Date(Date.now() + 43_201_000))).toBeNull()
    const token = browser.cookies.get('overturn.session_token')!
    await browser.post('/sign-out', {})
    browser.cookies.set('overturn.session_token', token)
    expect(await visitorOf(browser)).toBeNull()
  })

  it('is marked for https only where people come by https, and writes down the address of the socket', async () => {
    const { id, email } = await addPerson(context, 'viewer')
    const answer = await browserOf(authOf(use.database, { OVERTURN_URL: 'http://127.0.0.1:3000' })).post('/sign-in/email', { email, password: PASSWORD })
    expect(answer.headers.getSetCookie()[0]).not.toContain('Secure')
    const { rows } = await use.database.pool.query('select ip_address from user_sessions where user_id = $1', [id])
    expect(rows).toEqual([{ ip_address: '192.0.2.7' }])
    const secure = await authOf(use.database, { OVERTURN_URL: 'https://overturn.example' }).handler(
      new Request('https://overturn.example/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      }),
    )
    expect(secure.headers.getSetCookie()[0]).toMatch(/^__Secure-overturn\.session_token=.*; Secure/)
  })

  it('says the same to a wrong password, an unknown address and somebody without a seat', async () => {
    const { email } = await addPerson(context, 'viewer')
    const { email: seatless } = await addPerson(context, null)
    const answers = await Promise.all(
      [
        { email, password: 'wrong' },
        { email: 'nobody@practice.example', password: PASSWORD },
        { email: seatless, password: PASSWORD },
      ].map(async (body) => (await browserOf(auth).post('/sign-in/email', body)).status),
    )
    expect(answers).toEqual([401, 401, 401])
  })

  it('is not open to people who make themselves an account', async () => {
    const answer = await browserOf(auth).post('/sign-up/email', { email: 'new@practice.example', password: PASSWORD, name: 'New' })
    expect(answer.status).toBe(400)
    expect((await use.database.pool.query(`select from users where email = 'new@practice.example'`)).rowCount).toBe(0)
  })

  it('ends everywhere when the password is changed or reset', async () => {
    const { email } = await addPerson(context, 'viewer')
    const [here, there] = [browserOf(auth), browserOf(auth)]
    for (const browser of [here, there]) await browser.post('/sign-in/email', { email, password: PASSWORD })
    await here.post('/change-password', { currentPassword: PASSWORD, newPassword: 'a password of my own' })
    expect([await visitorOf(here), await visitorOf(there)]).toEqual([expect.objectContaining({ kind: 'person' }), null])
    await resetPassword(use.database, { email, now: new Date(), secondFactor: false })
    expect(await visitorOf(here)).toBeNull()
  })

  it('takes a cookie only as it was signed', async () => {
    const { email } = await addPerson(context, 'viewer')
    const browser = browserOf(auth)
    await browser.post('/sign-in/email', { email, password: PASSWORD })
    const cookie = decodeURIComponent(browser.cookies.get('overturn.session_token')!)
    expect(tokenOfCookie(cookie, SECRET)).toMatch(/^\w{32}$/)
    for (const forged of ['', '.', cookie.slice(0, -4), `x${cookie}`, cookie.replace('.', "'."), cookie.slice(0, 32)])
      expect(tokenOfCookie(forged, SECRET)).toBeNull()
    expect(tokenOfCookie(cookie, `${SECRET}.`)).toBeNull()
  })
})

describe('a second factor', () => {
  it('is asked for, and a backup code stands in for it once', async () => {
    const { email } = await addPerson(context, 'viewer')
    const setup = browserOf(auth)
    await setup.post('/sign-in/email', { email, password: PASSWORD })
    const { totpURI, backupCodes } = (await (await setup.post('/two-factor/enable', { password: PASSWORD })).json()) as {
      totpURI: string
      backupCodes: string[]
    }
    const { hostname, searchParams } = new URL(totpURI)
    expect([hostname, searchParams.get('issuer')]).toEqual(['totp', 'Overturn'])
    const secret = Buffer.from(base32(searchParams.get('secret')!)).toString()
    const code = async () => (await auth.api.generateTOTP({ body: { secret } })).code
    expect((await setup.post('/two-factor/verify-totp', { code: await code() })).status).toBe(200)

    const browser = browserOf(auth)
    const asked = await browser.post('/sign-in/email', { email, password: PASSWORD })
    expect(await asked.json()).toMatchObject({ twoFactorRedirect: true })
    expect(await visitorOf(browser)).toBeNull()
    expect((await browser.post('/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    expect((await browser.post('/two-factor/verify-totp', { code: await code() })).status).toBe(200)
    expect(await visitorOf(browser)).toMatchObject({ kind: 'person' })

    const lost = async () => {
      const other = browserOf(auth)
      await other.post('/sign-in/email', { email, password: PASSWORD })
      return (await other.post('/two-factor/verify-backup-code', { code: backupCodes[0]! })).status
    }
    expect([await lost(), await lost()]).toEqual([200, 401])

    const { password } = await resetPassword(use.database, { email, now: new Date(), secondFactor: true })
    const reset = browserOf(auth)
    await reset.post('/sign-in/email', { email, password })
    expect(await visitorOf(reset)).toMatchObject({ mustChangePassword: true })
  })

  it('is asked for again once the password is another, also of a browser that was trusted, and a sign-in that waits for it ends', async () => {
    const { email } = await addPerson(context, 'viewer')
    const [trusted, waiting] = [browserOf(auth, '192.0.2.8'), browserOf(auth, '192.0.2.9')]
    const signIn = async (browser: typeof trusted, password: string) => (await browser.post('/sign-in/email', { email, password })).json()
    await signIn(trusted, PASSWORD)
    const { totpURI } = (await (await trusted.post('/two-factor/enable', { password: PASSWORD })).json()) as { totpURI: string }
    const secret = Buffer.from(base32(new URL(totpURI).searchParams.get('secret')!)).toString()
    const verify = async (browser: typeof trusted) =>
      (await browser.post('/two-factor/verify-totp', { code: (await auth.api.generateTOTP({ body: { secret } })).code, trustDevice: true })).status
    await verify(trusted)
    await trusted.post('/sign-out', {})
    await signIn(trusted, PASSWORD)
    expect(await verify(trusted)).toBe(200)
    expect(await signIn(trusted, PASSWORD)).not.toHaveProperty('twoFactorRedirect')
    await signIn(waiting, PASSWORD)

    await trusted.post('/change-password', { currentPassword: PASSWORD, newPassword: 'a password of my own' })
    expect(await verify(waiting)).toBe(401)
    expect(await signIn(trusted, 'a password of my own')).toMatchObject({ twoFactorRedirect: true })
    expect(await verify(trusted)).toBe(200)
    const { password } = await resetPassword(use.database, { email, now: new Date(), secondFactor: false })
    expect(await signIn(trusted, password)).toMatchObject({ twoFactorRedirect: true })
  })
})

/** The secret of an authenticator's address, as bytes. */
function base32(text: string): number[] {
  const bits = [...text.replaceAll('=', '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
}
