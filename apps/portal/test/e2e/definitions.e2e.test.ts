import { createClient } from '@overturn/client'
import { expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })

test('leads from the dashboard to its rate under every definition, and to the claims that make the difference', async () => {
  const page = await browser.openSignedIn('/?days=90')
  await settled(page)
  const rate = await page.getByTestId('kpi-denialRate').getByTestId('kpi-value').innerText()
  await page.getByTestId('more-numbers').getByRole('link', { name: 'Under other definitions' }).click()
  await page.waitForURL(/\/definitions\?days=90$|\/definitions$/)
  await settled(page)
  const { definitions, waterfall } = (await api.GET('/metrics/bridge', { params: { query: { days: 90 } } })).data!
  const rows = page.getByTestId('definitions').getByRole('row')
  expect(await rows.count()).toBe(definitions.length + 1)
  // Its own definition gives the dashboard's number.
  expect(await rows.filter({ hasText: 'the denial rate of the dashboard' }).innerText()).toContain(rate)
  const steps = page.getByTestId('waterfall').getByRole('row')
  expect(await steps.count()).toBe(waterfall.steps.length + 3)
  expect(await steps.last().innerText()).toContain(rate)

  const step = waterfall.steps.find(({ claims }) => claims > 0)!
  await page
    .getByTestId('waterfall')
    .getByRole('row')
    .filter({ hasText: new RegExp(step.text, 'i') })
    .getByRole('link')
    .click()
  const claims = page.getByRole('dialog', { name: new RegExp(step.text, 'i') })
  await claims
    .getByTestId('list-total')
    .getByText(`of ${step.claims.toLocaleString('en-US')} claims`)
    .waitFor()
  await claims.getByRole('link').first().click()
  await page.waitForURL(/\/claims\/./)
  await settled(page)
})

test('compares two other definitions, in the address, and on a phone', async () => {
  const page = await browser.openSignedIn('/definitions?from=clp02_4&to=lines')
  await settled(page)
  const { waterfall } = (await api.GET('/metrics/bridge', { params: { query: { days: 90, from: 'clp02_4', to: 'lines' } } })).data!
  expect(await page.getByTestId('waterfall').getByRole('row').count()).toBe(waterfall.steps.length + 3)
  expect(await page.getByTestId('waterfall').getByRole('row').last().innerText()).toContain(`${waterfall.to.rate!.toFixed(2)}%`)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflow(page)).toBe(0)
})
