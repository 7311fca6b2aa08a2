import { describe, expect, it } from 'vitest'
import type { ProviderRecord } from '../../../../src/imports/records.ts'
import {
  billing837,
  claim837,
  claim837D,
  claim837I,
  claims837,
  file837,
  header837,
  interchange,
  patient837,
  render,
  subscriber837,
  usual,
} from '../../../factories/x12.ts'
import { only, readX12 } from './reading.ts'

/** The one claim of a file, with what was told of it. */
async function readClaim(...segments: string[]) {
  const { claims, issues, records } = await readX12(file837({ claims: [segments] }))
  expect(claims).toHaveLength(1)
  return { claim: claims[0]!, issues, records }
}
const line = (...rest: string[]) => ['LX*1', 'SV1*HC:99213*100*UN*1***1', 'DTP*472*D8*20260401', ...rest]

describe('an 837 claim', () => {
  it('brings its parties, codes, dates and lines', async () => {
    const { records, issues, claims } = await readX12(file837())
    expect(issues).toEqual([])
    expect(records.map(({ kind }) => kind)).toEqual(['interchange', 'transaction', 'provider', 'provider', 'payer', 'claim'])
    expect(only(records, 'payer')).toEqual({ kind: 'payer', id: 'HM001', name: 'Harbor Mutual Testing' })
    expect(records.filter((record): record is ProviderRecord => record.kind === 'provider')).toEqual([
      { kind: 'provider', id: '1999999984', name: 'Willow Practice', npi: '1999999984', taxId: '999999999', taxonomy: '207Q00000X' },
      { kind: 'provider', id: '1999999976', name: 'Robin Healer', npi: '1999999976', taxId: null, taxonomy: '207QA0505X' },
    ])
    expect(claims).toEqual([
      {
        kind: 'claim',
        id: null,
        patientControlNumber: 'PCN-1',
        payerId: 'HM001',
        providerId: '1999999984',
        renderingProviderId: '1999999976',
        claimType: 'professional',
        use: 'claim',
        frequencyCode: '1',
        patient: { name: 'Rowan Testcase', dateOfBirth: '1980-02-29', sex: 'female', memberId: 'M-1001', groupId: 'GROUP-9' },
        serviceDate: '2026-04-01',
        serviceDateEnd: '2026-04-02',
        submissionDate: '2026-04-03',
        placeOfService: '11',
        billed: 18000,
        procedureCodes: ['99213', '93000'],
        diagnosisCodes: ['J06.9', 'I10'],
        modifiers: ['25'],
        priorAuthorization: 'AUTH-1',
        lines: [
          expect.objectContaining({
            lineNumber: 1,
            controlNumber: 'L1',
            procedureCode: '99213',
            revenueCode: null,
            modifiers: ['25'],
            diagnosisCodes: ['J06.9', 'I10'],
            placeOfService: '11',
            units: 1,
            unitsType: 'UN',
            serviceDate: '2026-04-01',
            serviceDateEnd: '2026-04-01',
            billed: 12000,
            renderingProviderId: '1999999976',
          }),
          expect.objectContaining({ lineNumber: 2, controlNumber: 'L2', procedureCode: '93000', diagnosisCodes: ['I10'], billed: 6000 }),
        ],
        appeals: [],
        policyIds: [],
        reportedStatus: null,
        reportedReason: null,
        extra: { receiver: 'Harbor Clearing' },
        payerControlNumber: null,
        referringProviderId: null,
        referralNumber: null,
        submitter: 'Willow Billing',
        subscriber: null,
        payers: [{ rank: 'primary', payerId: 'HM001', memberId: 'M-1001', groupId: 'GROUP-9', filingCode: 'CI', paid: null, paidOn: null }],
      },
    ])
  })

  it('knows a patient who is not the subscriber, and the next subscriber from the one before', async () => {
    const dependent = subscriber837.map((segment) => segment.replace('SBR*P*18', 'SBR*P*'))
    const second = ['HL*4*1*22*0', 'SBR*P*18*******MB', 'NM1*IL*1*Sample*Ash****MI*M-2002', 'NM1*PR*2*Other Payer*****PI*OP002']
    const levels = [...billing837, ...dependent, ...patient837, ...claim837, ...second]
    const { claims, issues } = await readX12(file837({ levels }))
    expect(issues).toEqual([])
    expect(claims).toMatchObject([
      {
        patient: { name: 'Sorrel Testcase', dateOfBirth: '2015-07-04', sex: 'male', memberId: 'M-1001', groupId: 'GROUP-9' },
        subscriber: { name: 'Rowan Testcase', memberId: 'M-1001', relationship: '19' },
        payerId: 'HM001',
      },
      { patient: { name: 'Ash Sample', dateOfBirth: null, sex: null, memberId: 'M-2002', groupId: null }, subscriber: null, payerId: 'OP002' },
    ])
  })

  it.each([
    ['1', null],
    ['7', 'ICN-OLD'],
    ['8', 'ICN-OLD'],
  ])('reads frequency %s with the number of the claim it stands for', async (frequency, number) => {
    const { claim } = await readClaim(`CLM*P*100***22:B:${frequency}`, ...(number ? [`REF*F8*${number}`] : []), 'REF*9F*REFERRAL-1', 'REF*EA*CHART', ...line())
    expect(claim).toMatchObject({ frequencyCode: frequency, payerControlNumber: number, referralNumber: 'REFERRAL-1', placeOfService: '22' })
  })

  it('takes authorization and referral from a line where the claim states none, but not another payer\u2019s', async () => {
    const { claim } = await readClaim('CLM*P*100***11:B:1', ...line('REF*G1*OTHERS**2U:OP002', 'REF*9F*R-LINE', 'REF*G1*A-LINE'))
    expect(claim).toMatchObject({ priorAuthorization: 'A-LINE', referralNumber: 'R-LINE' })
  })

  it('reads diagnoses with and without dots, ICD-9 and ICD-10, the principal one first, and what lines point to', async () => {
    const { claim } = await readClaim(
      'CLM*P*100***11:B:1',
      'HI*ABF:e11.9*ABK:M5450*ABJ:R079*ABN:W19XXXA',
      'HI*BF:V7389*BF:E8495*BK:4779*DR:470*ABF:I10',
      'LX*1',
      'SV1*HC:99213*100*UN*1***2:1:9:x:',
    )
    expect(claim.diagnosisCodes).toEqual(['M54.50', 'E11.9', 'V73.89', 'E849.5', '477.9', 'I10'])
    expect(claim.lines[0]?.diagnosisCodes).toEqual(['M54.50', 'E11.9'])
  })

  it('keeps what a line says of itself, and fills from the claim what it leaves out', async () => {
    const { claim, issues } = await readClaim(
      'CLM*P*100***11:B:1',
      'NM1*82*1*Healer*Robin****XX*1999999976',
      'LX*1',
      'SV1*HC:J1885:RT:59:76:XU:named*60*ML*2.5*21',
      'DTP*472*RD8*20260401-20260403',
      'LIN**N4*00004196501',
      'CTP****2*ML',
      'NM1*DK*1*Orders*Lee****XX*1999999943',
      'NM1*82*1*Other*Jo****XX*1999999950',
      'PRV*PE*PXC*207R00000X',
      'LX*2',
      'SV1*HC:96372*40*UN*1',
    )
    expect(issues).toEqual([])
    expect(claim.lines).toMatchObject([
      {
        procedureCode: 'J1885',
        modifiers: ['RT', '59', '76', 'XU'],
        units: 2.5,
        unitsType: 'ML',
        placeOfService: '21',
        ndcCode: '00004196501',
        serviceDate: '2026-04-01',
        serviceDateEnd: '2026-04-03',
        renderingProviderId: '1999999950',
      },
      { placeOfService: '11', renderingProviderId: '1999999976', serviceDate: null, ndcCode: null },
    ])
    expect(claim).toMatchObject({ serviceDate: '2026-04-01', serviceDateEnd: '2026-04-03' })
  })

  it('names the referring provider, or else the one of primary care; of two that refer the first', async () => {
    const dn = ['NM1*DN*1*First*Max****XX*1999999901', 'NM1*DN*1*Second*Kim****XX*1999999902', 'NM1*P3*1*Care*Lou****XX*1999999903']
    expect((await readClaim('CLM*P*100***11:B:1', ...dn, ...line())).claim.referringProviderId).toBe('1999999901')
    expect((await readClaim('CLM*P*100***11:B:1', dn[2]!, ...line())).claim.referringProviderId).toBe('1999999903')
  })
})

describe('an institutional 837', () => {
  it('takes statement dates, the attending provider and revenue codes', async () => {
    const { claims, issues } = await readX12(file837({ version: '005010X223A3', claims: [claim837I] }))
    expect(issues).toEqual([])
    expect(claims).toMatchObject([
      {
        claimType: 'institutional',
        placeOfService: '11',
        frequencyCode: '1',
        serviceDate: '2026-04-01',
        serviceDateEnd: '2026-04-04',
        renderingProviderId: '1999999968',
        diagnosisCodes: ['I25.10'],
        procedureCodes: ['J1885'],
        extra: { admissionDate: '2026-04-01', attendingProviderId: '1999999968' },
        lines: [
          { revenueCode: '0120', procedureCode: null, billed: 300000, units: 3, unitsType: 'DA', serviceDate: null, placeOfService: null },
          { revenueCode: '0636', procedureCode: 'J1885', billed: 50000, units: 2, serviceDate: '2026-04-02' },
        ],
      },
    ])
  })

  it('prefers who rendered to who attended, and keeps who operated', async () => {
    const providers = ['NM1*72*1*Knife*Sam****XX*1999999935', 'NM1*82*1*Healer*Robin****XX*1999999976']
    const { claims } = await readX12(file837({ claims: [[...claim837I.slice(0, 8), ...providers, ...claim837I.slice(8)]] }))
    expect(claims).toMatchObject([{ renderingProviderId: '1999999976', extra: { attendingProviderId: '1999999968', operatingProviderId: '1999999935' } }])
  })
})

describe('a dental 837', () => {
  it.each([
    [false, 'claim'],
    [true, 'predetermination'],
  ])('reads its lines; predetermination %s is use %s', async (asks, use) => {
    const { claims, issues } = await readX12(file837({ version: '005010X224A2', claims: [claim837D(asks)] }))
    expect(issues).toEqual([])
    expect(claims).toMatchObject([
      {
        claimType: 'dental',
        use,
        serviceDate: '2026-04-05',
        lines: [
          { procedureCode: 'D2392', billed: 20000, units: 1, unitsType: 'UN', serviceDate: '2026-04-05', placeOfService: '11' },
          { procedureCode: 'D0220', billed: 6000 },
        ],
      },
    ])
  })
})

describe('payers in order', () => {
  const other = (sbr: string, id: string, ...more: string[]) => [
    sbr,
    ...more,
    'OI***Y***Y',
    `NM1*IL*1*Sample*Ash****MI*M-${id}`,
    `NM1*PR*2*Payer ${id}*****PI*${id}`,
  ]

  it('puts the payers of the claim in their order, with what an earlier one paid and when', async () => {
    const levels = [...billing837, ...subscriber837].map((segment) => segment.replace('SBR*P', 'SBR*S'))
    const cob = [
      ...claim837.slice(0, 5),
      ...other('SBR*T*01*G-3******MC', 'THIRD'),
      ...other('SBR*P*01*G-1******12', 'FIRST', 'CAS*PR*1*20', 'AMT*D*39.15', 'AMT*EAF*36.89'),
      'NM1*82*1',
      'REF*F8*ICN-OTHER',
      'REF*G1*AUTH-OTHER',
      ...claim837.slice(5, 9),
      'SVD*FIRST*39.15*HC:99213**1',
      'CAS*CO*45*40',
      'DTP*573*D8*20260415',
      'SVD*HM001*1*HC:99213**1',
      'DTP*573*D8*20260420',
      ...claim837.slice(9),
    ]
    const { claims, issues } = await readX12(file837({ levels, claims: [cob, claim837] }))
    expect(issues).toEqual([])
    expect(claims[0]).toMatchObject({
      payerId: 'HM001',
      priorAuthorization: 'AUTH-1',
      payerControlNumber: null,
      renderingProviderId: '1999999976',
      patient: { name: 'Rowan Testcase', memberId: 'M-1001' },
      payers: [
        { rank: 'primary', payerId: 'FIRST', memberId: 'M-FIRST', groupId: 'G-1', filingCode: '12', paid: 3915, paidOn: '2026-04-15' },
        { rank: 'secondary', payerId: 'HM001', memberId: 'M-1001', paid: null, paidOn: null },
        { rank: 'tertiary', payerId: 'THIRD', memberId: 'M-THIRD', paid: null },
      ],
    })
    expect(claims[1]?.payers).toMatchObject([{ rank: 'secondary', payerId: 'HM001', paidOn: null }])
  })

  it('counts the fourth payer as tertiary, and puts one without a place where it is free', async () => {
    const { claim, issues } = await readClaim(
      ...claim837.slice(0, 5),
      ...other('SBR*A*01', 'FOURTH'),
      ...other('SBR*U*01', 'UNSAID'),
      ...other('SBR*T*01', 'THIRD'),
      ...claim837.slice(5),
    )
    expect(issues).toEqual(['x12.837.unknown-payer-rank'])
    expect(claim.payers?.map(({ rank, payerId }) => [rank, payerId])).toEqual([
      ['primary', 'HM001'],
      ['secondary', 'UNSAID'],
      ['tertiary', 'THIRD'],
      ['tertiary', 'FOURTH'],
    ])
  })

  it('takes the payer\u2019s own DTP*573', async () => {
    const { claim } = await readClaim(...claim837.slice(0, 5), ...other('SBR*S*01', 'NEXT'), 'DTP*573*D8*20260411', ...claim837.slice(5))
    expect(claim.payers?.[1]).toMatchObject({ payerId: 'NEXT', paidOn: '2026-04-11' })
  })
})

describe('4010, encounters and other delimiters', () => {
  it.each([
    ['004010X098A1', 'professional', claim837],
    ['004010X096A1', 'institutional', claim837I],
    ['004010X097A1', 'dental', claim837D()],
  ])('reads %s without ST03 as %s', async (version, claimType, claim) => {
    const levels = [...billing837, ...subscriber837].map((segment) => segment.replace('XX*1999999984', '24*999999999').replace('PXC', 'ZZ'))
    const { claims, issues, records } = await readX12(render(interchange([claims837({ version: '', levels, claims: [claim] })], { version, functional: 'HC' })))
    expect(issues).toEqual([])
    expect(claims).toMatchObject([{ claimType, providerId: '999999999' }])
    expect(records).toContainEqual(expect.objectContaining({ kind: 'provider', id: '999999999', npi: null, taxId: '999999999', taxonomy: '207Q00000X' }))
  })

  it('tells an unknown version once and takes the type of claim from its lines', async () => {
    const options = { version: '005010X999', claims: [claim837I] }
    const { claims, issues } = await readX12(render(interchange([claims837(options), claims837(options)])))
    expect(issues).toEqual(['x12.837.unknown-version'])
    expect(claims.map(({ claimType }) => claimType)).toEqual(['institutional', 'institutional'])
  })

  it('takes reported encounters as claims, and says so once', async () => {
    const { claims, issues } = await readX12(render(interchange([claims837({ header: header837('RP') }), claims837({ header: header837('RP') })])))
    expect(claims.map(({ use }) => use)).toEqual(['claim', 'claim'])
    expect(issues).toEqual(['x12.837.encounter'])
  })

  it('reads the same with other delimiters and without an envelope', async () => {
    const segments = interchange([claims837()], { version: '005010X222A2', functional: 'HC' })
    const expected = (await readX12(render(segments))).claims
    expect((await readX12(render(segments, { element: '|', component: '>', terminator: '\n' }))).claims).toEqual(expected)
    for (const from of [1, 2]) expect((await readX12(render(segments.slice(from, -1), { ...usual, component: '>' }))).claims).toEqual(expected)
  })
})

describe('what is odd about a claim', () => {
  const plain = 'CLM*P*100***11:B:1'
  it.each([
    ['lines that do not add up', ['CLM*P*101***11:B:1', ...line()], ['x12.837.lines-out-of-balance']],
    ['no lines', [plain], ['x12.837.no-lines']],
    ['no control number', ['CLM**100***11:B:1', ...line()], ['x12.837.no-control-number']],
    ['a line without service', [plain, ...line(), 'LX*2', 'DTP*472*D8*20260401'], ['x12.837.line-without-service']],
    ['a service without LX', [plain, 'SV1*HC:99213*40*UN*1', ...line().map((segment) => segment.replace('*100*', '*60*'))], ['x12.837.line-without-number']],
    ['a bad date', [plain, 'DTP*435*D8*00000000', ...line()], ['x12.bad-date']],
    ['a range that ends before it begins', [plain, 'DTP*434*RD8*20260402-20260401', ...line()], ['x12.bad-date']],
    ['a bad quantity', [plain, 'LX*1', 'SV1*HC:99213*100*UN*1e5', 'DTP*472*D8*20260401'], ['x12.bad-quantity']],
    ['diagnoses after the lines', [plain, ...line(), 'HI*ABK:J069'], ['x12.837.misplaced-segment']],
    ['an hour of discharge', [plain, 'DTP*096*TM*1130', ...line()], []],
    [
      'every harmless segment',
      [
        plain,
        'CL1*1',
        'CN1*09',
        'AMT*F5*20',
        'K3*X',
        'NTE*ADD*SEEN',
        'CR1*LB*1',
        'CR2*1',
        'CRC*E1*Y*L1',
        'HCP*03*1',
        'PWK*OZ*BM',
        'QTY*CA*3',
        ...line('PS1*1*2', 'MEA*TR*R1*1', 'HSD*VS*1', 'FRM*1*Y', 'LQ*UT*1', 'SV5*HC:E0781*DA*1*2*3'),
      ],
      [],
    ],
  ])('%s: told, and taken', async (_, segments, expected) => {
    expect((await readClaim(...segments)).issues).toEqual(expected)
  })

  it('takes the claim of a file without levels, and tells each missing one once', async () => {
    const { claims, issues } = await readX12(file837({ levels: [], claims: [claim837, claim837] }))
    expect(claims).toMatchObject([{ payerId: null, providerId: null, patient: { name: null } }, { billed: 18000 }])
    const each = ['x12.837.no-provider', 'x12.837.no-payer']
    expect(issues).toEqual(['x12.837.missing-level', 'x12.837.missing-level', ...each, ...each])
  })

  it('tells that the patient of a dependent is missing', async () => {
    const levels = [...billing837, ...subscriber837].map((segment) => segment.replace('SBR*P*18', 'SBR*P*01'))
    expect((await readX12(file837({ levels }))).issues).toEqual(['x12.837.missing-level'])
  })

  it('reads levels with a wrong parent in the order of the file, and says so once', async () => {
    const levels = [...billing837, ...subscriber837, ...claim837, ...subscriber837].map((segment) => segment.replace('HL*2*1', 'HL*2*9'))
    const { claims, issues } = await readX12(file837({ levels }))
    expect(claims).toHaveLength(2)
    expect(issues).toEqual(['x12.837.wrong-parent'])
  })

  it('tells an 837 without claims, and takes claims under the same control number twice', async () => {
    expect((await readX12(file837({ claims: [] }))).issues).toEqual(['x12.837.empty'])
    const { claims, issues } = await readX12(render([...interchange([claims837(), claims837()]), ...interchange([claims837()])]))
    expect(claims.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['PCN-1', 'PCN-1', 'PCN-1'])
    expect(issues).toEqual([])
  })
})
