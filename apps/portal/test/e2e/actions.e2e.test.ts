import { createClient } from '@overturn/client'
import type { Pattern } from '@overturn/core/patterns/schemas'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { billing837, claims837, interchange, render } from '../../../../packages/core/test/factories/x12.ts'
import { settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
/** A confirmed pattern of one payer and one procedure, and one by reason alone that costs least. */
let pattern: Pattern
let quiet: Pattern

beforeAll(async () => {
  const list = () => api.GET('/patterns', { params: { query: { limit: 200 } } })
  // A portal that has not searched for scopes yet does so now.
  if (!(await list()).data!.patterns.some(({ finding }) => finding)) await api.POST('/patterns/detect', { body: {} })
  const { data } = await list()
  const { data: checks } = await api.GET('/checks', { params: { query: { limit: 200 } } })
  const checked = new Set(checks!.checks.map(({ patternId }) => patternId))
  const fields = ({ scope }: Pattern) => scope.map(({ field, op }) => `${field} ${op}`).join()
  pattern = data!.patterns.findLast((one) => one.finding?.confirmed && !checked.has(one.id) && fields(one) === 'payer is,procedureCode is')!
  quiet = data!.patterns.findLast(({ scope }) => scope.length === 0)!
}, 120_000)

afterAll(async () => {
  const { data } = await api.GET('/checks', { params: { query: { pattern: pattern.id } } })
  for (const check of data!.checks.filter(({ state }) => state !== 'retired'))
    await api.POST('/checks/{id}/retire', { params: { path: { id: check.id } }, body: { reason: 'The test is over' } })
  const { data: done } = await api.GET('/patterns/{patternId}/actions', { params: { path: { patternId: pattern.id } } })
  for (const { position, isOwn } of done!.actions)
    if (isOwn) await api.DELETE('/patterns/{patternId}/actions/{position}', { params: { path: { patternId: pattern.id, position } } })
})

test('records what was done, marks it on the rate, and takes it back', async () => {
  const page = await browser.openSignedIn(`/patterns/${pattern.id}`)
  await settled(page)
  const actions = page.getByTestId('actions')
  await actions.getByRole('button', { name: 'Record an action' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record what was done' })
  await dialog.getByLabel('Note').fill('The desk asks before it books')
  await dialog.getByRole('button', { name: 'Record' }).click()
  await actions.getByText('The desk asks before it books').waitFor()
  await page.getByTestId('marks').getByText('The desk asks before it books').waitFor()
  // What came of it is asked for at once; there cannot be an answer yet.
  await page.getByTestId('pattern-impact').getByText('Cash received (verified)').waitFor()

  const notices = page.getByRole('list', { name: 'Notices' }).getByRole('listitem')
  // A notice waits for whoever points at it, and goes a while after.
  await notices.filter({ hasText: 'Recorded' }).hover()
  await page.waitForTimeout(9_000)
  expect(await notices.filter({ hasText: 'Recorded' }).count()).toBe(1)

  await actions.getByRole('button', { name: /^Take back/ }).click()
  await actions.getByText('Nothing is recorded yet').waitFor()
  // What was taken back here cannot be undone there any more.
  expect(await notices.filter({ hasText: 'Recorded' }).count()).toBe(0)
  expect(await page.getByTestId('marks').getByText('The desk asks before it books').count()).toBe(0)
  // And the taking back, too.
  await notices.filter({ hasText: 'taken back' }).getByRole('button', { name: 'Undo' }).click()
  await actions.getByText('The desk asks before it books').waitFor()
})

test('archives a pattern with a reason, and brings it back by undoing', async () => {
  const page = await browser.openSignedIn(`/patterns/${quiet.id}?part=history`)
  await settled(page)
  await page.getByRole('button', { name: 'Archive' }).click()
  const dialog = page.getByRole('dialog', { name: 'Archive the pattern' })
  await dialog.getByLabel('Why?').fill('Tried out')
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await page.getByTestId('history').getByText('→ Archived: Tried out').first().waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByTestId('history').getByText('Archived → Active').first().waitFor()
  // Its numbers are those of before again.
  await api.POST('/patterns/refresh', { body: {} })
}, 60_000)

test('turns a pattern into a check, which speaks of a claim that is about to be sent', async () => {
  const page = await browser.openSignedIn(`/patterns/${pattern.id}`)
  await settled(page)
  await page.getByRole('button', { name: 'Turn into a check' }).click()
  const check = page.getByTestId('pattern-check')
  // The back-test reads the later claims.
  await check.getByText('In shadow: it is measured').waitFor({ timeout: 60_000 })
  const { data } = await api.GET('/checks', { params: { query: { pattern: pattern.id } } })
  expect(await check.innerText()).toContain(`${data!.checks[0]!.backTest.alerts} claims`)

  await page.getByRole('link', { name: 'All checks' }).click()
  await page.waitForURL('**/checks')
  await settled(page)
  const [payer, code] = pattern.scope.map(({ value }) => String(value)) as [string, string]
  await page.getByRole('textbox', { name: 'The 837' }).fill(claimOf(payer, code))
  await page.getByTestId('ask').getByRole('button', { name: 'Check', exact: true }).click()
  const answer = page.getByTestId('answer')
  await answer.getByText('1 of 1 claim would likely be denied').waitFor()
  const said = await answer.innerText()
  expect(said).toContain(`Line 1, ${code}, $120.00`)
  expect(said).toContain(pattern.denialReason)
  // What is no 837 is said to be none, and where it goes wrong.
  await page.getByRole('textbox', { name: 'The 837' }).fill('No claim at all')
  await page.getByTestId('ask').getByRole('button', { name: 'Check', exact: true }).click()
  await page.getByTestId('ask').getByRole('alert').waitFor()
  browser.expectComplaint(/400|422/)

  const row = page
    .getByTestId('checks')
    .getByRole('row')
    .filter({ has: page.locator(`a[href="/patterns/${pattern.id}"]`) })
  await row.getByRole('button', { name: /^Retire/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Retire the check' })
  await dialog.getByLabel('Why?').fill('Tried out')
  await dialog.getByRole('button', { name: 'Retire' }).click()
  await row.waitFor({ state: 'detached' })
}, 120_000)

/** An 837 of one invented person's claim of one line. */
function claimOf(payer: string, code: string): string {
  const subscriber = ['HL*2*1*22*0', 'SBR*P*18*GROUP-9******CI', 'NM1*IL*1*Testcase*Rowan****MI*M-1001', 'DMG*D8*19800229*F', `NM1*PR*2*Payer*****PI*${payer}`]
  const claim = ['CLM*PCN-1*120***11:B:1*Y*A*Y*Y', 'HI*ABK:J069', 'LX*1', `SV1*HC:${code}*120*UN*1***1`, 'DTP*472*D8*20260401']
  return render(interchange([claims837({ levels: [...billing837, ...subscriber], claims: [claim] })], { version: '005010X222A2', functional: 'HC' })).toString()
}
