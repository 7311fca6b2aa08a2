import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { settled, useBrowser } from '../support/browser.ts'
import { signIn } from '../support/sign-in.ts'
import { totp } from '../support/totp.ts'
import type { Page } from 'playwright-core'

const browser = useBrowser()
const overturn = fileURLToPath(new URL('../../../cli/bin/overturn.js', import.meta.url))
const cli = <T>(...words: string[]) =>
  JSON.parse(execFileSync(process.execPath, [overturn, ...words, '--json', '--data-dir', inject('portalDataDir')], { encoding: 'utf8' })) as T
const OWN = 'a password of my own'

async function enter(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('signs in with e-mail and password, goes on to where one was going, and signs out', async () => {
  const page = await browser.open('/patterns?tier=critical')
  await page.waitForURL(/\/sign-in\?next=/)
  await enter(page, inject('portalEmail'), 'not the password')
  await page.getByText('The e-mail address or the password is not right.').waitFor()
  browser.expectComplaint(/401/)
  await enter(page, inject('portalEmail'), inject('portalPassword'))
  await page.waitForURL(/\/patterns\?tier=critical$/)
  await settled(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in$/)
  await page.goto('/')
  await page.waitForURL(/\/sign-in$/)
})

test('leads to the sign-in and back when a session is lost while a page is open', async () => {
  const page = await browser.openSignedIn('/')
  await page.getByTestId('top-patterns').waitFor()
  await settled(page)
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'Claims', exact: true }).click()
  await page.waitForURL(/\/sign-in\?next=\/claims/)
  browser.expectComplaint(/401/)
  await enter(page, inject('portalEmail'), inject('portalPassword'))
  await page.waitForURL(/\/claims$/)
  await page.getByTestId('claims').waitFor()
})

test('does not follow an address that leads elsewhere', async () => {
  for (const next of ['https://example.com/', '//example.com', '/\\example.com']) {
    const page = await browser.open(`/sign-in?next=${encodeURIComponent(next)}`)
    await enter(page, inject('portalEmail'), inject('portalPassword'))
    await page.waitForURL((url) => url.pathname === '/')
    expect(new URL(page.url()).host).toBe(new URL(inject('portalUrl')).host)
  }
})

describe('somebody who is invited', () => {
  beforeEach(({ skip }) => skip(inject('portalDataDir') === '', 'PORTAL_URL names a portal whose data is elsewhere'))
  /** The path of an invitation, as the command line says it. */
  const invite = (email: string) => cli<{ path: string }>('members', 'invite', email, '--role', 'viewer').path

  async function join(email: string): Promise<Page> {
    const path = invite(email)
    const page = await browser.open(path)
    await page.getByText(`offers ${email} a seat as viewer`).waitFor()
    expect(page.url()).not.toContain(path.split('#')[1])
    await page.getByLabel('Name').fill('New Person')
    await page.getByLabel('Password').fill(OWN)
    await page.getByRole('button', { name: /^Join / }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await settled(page)
    return page
  }

  test('joins by the link, which leads in once, and sees only what a viewer may', async () => {
    const page = await join('joins@practice.example')
    const answer = await page.request.get('/api/members')
    expect([answer.status(), await answer.json()]).toMatchObject([403, { code: 'forbidden' }])
    const used = await browser.open('/join#a-link-that-was-used')
    await used.getByText('This invitation is not open').waitFor()
    browser.expectComplaint(/404/)
  })

  test('who has an account signs in first', async () => {
    await join('again@practice.example')
    cli('members', 'remove', 'again@practice.example')
    const page = await browser.open(invite('again@practice.example'))
    await page.getByRole('button', { name: 'Sign in to join' }).click()
    await page.waitForURL(/\/sign-in\?next=\/join$/)
    await enter(page, 'again@practice.example', OWN)
    await page.getByRole('button', { name: /^Join / }).click()
    await page.waitForURL((url) => url.pathname === '/')
    await settled(page)
    cli('members', 'remove', 'again@practice.example')
    const without = await browser.open('/sign-in')
    await enter(without, 'again@practice.example', OWN)
    await without.getByText('The e-mail address or the password is not right.').waitFor()
    browser.expectComplaint(/401/)
  })

  test('sets up a second factor and is asked for it', async () => {
    const email = 'factor@practice.example'
    const page = await join(email)
    await page.goto('/account')
    const factor = page.locator('section', { hasText: 'Second factor' })
    await factor.getByLabel('Your password').fill(OWN)
    await factor.getByRole('button', { name: 'Set up a second factor' }).click()
    await page.getByRole('img', { name: 'QR code for your authenticator' }).waitFor()
    const secret = await page.getByTestId('totp-secret').innerText()
    const [backup = ''] = await page.getByTestId('backup-codes').getByRole('listitem').allInnerTexts()
    await factor.getByLabel('Code', { exact: true }).fill(totp(secret))
    await factor.getByRole('button', { name: 'Turn on' }).click()
    await page.getByText('Signing in takes a code of your authenticator').waitFor()

    for (const code of [totp(secret), backup]) {
      const again = await browser.open('/sign-in')
      await enter(again, email, OWN)
      await again.getByLabel('Code', { exact: true }).fill(code)
      await again.getByRole('button', { name: 'Go on' }).click()
      await again.waitForURL((url) => url.pathname === '/')
    }
  })

  test('sees and ends other sessions, and changes the password', async () => {
    const email = 'sessions@practice.example'
    const page = await join(email)
    const elsewhere = await signIn(inject('portalUrl'), email, OWN)
    const isOpen = async () => (await fetch(new URL('/api/organization', inject('portalUrl')), { headers: { cookie: elsewhere } })).status === 200
    expect(await isOpen()).toBe(true)
    await page.goto('/account')
    const sessions = page.getByRole('region', { name: 'Open sessions' })
    await sessions.getByRole('button', { name: 'End' }).click()
    await sessions.getByRole('button', { name: 'End' }).waitFor({ state: 'detached' })
    expect(await isOpen()).toBe(false)

    const form = page.locator('section', { hasText: 'Current password' })
    await form.getByLabel('Current password').fill(OWN)
    await form.getByLabel('New password').fill(`${OWN} again`)
    await form.getByRole('button', { name: 'Change password' }).click()
    await page.getByText('Your password is changed.').waitFor()
    await signIn(inject('portalUrl'), email, `${OWN} again`)
  })

  test('chooses a password of their own after a one-time password, before anything else', async () => {
    const email = 'reset@practice.example'
    await join(email)
    const { oneTimePassword } = cli<{ oneTimePassword: string }>('members', 'reset-password', email)
    const page = await browser.open('/sign-in?next=/claims')
    await enter(page, email, oneTimePassword)
    await page.waitForURL(/\/change-password\?next=\/claims$/)
    await page.goto('/patterns')
    await page.waitForURL('/change-password?next=/patterns')
    await page.getByLabel('Current password').fill(oneTimePassword)
    await page.getByLabel('New password').fill(`${OWN} at last`)
    await page.getByRole('button', { name: 'Change password' }).click()
    await page.waitForURL(/\/patterns$/)
    await settled(page)
  })
})
