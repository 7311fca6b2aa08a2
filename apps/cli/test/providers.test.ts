import { describe, expect, it } from 'vitest'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData(), '--as-of', '2026-03-31']

describe('overturn providers', { timeout: 180_000 }, () => {
  it('computes them, lists them by what their case mix explains, and shows one', async () => {
    expect((await overturn(['generate', '--claims', '600', '--months', '12', ...data])).code).toBe(0)
    // What has never been computed is computed with the claims; from then on by its job, or on request.
    const before = await overturn(['providers', ...data])
    expect(before.stdout).toMatch(/^Claims served from 2025-04-01 until before 2026-04-01/)
    const refreshed = await overturn(['providers', 'refresh', ...data])
    expect(refreshed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ providers computed\.\n$/) })

    const listed = await overturn(['providers', '--sort', 'claims', '--json', ...data])
    const { providers } = JSON.parse(listed.stdout) as { providers: { id: string; name: string; claimCount: number; verdict: string }[] }
    const [first] = providers
    expect(providers.some(({ verdict }) => verdict === 'not_enough_claims' || verdict === 'as_expected')).toBe(true)
    const page = await overturn(['providers', ...data])
    expect(page.stdout).toMatch(/^Claims served from 2025-04-01 until before 2026-04-01, each under the provider who rendered/)
    expect(page.stdout).not.toContain('nothing is computed yet')
    expect(page.stdout).toMatch(/\d+\.\d\d \(\d+\.\d\d to \d+\.\d\d\)/)
    const shown = await overturn(['provider', first!.id, ...data])
    expect(shown.stdout.startsWith(`${first!.name} (${first!.id})\n\nServed from 2025-04-01 until before 2026-04-01\n`)).toBe(true)
    expect(shown.stdout).toMatch(new RegExp(`Denials +\\d+ of ${first!.claimCount} claims`))
    expect(shown.stdout).toMatch(/Week of +Claims/)
  })

  it('refuses another word, another order and another provider', async () => {
    expect((await overturn(['providers', 'forget', ...data])).code).toBe(2)
    expect((await overturn(['providers', '--sort', 'rate', ...data])).code).toBe(2)
    expect(await overturn(['provider', 'NOBODY', ...data])).toMatchObject({ code: 2, stderr: expect.stringMatching(/There is no provider "NOBODY"/) })
  })
})
