import { createClient } from '@overturn/client'
import { afterAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

/** Payers, providers, policies and codes. */
const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
const percent = (value: number | null) => `${value!.toFixed(2)}%`

const { payers } = (await api.GET('/payers', { params: { query: { days: 365 } } })).data!
const payer = payers[0]!
const { providers, funnel } = (await api.GET('/providers', { params: { query: { verdict: 'measured', sort: 'name' } } })).data!
const { policies } = (await api.GET('/policies', { params: { query: { sort: 'denied' } } })).data!
const policy = policies[0]!
const { codes } = (await api.GET('/procedure-codes', { params: { query: { limit: 5 } } })).data!
const code = codes[0]!

// Also where a test stopped half-way: others share the portal.
afterAll(async () => {
  const body = { appealWindowDays: payer.windows.appealWindowDays, appealsAddress: null }
  await api.PATCH('/payers/{id}', { params: { path: { id: payer.id } }, body })
})

test('a payer: from the list to its scorecard, and its windows set and taken back', async () => {
  const page = await browser.openSignedIn('/payers?days=365')
  await settled(page)
  const row = page
    .getByTestId('payers')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: payer.name, exact: true }) })
  const said = await row.innerText()
  expect(said).toContain(percent(payer.denialRate))
  expect(said).toContain(`${payer.denied.toLocaleString('en-US')} of ${payer.adjudicated.toLocaleString('en-US')}`)
  await row.getByRole('link').click()
  await settled(page)
  expect(await page.getByTestId('scorecard').innerText()).toContain(percent(payer.denialRate))
  await page.getByTestId('inconsistent').getByRole('link').first().waitFor()
  await page.getByRole('link', { name: 'Claims of this payer' }).waitFor()

  const windows = page.getByTestId('windows')
  await windows.getByRole('button', { name: 'Change' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Days to appeal a decision').fill('91')
  await form.getByLabel('Address for appeals').fill('Appeals\n1 Invented Street')
  await form.getByRole('button', { name: 'Save' }).click()
  await windows.getByText('91 days').waitFor()
  expect(await windows.innerText()).toContain('1 Invented Street')
  await page.getByRole('button', { name: 'Undo' }).click()
  await windows.getByText(`${payer.windows.appealWindowDays} days`).waitFor()
  await windows.getByText('No address yet').waitFor()
})

test('providers: a funnel whose points are links for the keyboard, by name, and one of them', async () => {
  const page = await browser.openSignedIn('/providers')
  await settled(page)
  const points = page.getByTestId('funnel').getByRole('link')
  await expect.poll(() => points.count()).toBe(funnel.points.length)
  const names = page.getByTestId('providers').getByRole('link')
  expect(await names.allInnerTexts()).toEqual(providers.map(({ name }) => name))
  await page.getByTestId('funnel').getByRole('button', { name: 'Show table' }).click()
  expect(await page.getByTestId('funnel').getByRole('row').count()).toBe(funnel.points.length + 1)
  await page.getByTestId('funnel').getByRole('button', { name: 'Show chart' }).click()

  const first = funnel.points[0]!
  await page.getByTestId('funnel').getByRole('link', { name: first.name }).press('Enter')
  await page.waitForURL(`**/providers/${first.providerId}`)
  await settled(page)
  expect(await page.getByTestId('provider-summary').innerText()).toContain(first.ratio.toFixed(2))
  await page.getByTestId('provider-patterns').getByRole('link').first().waitFor()
  await page.getByTestId('comparison').getByRole('heading', { name: 'Modifiers' }).waitFor()
})

test('a policy: found, its rule in words, its hits as a table, and its claims', async () => {
  const page = await browser.openSignedIn('/policies')
  await settled(page)
  await page.getByLabel('Name, topic, id or procedure').fill(policy.name)
  await expect.poll(() => page.getByTestId('policies').getByRole('link').allInnerTexts()).toEqual([policy.name])
  await page.getByTestId('policies').getByRole('link').click()
  await settled(page)
  expect(await page.getByTestId('policy-summary').innerText()).toContain(percent(policy.denialRate))
  expect(await page.getByTestId('policy-rule').innerText()).toContain(policy.procedureCodes[0]!)
  // Each count leads to just as many claims.
  const hit = page.getByTestId('policy-summary').getByRole('link', { name: 'Claims hit: ' })
  const count = await hit.innerText()
  await hit.click()
  await page.waitForURL(/\/claims\?.*policyCount=hit/)
  await settled(page)
  await page.getByTestId('list-total').getByText(` of ${count} claims`).waitFor()
  await page.goBack()
  await settled(page)
  await page.getByTestId('policy-hits').getByRole('button', { name: 'Show table' }).click()
  await page.getByTestId('policy-hits').getByRole('columnheader', { name: 'Claims hit' }).waitFor()
  expect(await page.getByTestId('policy-denials').getByRole('link').count()).toBe(Math.min(10, policy.deniedCount!))
  const saved = page.waitForEvent('download')
  await page
    .locator('section')
    .filter({ has: page.getByTestId('policy-denials') })
    .getByRole('button', { name: 'Export' })
    .click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  expect((await saved).suggestedFilename()).toBe(`policy-${policy.id}-denials.csv`)
})

test('codes: a procedure with its paid lines beside the denied, and what a reason means', async () => {
  const page = await browser.openSignedIn('/codes')
  await settled(page)
  await page.getByTestId('procedures').getByRole('link', { name: code.procedureCode, exact: true }).click()
  await settled(page)
  expect(await page.getByTestId('code-facts').innerText()).toContain(percent(code.denialRate))
  await page.getByTestId('comparison').getByRole('heading', { name: 'Places of service' }).waitFor()

  await page.goto('/codes?kind=carc')
  await settled(page)
  await page.getByLabel('Code or words').fill('197')
  await page.getByTestId('reason-codes').getByRole('link', { name: 'CARC 197' }).click()
  await page.getByTestId('reason-code').getByText('Authorization absent').waitFor()
})

test('are readable on a phone without pushing sideways', async () => {
  const page = await browser.openSignedIn('/payers', { viewport: { width: 390, height: 844 } })
  for (const path of [
    `/payers/${payer.id}`,
    '/providers',
    `/providers/${funnel.points[0]!.providerId}`,
    `/policies/${policy.id}`,
    `/codes/${code.procedureCode}`,
  ]) {
    await page.goto(path)
    await settled(page)
    expect.soft(await overflow(page), path).toBe(0)
  }
})
