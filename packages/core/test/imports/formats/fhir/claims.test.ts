import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { amount, benefit, bundle, claim, coded, item, ndjson, response, usd } from './resources.ts'
import { claimAndDecision, issuesOf, ofKind, readFhir } from './read.ts'

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/fhir/${name}`, import.meta.url))
const totals = [amount('submitted', 80), amount('benefit', 60)]

describe('an ExplanationOfBenefit', () => {
  it('is a claim, its parties and one decision', async () => {
    const { claim, decision, records, issues } = await claimAndDecision(fixture('explanation-of-benefit.json'))
    expect(issues).toEqual([])
    expect(claim).toMatchObject({
      id: 'fhir-eob-eob-501',
      patientControlNumber: 'ACC-88-1',
      payerId: '70123',
      providerId: '1999999984',
      renderingProviderId: '1999999976',
      referringProviderId: '1999999968',
      claimType: 'professional',
      use: 'claim',
      patient: { name: 'Basil Fennimore', dateOfBirth: '1971-03-09', sex: 'male', memberId: 'M-440021', groupId: 'G-77' },
      subscriber: null,
      serviceDate: '2026-02-03',
      submissionDate: '2026-02-05',
      placeOfService: '11',
      billed: 23010,
      procedureCodes: ['99213', '97110'],
      diagnosisCodes: ['S33.5XXA', 'M54.50'],
      modifiers: ['25'],
      priorAuthorization: 'PA-9001',
    })
    expect(claim?.lines[0]).toMatchObject({ diagnosisCodes: ['S33.5XXA', 'M54.50'], renderingProviderId: '1999999976', units: 1, placeOfService: '11' })
    expect(decision).toMatchObject({
      claimId: 'fhir-eob-eob-501',
      payerControlNumber: 'LHP-2026-000501',
      decisionKind: 'original',
      payerRank: 'primary',
      decidedOn: '2026-02-24',
      receivedOn: '2026-02-05',
      charge: 23010,
      paid: 9005,
      patientResponsibility: 2000,
      allowed: 11005,
      imbalance: 0,
    })
    expect(decision?.lines.map(({ verdict }) => verdict.denied)).toEqual([false, true])
    expect(ofKind(records, 'payer')).toEqual([{ kind: 'payer', id: '70123', name: 'Larkspur Health Plan' }])
    expect(ofKind(records, 'provider').map(({ id, name, npi, taxId }) => [id, name, npi, taxId])).toEqual([
      ['1999999984', 'Harbor Street Clinic', '1999999984', '00-1234567'],
      ['1999999976', 'Ottoline B. Quill', '1999999976', null],
      ['1999999968', 'Pell, Juniper', '1999999968', null],
    ])
  })

  it('belongs to the Claim that it names, as a part of what that says', async () => {
    const { claim, decision } = await claimAndDecision(benefit({ claim: { reference: 'https://payer.example/fhir/Claim/77/_history/2' }, total: totals }))
    expect([claim?.id, claim?.isPart, decision?.claimId]).toEqual(['fhir-claim-77', true, 'fhir-claim-77'])
  })

  it('is pending while it is queued, and after an error', async () => {
    const queued = await claimAndDecision(benefit({ outcome: 'queued', total: totals }))
    expect([queued.claim?.billed, queued.decision, queued.issues]).toEqual([8000, undefined, []])
    const failed = await claimAndDecision(benefit({ outcome: 'error', total: totals }))
    expect([failed.claim?.billed, failed.decision, failed.issues]).toEqual([8000, undefined, ['warning fhir.not-decided outcome']])
    const silent = await claimAndDecision(benefit({ total: [amount('submitted', 80)] }))
    expect([silent.claim?.billed, silent.decision, silent.issues]).toEqual([8000, undefined, ['warning fhir.no-payment-stated total']])
  })

  it('without an id is known by its content', async () => {
    const idOf = async (fields: object) => (await claimAndDecision({ ...benefit({ total: totals, ...fields }), id: undefined })).claim?.id
    expect(await idOf({})).toMatch(/^fhir-eob-[0-9a-f]{24}$/)
    expect(await idOf({})).toBe(await idOf({}))
    expect(await idOf({})).not.toBe(await idOf({ created: '2026-02-21' }))
  })

  it.each([
    ['the benefit', { total: totals }, 6000],
    ['payments to provider and patient before the benefit', { total: [...totals, amount('paidtoprovider', 50), amount('paidtopatient', 5)] }, 5500],
    ['its own adjudication', { total: [amount('submitted', 80)], adjudication: [amount('benefit', 61)] }, 6100],
    ['the payment before what was set off', { total: [amount('submitted', 80)], payment: { amount: usd(40), adjustment: usd(22) } }, 6200],
    ['the lines', { total: [amount('submitted', 80)], item: [item(1, 80, amount('benefit', 63))] }, 6300],
    [
      'words of Blue Button 2',
      { total: [amount('submitted', 80)], item: [item(1, 80, amount('https://bluebutton.cms.gov/resources/variables/line_nch_pmt_amt', 64))] },
      6400,
    ],
  ])('was paid what %s says', async (_name, fields, paid) => {
    expect((await claimAndDecision(benefit(fields))).decision?.paid).toBe(paid)
  })

  it('is decided as a whole where the lines do not say what they were paid', async () => {
    const { decision, issues } = await claimAndDecision(benefit({ total: totals, item: [item(1, 50, amount('benefit', 30)), item(2, 30)] }))
    expect([decision?.paid, decision?.lines, issues]).toEqual([6000, [], ['warning fhir.lines-without-payment item']])
    const plain = await claimAndDecision(benefit({ total: totals, item: [item(1, 50), item(2, 30)] }))
    expect([plain.claim?.lines.length, plain.decision?.lines, plain.issues]).toEqual([2, [], []])
  })

  it('tells lines that do not add up, and lines without a charge', async () => {
    const { issues } = await claimAndDecision(benefit({ total: totals, item: [item(1, 50, amount('benefit', 30))] }))
    expect(issues).toEqual(['warning fhir.lines-out-of-balance item', 'warning fhir.lines-out-of-balance item'])
    const silent = await claimAndDecision(benefit({ total: totals, item: [item(1, null, amount('benefit', 60))] }))
    expect([silent.decision?.lines[0]?.charge, silent.issues]).toEqual([0, ['warning fhir.line-without-charge item']])
  })

  it.each([
    ['primary', {}],
    ['secondary', { precedence: 2 }],
    [
      'secondary',
      {
        insurance: [
          { focal: false, coverage: {} },
          { focal: true, coverage: {} },
        ],
      },
    ],
    ['tertiary', { contained: [{ resourceType: 'Coverage', id: 'v', order: 3 }], insurance: [{ focal: true, coverage: { reference: '#v' } }] }],
  ])('is of the %s payer', async (rank, fields) => {
    expect((await claimAndDecision(benefit({ total: totals, ...fields }))).decision?.payerRank).toBe(rank)
  })

  it.each([
    ['99213', 'HC', coded('http://www.ama-assn.org/go/cpt', '99213'), null],
    ['J2270', 'HC', coded('https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'J2270'), null],
    ['D1110', 'AD', coded('http://www.ada.org/cdt', 'D1110'), null],
    ['00009-9999-01', 'N4', coded('http://hl7.org/fhir/sid/ndc', '00009-9999-01'), '00009-9999-01'],
    [null, null, coded('http://terminology.hl7.org/CodeSystem/data-absent-reason', 'not-applicable'), null],
    ['exam', null, { coding: [{ code: 'exam' }] }, null],
  ])('names %s as %s', async (code, qualifier, productOrService, ndc) => {
    const { claim, decision } = await claimAndDecision(benefit({ item: [{ ...item(1, 80, amount('benefit', 80)), productOrService }] }))
    expect([decision?.lines[0]?.procedureCode, decision?.lines[0]?.qualifier, claim?.lines[0]?.ndcCode]).toEqual([code, qualifier, ndc])
  })

  it('takes drug and adjudication of its details, and numbers lines by their order where their numbers fail', async () => {
    const detail = [
      { productOrService: coded('http://hl7.org/fhir/sid/ndc', '1-2-3'), adjudication: [amount('benefit', 10)] },
      { adjudication: [amount('benefit', 5)], subDetail: [{ adjudication: [amount('benefit', 2.5)] }] },
    ]
    const line = { sequence: 1, productOrService: coded('x', 'kit'), net: usd(20), detail }
    const { claim, decision } = await claimAndDecision(benefit({ item: [line, line] }))
    expect(claim?.lines.map(({ lineNumber, ndcCode }) => [lineNumber, ndcCode])).toEqual([
      [1, '1-2-3'],
      [2, '1-2-3'],
    ])
    expect(decision?.lines.map(({ charge, paid }) => [charge, paid])).toEqual([
      [2000, 1750],
      [2000, 1750],
    ])
  })

  it('tells dates that are none, and keeps the day of a moment as it is written', async () => {
    const { decision, issues } = await claimAndDecision(
      benefit({ total: totals, created: '2026-02-20T23:30:00-08:00', billablePeriod: { start: '2026-02', end: '2026-02-30' } }),
    )
    expect([decision?.decidedOn, decision?.serviceDate, issues]).toEqual([
      '2026-02-20',
      null,
      ['warning fhir.bad-date billablePeriod.start', 'warning fhir.bad-date billablePeriod.end'],
    ])
  })
})

describe('Claim and ClaimResponse', () => {
  it('come as a replaced claim, its decision and a preauthorization', async () => {
    const records = await readFhir(fixture('bundle.json'))
    const [replacing, preauthorization] = ofKind(records, 'claim')
    expect(replacing).toMatchObject({
      id: 'fhir-claim-c-1',
      patientControlNumber: 'HS-1001',
      claimType: 'institutional',
      frequencyCode: '7',
      payerControlNumber: 'LHP-77',
      placeOfService: '13',
      submissionDate: '2026-01-12',
      serviceDate: '2026-01-10',
      serviceDateEnd: '2026-01-11',
      billed: 70_000,
      patient: { name: 'Tansy Marrow', memberId: 'M-1' },
      subscriber: { name: 'Alder Marrow', memberId: 'M-1', relationship: 'child' },
    })
    expect(preauthorization).toMatchObject({ id: 'fhir-claim-c-9', use: 'preauthorization', frequencyCode: '1' })
    expect(
      ofKind(records, 'decision').map(({ claimId, decisionKind, payerRank, decidedOn, paid }) => [claimId, decisionKind, payerRank, decidedOn, paid]),
    ).toEqual([
      ['fhir-claim-c-1', 'original', 'secondary', '2026-02-02', 50_000],
      ['fhir-claim-c-9', 'predetermination', 'secondary', '2026-02-02', 0],
    ])
  })

  it('charges the sum of its lines where no total is stated, and nothing that nobody states', async () => {
    expect((await claimAndDecision(claim())).claim?.billed).toBe(12_000)
    expect((await claimAndDecision(claim({ item: [] }))).issues).toEqual(['rejection fhir.no-charge total'])
    expect((await claimAndDecision(response({ total: [amount('benefit', 1)] }))).issues).toEqual(['rejection fhir.no-charge total'])
  })

  it('may come in any order', async () => {
    const answer = response({ total: [amount('submitted', 120), amount('benefit', 90)] })
    for (const content of [ndjson(claim(), answer), ndjson(answer, claim())]) {
      const records = await readFhir(content)
      expect(ofKind(records, 'decision')[0]).toMatchObject({ claimId: 'fhir-claim-c1', charge: 12_000, paid: 9_000 })
      expect(issuesOf(records)).toEqual([])
    }
  })

  it('answers a claim that is known by its number alone', async () => {
    const { decision } = await claimAndDecision(
      response({ request: { identifier: { value: 'HS-1' } }, total: [amount('submitted', 120), amount('benefit', 90)] }),
    )
    expect([decision?.claimId, decision?.patientControlNumber]).toEqual([null, 'HS-1'])
  })

  it('adds the lines that the payer added, after those that it answers', async () => {
    const { decision } = await claimAndDecision(
      response({
        item: [{ itemSequence: 4, adjudication: [amount('submitted', 50), amount('benefit', 20)] }],
        addItem: [{ itemSequence: [4], productOrService: coded('x', '1101'), net: usd(30), adjudication: [amount('benefit', 10)] }],
      }),
    )
    expect(decision?.lines.map(({ lineNumber, charge, paid }) => [lineNumber, charge, paid])).toEqual([
      [4, 5000, 2000],
      [5, 3000, 1000],
    ])
    expect([decision?.charge, decision?.paid]).toEqual([8000, 3000])
  })
})

describe('people and parties', () => {
  const patient = { resourceType: 'Patient', id: 'p1', name: [{ text: 'Juno Applegarth' }], birthDate: '1990-01-01' }
  const coverage = { resourceType: 'Coverage', id: 'v1', subscriberId: 'M-9', class: [{ type: coded('x', 'group'), value: 'G-1' }] }

  it('are known from resources before the claim, and told when they come after', async () => {
    const before = await readFhir(bundle(patient, coverage, claim()))
    expect(ofKind(before, 'claim')[0]?.patient).toMatchObject({ name: 'Juno Applegarth', dateOfBirth: '1990-01-01', memberId: 'M-9', groupId: 'G-1' })
    const after = await readFhir(bundle(claim(), patient, coverage))
    expect(ofKind(after, 'claim')[0]?.patient).toMatchObject({ name: null, memberId: null })
    expect(issuesOf(after)).toEqual(['warning fhir.patient-after-claim'])
  })

  it('are found by urn:uuid, by id within another server, and by what a reference says of them', async () => {
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const byUuid = {
      resourceType: 'Bundle',
      entry: [{ fullUrl: `urn:uuid:${uuid}`, resource: patient }, { resource: claim({ patient: { reference: `urn:uuid:${uuid}` } }) }],
    }
    expect(ofKind(await readFhir(byUuid), 'claim')[0]?.patient.name).toBe('Juno Applegarth')
    const absolute = ndjson(patient, claim({ patient: { reference: 'https://payer.example/fhir/Patient/p1' } }))
    expect(ofKind(await readFhir(absolute), 'claim')[0]?.patient.name).toBe('Juno Applegarth')
    const displayed = claim({ patient: { display: 'Juno A.', identifier: { type: coded('x', 'MB'), value: 'M-7' } } })
    expect((await claimAndDecision(displayed)).claim?.patient).toMatchObject({ name: 'Juno A.', memberId: 'M-7' })
  })

  it('have one id wherever their resource stands', async () => {
    const payer = { resourceType: 'Organization', id: 'o1', name: 'Larkspur' }
    const provider = {
      resourceType: 'Organization',
      id: 'o2',
      name: 'Saltmarsh',
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1999999943' }],
    }
    for (const order of [
      [claim(), payer, provider],
      [{ ...payer, type: [coded('x', 'ins')] }, provider, claim()],
    ]) {
      const records = await readFhir(bundle(...order))
      expect(ofKind(records, 'claim')[0]).toMatchObject({ payerId: 'fhir-organization-o1', providerId: 'fhir-organization-o2' })
      expect(ofKind(records, 'payer')).toEqual([{ kind: 'payer', id: 'fhir-organization-o1', name: 'Larkspur' }])
      expect(ofKind(records, 'provider')).toMatchObject([{ id: 'fhir-organization-o2', name: 'Saltmarsh', npi: '1999999943' }])
    }
  })

  it('are told by search references and by their names', async () => {
    const npi = 'http://hl7.org/fhir/sid/us-npi'
    const { claim: read } = await claimAndDecision(
      claim({ provider: { reference: `Practitioner?identifier=${npi}|1999999935`, display: 'Wren Hollis' }, insurer: { display: 'Larkspur & Co.' } }),
    )
    expect([read?.providerId, read?.payerId]).toEqual(['1999999935', 'larkspur-co'])
  })

  it('lists all payers of a claim in their order', async () => {
    const contained = [{ resourceType: 'Coverage', id: 'a', subscriberId: 'A-1', payor: [{ reference: 'Organization/o9' }] }]
    const insurance = [
      { sequence: 1, focal: false, coverage: { reference: '#a' } },
      { sequence: 2, focal: true, coverage: { identifier: { value: 'B-2' } } },
    ]
    const { claim: read } = await claimAndDecision(claim({ contained, insurance }))
    expect(read?.payers?.map(({ rank, payerId, memberId }) => [rank, payerId, memberId])).toEqual([
      ['primary', 'fhir-organization-o9', 'A-1'],
      ['secondary', 'fhir-organization-o1', 'B-2'],
    ])
    expect(read?.patient.memberId).toBe('B-2')
  })
})
