import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { settled, useBrowser } from '../support/browser.ts'

const browser = useBrowser()
const overturn = fileURLToPath(new URL('../../../cli/bin/overturn.js', import.meta.url))
const cli = (...words: string[]) => execFileSync(process.execPath, [overturn, ...words, '--data-dir', inject('portalDataDir')], { encoding: 'utf8' })

describe('an analyst of a network', () => {
  beforeEach(({ skip }) => skip(inject('portalDataDir') === '', 'PORTAL_URL names a portal whose data is elsewhere'))

  test('joins without a seat in any practice, and sees the networks and nothing else', { timeout: 120_000 }, async () => {
    cli('networks', 'create', 'valley', 'The Valley')
    cli('networks', 'add', 'valley', 'demo')
    const { path } = JSON.parse(cli('networks', 'invite', 'valley', 'nora@network.example', '--json')) as { path: string }
    const page = await browser.open(path)
    await page.getByText('lets nora@network.example see what its practices have in common').waitFor()
    await page.getByLabel('Name').fill('Nora')
    await page.getByLabel('Password').fill('a password of my own')
    await page.getByRole('button', { name: 'Join The Valley' }).click()
    await page.waitForURL(/\/networks$/)
    await settled(page)
    // One practice has nothing in common with others: every figure is a dash.
    const figures = page.getByTestId('network-denials')
    await figures.getByText('Only what at least 5 practices have a part in is shown').waitFor()
    expect(await figures.getByRole('row', { name: /^All of them/ }).innerText()).toMatch(/^All of them\s+(–\s*){6}$/)
    await page.getByRole('link', { name: 'Three months' }).click()
    await page.waitForURL(/months=3/)
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()).toEqual(['Networks'])
    for (const elsewhere of ['/', '/claims', '/patterns/PTN-1']) {
      await page.goto(elsewhere)
      await page.waitForURL((url) => url.pathname === '/networks')
    }
    await page.goto('/account')
    await page.getByText('analyst of The Valley').waitFor()
    await settled(page)
  })
})
