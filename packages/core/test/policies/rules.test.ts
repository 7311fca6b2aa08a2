import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type IsoDate } from '../../src/dates.ts'
import { policyFields, policyWindow, type PolicyCounts } from '../../src/policies/rules.ts'

const counts: PolicyCounts = {
  isMatched: true,
  claims: 400,
  hits: 80,
  denied: 20,
  dollarsDenied: 123_456,
  appealed: 8,
  decided: 5,
  overturned: 2,
  withoutModifier: 7,
  withoutModifierDenied: 6,
  providers: 3,
  insights: 1,
  trendRecent: { claims: 100, denied: 30, dollars: 0 },
  trendPrevious: { claims: 100, denied: 10, dollars: 0 },
}
const window = policyWindow('2026-05-31')

describe('the metrics of a policy', () => {
  it('look back three months of service, today among them', () => {
    expect(window).toEqual({ start: '2026-03-01', end: '2026-06-01' })
    expect(policyWindow('2026-06-15')).toEqual({ start: '2026-03-16', end: '2026-06-16' })
  })

  it('are what their counts say', () => {
    expect(policyFields(counts, window)).toEqual({
      hit_rate: 20,
      denial_rate: 25,
      appeal_rate: 40,
      overturn_rate: 40,
      impact: '1234.56',
      insight_count: 1,
      providers_impacted: 3,
      trend: 'up',
      claim_count: 400,
      hit_count: 80,
      denied_count: 20,
      appealed_claim_count: 8,
      appeal_decided_claim_count: 5,
      overturned_claim_count: 2,
      without_modifier_count: 7,
      without_modifier_denied_count: 6,
      computation_period_start: '2026-03-01',
      computation_period_end: '2026-06-01',
    })
  })

  it.each([
    [
      { claims: 0, hits: 0, denied: 0 },
      { hit_rate: null, denial_rate: null, appeal_rate: null },
    ],
    [
      { denied: 0, appealed: 0 },
      { denial_rate: 0, appeal_rate: null },
    ],
    [{ decided: 0, overturned: 0 }, { overturn_rate: null }],
    [{ trendRecent: null, trendPrevious: null }, { trend: 'stable' }],
    [{ trendRecent: { claims: 19, denied: 19, dollars: 0 } }, { trend: 'stable' }],
  ])('have no rate without a denominator, and no trend of few claims: %j', (change, expected) => {
    expect(policyFields({ ...counts, ...change }, window)).toMatchObject(expected)
  })

  it('are all unknown of a policy that matches nothing', () => {
    expect(new Set(Object.values(policyFields({ ...counts, isMatched: false }, window)))).toEqual(new Set([null]))
  })

  it('never leave 0 to 100, and take about three months, whatever the day', () => {
    const day = fc.integer({ min: 0, max: 5000 }).map((days): IsoDate => addDays('2020-01-01', days))
    fc.assert(
      fc.property(day, fc.nat(500), fc.nat(500), fc.nat(500), (today, claims, hits, denied) => {
        const nested = { claims, hits: Math.min(claims, hits), denied: Math.min(claims, hits, denied) }
        const { hit_rate: hitRate, denial_rate: denialRate } = policyFields({ ...counts, ...nested }, policyWindow(today))
        for (const rate of [hitRate, denialRate]) expect(rate ?? 0).toSatisfy((value: number) => value >= 0 && value <= 100)
        expect(hitRate === null).toBe(claims === 0)
        const { start, end } = policyWindow(today)
        expect(end).toBe(addDays(today, 1))
        expect(daysBetween(start, end)).toBeGreaterThanOrEqual(89)
        expect(daysBetween(start, end)).toBeLessThanOrEqual(93)
      }),
    )
  })
})
