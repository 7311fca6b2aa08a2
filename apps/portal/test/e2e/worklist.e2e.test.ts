import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { createClient } from '@overturn/client'
import type { WorkItem } from '@overturn/core/worklist/schemas'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
/** Four claims whose remedy is an appeal: two for the list, one to appeal, one for its letter. */
let items: WorkItem[]
const FILTER = '/worklist?remedy=appeal&sort=value'

beforeAll(async () => {
  items = (await api.GET('/worklist', { params: { query: { remedy: 'appeal', sort: 'value', limit: 4 } } })).data!.claims
})
/** Whatever a test that failed left behind. */
afterAll(async () => {
  const claimIds = items.map(({ claimId }) => claimId)
  await api.POST('/worklist/state', { body: { claimIds, state: 'open' } })
  await api.POST('/worklist/snooze', { body: { claimIds, until: null } })
  await api.POST('/worklist/assign', { body: { claimIds, userId: null } })
})

const workOf = async (claimId: string) => {
  const { data } = await api.GET('/worklist', { params: { query: { remedy: 'appeal', sort: 'value', state: 'all', snoozed: 'all', limit: 200 } } })
  return data!.claims.find((item) => item.claimId === claimId)
}
const link = (page: Page, { claimId }: WorkItem) => page.getByTestId('worklist').locator(`a[data-claim="${claimId}"]`)
const notices = (page: Page) => page.getByRole('list', { name: 'Notices' })

/** The words of a PDF, whose text stands in hexadecimal within compressed streams. */
function wordsOf(pdf: Buffer): string {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, content]) => {
    try {
      return inflateSync(Buffer.from(content!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  const lines = streams.flatMap((stream) =>
    [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, array]) => [...array!.matchAll(/<([\da-f]*)>/g)].map(([, hex]) => hex)),
  )
  return lines.map((parts) => Buffer.from(parts.join(''), 'hex').toString('latin1')).join('\n')
}

test('gives claims to somebody and puts them off, by keyboard, and takes it back', async () => {
  const [first, second] = items as [WorkItem, WorkItem]
  const page = await browser.openSignedIn(FILTER)
  await settled(page)
  expect(await page.getByTestId('worklist').locator('a[data-claim]').first().innerText()).toBe(first.claimId)
  // Down one and up again; both are selected, and given to oneself.
  await link(page, first).focus()
  for (const key of ['x', 'j', 'x', 'a']) await page.keyboard.press(key)
  const dialog = page.getByRole('dialog', { name: 'Assign 2 claims' })
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await notices(page).getByText('2 claims given to you.').waitFor()
  expect((await workOf(first.claimId))!.assignedTo).not.toBeNull()
  expect((await workOf(second.claimId))!.assignedTo).not.toBeNull()
  await page.goto('/worklist?assigned=me&remedy=appeal&sort=value')
  await settled(page)
  await link(page, second).focus()
  await page.keyboard.press('s')
  const snooze = page.getByRole('dialog', { name: 'Put off 1 claim' })
  await snooze.getByRole('button', { name: 'In two weeks' }).click()
  await snooze.getByRole('button', { name: 'Put off' }).click()
  await link(page, second).waitFor({ state: 'detached' })
  expect((await workOf(second.claimId))!.snoozedUntil).not.toBeNull()
  await notices(page).getByRole('button', { name: 'Undo' }).click()
  await link(page, second).waitFor()
  expect((await workOf(second.claimId))!.snoozedUntil).toBeNull()
})

test('gives back to nobody what had belonged to somebody who works here no more', async () => {
  const item = items[1]!
  const page = await browser.openSignedIn(`${FILTER}&claim=${encodeURIComponent(item.claimId)}`)
  // As if somebody had had it who has left since: all that follows, the refusal too, is the server's own.
  await page.route(
    '**/api/worklist/assign',
    async (route) => {
      const response = await route.fetch()
      const body = (await response.json()) as { before: { assignedTo: string | null }[] }
      await route.fulfill({ response, json: { ...body, before: body.before.map((before) => ({ ...before, assignedTo: 'left-long-ago' })) } })
    },
    { times: 1 },
  )
  await page.getByTestId('work-panel').getByRole('button', { name: 'Assign' }).click()
  await page.getByRole('dialog', { name: 'Assign 1 claim' }).getByRole('button', { name: 'Assign' }).click()
  await notices(page).getByRole('listitem').filter({ hasText: '1 claim given to you.' }).getByRole('button', { name: 'Undo' }).click()
  await notices(page).getByText('1 claim given to nobody: who had it before does not work denials here any more.').waitFor()
  browser.expectComplaint(/400/)
  expect((await workOf(item.claimId))!.assignedTo).toBeNull()
})

test('says why a claim was denied, keeps notes, and closes the work on it', async () => {
  const item = items[2]!
  const page = await browser.openSignedIn(FILTER)
  await settled(page)
  await link(page, item).click()
  const panel = page.getByTestId('work-panel')
  await panel.getByText(item.reasons[0]!).first().waitFor()
  await panel.getByRole('tab', { name: 'Notes' }).click()
  const notes = panel.getByTestId('work-notes')
  await notes.getByLabel('New note').fill('Called the payer about this one')
  await notes.getByRole('button', { name: 'Add note' }).click()
  await notes.getByRole('listitem').getByText('Called the payer about this one').waitFor()
  await notes.getByRole('button', { name: 'Take away the note' }).click()
  await notes.getByText('No notes yet.').waitFor()
  await panel.getByRole('button', { name: 'Done' }).click()
  await link(page, item).waitFor({ state: 'detached' })
  expect((await workOf(item.claimId))!.state).toBe('done')
  await notices(page).getByRole('listitem').filter({ hasText: '1 claim: done.' }).getByRole('button', { name: 'Undo' }).click()
  await link(page, item).waitFor()
})

test('writes a letter and records the appeal in one step', async () => {
  const item = items[3]!
  const page = await browser.openSignedIn(`${FILTER}&claim=${encodeURIComponent(item.claimId)}`)
  const panel = page.getByTestId('work-panel')
  const letter = panel.getByTestId('letter')
  const text = letter.getByRole('textbox', { name: 'Letter' })
  await expect.poll(() => text.inputValue()).toContain(item.claimId)
  await text.fill(`${await text.inputValue()}\nEnclosed: the record`)
  // What is written in one of the means is there when another was looked at meanwhile.
  await panel.getByRole('tab', { name: 'Notes' }).click()
  await panel.getByTestId('work-notes').getByText('No notes yet.').waitFor()
  await panel.getByRole('tab', { name: 'Letter' }).click()
  expect(await text.inputValue()).toContain('Enclosed: the record')
  const download = page.waitForEvent('download')
  await letter.getByRole('button', { name: 'Download PDF' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('letter.pdf')
  const words = wordsOf(readFileSync(await file.path()))
  expect(words).toContain(item.claimId)
  expect(words).toContain('Enclosed: the record')
  await panel.getByRole('tab', { name: 'Record appeal' }).click()
  await panel.getByRole('button', { name: 'Record the appeal' }).click()
  const notice = notices(page)
    .getByRole('listitem')
    .filter({ hasText: `of claim ${item.claimId} is on record.` })
  await notice.waitFor()
  await link(page, item).waitFor({ state: 'detached' })
  await notice.getByRole('button', { name: 'Undo' }).click()
  await link(page, item).waitFor()
})

test('keeps templates of the practice, without places that there are not', async () => {
  const page = await browser.openSignedIn('/worklist/templates')
  await settled(page)
  await page.getByRole('button', { name: 'New template' }).click()
  const editor = page.getByTestId('template')
  await editor.getByLabel('Name').fill('Letter of a test')
  await editor.getByLabel('Letter').fill('Dear {{payre}}')
  await editor.getByRole('button', { name: 'Save' }).click()
  await editor.getByText('{{payre}} is no place of a letter').waitFor()
  browser.expectComplaint(/400/)
  await editor.getByLabel('Letter').fill('Dear ')
  await editor.getByRole('button', { name: 'payer', exact: true }).click()
  await editor.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Letter of a test' }).waitFor()
  const { data } = await api.GET('/worklist/templates')
  const saved = data!.templates.find(({ name }) => name === 'Letter of a test')!
  expect(saved.body).toBe('Dear {{payer}}')
  await page.getByTestId('template').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('link', { name: 'Letter of a test' }).waitFor({ state: 'detached' })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is readable on a phone without pushing sideways, ${colorScheme}`, async () => {
    const page = await browser.openSignedIn(FILTER, { colorScheme, viewport: { width: 390, height: 844 } })
    await settled(page)
    expect(await overflow(page)).toBe(0)
    expect(
      await page
        .getByTestId('worklist')
        .locator('[role=region]')
        .or(page.getByTestId('worklist'))
        .first()
        .evaluate((box) => box.scrollWidth - box.clientWidth),
    ).toBe(0)
    await page.goto('/worklist/templates?template=built-in:coding')
    await settled(page)
    expect(await overflow(page)).toBe(0)
  })
}
