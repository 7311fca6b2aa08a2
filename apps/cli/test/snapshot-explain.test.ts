import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { claim835, interchange, remittance, render } from '../../../packages/core/test/factories/x12.ts'
import { label, shown, shownChange } from '../src/window-numbers.ts'
import { overturn, useData, useFolder } from './overturn.ts'

describe('numbers of a window', () => {
  it.each([
    ['deniedClaims', 1200, 'Denied claims', '1,200', '+1,200'],
    ['cashRecovered', -70.5, 'Cash recovered', '-$70.50', '-$70.50'],
    ['finalDenialRate', 16.7, 'Final denial rate', '16.70 %', '+16.70 points'],
    ['denialRate', null, 'Denial rate', '–', '–'],
    ['deniedAmount', 0, 'Denied amount', '$0.00', '0'],
  ])('%s of %s is said as a person would', (name, value, title, text, change) => {
    expect([label(name), shown(name, value), shownChange(name, value)]).toEqual([title, text, change])
  })
})

const folder = useFolder()
const flags = ['--data-dir', useData()]

/** A remittance with claim payments, each of an account number of its own. */
function file(name: string, ...numbers: number[]): string {
  const claims = numbers.map((number) => [`CLP*PCN-${number}*1*180*80*0*12*ICN-${number}*11*1`, ...claim835.slice(1)])
  const content = render(interchange([remittance({ control: String(numbers[0]).padStart(4, '0'), payment: String(80 * numbers.length), claims })]))
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('overturn snapshot and explain', { timeout: 240_000 }, () => {
  it('show what was known on a day, what it is now, and why', async () => {
    expect((await overturn(['import', file('one.835', 1), ...flags])).code).toBe(0)
    expect((await overturn(['import', file('two.835', 2, 3), ...flags])).code).toBe(0)
    // Submission: the day of receipt that claim835 states.
    const window = ['--from', '2026-04-10', '--to', '2026-04-10']
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

    const before = await overturn(['snapshot', '--as-of', '2020-01-01', ...window, ...flags])
    expect(before).toMatchObject({ code: 0, stderr: '' })
    expect(before.stdout).toContain('Nothing was known of them then: the first of these days was published on 20')
    expect(before.stdout).toMatch(/^Total claims +0 +3 +\+3$/m)
    const later = await overturn(['snapshot', '--as-of', tomorrow, ...window, '--json', ...flags])
    expect(JSON.parse(later.stdout)).toMatchObject({ asOf: tomorrow, numbers: { totalClaims: { known: 3, today: 3, difference: 0 } }, taken: null })

    const why = await overturn(['explain', 'totalClaims', '--as-of', '2020-01-01', ...window, ...flags])
    expect(why.stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^Total claims from \S+ until before \S+$/),
      '',
      expect.stringMatching(/^Day +What +Change +Total claims$/),
      expect.stringMatching(/^2020-01-01 +known at the end of this day +0$/),
      expect.stringMatching(/^\S+ +one\.835 \(import 1\) +\+1 +1$/),
      expect.stringMatching(/^\S+ +two\.835 \(import 2\) +\+2 +3$/),
      expect.stringMatching(/^ +now +\+3 +3$/),
    ])
    const rate = await overturn(['explain', 'denialRate', '--as-of', '2020-01-01', ...window, '--json', ...flags])
    expect(JSON.parse(rate.stdout)).toMatchObject({ known: { value: null }, later: { counts: { adjudicatedClaims: 3 } }, difference: null })
    expect((await overturn(['explain', 'totalClaims', '--as-of', tomorrow, ...window, ...flags])).stdout).toMatch(
      /: 3, as it was known on \S+\. Nothing has changed it\.$/m,
    )
  })

  it('refuse a number that there is not, and a window without a day', async () => {
    const unknown = await overturn(['explain', 'happiness', '--as-of', '2026-03-31', ...flags])
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('<metric>: must be one of totalClaims, ') })
    expect(await overturn(['snapshot', ...flags])).toMatchObject({ code: 2, stderr: expect.stringContaining('--as-of') })
    expect((await overturn(['snapshot', '--as-of', '2026-03-31', '--from', '2026-04-02', ...flags])).stderr).toContain(
      '--from: must not be after the last day of the window, 2026-03-31',
    )
  })
})
