import { describe, expect, it } from 'vitest'
import type { Bridge, BridgeClaims } from '../../../packages/core/src/measures/bridge/schemas.ts'
import type { Cash } from '../../../packages/core/src/measures/cash/schemas.ts'
import type { Dashboard } from '../../../packages/core/src/measures/dashboard/schemas.ts'
import type { Revenue } from '../../../packages/core/src/measures/revenue/schemas.ts'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData(), '--as-of', '2026-03-31']
const json = async <Shape>(...words: string[]) => JSON.parse((await overturn([...words, '--json', ...data])).stdout) as Shape

describe('overturn bridge, cash and revenue', { timeout: 180_000 }, () => {
  it('show what the numbers of the dashboard are made of', async () => {
    expect((await overturn(['generate', '--claims', '600', '--months', '6', ...data])).code).toBe(0)
    const dashboard = await json<Dashboard>('dashboard', '--days', '90')

    const shown = await overturn(['bridge', ...data])
    expect(shown).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Claims submitted from 2026-01-01 until before 2026-04-01\n\nDefinition .*\ninitial +Initial/),
    })
    expect(shown.stdout).toMatch(/^status_denied +Status "denied" over all claims +[\d,]+ of [\d,]+ +[\d.]+ %$/m)
    expect(shown.stdout).toMatch(/^pending +no decision yet \([\d,]+ claims?\) +−[\d,]+ +[\d,]+ of [\d,]+ +[\d.]+ %$/m)
    const bridge = await json<Bridge>('bridge', '--days', '90', '--from', 'status_denied', '--to', 'initial')
    expect(bridge.waterfall.to).toMatchObject({ numerator: dashboard.deniedClaims, denominator: dashboard.adjudicatedClaims, rate: dashboard.denialRate })

    const pending = await json<BridgeClaims>('bridge', 'claims', 'pending', '--limit', '5')
    expect(pending.pagination.total).toBe(dashboard.pendingClaims)
    const listed = await overturn(['bridge', 'claims', 'pending', '--limit', '5', ...data])
    expect(listed.stdout).toMatch(/^no decision yet: claims submitted from 2026-01-01 until before 2026-04-01\n\nClaim /)
    expect(listed.stdout).toMatch(/ pending +– .* counted +left out\n/)

    const cash = await json<Cash>('cash', '--days', '90')
    expect([cash.total, cash.paymentsTotal]).toEqual([dashboard.cashRecovered, dashboard.cashRecovered])
    expect((await overturn(['cash', '--days', '90', '--limit', '3', ...data])).stdout).toMatch(
      /^Cash recovered from 2026-01-01 until before 2026-04-01: \$[\d,.]+\n\nPaid on /,
    )

    const revenue = await json<Revenue>('revenue')
    expect(revenue.amount).toBe(dashboard.revenueRecovered)
    expect((await overturn(['revenue', ...data])).stdout).toMatch(/^Revenue recovered, an estimate of denials avoided: \$[^]*\nPattern +Title +Baseline/)
  })

  it('refuse what is nothing to them', async () => {
    expect(await overturn(['bridge', 'build', ...data])).toMatchObject({ code: 2, stderr: '"build" is nothing to do with a bridge; it is "claims".\n' })
    expect(await overturn(['bridge', 'claims', ...data])).toMatchObject({ code: 2, stderr: '<step> is missing: overturn bridge claims <step>.\n' })
    expect(await overturn(['bridge', 'claims', 'by_line', ...data])).toMatchObject({ code: 2, stderr: expect.stringContaining('is no step from') })
    expect((await overturn(['bridge', '--from', 'nowhere', ...data])).code).toBe(2)
    expect((await overturn(['cash', '--start', '2026-01-01', ...data])).code).toBe(2)
  })
})
