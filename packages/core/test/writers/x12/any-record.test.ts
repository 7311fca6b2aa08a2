import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjudicate, imbalanceOf } from '../../../src/adjudication/rules.ts'
import type { ClaimRecord, DecisionLineRecord, DecisionRecord, RemittanceRecord } from '../../../src/imports/records.ts'
import { Directory } from '../../../src/writers/records.ts'
import { claimPayment } from '../../../src/writers/x12/claim-payment.ts'
import { claimSegments } from '../../../src/writers/x12/claim.ts'
import { guideOf } from '../../../src/writers/x12/claim-types.ts'
import { paymentHeader, providerLevel } from '../../../src/writers/x12/payment.ts'
import { segment } from '../../../src/writers/x12/segments.ts'
import { interchange } from '../../factories/x12.ts'
import { only, readX12 } from '../../imports/formats/x12/reading.ts'

/** Facts that the invented group does not have: the writer says them all the same. */
const directory = new Directory()
directory.see({ kind: 'payer', id: 'P1', name: 'Willow Testing Plan' })
directory.see({ kind: 'provider', id: 'B1', name: 'Birch Testing Practice', npi: '1999999984', taxId: '00-0000009' })
directory.see({ kind: 'provider', id: 'R1', name: 'Robin Testcase', npi: '1999999992', taxonomy: '207Q00000X' })

const cents = fc.integer({ min: 0, max: 5_000_000 })
const code = fc.stringMatching(/^[A-Z0-9]{5}$/)
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2026-03-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const number = fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{2,14}$/)
const modifiers = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{2}$/), { maxLength: 4 })
const adjustments = fc.uniqueArray(
  fc.record({
    group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
    carc: fc.constantFrom('1', '2', '16', '45', '96', '197', 'A1', 'B7', '253'),
    amount: cents,
    quantity: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  { maxLength: 9, selector: ({ group, carc }) => `${group} ${carc}` },
)
const rarcs = fc.uniqueArray(fc.constantFrom('M15', 'N290', 'MA130', 'N706'), { maxLength: 3 })

const byGroup = <Item extends { group: string }>(items: readonly Item[]) => [...Map.groupBy(items, ({ group }) => group).values()].flat()
const bytesOf = (set: string, version: string, body: string) => {
  const segments = body.split('~\n').filter(Boolean)
  return Buffer.from(
    interchange([[`ST*${set}*0001`, ...segments, `SE*${segments.length + 2}*0001`]], { version })
      .map((one) => `${one}~\n`)
      .join(''),
  )
}

const line: fc.Arbitrary<Omit<DecisionLineRecord, 'lineNumber' | 'verdict' | 'imbalance'>> = fc
  .record({
    byRevenue: fc.boolean(),
    procedure: code,
    revenue: fc.stringMatching(/^0\d{3}$/),
    modifiers,
    charge: cents,
    paid: cents,
    allowed: fc.option(cents),
    units: fc.integer({ min: 1, max: 20 }),
    start: day,
    days: fc.integer({ min: 0, max: 3 }),
    adjustments,
    remarks: rarcs,
    controlNumber: fc.option(number),
    original: fc.option(code),
  })
  .map(({ byRevenue, procedure, revenue, original, start, days, ...rest }) => ({
    ...rest,
    qualifier: byRevenue ? 'NU' : 'HC',
    procedureCode: byRevenue ? null : procedure,
    originalProcedureCode: byRevenue ? null : original,
    revenueCode: byRevenue ? revenue : null,
    modifiers: byRevenue ? [] : rest.modifiers,
    serviceDate: start,
    serviceDateEnd: new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10),
    adjustments: byGroup(rest.adjustments),
  }))

const statuses = fc.constantFrom(
  ['1', 'original', 'primary'],
  ['2', 'original', 'secondary'],
  ['3', 'original', 'tertiary'],
  ['22', 'reversal', null],
  ['23', 'not_our_claim', null],
)

const decision: fc.Arbitrary<DecisionRecord> = fc
  .record({
    status: statuses,
    pcn: number,
    icn: number,
    charge: cents,
    paid: cents,
    share: fc.option(cents),
    adjustments,
    remarks: rarcs,
    source: fc.constantFrom('MIA' as const, 'MOA' as const),
    lines: fc.array(line, { maxLength: 4 }),
    received: fc.option(day),
    start: day,
    group: fc.option(number),
  })
  .map(({ status: [statusCode, kind, rank], ...made }) => {
    const lines = made.lines.map((own, index) => ({ ...own, lineNumber: index + 1, imbalance: imbalanceOf(own.charge, own.paid, own.adjustments) }))
    const claimLevel = byGroup(made.adjustments)
    const decisionKind = kind as DecisionRecord['decisionKind']
    const { verdict, lineVerdicts } = adjudicate({ decisionKind, charge: made.charge, paid: made.paid, adjustments: claimLevel, remarks: made.remarks, lines })
    const allowed = lines.map((own) => own.allowed)
    return {
      kind: 'decision',
      remittance: 1,
      claimId: null,
      patientControlNumber: made.pcn,
      payerControlNumber: made.icn,
      payerId: 'P1',
      providerId: '1999999984',
      renderingProviderId: '1999999992',
      decisionKind,
      payerRank: rank as DecisionRecord['payerRank'],
      statusCode: statusCode as string,
      decidedOn: '2026-03-02',
      receivedOn: made.received,
      charge: made.charge,
      paid: made.paid,
      patientResponsibility: made.share,
      allowed: allowed.length > 0 && allowed.every((amount) => amount !== null) ? allowed.reduce((sum, amount) => sum + amount, 0) : null,
      claimFilingCode: 'CI',
      facilityCode: '11',
      frequencyCode: '1',
      patient: { name: 'Rowan Testcase', dateOfBirth: null, sex: null, memberId: 'M-1', groupId: made.group },
      serviceDate: made.start,
      serviceDateEnd: made.start,
      adjustments: claimLevel,
      remarks: made.remarks.map((rarc) => ({ source: made.source, code: rarc })),
      lines: lines.map((own, index) => ({ ...own, verdict: lineVerdicts[index]! })),
      verdict,
      imbalance: imbalanceOf(made.charge, made.paid, [...claimLevel, ...lines.flatMap((own) => own.adjustments)]),
      reportedReason: null,
    }
  })

const remittance: RemittanceRecord = {
  kind: 'remittance',
  ref: 1,
  payerId: 'P1',
  payeeProviderId: 'B1',
  traceNumber: 'T-1',
  paymentMethod: 'ACH',
  payment: 12345,
  paymentDate: '2026-03-02',
  productionDate: '2026-03-01',
  interchangeControl: null,
  transactionControl: '0001',
}

describe('an 835', () => {
  it('says every fact of a decision', async () => {
    await fc.assert(
      fc.asyncProperty(decision, async (made) => {
        const sent = { ...made, renderingProviderId: 'R1' }
        const { decisions } = await readX12(
          bytesOf('835', '005010X221A1', paymentHeader(remittance, directory) + segment('LX', 1) + claimPayment(sent, directory)),
        )
        expect(decisions).toEqual([made])
      }),
    )
  })

  it('says payment, payer and payee, also where nothing is paid', async () => {
    for (const [payment, paymentMethod] of [
      [12345, 'ACH'],
      [500, 'CHK'],
      [0, 'NON'],
    ] as const) {
      const { records } = await readX12(bytesOf('835', '005010X221A1', paymentHeader({ ...remittance, payment, paymentMethod }, directory)))
      expect(only(records, 'remittance')).toMatchObject({
        payment,
        paymentMethod,
        payerId: 'P1',
        payeeProviderId: '1999999984',
        traceNumber: 'T-1',
        paymentDate: '2026-03-02',
      })
      expect(only(records, 'provider')).toMatchObject({ npi: '1999999984', taxId: '000000009' })
    }
  })

  it('puts six provider level adjustments into one PLB', async () => {
    const adjustment = (index: number) => ({
      kind: 'plb' as const,
      remittance: 1,
      first: index === 0,
      providerIdentifier: '1999999984',
      fiscalPeriodEnd: '2026-12-31',
      reasonCode: 'WO',
      reference: `R-${index}`,
      amount: 100 * (index + 1),
    })
    const seven = Array.from({ length: 7 }, (_, index) => adjustment(index))
    const { records } = await readX12(bytesOf('835', '005010X221A1', paymentHeader(remittance, directory) + providerLevel(seven)))
    const read = records.filter((record) => record.kind === 'plb')
    expect(read).toEqual(seven.map((one, index) => ({ ...one, first: index === 0 || index === 6 })))
  })
})

const claim: fc.Arbitrary<ClaimRecord> = fc
  .record({
    claimType: fc.constantFrom('professional' as const, 'institutional' as const, 'dental' as const),
    use: fc.constantFrom('claim' as const, 'predetermination' as const),
    frequencyCode: fc.constantFrom('1', '7', '8'),
    pcn: number,
    icn: fc.option(number),
    authorization: fc.option(number),
    start: day,
    diagnoses: fc.uniqueArray(fc.stringMatching(/^[A-Z]\d{2}\.\d{1,3}$/), { minLength: 1, maxLength: 14 }),
    paid: fc.option(cents),
    lines: fc.array(
      fc.record({
        procedure: code,
        modifiers,
        billed: cents,
        units: fc.integer({ min: 1, max: 9 }),
        controlNumber: fc.option(number),
        revenue: fc.stringMatching(/^0\d{3}$/),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map((made) => {
    const isInstitutional = made.claimType === 'institutional'
    const member = { memberId: 'M-1', groupId: 'G-1' }
    return {
      kind: 'claim',
      id: null,
      patientControlNumber: made.pcn,
      payerId: 'P1',
      providerId: '1999999984',
      renderingProviderId: '1999999992',
      claimType: made.claimType,
      use: made.use,
      frequencyCode: made.frequencyCode,
      patient: { name: 'Rowan Testcase', dateOfBirth: '1980-05-06', sex: 'female', ...member },
      serviceDate: made.start,
      serviceDateEnd: made.start,
      submissionDate: '2026-03-02',
      placeOfService: '13',
      billed: made.lines.reduce((sum, { billed }) => sum + billed, 0),
      procedureCodes: [...new Set(made.lines.map(({ procedure }) => procedure))],
      diagnosisCodes: made.diagnoses,
      modifiers: [...new Set(made.lines.flatMap((own) => own.modifiers))],
      priorAuthorization: made.authorization,
      lines: made.lines.map((own, index) => ({
        lineNumber: index + 1,
        controlNumber: own.controlNumber,
        procedureCode: own.procedure,
        revenueCode: isInstitutional ? own.revenue : null,
        modifiers: own.modifiers,
        diagnosisCodes: isInstitutional ? [] : made.diagnoses.slice(0, 2),
        placeOfService: isInstitutional ? null : '13',
        units: own.units,
        unitsType: 'UN',
        ndcCode: null,
        serviceDate: made.start,
        serviceDateEnd: made.start,
        billed: own.billed,
        renderingProviderId: '1999999992',
        editsFired: [],
        policiesTriggered: [],
        extra: {},
      })),
      appeals: [],
      policyIds: [],
      reportedStatus: null,
      reportedReason: null,
      extra: {},
      payerControlNumber: made.icn,
      referralNumber: null,
      payers: [
        { rank: 'primary', payerId: 'P1', ...member, filingCode: 'CI', paid: null, paidOn: null },
        { rank: 'secondary', payerId: 'P2', ...member, filingCode: 'MB', paid: made.paid, paidOn: made.paid === null ? null : '2026-02-01' },
      ],
    }
  })

describe('an 837', () => {
  it('says every fact of a claim, professional, institutional and dental', async () => {
    await fc.assert(
      fc.asyncProperty(claim, async (made) => {
        const head =
          'BHT*0019*00*1*20260302*1200*CH~\nNM1*41*2*Birch Testing Practice*****46*1~\nHL*1**20*1~\nNM1*85*2*Birch Testing Practice*****XX*1999999984~\nHL*2*1*22*0~\n'
        const sent = {
          ...made,
          providerId: 'B1',
          renderingProviderId: 'R1',
          lines: made.lines.map((own) => ({ ...own, placeOfService: '13' })),
          patient: { ...made.patient, sex: 'female' },
        }
        const { records, issues } = await readX12(bytesOf('837', guideOf(made).version, head + claimSegments(sent, directory)))
        const { renderingProviderId, lines, ...rest } = only(records, 'claim')
        expect(issues).toEqual([])
        expect(rest).toMatchObject(Object.fromEntries(Object.entries(made).filter(([field]) => field !== 'renderingProviderId' && field !== 'lines')))
        if (made.claimType !== 'institutional') expect(renderingProviderId).toBe('1999999992')
        expect(lines.map(({ renderingProviderId: _, ...own }) => own)).toEqual(made.lines.map(({ renderingProviderId: _, ...own }) => own))
      }),
    )
  })
})
