import { createClient } from '@overturn/client'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
/** The planted pattern that a modifier answers, and one that no edit of a claim does. */
let missing25: string
let late: string

beforeAll(async () => {
  const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
  const patterns = async () => (await api.GET('/patterns', { params: { query: { limit: 100 } } })).data!.patterns.filter(({ status }) => status !== 'archived')
  const answered = (found: Awaited<ReturnType<typeof patterns>>) =>
    found.find(({ scope }) => scope.some(({ field, op, value }) => field === 'modifier' && op === 'lacks' && value === '25'))?.id
  // A portal that has not searched for scopes yet does so now.
  if (!answered(await patterns())) await api.POST('/patterns/detect', { body: {} })
  const found = await patterns()
  missing25 = answered(found)!
  late = found.find(({ denialReason, scope }) => denialReason === 'Filing time limit passed' && scope.length === 0)!.id
}, 120_000)

/** Runs the claim as it stands, and waits for what comes of it. */
async function run(page: Page, comes: string): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await page.getByTestId('lab-result').getByText(comes).first().waitFor()
}
const denied = (page: Page) => page.getByRole('list', { name: 'Lines' }).getByRole('listitem').filter({ hasText: 'Denied' })

test('practices a pattern to its end: a claim of one’s own, what is no fix, a hint, the fix, the lesson, the record', async () => {
  const page = await browser.openSignedIn(`/lab?pattern=${missing25}`)
  await page.waitForURL(/\/lab\/[0-9a-f-]{36}$/)
  await settled(page)
  const claim = page.getByRole('form', { name: 'The claim' })
  await claim.waitFor()
  // Nothing gives the answer away, or says whose claim it is.
  expect(await page.locator('main').innerText()).not.toMatch(/modifier 25|DEMO-\d/i)

  await page
    .getByRole('button', { name: /^Leave out line/ })
    .first()
    .click()
  await run(page, 'Not a fix')
  await page.getByRole('button', { name: 'As it was sent' }).click()
  await run(page, 'Nothing is changed yet')

  await page.getByRole('button', { name: 'Give me a hint' }).click()
  await page
    .getByTestId('lab-hints')
    .getByText(/^Look at line \d/)
    .waitFor()

  const modifiers = denied(page).first().getByLabel('Modifiers')
  await modifiers.fill('25')
  await modifiers.press('Enter')
  await page.getByTestId('lab-result').getByText('A fix that paid claims show').waitFor()
  expect(await page.getByTestId('lab-twin').innerText()).toContain('25')

  await page.getByRole('button', { name: 'Finish with this' }).click()
  const lesson = page.getByTestId('lab-lesson')
  await lesson.getByText('Paid claims like this one carry modifier 25.').waitFor()
  await lesson.getByText('You meet this pattern again').waitFor()
  await lesson.getByRole('link', { name: 'The pattern and its evidence' }).waitFor()
  const id = page.url().split('/').at(-1)!

  const { events } = await page.evaluate(
    async () =>
      (await fetch('/api/learning/events?who=me&type=practice-completed&limit=5')).json() as Promise<{
        events: { sessionId: string; outcomeType: string; patternId: string }[]
      }>,
  )
  expect(events.find(({ sessionId }) => sessionId === id)).toMatchObject({ outcomeType: 'correct', patternId: missing25 })

  await page.getByRole('link', { name: 'Back to the lab' }).click()
  await settled(page)
  await page.getByTestId('lab-history').locator(`a[href="/lab/${id}"]`).waitFor()
  expect(
    await page
      .getByTestId('lab-history')
      .getByRole('row')
      .filter({ has: page.locator(`a[href="/lab/${id}"]`) })
      .innerText(),
  ).toContain('Right')
}, 120_000)

test('asks what would have prevented a denial that no edit answers', async () => {
  const page = await browser.openSignedIn(`/lab?pattern=${late}`)
  await page.waitForURL(/\/lab\/[0-9a-f-]{36}$/)
  await page.getByRole('radio', { name: /Watch filing limits/ }).click()
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await page.getByTestId('lab-lesson').getByText('Right', { exact: true }).waitFor()
  await page.getByTestId('lab-lesson').locator(`a[href="/patterns/${late}"]`).waitFor()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is readable on a phone without pushing sideways, ${colorScheme}`, async () => {
    const page = await browser.openSignedIn('/lab', { colorScheme, viewport: { width: 390, height: 844 } })
    await settled(page)
    expect.soft(await overflow(page), '/lab').toBe(0)
    await page.getByTestId('lab-history').getByRole('link').first().click()
    await page.waitForURL(/\/lab\/[0-9a-f-]{36}$/)
    await settled(page)
    expect.soft(await overflow(page), 'a case').toBe(0)
  })
}
