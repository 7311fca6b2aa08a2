import { createClient } from '@overturn/client'
import { afterAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
const name = `settings ${Date.now().toString(36)}`
const email = `${name.replace(' ', '.')}@practice.example`

afterAll(async () => {
  const { tokens } = (await api.GET('/tokens', { params: { query: { limit: 200 } } })).data!
  for (const { id } of tokens.filter((token) => token.name === name)) await api.DELETE('/tokens/{id}', { params: { path: { id } } })
  const { invitations } = (await api.GET('/invitations')).data!
  for (const { id } of invitations.filter((one) => one.email === email)) await api.DELETE('/invitations/{id}', { params: { path: { id } } })
  await api.PATCH('/organization', { body: { letterhead: null, settings: { tiers: { medium: { frequency: 5 } } } } })
})

test('changes the letterhead, and thresholds that contradict one another are refused at their field', async () => {
  const page = await browser.openSignedIn('/settings')
  await settled(page)
  await page.getByLabel('Lines').fill('Willow Family Practice\n12 Mill Lane')
  await page.getByRole('button', { name: 'Save the letterhead' }).click()
  await page.getByText('Saved. New letters have this head.').waitFor()
  expect((await api.GET('/organization/settings')).data!.letterhead).toBe('Willow Family Practice\n12 Mill Lane')

  await page.getByLabel('Medium: more denied claims than').fill('7')
  await page.getByRole('button', { name: 'Save the thresholds' }).click()
  await page.getByText('Tiers follow with the next computation').waitFor()
  await page.getByRole('list', { name: 'Notices' }).getByRole('listitem').filter({ hasText: 'Tiers follow' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.getByLabel('Medium: more denied claims than').inputValue()).toBe('5')

  await page.getByLabel('Medium: more denied claims than').fill('900')
  await page.getByRole('button', { name: 'Save the thresholds' }).click()
  await page.getByText('This is below that of medium, 900.').waitFor()
  browser.expectComplaint(/400/)
  await page.getByRole('button', { name: 'Set to the usual values' }).click()
  expect(await page.getByLabel('Medium: more denied claims than').inputValue()).toBe('5')
})

test('makes a token that is shown once, and revokes it', async () => {
  const page = await browser.openSignedIn('/settings/tokens')
  await settled(page)
  await page.getByLabel('What it is for').fill(name)
  await page.getByRole('button', { name: 'Make the token' }).click()
  const secret = await page.getByTestId('secret').innerText()
  const own = createClient(inject('portalUrl'), { token: secret })
  expect((await own.GET('/me')).data!.role).toBe('viewer')
  await page.getByRole('button', { name: 'I have it' }).click()
  expect(await page.getByTestId('once').count()).toBe(0)

  await page.getByRole('button', { name: `Revoke ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText(`The token ${name} is revoked.`).waitFor()
  await expect(own.GET('/me')).rejects.toMatchObject({ problem: { status: 401 } })
})

test('invites somebody with a link that is shown once, and withdraws it', async () => {
  const page = await browser.openSignedIn('/settings/members')
  await settled(page)
  await page.getByTestId('members').getByText('administrator@').waitFor()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Make the link' }).click()
  expect(await page.getByTestId('secret').innerText()).toMatch(/^http.*\/join#\S{20,}$/)
  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click()
  await page.getByText('is withdrawn').waitFor()
})

test('says who may what, which code lists are here, and what stands in the audit trail', async () => {
  const page = await browser.openSignedIn('/settings/access')
  await settled(page)
  await page.getByLabel('Search what may be done').fill('imports.undo')
  const row = page.getByTestId('rights').getByRole('row').last()
  await row.getByText('Takes an imported file back').waitFor()
  expect(await row.getByRole('cell').allInnerTexts()).toEqual([expect.stringContaining('imports.undo'), 'no', 'no', 'no', 'yes', 'yes'])

  await page.getByRole('link', { name: 'Code lists' }).click()
  await page.getByText('Remittance advice remark codes (RARC)').waitFor()

  await page.getByRole('link', { name: 'Audit trail' }).click()
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByTestId('verification').getByText('The trail is intact').waitFor()
  await page.goto('/settings/audit?operation=tokens.create')
  await settled(page)
  const event = page.getByTestId('audit').getByRole('row').nth(1)
  await event.getByText('Made a token').waitFor()
  await event.getByText('Details').click()
  await event.getByText('operation tokens.create').waitFor()
  await page.getByLabel('What was done').fill('Revoke a token')
  await page.keyboard.press('Enter')
  await page.waitForURL('**operation=tokens.revoke')
})

test('says of the export of claims what it would send, without sending it', async () => {
  const headers = { authorization: `Bearer ${inject('portalToken')}` }
  const response = await fetch(new URL('/api/exports/claims', inject('portalUrl')), { method: 'HEAD', headers })
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'text/csv; charset=utf-8', ''])
})

test('is readable on a phone without pushing sideways', async () => {
  const page = await browser.openSignedIn('/settings', { viewport: { width: 390, height: 844 } })
  for (const tab of ['organization', 'members', 'access', 'tokens', 'codes', 'audit']) {
    await page.goto(`/settings/${tab}`)
    await settled(page)
    expect.soft(await overflow(page), tab).toBe(0)
  }
})
