import { createClient } from '@overturn/client'
import type { Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { overflow, settled, useBrowser } from '../support/browser.ts'
import { generateClaims } from '../support/generated-claims.ts'

const browser = useBrowser()
const api = createClient(inject('portalUrl'), { token: inject('portalToken') })
const generated = generateClaims(60, 2)
/** A name of its own for this run, so that the table is one that nobody has confirmed. */
const key = `c${Date.now().toString(36)}`
const table = [`Claim,Charge,Service date,Patient name,Payer,${key}`, `${key}-1,100.00,3/14/2026,Jordan Quill,Cascade Mutual,of Jordan`, ''].join('\n')

/** The imports of this test alone: other tests import as well. */
async function ownImports(): Promise<number[]> {
  const { imports } = (await api.GET('/imports', { params: { query: { limit: 200, status: 'complete' } } })).data!
  return imports.filter(({ fileName }) => fileName.startsWith(key)).map(({ id }) => id)
}
afterAll(async () => {
  generated.remove()
  for (const id of await ownImports()) await api.DELETE('/imports/{id}', { params: { path: { id } } })
})

/** As somebody who drags files over the page and lets them go. */
async function drop(page: Page, files: { name: string; content: string }[]): Promise<void> {
  await page.getByTestId('drop').waitFor()
  const transfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, content } of given) transfer.items.add(new File([content], name))
    return transfer
  }, files)
  await page.getByTestId('drop').dispatchEvent('drop', { dataTransfer: transfer })
}

test('shows what dropped files would change, imports them, and takes them back', async () => {
  const form = generated.form().getAll('files') as File[]
  const files = await Promise.all(form.map(async (file) => ({ name: `${key}-${file.name}`, content: await file.text() })))
  const page = await browser.openSignedIn('/imports')
  await settled(page)
  await drop(page, files)
  const preview = page.getByTestId('files-of-upload')
  await preview.waitFor()
  await page.getByText('What these files would change').waitFor()
  expect(await preview.getByText('Can be imported').count()).toBe(files.length)
  expect(await ownImports()).toEqual([])

  // The address has the upload: whoever loads the page anew finds it again.
  await page.reload()
  await page.getByTestId('import').click()
  await page.getByRole('heading', { name: `Imported: ${files.length} file` }).waitFor({ timeout: 50_000 })
  // The last one: nothing of this upload builds on it.
  const { name } = files.at(-1)!
  await preview.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByTestId('reconciliation').waitFor()

  await page.getByRole('button', { name: 'Undo this import' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('that it brought go').waitFor()
  await dialog.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText(/^Undone: /).waitFor({ timeout: 50_000 })
  await page.getByText('Undone', { exact: true }).first().waitFor()
}, 150_000)

test('has the columns of a table confirmed, and goes on with the same upload', async () => {
  const page = await browser.openSignedIn('/imports')
  await settled(page)
  await drop(page, [{ name: `${key}.csv`, content: table }])
  await page.getByText('Columns to confirm').waitFor()
  await page.getByRole('button', { name: 'Look at the columns' }).click()
  const columns = page.getByTestId('columns')
  await columns.getByText('Xxxxxx Xxxxx').first().waitFor()
  expect(await page.getByRole('dialog').innerText()).not.toMatch(/Jordan|Quill/)
  await columns.getByText('3/14/2026').waitFor()
  await page.getByRole('button', { name: 'Confirm these columns' }).click()
  await page.getByTestId('files-of-upload').getByText('Can be imported').waitFor()
  await page.getByTestId('files-of-upload').getByText('Cascade Mutual').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByTestId('drop').waitFor()
  await page.getByRole('link', { name: 'Columns of tables' }).click()

  const row = page
    .getByTestId('mappings')
    .getByRole('row')
    .filter({ hasText: `${key}.csv` })
  await row.getByText('5 of 6 used').waitFor()
  await row.getByRole('button', { name: `Change the columns of ${key}.csv` }).click()
  await page.getByRole('dialog').getByLabel('Payer means').click()
  await page.getByRole('option', { name: 'Not used' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm these columns' }).click()
  await row.getByText('4 of 6 used').waitFor()
  const remove = async () => {
    await row.getByRole('button', { name: `Remove the columns of ${key}.csv` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await row.waitFor({ state: 'detached' })
  }
  await remove()
  const notice = page.getByRole('list', { name: 'Notices' }).getByRole('listitem').filter({ hasText: 'not confirmed any more' })
  await notice.getByRole('button', { name: 'Undo' }).click()
  await row.getByText('4 of 6 used').waitFor()
  await remove()
}, 120_000)

test('says why a file is refused', async () => {
  const page = await browser.openSignedIn('/imports')
  await settled(page)
  await drop(page, [{ name: 'notes.txt', content: 'nothing of a claim' }])
  await page.getByText('Refused').waitFor()
  await page.getByText('the file does not begin with an ISA segment').waitFor()
  expect(await page.getByTestId('import').count()).toBe(0)
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByTestId('drop').waitFor()
})

test('shows the jobs, asks for a run, and pauses one with a way back', async () => {
  const page = await browser.openSignedIn('/jobs')
  await settled(page)
  const row = page.getByTestId('jobs').getByRole('row').filter({ hasText: 'Code intelligence' })
  await row.getByRole('button', { name: 'Pause Code intelligence' }).click()
  await row.getByText('Paused', { exact: true }).waitFor()
  await page.getByRole('list', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await row.getByRole('button', { name: 'Pause Code intelligence' }).waitFor()
  await row.getByRole('button', { name: 'Run now: Code intelligence' }).click()
  await page.getByText(/^Code intelligence: (asked for|done)/).waitFor()
  // The screen follows the run to its end.
  await expect.poll(() => row.innerText(), { timeout: 30_000 }).toMatch(/^(?!.*(Waiting|Running)).*Done.*asked for/s)
  for (const view of ['alerts', 'releases']) {
    await page.goto(`/jobs?view=${view}`)
    await settled(page)
  }
  await page.getByTestId('releases').getByText('In use').waitFor()
})

test('is readable on a phone without pushing sideways', async () => {
  const page = await browser.openSignedIn('/imports', { viewport: { width: 390, height: 844 } })
  const [first] = (await api.GET('/imports')).data!.imports
  for (const path of ['/imports', '/imports?view=rejects', `/imports/${first!.id}`, '/jobs']) {
    await page.goto(path)
    await settled(page)
    expect.soft(await overflow(page), path).toBe(0)
  }
})
