import type { News } from '@overturn/core/visits/schemas'
import { describe, expect, it, vi } from 'vitest'
import { formatCount, formatMoney, plural } from '../../app/utils/format.ts'
import { newsItems } from '../../app/utils/news.ts'

// Nuxt gives these to every file by their names.
vi.stubGlobal('formatCount', formatCount)
vi.stubGlobal('formatMoney', formatMoney)
vi.stubGlobal('plural', plural)

const NOTHING: News = {
  imports: { files: 0, newClaims: 0, changedClaims: 0, decisions: 0, failed: 0 },
  window: { start: '2026-03-20', end: '2026-04-01' },
  cashRecovered: 0,
  appealsDecided: { count: 0, won: 0 },
  patterns: { found: 0, changed: 0, first: [], improving: 0, resolved: 0, returned: 0, turned: [] },
  rateChanges: { up: 0, down: 0, first: [] },
  checksReleased: 0,
  alertsRaised: 0,
  failedRuns: 0,
}
const said = (news: Partial<News>) => newsItems({ ...NOTHING, ...news }).map(({ text, to }) => [text, to])

describe('the news since the last visit', () => {
  it('are none where nothing has happened', () => {
    expect(said({})).toEqual([])
  })

  it('say how many, and lead to what they speak of; what asks for somebody comes first', () => {
    expect(
      said({
        imports: { files: 1, newClaims: 1_200, changedClaims: 3, decisions: 1, failed: 0 },
        cashRecovered: 85.5,
        failedRuns: 1,
        patterns: { ...NOTHING.patterns, found: 1, first: [{ id: 'PTN 1', title: 'Authorization absent' }] },
      }),
    ).toEqual([
      ['1 job failed', '/jobs'],
      ['$85.50 recovered in cash', '/impact'],
      ['1 pattern found: Authorization absent', '/patterns/PTN%201'],
      ['1 file imported: 1,200 new claims, 3 changed, 1 decision', '/imports'],
    ])
  })

  it('name the latest change of a rate', () => {
    const first = [
      { id: 1, subject: 'payer_reason', direction: 'up', payerId: 'P1', payerName: 'Harbor', denialReason: 'Authorization absent', patternId: null } as const,
    ]
    expect(said({ rateChanges: { up: 1, down: 1, first } })).toEqual([
      ['2 denial rates changed, the latest a rise of Authorization absent at Harbor', '/patterns?sort=recency'],
    ])
  })

  it('tell what got better and what got worse again, the only one by its title', () => {
    const turned = [
      { id: 'PTN-1', title: 'Authorization absent', to: 'resolved' as const },
      { id: 'PTN-2', title: 'Bundled', to: 'improving' as const },
      { id: 'PTN-3', title: 'Not covered', to: 'improving' as const },
    ]
    expect(said({ patterns: { ...NOTHING.patterns, resolved: 1, improving: 2, returned: 1, turned } })).toEqual([
      ['1 pattern resolved: Authorization absent', '/patterns/PTN-1'],
      ['2 patterns improving', '/patterns?status=improving'],
      ['1 pattern worse again', '/patterns?sort=recency'],
    ])
  })

  it('tell money that was taken back too', () => {
    expect(said({ cashRecovered: -20 })).toEqual([['-$20.00 recovered in cash', '/impact']])
  })
})
