import { createClient } from '@overturn/client'
import type { Pattern } from '@overturn/core/patterns/schemas'
import { beforeAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
type Found = Pattern & { finding: NonNullable<Pattern['finding']> }
let patterns: Pattern[]
/** Found with a scope, and by what later claims say of it. */
let confirmed: Found
let unconfirmed: Found

beforeAll(async () => {
  const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
  // A portal that has not searched for scopes yet does so now; for others it changes nothing.
  await api.POST('/patterns/detect', { body: {} })
  patterns = (await api.GET('/patterns', { params: { query: { limit: 25 } } })).data!.patterns
  const found = patterns.filter((pattern): pattern is Found => pattern.finding !== null)
  confirmed = found.find(({ finding }) => finding.confirmed === true && finding.ratio.high !== null)!
  unconfirmed = found.find(({ finding }) => finding.confirmed === null)!
}, 120_000)

const percent = (value: number | null) => `${value!.toFixed(2)}%`
const threeDigits = (value: number) =>
  value < 100 ? value.toLocaleString('en-US', { maximumSignificantDigits: 3 }) : Math.round(value).toLocaleString('en-US')
const path = ({ id }: Pattern) => `/patterns/${id}`
const evidenceOf = (pattern: Pattern) => `${path(pattern)}?part=evidence`

test('lists what was found with its evidence, the most preventable dollars first', async () => {
  const page = await browser.openSignedIn('/patterns')
  await settled(page)
  const rows = page.getByTestId('patterns').getByRole('row')
  const links = () => rows.locator('td a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  await expect.poll(links).toEqual(patterns.map(path))
  expect(patterns[0]!.preventable).not.toBeNull()

  const { sentence, scope, finding, preventable } = confirmed
  const row = rows.filter({ has: page.locator(`a[href="${path(confirmed)}"]`) })
  expect(await row.getByRole('link').innerText()).toBe(sentence)
  expect(await row.getByTestId('scope').getByRole('listitem').count()).toBe(scope.length)
  const text = await row.innerText()
  expect(text).toContain(`${finding.denials} of ${finding.population}, ${percent(finding.rate)}`)
  expect(text).toContain(`${percent(finding.restRate)} elsewhere`)
  expect(await row.getByTestId('ratio').innerText()).toMatch(
    new RegExp(`^${threeDigits(finding.ratio.estimate!)}×\\s+${threeDigits(finding.ratio.low)} to ${threeDigits(finding.ratio.high!)}$`),
  )
  expect(await row.getByTestId('confirmation').innerText()).toMatch(/^Confirmed\s+[\d.]+% of \d+ later claims$/)
  expect(await row.getByTestId('preventable').innerText()).toContain(`$${Math.round(preventable!.amount).toLocaleString('en-US')}`)
})

test('compares a pattern by reason alone with nothing', async () => {
  const byReason = patterns.find(({ scope }) => scope.length === 0)!
  const page = await browser.openSignedIn('/patterns')
  await settled(page)
  const row = page
    .getByTestId('patterns')
    .getByRole('row')
    .filter({ has: page.locator(`a[href="${path(byReason)}"]`) })
  await row.getByText('Every claim with this reason').waitFor()
  expect(await row.getByTestId('ratio').count()).toBe(0)
  await row.getByRole('link').click()
  await page.getByRole('link', { name: 'Evidence' }).click()
  await page.getByTestId('finding').getByText('There is nothing elsewhere to compare it with').waitFor()
})

test('shows why a pattern is one, and that later claims confirm it', async () => {
  const page = await browser.openSignedIn(evidenceOf(confirmed))
  await settled(page)
  const { finding } = confirmed
  await expect.poll(() => page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual([confirmed.sentence])
  const evidence = page.getByTestId('finding')
  const text = await evidence.innerText()
  expect(text).toContain(`${finding.denials} of ${finding.population} claims denied`)
  expect(text).toContain(percent(finding.rate))
  expect(text).toContain(`${finding.restDenials} of ${finding.restPopulation.toLocaleString('en-US')} claims denied`)
  expect(text).toContain(percent(finding.restRate))
  expect(text).toContain(`${threeDigits(finding.ratio.estimate!)}×`)
  expect(text).toContain(finding.searched.toLocaleString('en-US'))
  const later = await page.getByTestId('later').innerText()
  expect(later).toContain('Confirmed')
  expect(later).toContain(`Of ${finding.later!.population} later claims`)
  expect(later).toContain(percent(finding.later!.rate))
  await page.getByTestId('twins').getByRole('listitem').first().waitFor()
  // By keyboard, what "chance-adjusted" means.
  await evidence.getByRole('button', { name: 'What is chance-adjusted?' }).press('Enter')
  await page.getByText('this share is expected to be mere chance').waitFor()
})

test('says that nothing has confirmed a pattern yet', async () => {
  const page = await browser.openSignedIn(evidenceOf(unconfirmed))
  await settled(page)
  await page.getByTestId('later').getByText('Not yet confirmed').waitFor()
  await page.getByTestId('later').getByText('Too few claims').waitFor()
})

test('filters and orders by what stands in the address', async () => {
  const page = await browser.openSignedIn('/patterns')
  await settled(page)
  const rows = page.getByTestId('patterns').getByRole('row')
  const links = () => rows.locator('td a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  const asked = async (query: object) =>
    (
      await createClient(inject('portalUrl'), { token: inject('portalToken') }).GET('/patterns', { params: { query: { limit: 25, ...query } } })
    ).data!.patterns.map(path)

  await page.getByRole('combobox', { name: 'Confirmed' }).click()
  await page.getByRole('option', { name: 'Confirmed', exact: true }).click()
  await page.waitForURL(/confirmed=confirmed/)
  await expect.poll(links).toEqual(await asked({ confirmed: 'confirmed' }))
  expect(await links()).toContain(path(confirmed))
  expect(await links()).not.toContain(path(unconfirmed))

  await page.getByRole('columnheader', { name: 'Times as often' }).getByRole('link').click()
  await page.waitForURL(/sort=ratio/)
  await expect.poll(links).toEqual(await asked({ confirmed: 'confirmed', sort: 'ratio' }))
  expect(await page.getByRole('columnheader', { name: 'Times as often' }).getAttribute('aria-sort')).toBe('descending')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'JSON' }).click()
  const stream = await (await download).createReadStream()
  const text = Buffer.concat(await Array.fromAsync(stream)).toString()
  // While its menu closes, the page behind it is hidden from who asks by roles.
  await expect.poll(links).toEqual((JSON.parse(text) as { Id: string }[]).map(({ Id }) => `/patterns/${Id}`))
})

test('says what can still be got back, until when, and how to prevent it', async () => {
  const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
  const { data: due } = await api.GET('/appeals/deadlines', { params: { query: { pattern: confirmed.id, dueWithin: 366 } } })
  const { data: detail } = await api.GET('/patterns/{id}', { params: { path: { id: confirmed.id } } })
  expect(due!.pagination.total).toBeGreaterThan(0)
  const page = await browser.openSignedIn(path(confirmed))
  await settled(page)
  await page.getByTestId('now').getByRole('link', { name: /^Work/ }).waitFor()
  const now = await page.getByTestId('now').innerText()
  expect(now).toContain(`${due!.pagination.total} claims`)
  expect(now).toContain(due!.claims[0]!.claimId)
  expect(await page.getByTestId('now').getByRole('link', { name: /^Work/ }).getAttribute('href')).toBe(`/worklist?pattern=${confirmed.id}`)
  const lasting = await page.getByTestId('lasting').innerText()
  for (const step of detail!.pattern.prevention) expect(lasting).toContain(step)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is readable on a phone without pushing sideways, ${colorScheme}`, async () => {
    const page = await browser.openSignedIn('/patterns', { colorScheme, viewport: { width: 390, height: 844 } })
    await settled(page)
    const table = page.getByTestId('patterns')
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    await table.getByText('Preventable').filter({ visible: true }).first().waitFor()
    for (const place of [path(confirmed), evidenceOf(confirmed), `${path(unconfirmed)}?part=denials`, '/checks']) {
      await page.goto(place)
      await settled(page)
      expect.soft(await overflow(page), place).toBe(0)
    }
  })
}
