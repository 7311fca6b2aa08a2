import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** WCAG 2.2, levels A and AA, and what they build on. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

declare const axe: { run(options: object): Promise<AxeResults> }

/** What keeps people from using a page, by axe: the rule, how often, and the first place. */
export async function violations(page: Page): Promise<string[]> {
  // By the debugger, which the page's content security policy does not bind.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const found = await page.evaluate((values) => axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), STANDARDS)
  return found.violations.map(
    ({ id, help, nodes }) => `${id} (${help}) ${nodes.length} times, such as ${nodes[0]!.html.slice(0, 200)}: ${nodes[0]!.failureSummary}`,
  )
}
