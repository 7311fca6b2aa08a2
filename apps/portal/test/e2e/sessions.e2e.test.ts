import { createClient } from '@overturn/client'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { settled, useBrowser } from '../support/browser.ts'
import { postAuth, signIn } from '../support/sign-in.ts'

const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
const EMAIL = `viewer-${Date.now().toString(36)}@practice.example`
const PASSWORD = 'a password of my own'

/** Somebody who only views. */
beforeAll(async () => {
  const invitation = await fetch(new URL('/api/invitations', inject('portalUrl')), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: inject('portalUrl'), cookie: inject('portalCookie') },
    body: JSON.stringify({ email: EMAIL, role: 'viewer' }),
  })
  const { path } = (await invitation.json()) as { path: string }
  await postAuth(inject('portalUrl'), 'join', { token: path.split('#')[1], name: 'Sam Viewer', password: PASSWORD })
})
afterAll(async () => {
  const { data } = await api.GET('/members', { params: { query: { limit: 200 } } })
  const id = data?.members.find(({ email }) => email === EMAIL)?.id
  if (id) await api.DELETE('/members/{id}', { params: { path: { id } } })
})

test('what was kept of somebody whose session ended is not there for whoever signs in next', async () => {
  const page = await browser.openSignedIn('/patterns')
  await settled(page)
  const main = page.getByRole('navigation', { name: 'Main' })
  const impact = main.getByRole('link', { name: 'Impact' })
  await impact.waitFor()
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette').getByRole('option', { name: 'Payers' }).click()
  await page.waitForURL(/\/payers$/)
  await settled(page)
  await page.waitForLoadState('networkidle')

  await page.context().clearCookies()
  await main.getByRole('link', { name: 'Claims', exact: true }).click()
  await page.waitForURL(/\/sign-in\?next=\/claims/)
  browser.expectComplaint(/401/)
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/claims$/)
  await settled(page)
  // Nothing but what a viewer may, nowhere but where they were, and a visit of their own.
  await main.getByRole('link', { name: 'Patterns' }).waitFor()
  expect(await impact.count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.getByTestId('palette').getByRole('option', { name: 'Payers' }).waitFor()
  expect(await page.getByTestId('palette').getByText('Recent', { exact: true }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await main.getByRole('link', { name: 'Dashboard' }).click()
  await page.getByTestId('since').getByText('Welcome').waitFor()
})

test('signing out in one tab leaves nothing on the screen of another', async () => {
  const page = await browser.open('/patterns', {}, await signIn(inject('portalUrl'), EMAIL, PASSWORD))
  await settled(page)
  const other = await page.context().newPage()
  await other.goto('/claims')
  await settled(other)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in$/)
  await other.waitForURL(/\/sign-in$/)
  await other.getByLabel('E-mail').waitFor()
  expect(await other.getByTestId('claims').count()).toBe(0)
})
