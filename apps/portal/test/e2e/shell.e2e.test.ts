import { createClient } from '@overturn/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const api = () => createClient(inject('portalUrl'), { token: inject('portalToken') })
/** Of this file alone: all files share one portal. */
const VIEW = `Critical ones ${Date.now()}`
let claim: string

beforeAll(async () => {
  claim = (await api().GET('/claims', { params: { query: { dateRange: 'all', limit: 1 } } })).data!.claims[0]!.id
})

/** As the person whose session the pages have: nobody else sees a view of theirs. */
const inPerson = () =>
  createClient(inject('portalUrl'), {
    fetch(request) {
      const headers = new Headers(request.headers)
      headers.set('cookie', inject('portalCookie'))
      headers.set('origin', inject('portalUrl'))
      return fetch(new Request(request, { headers }))
    },
  })

/** Also what an earlier run that was cut short has left behind. */
async function removeViews(): Promise<void> {
  const { views } = (await inPerson().GET('/views', { params: { query: { screen: 'patterns' } } })).data!
  for (const { id } of views.filter(({ name }) => /^Critical ones \d+$/.test(name))) await inPerson().DELETE('/views/{id}', { params: { path: { id } } })
}
beforeAll(removeViews)
afterAll(removeViews)

/** The keys are listened to once the frame of the page is there. */
async function framed(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
  await settled(page)
}

test('leads by keyboard alone to what was typed, and remembers it', async () => {
  const page = await browser.openSignedIn('/patterns')
  await framed(page)
  await page.keyboard.press('Control+k')
  const box = page.getByRole('textbox', { name: 'Search and commands' })
  await box.waitFor()
  await expect.poll(() => box.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type(claim.toLowerCase())
  const palette = page.getByTestId('palette')
  await palette.getByRole('option').filter({ hasText: claim }).first().waitFor()
  await expect.poll(() => palette.locator('[data-highlighted]').innerText()).toContain(claim)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/claims/${claim}`)
  expect(new URL(page.url()).search).toBe('')
  await settled(page)
  await page.keyboard.press('/')
  await palette.getByRole('option').filter({ hasText: claim }).waitFor()
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  // Two keys, one after the other.
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.waitForURL('**/patterns')
})

test('finds codes and commands by their words', async () => {
  const page = await browser.openSignedIn('/patterns')
  await framed(page)
  await page.getByRole('button', { name: 'Search and commands' }).click()
  const palette = page.getByTestId('palette')
  await page.getByRole('textbox', { name: 'Search and commands' }).fill('CO-197')
  await palette.getByRole('option').filter({ hasText: 'CARC 197' }).waitFor()
  await page.getByRole('textbox', { name: 'Search and commands' }).fill('keys help')
  await palette.getByRole('option', { name: 'Keyboard shortcuts' }).click()
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await list.getByText('Worklist').waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await list.waitFor()
})

test('saves the filters of a screen, applies them elsewhere, and gives a deleted view back', async () => {
  const page = await browser.openSignedIn('/patterns?tier=critical')
  await settled(page)
  await page.getByRole('button', { name: 'Views' }).click()
  const menu = page.getByTestId('views')
  await menu.getByRole('button', { name: 'Save these filters' }).click()
  await menu.getByLabel('Name of the view').fill(VIEW)
  await menu.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: VIEW }).waitFor()

  await page.goto('/patterns')
  await settled(page)
  await page.getByRole('button', { name: 'Views' }).click()
  await menu.getByRole('link', { name: VIEW }).click()
  await page.waitForURL('**/patterns?tier=critical')

  await page.getByRole('button', { name: VIEW, exact: true }).click()
  await menu.getByRole('button', { name: `Delete the view ${VIEW}` }).click()
  await menu.getByRole('link', { name: VIEW }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.getByRole('list', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last().click()
  await page.getByRole('button', { name: VIEW, exact: true }).waitFor()
})

test('says on the dashboard what has happened since the last visit, or that this is the first', async () => {
  const page = await browser.openSignedIn('/')
  await settled(page)
  expect(await page.getByTestId('since').innerText()).toMatch(/^(Welcome|Since your last visit on )/)
})

test('says of an unknown address where to go', async () => {
  const page = await browser.openSignedIn('/no-such-page')
  await page.getByRole('heading', { name: 'Page not found' }).waitFor()
  // The browser is told too that nothing is there.
  browser.expectComplaint(/no-such-page|404|Error caught during app initialization|NUXT_E1005/)
  await page.getByRole('button', { name: 'Patterns' }).click()
  await page.getByTestId('patterns').waitFor()
})

test('opens its menu on a phone', async () => {
  const page = await browser.openSignedIn('/patterns', { viewport: { width: 390, height: 844 } })
  await settled(page)
  expect(await overflow(page)).toBe(0)
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Open sidebar' }).click()
  const menu = page.getByRole('navigation', { name: 'Main' })
  await menu.getByRole('link', { name: 'Impact' }).waitFor()
  await menu.getByRole('link', { name: 'Claims' }).click()
  await page.waitForURL('**/claims')
  await menu.waitFor({ state: 'hidden' })
})
