import { describe, expect, it } from 'vitest'
import { decimalText } from '../../src/money.ts'
import { linesInScope } from '../../src/patterns/scope/meets.ts'
import { collect, isDuplicate, recordsOf, type ClaimHistory } from './collect.ts'

const { records, truth, histories } = collect({ claims: 5000, seed: 23 })
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const deniedLines = ({ decisions: [first] }: ClaimHistory) => first?.lines.filter(({ verdict }) => verdict.denied) ?? []
const decisions = recordsOf(records, 'decision')

const claims = histories.filter(({ claim }) => claim.use === 'claim')
const decided = claims.filter((history) => history.decisions.length > 0 && !isDuplicate(history))
const denied = decided.filter((history) => deniedLines(history).length === history.claim.lines.length)
const partially = decided.filter((history) => deniedLines(history).length > 0 && deniedLines(history).length < history.claim.lines.length)

/** Counted again from the records, without the generator's own tally. */
describe('the truth', () => {
  it('counts claims', () => {
    expect(truth).toMatchObject({
      claims: histories.length,
      predeterminations: histories.length - claims.length,
      pending: claims.filter((history) => history.decisions.length === 0).length,
      duplicates: claims.filter(isDuplicate).length,
      decided: decided.length,
      denied: denied.length,
      partiallyDenied: partially.length,
    })
  })

  it('counts what became of the denied', () => {
    const later = ({ decisions: own }: ClaimHistory) => own.slice(1).filter(({ payerRank }) => payerRank === 'primary')
    const touched = [...denied, ...partially]
    expect(truth.overturned).toBe(touched.filter((history) => sum(later(history).map(({ paid }) => paid)) > 0).length)
    expect(truth.cash.recovered).toBe(decimalText(sum(touched.flatMap((history) => later(history).map(({ paid }) => paid)))))
    expect(truth.finallyDenied).toBe(touched.filter(({ decisions: own }) => own.at(-1)?.lines.every(({ verdict }) => verdict.denied)).length)
  })

  it('counts decisions, appeals and remittances', () => {
    for (const kind of ['reversal', 'predetermination'] as const)
      expect(truth.decisions[kind]).toBe(decisions.filter(({ decisionKind }) => decisionKind === kind).length)
    expect(truth.decisions.secondary).toBe(decisions.filter(({ payerRank }) => payerRank === 'secondary').length)
    expect(sum(Object.values(truth.decisions))).toBe(decisions.length)
    const outcomes = histories.flatMap(({ claim }) => claim.appeals.map(({ outcome }) => outcome))
    for (const [outcome, count] of Object.entries(truth.appeals)) expect(count).toBe(outcomes.filter((one) => one === outcome).length)
    expect(truth.remittances).toBe(recordsOf(records, 'remittance').length)
    expect(truth.providerLevelAdjustments).toBe(recordsOf(records, 'plb').length)
  })

  it('counts money', () => {
    expect(truth.cash).toMatchObject({
      submitted: decimalText(sum(histories.map(({ claim }) => claim.billed))),
      decided: decimalText(sum(decided.map(({ claim }) => claim.billed))),
      paid: decimalText(sum(decisions.map(({ paid }) => paid))),
      providerLevel: decimalText(sum(recordsOf(records, 'plb').map(({ amount }) => amount))),
      remitted: decimalText(sum(recordsOf(records, 'remittance').map(({ payment }) => payment))),
    })
  })

  it('counts denials by reason', () => {
    const byReason = new Map<string, { claims: Set<string | null>; charges: number[] }>()
    for (const history of claims) {
      for (const { verdict, charge } of deniedLines(history)) {
        const count = byReason.get(verdict.reason ?? '') ?? { claims: new Set(), charges: [] }
        count.claims.add(history.claim.id)
        count.charges.push(charge)
        byReason.set(verdict.reason ?? '', count)
      }
    }
    expect(truth.denialsByReason).toHaveLength(byReason.size)
    for (const { reason, ...count } of truth.denialsByReason) {
      const own = byReason.get(reason)
      expect(count).toEqual({ claims: own?.claims.size, lines: own?.charges.length, charge: decimalText(sum(own?.charges ?? [])) })
    }
  })

  it('counts months of service', () => {
    const months = Map.groupBy(claims, ({ claim }) => claim.serviceDate!.slice(0, 7))
    expect(truth.byServiceMonth).toEqual(
      [...months]
        .sort(([left], [right]) => left.localeCompare(right))
        .map(([month, own]) => ({
          month,
          claims: own.length,
          denied: own.filter((history) => denied.includes(history)).length,
          paid: decimalText(sum(own.flatMap((history) => history.decisions.map(({ paid }) => paid)))),
        })),
    )
  })

  it('counts every planted pattern', () => {
    for (const { scope, reason, population, denials } of truth.patterns) {
      const inScope = decided.filter(({ claim }) => linesInScope(scope, claim).length > 0)
      const hit = inScope.filter(({ claim, decisions: [first] }) =>
        linesInScope(scope, claim).some((line) => first?.lines.find(({ lineNumber }) => lineNumber === line)?.verdict.reason === reason),
      )
      expect([population, denials]).toEqual([inScope.length, hit.length])
    }
  })
})
