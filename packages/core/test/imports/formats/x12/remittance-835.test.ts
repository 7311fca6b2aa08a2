import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim835, file835, header835, interchange, remittance, render, usual } from '../../../factories/x12.ts'
import { only, readX12 } from './reading.ts'

const claim = (clp: string, ...rest: string[]) => [clp, ...rest]
const readClaim = async (...segments: string[]) => readX12(file835({ payment: '0', claims: [segments] }))

describe('an 835 remittance', () => {
  it('hands out payer, payee and payment before the decisions', async () => {
    const { records, issues } = await readX12(file835())
    expect(issues).toEqual([])
    expect(records.map(({ kind }) => kind)).toEqual(['interchange', 'transaction', 'payer', 'provider', 'remittance', 'decision'])
    expect(only(records, 'transaction')).toEqual({ kind: 'transaction', set: '835', version: '005010X221A1', controlNumber: '0001' })
    expect(only(records, 'payer')).toEqual({ kind: 'payer', id: 'HM001', name: 'Harbor Mutual Testing' })
    expect(only(records, 'provider')).toMatchObject({ id: '1999999984', name: 'Willow Practice', npi: '1999999984', taxId: '999999999' })
    expect(only(records, 'remittance')).toMatchObject({
      ref: 1,
      payerId: 'HM001',
      payeeProviderId: '1999999984',
      traceNumber: 'TRACE-77',
      paymentMethod: 'ACH',
      payment: 8000,
      paymentDate: '2026-04-15',
      productionDate: '2026-04-14',
      interchangeControl: '000000101',
      transactionControl: '0001',
    })
  })

  it('reads a claim payment with its lines, verdicts and balance', async () => {
    const { records } = await readX12(file835())
    const decision = only(records, 'decision')
    expect(decision).toMatchObject({
      remittance: 1,
      patientControlNumber: 'PCN-1',
      payerControlNumber: 'ICN-1',
      payerId: 'HM001',
      providerId: '1999999984',
      decisionKind: 'original',
      payerRank: 'primary',
      statusCode: '1',
      decidedOn: '2026-04-15',
      receivedOn: '2026-04-10',
      charge: 18000,
      paid: 8000,
      patientResponsibility: 0,
      allowed: null,
      claimFilingCode: '12',
      facilityCode: '11',
      frequencyCode: '1',
      patient: { name: 'Rowan Testcase', memberId: 'M-1001', groupId: 'GROUP-9' },
      serviceDate: '2026-04-01',
      serviceDateEnd: '2026-04-02',
      adjustments: [],
      verdict: { denied: false },
      imbalance: 0,
    })
    expect(decision.lines).toMatchObject([
      {
        lineNumber: 1,
        controlNumber: 'L1',
        qualifier: 'HC',
        procedureCode: '99213',
        modifiers: ['25'],
        charge: 12000,
        paid: 8000,
        allowed: 8000,
        units: 1,
        serviceDate: '2026-04-01',
        adjustments: [{ group: 'CO', carc: '45', amount: 4000, quantity: null }],
        verdict: { denied: false },
        imbalance: 0,
      },
      { controlNumber: 'L2', procedureCode: '93000', paid: 0, remarks: ['N517'], verdict: { denied: true, carc: '197', reason: 'Authorization absent' } },
    ])
  })

  it.each([
    ['1', 'original', 'primary'],
    ['2', 'original', 'secondary'],
    ['3', 'original', 'tertiary'],
    ['4', 'original', 'primary'],
    ['19', 'original', 'primary'],
    ['20', 'original', 'secondary'],
    ['21', 'original', 'tertiary'],
    ['22', 'reversal', null],
    ['23', 'not_our_claim', null],
    ['25', 'predetermination', null],
  ])('reads CLP02 %s as %s, %s', async (status, decisionKind, payerRank) => {
    const { decisions, issues } = await readClaim(`CLP*P*${status}*0*0`)
    expect(decisions).toMatchObject([{ decisionKind, payerRank, statusCode: status }])
    expect(issues).toEqual([])
  })

  it('takes another CLP02 as an original decision without rank, with a warning', async () => {
    const { decisions, issues } = await readClaim('CLP*P*constructor*0*0')
    expect(decisions).toMatchObject([{ decisionKind: 'original', payerRank: null }])
    expect(issues).toEqual(['x12.835.unknown-claim-status'])
  })

  it('reads six triplets of a CAS, negative amounts and quantities', async () => {
    const cas = 'CAS*CO*45*10*1*97*-20**253*1.5**A2*.25**16*5**050*6*2'
    const { decisions } = await readClaim('CLP*P*1*2.75*0', cas)
    expect(decisions[0]?.adjustments.map(({ carc, amount, quantity }) => [carc, amount, quantity])).toEqual([
      ['45', 1000, 1],
      ['97', -2000, null],
      ['253', 150, null],
      ['A2', 25, null],
      ['16', 500, null],
      ['50', 600, 2],
    ])
    expect(decisions[0]?.imbalance).toBe(0)
  })

  it('reads revenue-code lines, SVC04, the submitted procedure, date ranges and drug codes', async () => {
    const { decisions } = await readClaim(
      'CLP*P*1*0*0',
      'SVC*NU:0450*0*0',
      'SVC*HC:99284:25:59*0*0*0450*2*HC:99285*3',
      'DTM*150*20260301',
      'DTM*151*20260303',
      'SVC*N4:00000000000*0*0*',
    )
    expect(decisions[0]?.lines).toMatchObject([
      { qualifier: 'NU', procedureCode: null, revenueCode: '0450', units: 1 },
      {
        procedureCode: '99284',
        originalProcedureCode: '99285',
        revenueCode: '0450',
        modifiers: ['25', '59'],
        units: 2,
        serviceDate: '2026-03-01',
        serviceDateEnd: '2026-03-03',
      },
      { qualifier: 'N4', procedureCode: '00000000000', revenueCode: null },
    ])
    expect(decisions[0]).toMatchObject({ serviceDate: '2026-03-01', serviceDateEnd: '2026-03-03' })
  })

  it('reads parties, remark codes and dates of the claim', async () => {
    const { decisions, records } = await readClaim(
      'CLP*P*1*0*0',
      'NM1*QC*1*Testcase*Ivo*Q**Jr',
      'NM1*IL*1*Testcase*Rowan****MI*SUB-1',
      'NM1*74*1*Tested*Rowan****C*COR-1',
      'NM1*82*1*Sample*Dana****XX*1999999992',
      'NM1*TT*2*Next Payer',
      'MIA*0****MA01*' + '*'.repeat(14) + 'N1*N2',
      'MOA***MA02*N211',
      'DTM*232*20260101',
      'DTM*233*20260105',
    )
    expect(decisions[0]).toMatchObject({
      patient: { name: 'Ivo Q Testcase Jr', memberId: 'SUB-1' },
      renderingProviderId: '1999999992',
      serviceDate: '2026-01-01',
      serviceDateEnd: '2026-01-05',
      remarks: [
        { source: 'MIA', code: 'MA01' },
        { source: 'MIA', code: 'N1' },
        { source: 'MIA', code: 'N2' },
        { source: 'MOA', code: 'MA02' },
        { source: 'MOA', code: 'N211' },
      ],
    })
    expect(records).toContainEqual({ kind: 'provider', id: '1999999992', name: 'Dana Sample', npi: '1999999992', taxId: null })
  })

  it('denies a claim without lines by its own adjustments, and never a reversal', async () => {
    const denied = await readClaim('CLP*P*1*100*0', 'CAS*CO*29*100')
    expect(denied.decisions[0]?.verdict).toMatchObject({ denied: true, carc: '29', deniedAmount: 10000 })
    const reversed = await readClaim('CLP*P*22*-100*0', 'CAS*CO*29*-100')
    expect(reversed.decisions[0]).toMatchObject({ verdict: { denied: false }, imbalance: 0 })
  })

  it('reads all six pairs of a PLB: take-backs, forwarded balances, interest, a seventh is told', async () => {
    const pairs = ['WO:ICN-1', '30', 'FB:T-2', '-12.5', 'L6', '-2', '72:ICN-3', '4', 'CS:X', '-1', 'J1', '.5']
    const { records, issues } = await readX12(file835({ payment: '61', summary: [`PLB*1999999984*20261231*${pairs.join('*')}`] }))
    expect(issues).toEqual([])
    const plb = records.flatMap((record) => (record.kind === 'plb' ? [[record.reasonCode, record.reference, record.amount, record.first]] : []))
    expect(plb).toEqual([
      ['WO', 'ICN-1', 3000, true],
      ['FB', 'T-2', -1250, false],
      ['L6', null, -200, false],
      ['72', 'ICN-3', 400, false],
      ['CS', 'X', -100, false],
      ['J1', null, 50, false],
    ])
    const seven = await readX12(file835({ summary: [`PLB*1999999984*20261231*${pairs.join('*')}*AM*1`] }))
    expect(seven.records.filter(({ kind }) => kind === 'plb')).toHaveLength(6)
    expect(seven.issues).toEqual(['x12.835.bad-adjustment'])
  })

  it('reads PLB pairs and balances the payment with them', async () => {
    const summary = ['PLB*1999999984*20261231*WO:REF-1*30*L6:INT*-2.5', 'PLB*1999999984*20261231*72*0']
    const { records, issues } = await readX12(file835({ payment: '52.5', summary }))
    expect(issues).toEqual([])
    expect(records.filter(({ kind }) => kind === 'plb')).toEqual([
      {
        kind: 'plb',
        remittance: 1,
        first: true,
        providerIdentifier: '1999999984',
        fiscalPeriodEnd: '2026-12-31',
        reasonCode: 'WO',
        reference: 'REF-1',
        amount: 3000,
      },
      {
        kind: 'plb',
        remittance: 1,
        first: false,
        providerIdentifier: '1999999984',
        fiscalPeriodEnd: '2026-12-31',
        reasonCode: 'L6',
        reference: 'INT',
        amount: -250,
      },
      {
        kind: 'plb',
        remittance: 1,
        first: true,
        providerIdentifier: '1999999984',
        fiscalPeriodEnd: '2026-12-31',
        reasonCode: '72',
        reference: null,
        amount: 0,
      },
    ])
  })

  it('keeps what does not balance and says by how much', async () => {
    const { records, issues, decisions } = await readX12(file835({ payment: '81', claims: [claim('CLP*P*1*100*80', 'SVC*HC:99213*100*80', 'CAS*CO*45*15')] }))
    expect(issues).toEqual(['x12.835.line-out-of-balance', 'x12.835.claim-out-of-balance', 'x12.835.payment-out-of-balance'])
    expect(decisions[0]).toMatchObject({ imbalance: 500, lines: [{ imbalance: 500 }] })
    expect(JSON.stringify(records)).toContain('BPR02 is 81.00, its claim payments less provider adjustments are 80.00, difference 1.00')
  })

  it('identifies a payer by REF*2U or a slug where N104 is absent', async () => {
    const header = (...payer: string[]) => ['BPR*I*0*C*NON************20260415', ...payer]
    const byReference = await readX12(file835({ header: header('N1*PR*Älpha & Co. Health', 'REF*2U*P-55'), claims: [] }))
    expect(only(byReference.records, 'payer')).toMatchObject({ id: 'P-55', name: 'Älpha & Co. Health' })
    const byName = await readX12(file835({ header: header('N1*PR*Älpha & Co. Health'), claims: [] }))
    expect(only(byName.records, 'payer').id).toBe('älpha-co-health')
    const none = await readX12(file835({ header: header(), claims: [] }))
    expect(none.issues).toEqual(['x12.835.no-payer'])
  })

  it('dates the payment by DTM*405 where BPR16 is no date', async () => {
    const header = header835('0').map((segment) => segment.replace('20260415', '00000000'))
    const { records, issues } = await readX12(file835({ header, claims: [claim('CLP*P*1*0*0', 'DTM*232*20260230')] }))
    expect(only(records, 'remittance').paymentDate).toBe('2026-04-14')
    expect(only(records, 'decision')).toMatchObject({ decidedOn: '2026-04-14', serviceDate: null })
    expect(issues).toEqual(['x12.bad-date', 'x12.bad-date'])
  })

  it.each([
    ['CLP*P*1*1e5*0'],
    ['CLP*P*1*--3*0'],
    ['CLP*P*1**0'],
    ['CLP*P*1*10.005*0'],
    ['CLP*P*1*0*0', 'SVC*HC:99213*x*0'],
    ['CLP*P*1*0*0', 'SVC*HC:99213*1*'],
    ['CLP*P*1*0*0', 'CAS*CO*45*ten'],
    ['CLP*P*1*0*0', 'CAS*CO**10'],
  ])('rejects the claim payment of %j %j and reads on', async (...segments) => {
    const { decisions, records, issues } = await readX12(file835({ payment: '999', claims: [segments.filter(Boolean), claim835] }))
    expect(decisions).toHaveLength(1)
    expect(issues).toHaveLength(1)
    expect(only(records, 'issue')).toMatchObject({
      severity: 'rejection',
      where: { record: 'claim payment 1 of transaction 1', byteOffset: expect.any(Number), segment: expect.any(Number) },
    })
  })

  it('warns of bad optional values and keeps the claim', async () => {
    const { decisions, issues } = await readClaim('CLP*P*1*0*0*1,00', 'SVC*HC:99213*0*0**many', 'AMT*B6*x', 'LQ*RX*75', 'CAS*XX*45*0')
    expect(decisions[0]).toMatchObject({ patientResponsibility: null, lines: [{ units: null, allowed: null }] })
    expect(issues).toEqual(['x12.bad-optional-amount', 'x12.bad-quantity', 'x12.bad-optional-amount', 'x12.835.code-not-kept', 'x12.835.unknown-group'])
  })

  it('keeps claim payments of a payment header that cannot be read, without a remittance', async () => {
    const { records, issues, decisions } = await readX12(file835({ payment: 'much', summary: ['PLB*1*20261231*WO*5'] }))
    expect(records.some(({ kind }) => kind === 'remittance' || kind === 'plb')).toBe(false)
    expect(decisions).toMatchObject([{ remittance: null, payerId: 'HM001', decidedOn: '2026-04-15' }])
    expect(issues).toEqual(['x12.bad-amount', 'x12.835.no-payment-header'])
  })

  it('reads 4010 by the same rules', async () => {
    const segments = interchange([remittance()], { version: '004010X091A1' }).map((segment) => segment.replace('*^*00501*', '*U*00401*'))
    const { decisions, issues } = await readX12(render(segments))
    expect(decisions).toHaveLength(1)
    expect(issues).toEqual([])
  })

  it('gives the same records for any delimiters and any chunking', async () => {
    const segments = interchange([remittance({ summary: ['PLB*1*20261231*WO:X*0'] })])
    const expected = (await readX12(render(segments))).records
    const distinct = fc
      .uniqueArray(fc.constantFrom(..."*|+^~'!;:>&%#?\t\n\x1c\x1d\x1e\x1f"), { minLength: 3, maxLength: 3 })
      .filter(([element]) => element !== '^' && element !== '\n')
    await fc.assert(
      fc.asyncProperty(distinct, fc.integer({ min: 1, max: 400 }), async ([element, component, terminator], chunk) => {
        fc.pre(component !== '\n' && component !== '^' && terminator !== '^')
        // `~` before a line break is read as the terminator of an ISA whose last element was left out, as real files have it.
        fc.pre(!(component === '~' && terminator === '\n'))
        const bytes = render(segments, { element: element!, component: component!, terminator: terminator! })
        expect((await readX12(bytes, { chunk })).records).toEqual(expected)
      }),
      { numRuns: 80 },
    )
  })
})

it('lists no more issues of a kind than memory should hold, and counts the rest', async () => {
  const claims = Array.from({ length: 1200 }, () => claim('CLP*P*1*5*0'))
  const { records, decisions } = await readX12(render(interchange([remittance({ payment: '0', claims })]), usual))
  const issues = records.filter((record) => record.kind === 'issue')
  expect(decisions).toHaveLength(1200)
  expect(issues).toHaveLength(1001)
  expect(issues.at(-1)?.message).toContain('200 more of these')
})
