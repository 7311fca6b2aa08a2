import { describe, expect, it } from 'vitest'
import { fhirImporter } from '../../../src/imports/formats/fhir/importer.ts'
import type { DecisionRecord } from '../../../src/imports/records.ts'
import { collect, recordsOf } from '../../synthetic/collect.ts'
import { GROUP, issuesIn, readBack, written } from '../written.ts'

const read = await readBack(await written('fhir'), fhirImporter)
const { histories } = collect(GROUP)
const claims = recordsOf(read, 'claim').filter(({ isPart }) => !isPart)
const decisions = recordsOf(read, 'decision')
const givenFirst = (name: string | null) => (name ?? '').split(', ').reverse().join(' ')

describe('FHIR', () => {
  it('gives each claim as it was submitted', () => {
    const facts = claims.map((claim) => ({
      number: claim.patientControlNumber,
      use: claim.use,
      type: claim.claimType,
      payer: claim.payerId,
      patient: claim.patient,
      payers: claim.payers?.map(({ rank, payerId, memberId }) => [rank, payerId, memberId]),
      dates: [claim.serviceDate, claim.serviceDateEnd, claim.submissionDate],
      billed: claim.billed,
      lines: claim.lines.map(({ procedureCode, modifiers, diagnosisCodes, units, placeOfService, billed }) => [
        procedureCode,
        modifiers,
        diagnosisCodes,
        units,
        placeOfService,
        billed,
      ]),
    }))
    const expected = histories.map(({ claim }) => ({
      number: claim.patientControlNumber,
      use: claim.use,
      type: claim.claimType,
      payer: claim.payerId,
      patient: { ...claim.patient, name: givenFirst(claim.patient.name) },
      // One payer alone needs no list.
      payers: claim.payers!.length > 1 ? claim.payers!.map(({ rank, payerId, memberId }) => [rank, payerId, memberId]) : [],
      dates: [claim.serviceDate, claim.serviceDateEnd, claim.submissionDate],
      billed: claim.billed,
      lines: claim.lines.map(({ procedureCode, modifiers, diagnosisCodes, units, placeOfService, billed }) => [
        procedureCode,
        modifiers,
        diagnosisCodes,
        units,
        placeOfService,
        billed,
      ]),
    }))
    expect(facts).toEqual(expected)
  })

  it('gives each decision but reversals, with its verdicts and every cent', () => {
    const plain = (decision: DecisionRecord) => ({
      number: decision.patientControlNumber,
      kind: decision.decisionKind,
      rank: decision.payerRank,
      payer: decision.payerId,
      icn: decision.payerControlNumber,
      dates: [decision.decidedOn, decision.receivedOn],
      amounts: [decision.charge, decision.paid, decision.allowed],
      verdict: decision.verdict,
      lines: decision.lines.map(({ charge, paid, allowed, adjustments, remarks, verdict }) => ({ charge, paid, allowed, adjustments, remarks, verdict })),
    })
    const expected = histories.flatMap((history) => history.decisions).filter(({ decisionKind }) => decisionKind !== 'reversal')
    expect(decisions.map(plain)).toEqual(expected.map(plain))
    expect(decisions.every(({ imbalance }) => imbalance === 0)).toBe(true)
  })

  it('leaves nothing to warn of', () => expect(issuesIn(read)).toEqual([]))
})
