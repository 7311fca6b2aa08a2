import type { DetectedPatterns } from '@overturn/core/patterns/schemas'
import { describe, expect, it } from 'vitest'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData(), '--as-of', '2026-03-31']

describe('overturn detect', { timeout: 600_000 }, () => {
  it('prints every pattern with its evidence, and the same as a document', async () => {
    expect((await overturn(['generate', '--claims', '6000', '--seed', '7', ...data])).code).toBe(0)
    const { code, stdout } = await overturn(['detect', '--json', ...data])
    expect(code).toBe(0)
    const { patterns, search } = JSON.parse(stdout) as DetectedPatterns
    const late = patterns.find(({ scope }) => scope.some(({ field }) => field === 'daysToSubmission'))!
    expect(late).toMatchObject({
      sentence:
        'Harbor State Medicaid denies claims submitted more than 30 days after the service, for the reason “Filing time limit passed”, more often than elsewhere.',
      reason: 'Filing time limit passed',
      carc: '29',
      scope: [
        { field: 'payer', op: 'is', value: 'harbor-state-medicaid' },
        { field: 'daysToSubmission', op: 'above', value: 30 },
      ],
      status: 'active',
      found: true,
    })
    expect(late.rate).toBeGreaterThan(late.restRate!)
    expect(late.q).toBeLessThan(0.05)
    expect(patterns.some(({ scope }) => scope.length === 0)).toBe(true)
    expect(search!.found).toBe(patterns.filter(({ scope, found }) => found && scope.length > 0).length)

    const text = await overturn(['detect', ...data])
    expect(text.stdout).toMatch(/^0 new patterns, 0 imported ones adopted\.\n\nSearched [\d,]+ claims served from 2024-/)
    expect(text.stdout).toMatch(
      /Harbor State Medicaid denies claims submitted more than 30 days after the service, for the reason “Filing time limit passed” +\d+ +\d+/,
    )
  })
})
