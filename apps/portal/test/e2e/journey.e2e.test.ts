import { createClient } from '@overturn/client'
import { expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const amount = /^\$[\d,.]+[KMB]?$/

test('follows the costliest pattern from the dashboard to its claims and to one of them', async () => {
  const page = await browser.openSignedIn('/?days=365')
  await settled(page)
  const kpi = (metric: string) => page.getByTestId(`kpi-${metric}`).getByTestId('kpi-value').innerText()
  expect(await kpi('denialRate')).toMatch(/^\d+\.\d\d%$/)
  expect(await page.getByTestId('rate-interval').innerText()).toMatch(/^95% interval \d+\.\d\d% to \d+\.\d\d%$/)
  expect(await kpi('deniedAmount')).toMatch(amount)
  await expect.poll(() => kpi('openAtRisk')).toMatch(amount)
  expect(await kpi('cashRecovered')).toMatch(amount)
  expect(await kpi('revenueRecovered')).toMatch(amount)
  expect(await kpi('criticalPatterns')).toMatch(/^\d+$/)
  await page.getByRole('img', { name: 'Denial rate over the seven days up to each day' }).locator('path').first().waitFor()

  const top = page.getByTestId('top-patterns').getByRole('link').first()
  const title = await top.innerText()
  const pattern = await top.getAttribute('href')
  await top.click()
  await page.waitForURL(/\/patterns\/./)
  await settled(page)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
  await page.getByRole('link', { name: 'Evidence' }).click()
  await page.getByTestId('period-baseline').waitFor()
  expect(await page.getByTestId('period-baseline').innerText()).toMatch(/%|–|Not computed yet/)
  await page.getByRole('link', { name: 'Denied lines' }).click()
  await page.getByTestId('evidence').waitFor()
  expect(await page.getByTestId('evidence').getByRole('row').count()).toBeGreaterThan(1)

  const claimsOfPattern = page.getByTestId('pattern-claims')
  const count = /^All ([\d,]+) claims of this pattern$/.exec(await claimsOfPattern.innerText())![1]!
  await claimsOfPattern.click()
  await page.waitForURL(/\/claims\?.*pattern=/)
  await settled(page)
  await page.getByTestId('chip-pattern').waitFor()
  expect(await page.getByTestId('list-total').innerText()).toContain(`of ${count} claims`)
  const claim = page.getByTestId('claims').getByRole('link').first()
  const id = await claim.innerText()
  await claim.click()
  await page.waitForURL(/\/claims\/./)
  await settled(page)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(`Claim ${id}`)
  expect(await page.locator(`main a[href="${pattern}"]`).count()).toBeGreaterThan(0)
  await page.getByTestId('decisions').waitFor()
})

test('leads from the denied amount to the claims that make it, and from the estimate to the patterns behind it', async () => {
  const page = await browser.openSignedIn('/?days=90')
  await settled(page)
  await page.getByTestId('kpi-deniedAmount').getByRole('link').click()
  await page.waitForURL(/\/claims\?.*initial=any_denied.*/)
  await settled(page)
  expect(new URL(page.url()).searchParams.get('sort')).toBe('denied')
  await page.getByTestId('chip-initial').getByText('First decision: Denied wholly or in part').waitFor()
  await page.goto('/')
  await settled(page)
  await page.getByTestId('kpi-revenueRecovered').getByRole('button', { name: 'What it is made of' }).click()
  const parts = page.getByRole('dialog')
  await parts.getByRole('link').first().waitFor()
  await parts
    .getByText((await page.getByTestId('kpi-revenueRecovered').getByTestId('kpi-value').getAttribute('title')) ?? 'no amount')
    .first()
    .waitFor()
})

test('leads from a count beside the denial rate to just as many claims', async () => {
  const page = await browser.openSignedIn('/?days=90')
  await settled(page)
  for (const label of ['Claims', 'Decided', 'Waiting', 'Partially denied', 'Duplicates']) {
    const link = page.getByTestId('more-numbers').getByRole('link', { name: `${label}: ` })
    const count = await link.innerText()
    expect(count).toMatch(/^[1-9]/)
    await link.click()
    await page.waitForURL(/\/claims\?/)
    await settled(page)
    await expect.poll(() => page.getByTestId('list-total').innerText()).toContain(` of ${count} claims`)
    await page.goBack()
    await settled(page)
  }
})

test('follows the cash recovered, what is due and a change to their claims', async () => {
  const page = await browser.openSignedIn('/?days=90')
  await settled(page)
  const cash = await page.getByTestId('kpi-cashRecovered').getByTestId('kpi-value').getAttribute('title')
  await page.getByTestId('kpi-cashRecovered').getByRole('button', { name: 'The payments' }).click()
  const payments = page.getByRole('dialog', { name: 'Payments behind the cash recovered' })
  await payments.getByText(`${cash} by day of payment`).waitFor()
  expect(await payments.getByTestId('recovered-payments').getByRole('link').count()).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await payments.waitFor({ state: 'detached' })

  const change = page
    .getByTestId('changes')
    .getByRole('link', { name: /denied claims?$/ })
    .first()
  const count = /^([\d,]+) denied/.exec(await change.innerText())![1]!
  await change.click()
  await page.getByRole('dialog').getByTestId('list-total').getByText(`of ${count} claims`).waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('due').getByRole('link').first().click()
  await page.waitForURL(/\/claims\/./)
  await settled(page)
})

test('narrows the numbers to one payer in the address', async () => {
  const page = await browser.openSignedIn('/?days=365')
  await settled(page)
  const claims = () => page.getByTestId('more-numbers').locator('dd').first().innerText()
  const all = await claims()
  await page.getByRole('combobox', { name: 'Payer' }).click()
  await page.getByRole('option').nth(1).click()
  await page.waitForURL(/payer=/)
  await settled(page)
  await expect.poll(claims).not.toBe(all)
  expect(await page.getByTestId('kpi-denialRate').getByRole('link').getAttribute('href')).toContain(`payer=${new URL(page.url()).searchParams.get('payer')}`)
})

test('puts a provider in the place of a payer, says what is not known of one, and goes back', async () => {
  const page = await browser.openSignedIn('/?days=365')
  await settled(page)
  const choose = async (what: string) => {
    await page.getByRole('combobox', { name: what }).click()
    await page.getByRole('option').nth(1).click()
  }
  await choose('Payer')
  await page.waitForURL(/payer=/)
  const ofPayer = page.url()
  await choose('Provider')
  await page.waitForURL((url) => url.searchParams.has('provider') && !url.searchParams.has('payer'))
  const numbers = page.getByTestId('provider-numbers')
  await numbers.getByText('are not kept by provider').waitFor()
  await settled(page)
  const { data } = await createClient(inject('portalUrl'), { token: inject('portalToken') }).GET('/metrics/providers/{id}', {
    params: { path: { id: new URL(page.url()).searchParams.get('provider')! }, query: { days: 365 } },
  })
  const card = page.getByTestId('kpi-providerDenialRate')
  expect(await card.getByTestId('kpi-value').innerText()).toBe(`${data!.denialRate!.toFixed(2)}%`)
  expect(await card.getByTestId('rate-interval').innerText()).toContain(
    `${data!.denialRateInterval!.low.toFixed(2)}% to ${data!.denialRateInterval!.high.toFixed(2)}%`,
  )
  // What is not kept by provider stands nowhere, least of all as a number of somebody else.
  for (const absent of ['kpi-openAtRisk', 'kpi-cashRecovered', 'top-patterns', 'changes', 'due']) expect(await page.getByTestId(absent).count()).toBe(0)
  await page
    .getByRole('list', { name: 'Notices' })
    .getByRole('listitem')
    .filter({ hasText: 'takes the place of the other' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await page.waitForURL(ofPayer)
  await page.getByTestId('top-patterns').waitFor()
  await settled(page)
  // An address with both says which of them counts.
  await page.goto(`${ofPayer}&provider=${encodeURIComponent(data!.provider.id)}`)
  await numbers.getByText('The payer is left out').waitFor()
  // Its appeals are counted, not their claims: their own list has as many.
  await page.getByTestId('kpi-providerAppeals').getByRole('button', { name: 'The appeals' }).click()
  const appeals = page.getByRole('dialog', { name: 'Appeals filed' })
  await appeals.getByText(`${data!.appeals.filed} appeals filed in the last 365 days`).waitFor()
  await page.keyboard.press('Escape')
  await appeals.waitFor({ state: 'detached' })
  await numbers.getByRole('link', { name: 'the provider’s own page' }).click()
  await page.waitForURL(/\/providers\/./)
  await settled(page)
})

test('says that a period holds no claims and leads to one that does', async () => {
  const page = await browser.openSignedIn('/patterns')
  await settled(page)
  await page.route('**/api/metrics/dashboard?days=30', async (route) => {
    const answer = await route.fetch()
    const data = { firstSubmission: '2020-01-01', lastSubmission: new Date(Date.now() - 100 * 86_400_000).toISOString().slice(0, 10) }
    await route.fulfill({ response: answer, json: { ...(await answer.json()), data, totalClaims: 0, adjudicatedClaims: 0 } })
  })
  await page.getByRole('link', { name: 'Dashboard', exact: true }).click()
  await page.getByTestId('no-claims').getByText('No claims were submitted in these 30 days; the latest is of').waitFor()
  await page.getByTestId('kpi-denialRate').getByText('No claims in this period').waitFor()
  await page.getByRole('link', { name: 'Show the last 365 days' }).click()
  await page.waitForURL(/\/\?days=365$/)
  await settled(page)
  expect(await page.getByTestId('no-claims').count()).toBe(0)
})

test('offers the period of the address', async () => {
  const page = await browser.openSignedIn('/?days=1096')
  await settled(page)
  expect(await page.getByRole('link', { name: 'Last 1096 days' }).getAttribute('aria-current')).toBe('true')
})

test('explains every headline number', async () => {
  const page = await browser.openSignedIn('/')
  await settled(page)
  await page.getByTestId('kpi-cashRecovered').getByRole('button', { name: 'What is cash recovered?' }).click()
  await page.getByText('Every cent stands in a remittance.').waitFor()
})

test('shows the numbers behind a chart as a table', async () => {
  const page = await browser.openSignedIn('/?days=90')
  await settled(page)
  await page.getByRole('button', { name: 'Show table' }).click()
  expect(await page.getByRole('region', { name: 'Denial rate over the seven days up to each day' }).getByRole('row').count()).toBe(91)
})

test('filters and pages the claims in the address', async () => {
  const page = await browser.openSignedIn('/claims?dateRange=all')
  await settled(page)
  const total = () => page.getByTestId('list-total').innerText()
  const all = await total()
  await page.getByRole('combobox', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Denied', exact: true }).click()
  await page.waitForURL(/\/claims\?.*status=denied/)
  await settled(page)
  await expect.poll(total).not.toBe(all)
  await page.getByRole('navigation', { name: 'Pages of claims' }).getByRole('link', { name: /2$/ }).first().click()
  await page.waitForURL(/\/claims\?.*page=2/)
  await settled(page)
  await expect.poll(total).toMatch(/^51–/)
  await page.reload()
  await settled(page)
  await expect.poll(total).toMatch(/^51–/)
  await page.goBack()
  await settled(page)
  await expect.poll(total).toMatch(/^1–/)
})

test('says what is wrong with an address, and does not offer to repeat it', async () => {
  const page = await browser.openSignedIn('/claims')
  await settled(page)
  await page.goto('/claims/no-such-claim')
  await page.getByRole('alert').getByText('Not found').waitFor()
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
  browser.expectComplaint(/404/)
})

test('says that the server is gone and tries again', async () => {
  const page = await browser.openSignedIn('/')
  await settled(page)
  await page.route('**/api/claims*', (route) => route.abort())
  await page.getByRole('link', { name: 'Claims', exact: true }).click()
  await page.getByRole('alert').getByText('the server does not answer').waitFor()
  browser.expectComplaint(/ERR_FAILED/)
  await page.unroute('**/api/claims*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByTestId('claims').waitFor()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`fits a phone and a desk, ${colorScheme}`, async () => {
    const page = await browser.openSignedIn('/', { colorScheme })
    expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(colorScheme === 'dark')
    const pattern = await page.getByTestId('top-patterns').getByRole('link').first().getAttribute('href')
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const path of ['/', '/patterns', pattern!, '/claims?dateRange=all']) {
        await page.goto(path)
        await settled(page)
        expect.soft(await overflow(page), `${path} at ${width}`).toBe(0)
      }
    }
  })
}
