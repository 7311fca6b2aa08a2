import { createClient, type OverturnClient } from '@overturn/client'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
/** An account number of its own, so that the claim can be found and is nobody else's. */
const ACCOUNT = `E2E-${Date.now()}`
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
const DAY = daysAgo(40)

/** A claim of two lines, and the payment that denies the second for want of an authorization. Everybody in it is invented. */
const envelope = (code: 'HC' | 'HP', version: string, set: string, inside: string[]) =>
  [
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260415*1200*^*00501*000000001*0*T*:',
    `GS*${code}*SENDER*RECEIVER*20260415*1200*1*X*${version}`,
    `ST*${set}*0001${set === '837' ? `*${version}` : ''}`,
    ...inside,
    `SE*${inside.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
    '',
  ].join('~\n')
const submitted = envelope('HC', '005010X222A2', '837', [
  `BHT*0019*00*B1*${DAY}*1200*CH`,
  'NM1*41*2*Willow Billing*****46*S-1',
  'NM1*40*2*Harbor Clearing*****46*R-1',
  'HL*1**20*1',
  'NM1*85*2*Willow Practice*****XX*1999999984',
  'HL*2*1*22*0',
  'SBR*P*18*GROUP-9******CI',
  'NM1*IL*1*Testcase*Rowan****MI*M-1001',
  'DMG*D8*19800229*F',
  'NM1*PR*2*Harbor Mutual Testing*****PI*HM001',
  `CLM*${ACCOUNT}*180***11:B:1*Y*A*Y*Y`,
  'HI*ABK:J069',
  'LX*1',
  'SV1*HC:99213*120*UN*1***1',
  `DTP*472*D8*${DAY}`,
  'LX*2',
  'SV1*HC:93000*60*UN*1***1',
  `DTP*472*D8*${DAY}`,
])
const payment = (trace: string, day: string, claim: string[]) =>
  envelope('HP', '005010X221A1', '835', [
    `BPR*I*80*C*ACH*CCP*01*999999999*DA*123*1999999999**01*999999999*DA*123*${day}`,
    `TRN*1*${trace}-${ACCOUNT}*1999999999`,
    'N1*PR*Harbor Mutual Testing*XV*HM001',
    'N1*PE*Willow Practice*XX*1999999984',
    'LX*1',
    ...claim,
  ])
const decided = payment('T', DAY, [
  `CLP*${ACCOUNT}*1*180*80*0*12*ICN-${ACCOUNT}*11*1`,
  'NM1*QC*1*Testcase*Rowan****MI*M-1001',
  'SVC*HC:99213*120*80**1',
  `DTM*472*${DAY}`,
  'CAS*CO*45*40',
  'SVC*HC:93000*60*0**1',
  `DTM*472*${DAY}`,
  'CAS*CO*197*60',
])
/** The line that was denied, sent again and denied again. */
const deniedAgain = payment('U', daysAgo(10), [
  `CLP*${ACCOUNT}*1*60*0*0*12*ICN-${ACCOUNT}*11*7`,
  'NM1*QC*1*Testcase*Rowan****MI*M-1001',
  'SVC*HC:93000*60*0**1',
  `DTM*472*${DAY}`,
  'CAS*CO*197*60',
])

let api: OverturnClient
let id: string
const imported: number[] = []

async function bringIn(name: string, content: string): Promise<void> {
  const headers = { authorization: `Bearer ${inject('portalToken')}` }
  const body = new FormData()
  body.append('file', new File([content], name))
  let task = (await (await fetch(`${inject('portalUrl')}/api/imports`, { method: 'POST', headers, body })).json()) as { id: string; state: string }
  for (; !['done', 'failed'].includes(task.state); await new Promise((resolve) => setTimeout(resolve, 300)))
    task = (await (await fetch(`${inject('portalUrl')}/api/imports/tasks/${task.id}`, { headers })).json()) as typeof task
  const { files } = task as unknown as { files: { importId: number }[] }
  imported.unshift(files[0]!.importId)
}

beforeAll(async () => {
  api = createClient(inject('portalUrl'), { token: inject('portalToken') })
  await bringIn('e2e-837.edi', submitted)
  await bringIn('e2e-835.edi', decided)
  id = (await api.POST('/claims/search', { body: { controlNumber: ACCOUNT, dateRange: 'all' } })).data!.claims[0]!.id
}, 120_000)
afterAll(async () => {
  // What a test that failed has left; with it the files would stay.
  const { data } = await api.GET('/claims/{id}', { params: { path: { id } } })
  for (const { level } of data!.claim.appeals) await api.DELETE('/appeals/{claimId}/{level}', { params: { path: { claimId: id, level: String(level) } } })
  for (const number of imported) await api.DELETE('/imports/{id}', { params: { path: { id: String(number) } } })
}, 120_000)

test('narrows, sorts and lays out the list in the address, and opens a row by keyboard', async () => {
  const page = await browser.openSignedIn('/claims?dateRange=all&status=denied')
  await settled(page)
  await page.getByRole('button', { name: 'More filters' }).click()
  const form = page.getByTestId('more-filters')
  await form.getByLabel('CARC').fill('197')
  await form.getByLabel('Denied at least').fill('10')
  await form.getByRole('button', { name: 'Apply' }).click()
  await page.getByTestId('chip-carc').getByText('CARC: 197').waitFor()
  await settled(page)
  const { data } = await api.GET('/claims', {
    params: { query: { dateRange: 'all', status: 'denied', carc: '197', deniedFrom: '10', sort: 'denied', limit: 50 } },
  })
  await expect.poll(() => page.getByTestId('list-total').innerText()).toContain(`of ${data!.pagination.total.toLocaleString('en-US')} claims`)

  await page.getByRole('columnheader', { name: 'Denied' }).getByRole('button').click()
  await page.waitForURL(/sort=denied/)
  await expect.poll(() => page.getByRole('columnheader', { name: 'Denied' }).getAttribute('aria-sort')).toBe('descending')
  await settled(page)
  await expect.poll(() => page.locator('[data-row]').allInnerTexts()).toEqual(data!.claims.map((claim) => claim.id))

  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByTestId('columns').getByLabel('Diagnoses').click()
  await page.waitForURL(/columns=[^&]*diagnoses/)
  await page.keyboard.press('Escape')
  await page.getByRole('columnheader', { name: 'Diagnoses' }).waitFor()

  await page.getByTestId('claims').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/claims/${encodeURIComponent(data!.claims[1]!.id)}`)
  await settled(page)
})

test('on a phone: filters behind one button that counts them, money in sight, and the search for an account number', async () => {
  const page = await browser.openSignedIn('/claims?dateRange=all&status=denied', { viewport: { width: 390, height: 844 } })
  await settled(page)
  expect(await overflow(page)).toBe(0)
  const list = page.getByTestId('claims')
  expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await list.locator('tbody').getByText('Denied').first().waitFor()
  await page.getByLabel('Account number', { exact: true }).waitFor()
  expect(await page.getByLabel('Status').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Filters (2 set)' }).click()
  await page.getByLabel('Order').click()
  await page.getByRole('option', { name: 'Most denied first' }).click()
  await page.waitForURL('**sort=denied**')
})

test('finds a claim by its account number, which never stands in the address', async () => {
  const page = await browser.openSignedIn('/claims')
  await settled(page)
  await page.getByLabel('Account number', { exact: true }).fill(ACCOUNT)
  await page.keyboard.press('Enter')
  const found = page.getByTestId('found')
  await found.getByText('1 claim of this account number').waitFor()
  expect(page.url()).not.toContain(ACCOUNT)
  await found.getByRole('link', { name: id }).click()
  await page.waitForURL(`**/claims/${id}`)
  await settled(page)
})

test('tells whose claim it is and what the files said of it, once somebody asks', async () => {
  const page = await browser.openSignedIn(`/claims/${id}`)
  await settled(page)
  await page.getByTestId('money-bar').getByText('Still denied').waitFor()
  await expect.poll(() => page.getByTestId('history').getByRole('listitem').allInnerTexts()).toHaveLength(3)
  expect(await page.locator('main').innerText()).not.toContain('Rowan')
  await page.getByRole('button', { name: 'Show who the patient is' }).click()
  await page.getByTestId('patient').getByText('Rowan').waitFor()

  await page.getByRole('button', { name: 'Show the text' }).click()
  const sources = page.getByTestId('sources')
  await sources.getByText('The claim as submitted').waitFor()
  expect(await sources.getByRole('region').allInnerTexts()).toEqual([expect.stringContaining(`CLM*${ACCOUNT}*180`), expect.stringContaining('CAS*CO*197*60')])
  expect(await sources.getByText('197', { exact: true }).getAttribute('title')).toBe('CAS02: Reason')
  const { data } = await api.GET('/audit', { params: { query: { claim: id, limit: 50 } } })
  expect(data!.events.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['claims.source', 'claims.get']))
})

test('records an appeal, takes it back, and says how another ended', async () => {
  const page = await browser.openSignedIn(`/claims/${id}`)
  await settled(page)
  const record = async (amount: string) => {
    await page.getByRole('button', { name: 'Record an appeal' }).click()
    await page.getByLabel('Amount in dispute').fill(amount)
    await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click()
  }
  await record('500')
  await page.getByRole('alert').getByText('is more than the charge').waitFor()
  browser.expectComplaint(/400/)
  await page.getByLabel('Amount in dispute').fill('60')
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click()
  const appeals = page.getByTestId('appeals')
  await appeals.getByText('Level 1: pending').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('No appeal is on record.').waitFor()

  await record('60')
  const act = async (name: string) => {
    await page.getByRole('button', { name: 'Actions on appeal 1' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await appeals.getByText('Level 1: pending').waitFor()
  await act('Say how it ended')
  await page.getByRole('radio', { name: 'Upheld' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await appeals.getByText('Level 1: upheld').waitFor()
  await act('Open again')
  await appeals.getByText('Level 1: pending').waitFor()
  await page.getByTestId('history').getByText('Appeal filed, level 1').waitFor()
  await act('Remove')
  await page.getByText('No appeal is on record.').waitFor()
})

const workOf = async () => (await api.GET('/worklist', { params: { query: { claim: id, state: 'all', snoozed: 'all' } } })).data!.claims[0]

test('says until when there is work on it, leads there, and has it open again when it is denied again', async () => {
  // Last days are brought up to date a moment after an import.
  await expect.poll(workOf, { timeout: 60_000, interval: 500 }).toMatchObject({ openAmount: 60, state: 'open' })
  const page = await browser.openSignedIn(`/claims/${id}`)
  await settled(page)
  const work = page.getByTestId('claim-work')
  await work.getByText(`In ${(await workOf())!.daysLeft} days`).waitFor()
  await work.getByText('To do').waitFor()
  await work.getByRole('link', { name: 'Work on it' }).click()
  const panel = page.getByTestId('work-panel')
  await panel.getByRole('button', { name: 'Done' }).click()
  await expect.poll(async () => (await workOf())!.state).toBe('done')
  // What is closed is not on the list: its place is found by the claim.
  await page.goto(`/worklist?claim=${id}`)
  await panel.getByRole('button', { name: 'Open again' }).waitFor()

  await bringIn('e2e-835-again.edi', deniedAgain)
  await page.goto(`/claims/${id}`)
  await settled(page)
  await work.getByText(/^Denied again on .*, after it was closed as done\.$/).waitFor()
  await work.getByText('To do').waitFor()
  await work.getByRole('link', { name: 'Work on it' }).click()
  await panel.getByText(/Denied again on .*It is open until/).waitFor()
  const paid = (await api.GET('/claims', { params: { query: { dateRange: 'all', status: 'paid', limit: 1 } } })).data!.claims[0]!
  await page.goto(`/claims/${encodeURIComponent(paid.id)}`)
  await page.getByTestId('money-bar').waitFor()
  await settled(page)
  expect(await work.count()).toBe(0)
}, 120_000)

for (const colorScheme of ['light', 'dark'] as const) {
  test(`one claim fits a phone, ${colorScheme}`, async () => {
    const page = await browser.openSignedIn(`/claims/${id}`, { colorScheme, viewport: { width: 390, height: 844 } })
    await settled(page)
    await page.getByRole('button', { name: 'Show the text' }).click()
    await page.getByTestId('sources').waitFor()
    expect(await overflow(page)).toBe(0)
  })
}
