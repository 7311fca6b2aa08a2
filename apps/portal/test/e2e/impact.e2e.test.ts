import { createClient } from '@overturn/client'
import type { LedgerOutput } from '@overturn/core/impact/schemas'
import { beforeAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'
import { everythingComputed } from '../support/computed.ts'

const browser = useBrowser()
let ledger: LedgerOutput
/** Shown to have prevented denials: what the demonstration records of itself has one. */
let proven: LedgerOutput['patterns'][number]

beforeAll(async () => {
  const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
  await everythingComputed(api)
  ledger = (await api.GET('/impact')).data!
  proven = ledger.patterns.find(({ avoided, counted }) => counted && avoided.state === 'shown')!
}, 120_000)

const money = (amount: number) => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' })
const oneDecimal = (count: number) => count.toLocaleString('en-US', { maximumFractionDigits: 1 })

test('sets the cash beside the denials avoided, and an entry beside comparable claims', async () => {
  const page = await browser.openSignedIn('/impact')
  await settled(page)
  expect(await page.getByTestId('impact-verified').innerText()).toBe(money(ledger.verified.amount))
  const { low, estimate, high } = ledger.avoided.denials!
  const headline = await page.getByTestId('impact-headline').innerText()
  expect(headline).toContain(`${oneDecimal(estimate)} denials`)
  expect(headline).toContain(`95% interval ${oneDecimal(low)} to ${oneDecimal(high)}`)
  const entries = page.getByTestId('impact-entries')
  expect(await entries.getByRole('row').count()).toBe(ledger.patterns.length + 1)

  await entries.getByRole('button', { name: `Details: before and after, ${proven.title}` }).click()
  await page.waitForURL((url) => url.searchParams.get('show') === proven.patternId)
  const detail = page.getByRole('dialog', { name: proven.title })
  await detail
    .getByTestId('impact-comparison')
    .getByRole('row', { name: /^Of the pattern/ })
    .waitFor()
  const text = await detail.innerText()
  expect(text).toContain(`About ${oneDecimal(proven.avoided.denials!.estimate)} denials did not come`)
  expect(text).toContain('It cannot tell what was done from anything else')
  expect(text).toContain('Difference in differences')
  await detail.getByRole('button', { name: 'Show table' }).first().click()
  expect(await detail.getByRole('region', { name: 'The pattern, by week of service' }).getByRole('row').count()).toBeGreaterThan(4)
  await detail.getByTestId('list-total').getByText(`of ${proven.verified.payments} payments`).waitFor()
  await page.keyboard.press('Escape')
  await detail.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('')
})

test('shows lessons and providers, and follows the cash to a claim', async () => {
  const page = await browser.openSignedIn('/impact')
  await settled(page)
  await page.getByRole('link', { name: 'By lesson' }).click()
  await expect.poll(() => page.getByTestId('impact-entries').getByRole('row').count()).toBe(ledger.lessons.length + 1)
  await page.getByRole('link', { name: 'By provider' }).click()
  await expect.poll(() => page.getByTestId('impact-providers').getByRole('row').count()).toBe(ledger.providers.length + 1)
  const payments = page.locator('#payments')
  await payments.getByText(`of ${ledger.verified.payments} payments`).waitFor()
  const download = page.waitForEvent('download')
  await payments.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe('impact-payments.csv')
  const claim = payments.getByTestId('recovered-payments').getByRole('link').first()
  const id = await claim.innerText()
  await claim.click()
  await page.waitForURL(/\/claims\/./)
  await settled(page)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(id)
})

test('prints a report of one page', async () => {
  const page = await browser.openSignedIn('/impact', { colorScheme: 'dark' })
  await page.getByRole('link', { name: 'Report' }).click()
  await page.waitForURL(/\/impact\/report$/)
  await settled(page)
  const report = page.getByTestId('impact-report')
  await report.getByRole('cell', { name: proven.title }).waitFor()
  expect(await report.innerText()).toContain(money(ledger.verified.amount))
  expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(1)
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(1)
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await report.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(0, 0, 0)')
  expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0)
})

test('says who may see the ledger where the role may not', async () => {
  const page = await browser.openSignedIn('/patterns')
  await settled(page)
  await page.route('**/api/me', async (route) => {
    const answer = await route.fetch()
    const me = (await answer.json()) as { operations: string[] }
    await route.fulfill({ response: answer, json: { ...me, operations: me.operations.filter((operation) => !operation.startsWith('impact.')) } })
  })
  await page.goto('/impact')
  await page.getByText('The ledger is for managers and administrators').waitFor()
  expect(await page.getByRole('link', { name: 'Report' }).count()).toBe(0)
})

test('is readable on a phone', async () => {
  const page = await browser.openSignedIn('/impact', { viewport: { width: 390, height: 844 } })
  for (const path of ['/impact', '/impact?by=provider', '/impact/report']) {
    await page.goto(path)
    await settled(page)
    expect.soft(await overflow(page), path).toBe(0)
  }
})
