import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { createClient } from '@overturn/client'
import { launchChromium } from '../apps/portal/test/support/chromium.ts'
import { startDemoPortal } from '../apps/portal/test/support/demo-portal.ts'
import { listScreens, type Screen } from '../apps/portal/test/support/screens.ts'
import { signIn } from '../apps/portal/test/support/sign-in.ts'
import { root } from './support/run.ts'

/**
 * Pictures of every screen with the demonstration's invented data, into docs/screens: light all of them, and those that look most different in the
 * dark and on a phone in these as well. `npm run screens -- claims lab` takes those of these names only.
 */
const folder = join(root, 'docs', 'screens')
const SCREEN = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const ALSO_DARK = ['dashboard', 'pattern', 'worklist', 'providers']
const ALSO_ON_A_PHONE = ['dashboard', 'patterns', 'pattern', 'claim', 'worklist']
/** As few colors as leave a picture of a page looking the same. */
const COLORS = 96

const wanted = process.argv.slice(2)
const portal = await startDemoPortal()
try {
  const api = createClient(portal.address, { token: portal.token })
  const screens = (await listScreens(api)).filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const cookie = await signIn(portal.address, portal.email, portal.password)
  mkdirSync(folder, { recursive: true })
  const browser = await launchChromium()
  const take = async (of: readonly Screen[], ending: string, options: BrowserContextOptions) => {
    const context = await browser.newContext({ baseURL: portal.address, reducedMotion: 'reduce', ...options })
    const [name, value] = cookie.split('=', 2) as [string, string]
    await context.addCookies([{ name, value, url: portal.address, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    for (const screen of of) await picture(page, screen, ending)
    await context.close()
  }
  await take(screens, '', { viewport: SCREEN, colorScheme: 'light' })
  await take(
    screens.filter(({ name }) => ALSO_DARK.includes(name)),
    '-dark',
    { viewport: SCREEN, colorScheme: 'dark' },
  )
  await take(
    screens.filter(({ name }) => ALSO_ON_A_PHONE.includes(name)),
    '-phone',
    { viewport: PHONE, colorScheme: 'light' },
  )
  await browser.close()
} finally {
  await portal.stop()
}

async function picture(page: Page, { name, path }: Screen, ending: string): Promise<void> {
  await page.goto(path)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  const png = await sharp(await page.screenshot())
    .png({ palette: true, colors: COLORS, effort: 10, compressionLevel: 9 })
    .toBuffer()
  const file = `${name}${ending}.png`
  writeFileSync(join(folder, file), png)
  console.log(`${file.padEnd(28)}${(png.length / 1000).toFixed(0).padStart(5)} kB`)
}
