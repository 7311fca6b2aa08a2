import { describe, expect, it } from 'vitest'
import { adjudicate } from '../../../src/adjudication/rules.ts'
import { x12Importer } from '../../../src/imports/formats/x12/importer.ts'
import type { ClaimRecord, DecisionRecord, Patient } from '../../../src/imports/records.ts'
import { payerHabits } from '../../../src/synthetic/habits.ts'
import { collect, recordsOf } from '../../synthetic/collect.ts'
import { GROUP, issuesIn, readBack, written } from '../written.ts'

/** The group's records and what an importer reads from the files that were written of them: the same facts, in the words of X12. */
const pack = await written('x12')
const read = await readBack(pack, x12Importer)
const { records, histories } = collect(GROUP)

const npis = new Map(recordsOf(records, 'provider').map(({ id, npi }) => [id, npi]))
const npiOf = (id: string | null) => npis.get(id ?? '') ?? null
const givenFirst = (name: string | null) => (name ?? '').split(', ').reverse().join(' ')
const byGroup = (adjustments: DecisionRecord['adjustments']) =>
  [...adjustments].sort((left, right) => left.group.localeCompare(right.group) || left.carc.localeCompare(right.carc))

describe('decisions', () => {
  const asSent = payerHabits(GROUP.seed)
  const generated = histories.flatMap(({ decisions }, number) => asSent(decisions, number))
  const found = recordsOf(read, 'decision')

  /** What an 835 does not say: the payer's rank of a reversal, birth date and sex; amounts of adjustments come by group. */
  const plain = (decision: DecisionRecord, inX12: boolean) => {
    const { lineVerdicts, verdict } = adjudicate({ ...decision, remarks: [] })
    return {
      ...decision,
      claimId: null,
      remittance: null,
      verdict,
      providerId: null,
      payerRank: decision.decisionKind === 'original' ? decision.payerRank : null,
      renderingProviderId: inX12 ? decision.renderingProviderId : npiOf(decision.renderingProviderId),
      patient: { ...decision.patient, name: inX12 ? decision.patient.name : givenFirst(decision.patient.name), dateOfBirth: null, sex: null },
      allowed: decision.lines.every(({ allowed }) => allowed !== null) ? decision.allowed : null,
      lines: decision.lines.map((line, index) => ({
        ...line,
        originalProcedureCode: null,
        adjustments: byGroup(line.adjustments),
        verdict: inX12 ? line.verdict : lineVerdicts[index],
      })),
    }
  }
  const keyed = (decisions: DecisionRecord[], inX12: boolean) =>
    decisions.map((decision) => plain(decision, inX12)).sort((left, right) => keyOf(left).localeCompare(keyOf(right)))
  const keyOf = ({
    patientControlNumber,
    decidedOn,
    payerId,
    statusCode,
  }: Pick<DecisionRecord, 'patientControlNumber' | 'decidedOn' | 'payerId' | 'statusCode'>) =>
    [patientControlNumber, decidedOn, payerId, statusCode === '22' ? 0 : 1].join(' ')

  it('are read back as they were generated, verdicts and all', () => {
    expect(found.length).toBe(generated.length)
    expect(keyed(found, true)).toEqual(keyed(generated, false))
  })

  it('show the habits of payers', () => {
    const lines = found.flatMap((decision) => decision.lines)
    expect(lines.some(({ controlNumber }) => controlNumber === null)).toBe(true)
    expect(lines.some(({ serviceDate }) => serviceDate === null)).toBe(true)
    expect(found.some((decision) => new Set(decision.lines.map(({ controlNumber }) => controlNumber)).size < decision.lines.length)).toBe(true)
    expect(found.every(({ imbalance, lines: own }) => imbalance === 0 && own.every((line) => line.imbalance === 0))).toBe(true)
  })
})

describe('claims', () => {
  const found = recordsOf(read, 'claim')
  const originals = found.filter(({ frequencyCode }) => frequencyCode === '1')
  const patientOf = ({ name, ...rest }: Patient) => ({ ...rest, name: givenFirst(name) })
  const sorted = (claims: Partial<ClaimRecord>[]) =>
    claims.sort((left, right) => (left.patientControlNumber ?? '').localeCompare(right.patientControlNumber ?? ''))

  it('are read back as they were submitted', () => {
    const said = originals.map(({ extra: _, submitter: __, ...claim }) => claim)
    const generated = histories.map(({ claim: { extra: _, ...claim } }) => ({
      ...claim,
      id: null,
      providerId: npiOf(claim.providerId),
      renderingProviderId: npiOf(claim.renderingProviderId),
      patient: patientOf(claim.patient),
      procedureCodes: [...new Set(claim.procedureCodes)],
      lines: claim.lines.map((line) => ({ ...line, renderingProviderId: npiOf(line.renderingProviderId) })),
      appeals: [],
      payerControlNumber: null,
      referringProviderId: null,
      referralNumber: null,
      subscriber: null,
    }))
    expect(sorted(said)).toEqual(sorted(generated))
  })

  it('are sent again where a decision answers a correction, and name what they replace', () => {
    const corrected = histories.filter(({ decisions }) =>
      decisions.some(({ frequencyCode, decisionKind }) => frequencyCode === '7' && decisionKind === 'original'),
    )
    const replacements = found.filter(({ frequencyCode }) => frequencyCode === '7')
    expect(corrected.length).toBeGreaterThan(10)
    const facts = replacements.map(({ patientControlNumber, payerControlNumber, submissionDate, billed }) => ({
      patientControlNumber,
      payerControlNumber,
      submissionDate,
      billed,
    }))
    const expected = corrected.map(({ claim, decisions }) => ({
      patientControlNumber: claim.patientControlNumber,
      payerControlNumber: decisions[0]!.payerControlNumber,
      submissionDate: decisions.find(({ frequencyCode }) => frequencyCode === '7')!.receivedOn,
      billed: claim.billed,
    }))
    expect(sorted(facts)).toEqual(sorted(expected))
  })
})

describe('payments', () => {
  it('are read back with their provider level adjustments', () => {
    const plain = ({
      kind,
      payerId,
      traceNumber,
      paymentMethod,
      payment,
      paymentDate,
      productionDate,
      transactionControl,
    }: ReturnType<typeof remittances>[number]) => ({ kind, payerId, traceNumber, paymentMethod, payment, paymentDate, productionDate, transactionControl })
    const remittances = (from: typeof read) => recordsOf(from, 'remittance')
    const sorted = (from: typeof read) =>
      remittances(from)
        .map(plain)
        .sort((left, right) => left.traceNumber!.localeCompare(right.traceNumber!))
    expect(sorted(read)).toEqual(sorted(records))
    const level = (from: typeof read) =>
      recordsOf(from, 'plb')
        .map(({ remittance: _, ...rest }) => rest)
        .sort((left, right) => left.reference!.localeCompare(right.reference!))
    expect(level(read)).toEqual(level(records))
    expect(level(read).length).toBeGreaterThan(5)
  })

  it('leave nothing to warn of: envelopes, counts and balances are right', () => {
    expect(issuesIn(read)).toEqual([])
  })
})
