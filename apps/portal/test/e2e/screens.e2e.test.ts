import { createClient } from '@overturn/client'
import { expect, inject, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { overflow, settled, useBrowser } from '../support/browser.ts'
import { listScreens } from '../support/screens.ts'

const browser = useBrowser()
const screens = await listScreens(createClient(inject('portalUrl'), { token: inject('portalToken') }))
/** What stands behind a tab of a screen, and has no picture of its own. */
const pattern = screens.find(({ name }) => name === 'pattern')!.path
const parts = [
  ...['evidence', 'denials', 'history'].map((part) => ({ name: `${part} of a pattern`, path: `${pattern}?part=${part}` })),
  ...['rejects', 'matches', 'mappings'].map((view) => ({ name: `imports, ${view}`, path: `/imports?view=${view}` })),
  ...['alerts', 'releases'].map((view) => ({ name: `jobs, ${view}`, path: `/jobs?view=${view}` })),
  { name: 'who may what', path: '/settings/access' },
  { name: 'networks', path: '/networks' },
]
/** Colors that change gradually have changed by then. */
const FADED_MS = 400

// Console errors, violations of the content security policy and requests to elsewhere fail each of them, too: useBrowser sees to that.
for (const { name, path } of [...screens, ...parts])
  test(`${name} can be used by everybody, light and dark, on a screen and on a phone`, async () => {
    const page = await browser.openSignedIn(path)
    await settled(page)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('h1').count()).toBe(1)
    expect.soft(await violations(page), 'light').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForTimeout(FADED_MS)
    expect.soft(await violations(page), 'dark').toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(() => overflow(page)).toBe(0)
  })
