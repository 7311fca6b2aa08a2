import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjudicate, imbalanceOf } from '../../src/adjudication/rules.ts'
import { addMonths } from '../../src/dates.ts'
import { collect, isDuplicate, recordsOf } from './collect.ts'

const { records, histories } = collect({ claims: 4000 })
const claims = recordsOf(records, 'claim')
const decisions = recordsOf(records, 'decision')

describe('claims', () => {
  it('are numbered in the order of submission and add up', () => {
    expect(claims.map(({ id }) => id)).toEqual(claims.map((_, index) => `DEMO-${String(index + 1).padStart(7, '0')}`))
    for (const [index, claim] of claims.entries()) {
      expect(claim.lines.length).toBeGreaterThanOrEqual(1)
      expect(claim.lines.length).toBeLessThanOrEqual(4)
      expect(claim.billed).toBe(claim.lines.reduce((sum, { billed }) => sum + billed, 0))
      expect(claim.procedureCodes).toEqual(claim.lines.map(({ procedureCode }) => procedureCode))
      expect((claim.submissionDate ?? '') > (claim.serviceDate ?? '')).toBe(true)
      expect((claim.submissionDate ?? '') >= (claims[index - 1]?.submissionDate ?? '')).toBe(true)
    }
  })

  it('name only payers and providers that were introduced before', () => {
    const payers = new Set(recordsOf(records, 'payer').map(({ id }) => id))
    const providers = new Set(recordsOf(records, 'provider').map(({ id }) => id))
    expect(records.findIndex(({ kind }) => kind === 'claim')).toBeGreaterThan(records.findLastIndex(({ kind }) => kind === 'provider'))
    for (const { payerId, providerId, renderingProviderId } of [...claims, ...decisions]) {
      expect(payers).toContain(payerId)
      expect(providers).toContain(providerId)
      expect(providers).toContain(renderingProviderId)
    }
  })

  it('sent twice repeat the content and are denied as duplicates', () => {
    const duplicates = histories.filter(isDuplicate)
    expect(duplicates.length).toBeGreaterThan(5)
    for (const { claim } of duplicates) {
      const same = claims.filter(
        (other) => other.patient.memberId === claim.patient.memberId && other.serviceDate === claim.serviceDate && other.billed === claim.billed,
      )
      expect(same.length).toBeGreaterThan(1)
    }
  })
})

describe('decisions', () => {
  it('balance to the cent on every line and claim, whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const decision of recordsOf(collect({ seed, claims: 300, months: 6 }).records, 'decision')) {
          expect(decision.imbalance).toBe(0)
          for (const line of decision.lines) {
            expect(imbalanceOf(line.charge, line.paid, line.adjustments)).toBe(0)
            expect(line.imbalance).toBe(0)
          }
          const all = [...decision.adjustments, ...decision.lines.flatMap(({ adjustments }) => adjustments)]
          expect(imbalanceOf(decision.charge, decision.paid, all)).toBe(0)
          expect(decision.charge).toBe(decision.lines.reduce((sum, { charge }) => sum + charge, 0))
          expect(decision.patientResponsibility).toBe(all.reduce((sum, { group, amount }) => (group === 'PR' ? sum + amount : sum), 0))
          expect(Number.isSafeInteger(decision.paid)).toBe(true)
        }
      }),
      { numRuns: 8 },
    )
  })

  it('carry the verdicts of the rules', () => {
    for (const decision of decisions) {
      const { verdict, lineVerdicts } = adjudicate({ ...decision, remarks: decision.remarks.map(({ code }) => code) })
      expect(decision.verdict).toEqual(verdict)
      expect(decision.lines.map((line) => line.verdict)).toEqual(lineVerdicts)
    }
  })

  it('come after the submission, in order, and pay a claim at most once', () => {
    for (const { claim, decisions: own } of histories) {
      const dates = [claim.submissionDate, ...own.map(({ decidedOn }) => decidedOn)]
      expect(dates).toEqual([...dates].sort())
      expect(own.reduce((sum, { paid }) => sum + paid, 0)).toBeLessThanOrEqual(claim.billed)
    }
  })

  it('are taken back by their exact opposite', () => {
    const reversed = histories.filter(({ decisions: own }) => own.some(({ decisionKind }) => decisionKind === 'reversal'))
    expect(reversed.length).toBeGreaterThan(20)
    for (const {
      decisions: [first, reversal, again],
    } of reversed) {
      expect(reversal).toMatchObject({ decisionKind: 'reversal', statusCode: '22', charge: -(first?.charge ?? 0), decidedOn: again?.decidedOn })
      expect((first?.paid ?? 0) + (reversal?.paid ?? 0)).toBe(0)
      expect(again?.decisionKind).toBe('original')
    }
  })

  it('are of every kind', () => {
    expect(new Set(decisions.map(({ statusCode }) => statusCode))).toEqual(new Set(['1', '2', '4', '19', '22', '25']))
    expect(new Set(decisions.map(({ frequencyCode }) => frequencyCode))).toEqual(new Set(['1', '7']))
  })
})

describe('remittances', () => {
  const remittances = recordsOf(records, 'remittance')
  const plb = recordsOf(records, 'plb')

  it('hold the decisions of one payer and one day, and balance with their provider level adjustments', () => {
    expect(new Set(decisions.map(({ remittance }) => remittance))).toEqual(new Set(remittances.map(({ ref }) => ref)))
    for (const { ref, payment, payerId, paymentDate } of remittances) {
      const own = decisions.filter(({ remittance }) => remittance === ref)
      expect(new Set(own.map((decision) => `${decision.payerId} ${decision.decidedOn}`))).toEqual(new Set([`${payerId} ${paymentDate}`]))
      const level = plb.filter(({ remittance }) => remittance === ref).reduce((sum, { amount }) => sum + amount, 0)
      expect(payment).toBe(own.reduce((sum, { paid }) => sum + paid, 0) - level)
    }
    expect(new Set(remittances.map(({ traceNumber }) => traceNumber)).size).toBe(remittances.length)
    expect(new Set(plb.map(({ reasonCode }) => reasonCode))).toEqual(new Set(['L6', 'WO']))
  })
})

describe('time', () => {
  it('ends with asOf: nothing that happened is dated later', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 3000 }), (seed, shift) => {
        const asOf = new Date(Date.UTC(2022, 0, 1 + shift)).toISOString().slice(0, 10)
        const first = addMonths(asOf, -6)
        const all = collect({ seed, claims: 150, months: 6, asOf })
        for (const { submissionDate, appeals } of recordsOf(all.records, 'claim')) {
          expect((submissionDate ?? '') > first && (submissionDate ?? '') <= asOf).toBe(true)
          // A deadline may lie ahead; it is no event.
          for (const { filedOn, decidedOn } of appeals) expect([filedOn ?? '', decidedOn ?? ''].every((date) => date <= asOf)).toBe(true)
        }
        for (const { decidedOn, receivedOn } of recordsOf(all.records, 'decision'))
          expect((decidedOn ?? '') <= asOf && (receivedOn ?? '') <= (decidedOn ?? '')).toBe(true)
        for (const { paymentDate } of recordsOf(all.records, 'remittance')) expect((paymentDate ?? '') <= asOf).toBe(true)
        for (const { body } of recordsOf(all.records, 'learning_event')) expect(String(body.timestamp).slice(0, 10) <= asOf).toBe(true)
      }),
      { numRuns: 10 },
    )
  })
})
