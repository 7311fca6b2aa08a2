import type { BrowserContext, Page } from 'playwright-core'
import type { Screen } from '../../../apps/portal/test/support/screens.ts'

export interface Visit {
  /** Milliseconds from the request of the page to its first content, by the browser's own clock. */
  firstPaint: number
  /** Until the screen shows its data: nothing is loading any more. */
  shown: number
}

// What runs in the page is text: these scripts are compiled without the types of a browser.
/** The entry comes a little after its paint; data that is there at once can be quicker. */
const FIRST_PAINT = `new Promise((resolve) => new PerformanceObserver((list, watch) => {
  for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') { watch.disconnect(); resolve(startTime) }
}).observe({ type: 'paint', buffered: true }))`
export const ASKED_BEFORE_PAINT = `(() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime
  return performance.getEntriesByType('resource').filter(({ startTime }) => startTime < paint).map(({ name }) => name)
})()`
/** Milliseconds from the beginning of the page until its heading is there and nothing in it is busy; looked at with every frame. */
const UNTIL_SHOWN = `new Promise((resolve) => {
  const look = () =>
    document.querySelector('h1') && !document.querySelector('main [role=status], main [aria-busy=true]') ? resolve(performance.now()) : requestAnimationFrame(look)
  look()
})`
const WATCH = `
  globalThis.longest = 0
  globalThis.watch?.disconnect()
  globalThis.watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration)
  })
  globalThis.watch.observe({ type: 'event', durationThreshold: 16 })`

/** Opens a screen as from a link in a letter: a new page, with the files of the portal as the browser keeps them. */
export async function visit(context: BrowserContext, { path }: Screen): Promise<Visit> {
  const page = await context.newPage()
  try {
    await page.goto(path)
    const shown = await page.evaluate<number>(UNTIL_SHOWN)
    const firstPaint = await page.evaluate<number>(FIRST_PAINT)
    // What is in the page is seen with the next paint.
    return { firstPaint, shown: Math.max(shown, firstPaint) }
  } finally {
    await page.close()
  }
}

/**
 * Milliseconds from a key or a click to the next frame that shows what it did, the longest of what `act` does: what browsers call Interaction to Next
 * Paint (web.dev/articles/inp). 0 where each took less than a frame.
 */
export async function interaction(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(WATCH)
  await act()
  // An entry comes after its frame.
  await page.waitForTimeout(300)
  return page.evaluate<number>('globalThis.longest')
}
