import { describe, expect, it } from 'vitest'
import { daysBetween } from '../../src/dates.ts'
import { payers } from '../../src/synthetic/payers.ts'
import { AS_OF, collect } from './collect.ts'

const { truth, histories } = collect({ claims: 20_000, seed: 1 })

const MATURE_DAYS = 120
const mature = histories.filter(
  ({ claim, decisions }) => claim.use === 'claim' && decisions.length > 0 && daysBetween(claim.serviceDate ?? AS_OF, AS_OF) > MATURE_DAYS,
)
const between = (value: number, low: number, high: number) => expect(value >= low && value <= high, `${value} should be from ${low} to ${high}`).toBe(true)
const share = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length / items.length
const lineDenied = ({ decisions: [first] }: (typeof histories)[number]) =>
  first?.lines.filter(({ verdict }) => verdict.denied && !verdict.duplicate).length ?? 0

describe('the group looks like one', () => {
  it('is denied at first as often as practices are, in full or in part', () => {
    between(
      share(mature, (history) => lineDenied(history) > 0),
      0.11,
      0.16,
    )
    between(
      share(mature, (history) => lineDenied(history) === history.claim.lines.length),
      0.095,
      0.14,
    )
    between(truth.partiallyDenied / truth.decided, 0.02, 0.06)
  })

  it('wins a good part of it back, and is paid about half of what it charges', () => {
    between(truth.overturned / (truth.denied + truth.partiallyDenied), 0.25, 0.35)
    expect(truth.finallyDenied / truth.denied).toBeLessThan(0.8)
    between(Number(truth.cash.paid) / Number(truth.cash.decided), 0.45, 0.6)
  })

  it('bills about two lines a claim, on weekdays, and more as it grows', () => {
    between(histories.reduce((sum, { claim }) => sum + claim.lines.length, 0) / histories.length, 1.7, 2.3)
    between(
      share(histories, ({ claim }) => [0, 6].includes(new Date(`${claim.serviceDate}T00:00:00Z`).getUTCDay())),
      0.01,
      0.08,
    )
    const half = histories.filter(({ claim }) => daysBetween(claim.submissionDate ?? AS_OF, AS_OF) < 274).length
    between(half / histories.length, 0.51, 0.6)
  })

  it('waits for each payer as long as that payer takes', () => {
    for (const {
      id,
      lag: [median],
    } of payers) {
      const waits = mature
        .filter(({ claim }) => claim.payerId === id)
        .map(({ claim, decisions: [first] }) => daysBetween(claim.serviceDate ?? '', first?.decidedOn ?? ''))
        .sort((left, right) => left - right)
      between(waits[Math.floor(waits.length / 2)] ?? 0, median, median + 5)
      expect((waits[Math.floor(waits.length * 0.98)] ?? 0) / median, id).toBeGreaterThan(1.6)
    }
  })

  it('waits still for most of what it did last week', () => {
    const recent = histories.filter(({ claim }) => daysBetween(claim.serviceDate ?? '', AS_OF) <= 7)
    expect(share(recent, ({ decisions }) => decisions.length === 0)).toBeGreaterThan(0.8)
  })

  it('has many reasons, none of them more than a fifth', () => {
    const total = truth.denialsByReason.reduce((sum, { claims }) => sum + claims, 0)
    expect(truth.denialsByReason.length).toBeGreaterThanOrEqual(15)
    for (const { claims } of truth.denialsByReason) expect(claims / total).toBeLessThan(0.2)
  })
})
