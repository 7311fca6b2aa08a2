import type { Page } from 'playwright-core'
import { interaction } from './visits.ts'

/** What people do all day; each is done several times, and what it leads to is waited for before the next. */
interface Interaction {
  what: string
  /** Milliseconds of each time. */
  measure(page: Page): Promise<number[]>
}

const TIMES = 5

const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
}

function repeated(what: string, path: string, act: (page: Page, time: number) => Promise<unknown>): Interaction {
  return {
    what,
    async measure(page) {
      await page.goto(path)
      await settled(page)
      const times: number[] = []
      for (let time = 0; time < TIMES; time++) {
        times.push(await interaction(page, () => act(page, time)))
        await settled(page)
      }
      return times
    },
  }
}

const inTurn = (names: readonly string[], time: number) => names[time % names.length]!

export const interactions: readonly Interaction[] = [
  repeated('another period on the dashboard', '/?days=30', (page, time) => page.getByRole('link', { name: `Last ${inTurn(['90', '30'], time)} days` }).click()),
  repeated('a chart as a table, and back', '/?days=90', (page) =>
    page
      .getByRole('button', { name: /^Show (table|chart)$/ })
      .first()
      .click(),
  ),
  repeated('from area to area', '/', (page, time) =>
    page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: inTurn(['Claims', 'Patterns', 'Worklist', 'Payers', 'Dashboard'], time), exact: true })
      .click(),
  ),
  repeated('the next page of the claims', '/claims?dateRange=all', (page) =>
    page.getByRole('navigation', { name: 'Pages of claims' }).getByLabel('Next').click(),
  ),
  repeated('the command palette opened, and typed into', '/claims', async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('mod')
    await page.keyboard.press('Escape')
  }),
]
