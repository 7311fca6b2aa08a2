import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { launchChromium } from './chromium.ts'

/**
 * A browser for this test file. After each test its pages are closed, and the test fails on what they complained about: console errors
 * and warnings, uncaught errors, and requests to any host but the portal's.
 */
export function useBrowser() {
  let browser: Browser
  let complaints: string[] = []
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    const found = complaints
    complaints = []
    expect(found).toEqual([])
  })

  /** `cookie` (`name=value`) is that of a session. */
  async function open(path: string, options: BrowserContextOptions = {}, cookie?: string): Promise<Page> {
    const context = await browser.newContext({ baseURL: inject('portalUrl'), viewport: { width: 1440, height: 900 }, ...options })
    const [name, value] = cookie?.split('=', 2) ?? []
    if (name && value) await context.addCookies([{ name, value, url: inject('portalUrl'), httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol !== 'data:' && url.host !== new URL(inject('portalUrl')).host) complaints.push(`request to ${url.host}`)
    })
    await page.goto(path)
    return page
  }

  return {
    open,
    /** Opens a page as somebody who is signed in. */
    async openSignedIn(path: string, options?: BrowserContextOptions): Promise<Page> {
      return open(path, options, inject('portalCookie'))
    },
    /** What a test provokes on purpose is no complaint. */
    expectComplaint(pattern: RegExp): void {
      expect(complaints.some((complaint) => pattern.test(complaint))).toBe(true)
      complaints = complaints.filter((complaint) => !pattern.test(complaint))
    },
  }
}

/** Waits until a page is there and has what it asked for: nothing is loading, and nothing failed. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('main [role=status]').first().waitFor({ state: 'detached' })
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  expect(await page.getByRole('alert').filter({ hasText: 'Could not load' }).count()).toBe(0)
}

/** How many pixels the page is wider than its window, or its content wider than its place. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, document.querySelector('main'), document.querySelector('main [data-slot=body]')]
    return Math.max(...boxes.map((box) => (box ? box.scrollWidth - box.clientWidth : 0)))
  })
}
