import { describe, expect, it } from 'vitest'
import type { ImpactDetail, ImpactPayments, LedgerOutput } from '../../../packages/core/src/impact/schemas.ts'
import { overturn, useData } from './overturn.ts'

const data = ['--data-dir', useData(), '--as-of', '2026-03-31']
const json = async <Shape>(...words: string[]) => JSON.parse((await overturn([...words, '--json', ...data])).stdout) as Shape

describe('overturn impact', { timeout: 240_000 }, () => {
  it('shows what came of what was recorded, and the payments behind it', async () => {
    expect((await overturn(['generate', '--claims', '600', '--months', '8', ...data])).code).toBe(0)
    expect((await overturn(['detect', '--minimum-denials', '2', ...data])).code).toBe(0)
    const { patterns } = await json<{ patterns: { id: string }[] }>('patterns')
    const { id } = patterns[0]!
    expect((await overturn(['actions', 'record', id, '--kind', 'staff_training', '--happened-on', '2025-10-01', ...data])).code).toBe(0)

    const ledger = await json<LedgerOutput>('impact')
    expect(ledger.patterns).toMatchObject([{ patternId: id, intervention: '2025-10-01' }])
    expect((await overturn(['impact', ...data])).stdout).toMatch(
      /^Verified cash +\$[\d,.]+ in \d+ payments?\nDenials avoided [^]*The two are never added up\.\n\nPattern +Title/,
    )

    const impact = await json<ImpactDetail>('impact', 'show', id)
    expect((await overturn(['impact', 'show', id, ...data])).stdout).toMatch(
      new RegExp(`^Pattern +${id}: [^]*staff training on 2025-10-01[^]*Difference in differences`),
    )

    const paid = await json<ImpactPayments>('impact', 'payments', id, '--limit', '3')
    expect({ amount: paid.total, payments: paid.pagination.total }).toEqual(impact.verified)
  })

  it('refuses what is nothing to it', async () => {
    expect(await overturn(['impact', 'add', ...data])).toMatchObject({
      code: 2,
      stderr: '"add" is nothing to do with the ledger; there are: ledger, show, payments.\n',
    })
    expect((await overturn(['impact', 'show', ...data])).code).toBe(2)
    expect(await overturn(['impact', 'show', 'nothing', ...data])).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no pattern "nothing"') })
  })
})
