import { describe, expect, it } from 'vitest'
import { adjudicate, imbalanceOf } from '../../src/adjudication/rules.ts'
import type { DecisionRecord } from '../../src/imports/records.ts'
import { payerHabits } from '../../src/synthetic/habits.ts'
import { collect } from './collect.ts'

const { histories } = collect({ claims: 4000 })
const asSent = payerHabits(11)
const sent = histories.map(({ decisions }, number) => ({ decided: decisions, sent: asSent(decisions, number) }))
const of = (payerId: string) =>
  sent
    .flatMap((history) => history.sent.map((decision, index) => ({ sent: decision, decided: history.decided[index]! })))
    .filter(({ decided }) => decided.payerId === payerId)
const modifiersOf = (decision: DecisionRecord) => decision.lines.flatMap(({ modifiers }) => modifiers)

describe('the habits of payers', () => {
  it('change no amount, no reason and no verdict of a claim', () => {
    for (const { sent: now, decided: before } of sent.flatMap((history) =>
      history.sent.map((decision, index) => ({ sent: decision, decided: history.decided[index]! })),
    )) {
      const { lines: _, payerControlNumber: __, ...rest } = now
      expect(before).toMatchObject(rest)
      const sums = ({ lines }: DecisionRecord) => {
        const by = new Map<string, number>()
        for (const line of lines)
          for (const { group, carc, amount } of line.adjustments)
            by.set(`${line.procedureCode} ${group} ${carc}`, (by.get(`${line.procedureCode} ${group} ${carc}`) ?? 0) + amount)
        return [
          lines.reduce((sum, { charge }) => sum + charge, 0),
          lines.reduce((sum, { paid }) => sum + paid, 0),
          lines.reduce((sum, { allowed }) => sum + (allowed ?? 0), 0),
          ...[...by].filter(([, amount]) => amount !== 0),
        ]
      }
      expect(sums(now)).toEqual(sums(before))
      expect(now.lines.map(({ verdict }) => verdict)).toEqual(adjudicate({ ...now, remarks: [] }).lineVerdicts)
      for (const line of now.lines) expect(imbalanceOf(line.charge, line.paid, line.adjustments)).toBe(0)
    }
  })

  it('are the same for the same seed, and for a reversal as for what it takes back', () => {
    expect(histories.map(({ decisions }, number) => payerHabits(11)(decisions, number))).toEqual(sent.map((history) => history.sent))
    const reversals = sent.filter((history) => history.sent[1]?.decisionKind === 'reversal')
    expect(reversals.length).toBeGreaterThan(20)
    for (const {
      sent: [first, reversal],
    } of reversals)
      expect(reversal!.lines.map(({ charge, paid, controlNumber, modifiers }) => [charge, paid, controlNumber, modifiers])).toEqual(
        first!.lines.map(({ charge, paid, controlNumber, modifiers }) => [-charge || 0, -paid || 0, controlNumber, modifiers]),
      )
  })

  it('split lines of several units, and keep their control number', () => {
    const split = of('union-prairie-plan').filter(({ sent: now, decided }) => now.lines.length > decided.lines.length)
    expect(split.length).toBeGreaterThan(5)
    for (const { sent: now, decided } of split) {
      expect(new Set(now.lines.map(({ controlNumber }) => controlNumber))).toEqual(new Set(decided.lines.map(({ controlNumber }) => controlNumber)))
      expect(now.lines.map(({ lineNumber }) => lineNumber)).toEqual(now.lines.map((_, index) => index + 1))
    }
  })

  it('lose line numbers, modifiers and dates', () => {
    const medicaid = of('harbor-state-medicaid')
    const without = medicaid.filter(({ sent: now }) => now.lines.every(({ controlNumber }) => controlNumber === null)).length / medicaid.length
    expect(without).toBeGreaterThan(0.5)
    expect(without).toBeLessThan(0.7)
    expect(medicaid.every(({ sent: now }) => now.lines.every(({ serviceDate }) => serviceDate === null) && now.serviceDate !== null)).toBe(true)
    expect(of('silver-oak-advantage').flatMap(({ decided }) => modifiersOf(decided))).toContain('GP')
    expect(of('silver-oak-advantage').flatMap(({ sent: now }) => modifiersOf(now))).not.toContain('GP')
  })

  it('give a later decision a number of its own where the payer does so', () => {
    const federal = sent.filter(
      (history) => history.decided[0]?.payerId === 'federal-senior-plan' && history.sent.filter(({ payerRank }) => payerRank === 'primary').length > 1,
    )
    expect(federal.length).toBeGreaterThan(3)
    for (const {
      sent: [first, ...later],
    } of federal)
      for (const decision of later) {
        if (decision.decisionKind === 'original') expect(decision.payerControlNumber).not.toBe(first!.payerControlNumber)
        else expect(decision.payerControlNumber).toBe(first!.payerControlNumber)
      }
  })
})
