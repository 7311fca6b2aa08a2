import { describe, expect, it } from 'vitest'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData()]
const run = (...words: string[]) => overturn(['organization', ...words, ...data])

describe('overturn organization', { timeout: 120_000 }, () => {
  it('shows the organization, and changes its name, time zone and thresholds', async () => {
    expect((await overturn(['generate', '--claims', '50', '--months', '2', ...data])).code).toBe(0)
    expect((await run()).stdout).toMatch(/^Name +\S[^]*\ndetection\.minimumDenials +5$/m)
    const set = await run(
      'set',
      '--name',
      'Valley Clinic',
      '--time-zone',
      'America/Chicago',
      '--thresholds',
      'detection.minimumDenials=6, tiers.critical.impact=7500.5',
    )
    expect(set.stdout).toMatch(/^Name +Valley Clinic$[^]*^detection\.minimumDenials +6$[^]*Every day waits to be computed again/m)
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject({
      name: 'Valley Clinic',
      timeZone: 'America/Chicago',
      settings: { detection: { minimumDenials: 6, daysBack: 30 }, tiers: { critical: { impact: 7500.5, frequency: 20 } } },
    })
  })

  it.each([
    [['set'], 'What shall be changed? --name, --time-zone, --thresholds or --letterhead says it; "overturn organization" shows what is.\n'],
    [['set', '--thresholds', 'many'], '--thresholds: "many" is not <name>=<number>, such as detection.minimumDenials=6.\n'],
    [['set', '--time-zone', 'Mars'], 'The input is not valid: --time-zone: must be a time zone by its name, such as America/Chicago.\n'],
    [['dance'], '"dance" is nothing to do with the organization; there are: show, set.\n'],
  ])('says what is wrong with %j', async (words, stderr) => {
    expect(await run(...words)).toMatchObject({ code: 2, stdout: '', stderr })
  })
})
