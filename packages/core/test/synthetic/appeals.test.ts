import { describe, expect, it } from 'vitest'
import { collect } from './collect.ts'

const { histories } = collect({ claims: 6000 })
const appealed = histories.filter(({ claim }) => claim.appeals.length > 0)

describe('appeals', () => {
  it('follow a denial, in time, level by level', () => {
    expect(appealed.length).toBeGreaterThan(50)
    for (const {
      claim: { appeals },
      decisions: [first],
    } of appealed) {
      expect(first?.lines.some(({ verdict }) => verdict.denied)).toBe(true)
      expect(appeals.map(({ level }) => level)).toEqual(appeals.map((_, index) => index + 1))
      for (const { filedOn, deadline, decidedOn } of appeals) {
        expect((filedOn ?? '') > (first?.decidedOn ?? '')).toBe(true)
        expect((filedOn ?? '') <= (deadline ?? '')).toBe(true)
        if (decidedOn) expect(decidedOn > (filedOn ?? '')).toBe(true)
      }
    }
  })

  it('that are won are paid on the day of the outcome, by what was recovered', () => {
    const won = appealed.filter(({ claim }) => claim.appeals.some(({ outcome }) => outcome === 'overturned' || outcome === 'partially_overturned'))
    expect(won.length).toBeGreaterThan(20)
    for (const { claim, decisions } of won) {
      const appeal = claim.appeals.at(-1)
      const last = decisions.at(-1)
      expect(last?.decidedOn).toBe(appeal?.decidedOn)
      expect(appeal?.recovered).toBe((last?.paid ?? 0) - (decisions[0]?.paid ?? 0))
      expect(last?.lines.some(({ verdict }) => verdict.denied)).toBe(appeal?.outcome === 'partially_overturned')
    }
  })

  it('that are open or lost change nothing', () => {
    const lost = appealed.filter(({ claim }) => claim.appeals.every(({ outcome }) => outcome === 'upheld' || outcome === 'pending'))
    expect(lost.length).toBeGreaterThan(20)
    for (const { claim, decisions } of lost) {
      expect(decisions).toHaveLength(1)
      for (const { outcome, decidedOn } of claim.appeals) expect(decidedOn === null).toBe(outcome === 'pending')
    }
  })
})
