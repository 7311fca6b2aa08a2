/** Invented resources, as small as a payer may send them. */

export const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
export const usd = (value: number | string) => ({ value, currency: 'USD' })
/** An amount of an adjudication or a total. */
export const amount = (kind: string, value: number | string) => ({
  category: coded('http://terminology.hl7.org/CodeSystem/adjudication', kind),
  amount: usd(value),
})

/** A reason as CARIN sends it: group and CARC, and a remark, with or without what they take away. */
export function reason(group: string | null, carc: string, { value, remark }: { value?: number; remark?: string } = {}) {
  const coding = [
    ...(group === null ? [] : [{ system: 'https://x12.org/codes/claim-adjustment-group-codes', code: group }]),
    { system: 'https://x12.org/codes/claim-adjustment-reason-codes', code: carc },
    ...(remark === undefined ? [] : [{ system: 'https://x12.org/codes/remittance-advice-remark-codes', code: remark }]),
  ]
  const category = coded('http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudicationDiscriminator', 'adjustmentreason')
  return { category, reason: { coding }, ...(value !== undefined && { amount: usd(value) }) }
}

/** One line that charges, with its adjudications. */
export const item = (sequence: number, charge: number | string | null, ...adjudication: object[]) => ({
  sequence,
  productOrService: coded('http://www.ama-assn.org/go/cpt', '99213'),
  servicedDate: '2026-02-03',
  adjudication: [...(charge === null ? [] : [amount('submitted', charge)]), ...adjudication],
})

export const benefit = (fields: object = {}) => ({
  resourceType: 'ExplanationOfBenefit',
  id: 'e1',
  status: 'active',
  use: 'claim',
  type: coded('http://terminology.hl7.org/CodeSystem/claim-type', 'professional'),
  patient: { reference: 'Patient/p1' },
  created: '2026-02-20',
  insurer: { reference: 'Organization/o1' },
  provider: { reference: 'Practitioner/d1' },
  outcome: 'complete',
  insurance: [{ focal: true, coverage: { reference: 'Coverage/v1' } }],
  ...fields,
})

export const claim = (fields: object = {}) => ({
  resourceType: 'Claim',
  id: 'c1',
  identifier: [{ value: 'HS-1' }],
  status: 'active',
  use: 'claim',
  type: coded('http://terminology.hl7.org/CodeSystem/claim-type', 'oral'),
  patient: { reference: 'Patient/p1' },
  created: '2026-02-10',
  insurer: { reference: 'Organization/o1' },
  provider: { reference: 'Organization/o2' },
  insurance: [{ sequence: 1, focal: true, coverage: { reference: 'Coverage/v1' } }],
  item: [{ sequence: 1, productOrService: coded('http://www.ada.org/cdt', 'D1110'), servicedDate: '2026-02-03', net: usd(120) }],
  ...fields,
})

export const response = (fields: object = {}) => ({
  resourceType: 'ClaimResponse',
  id: 'r1',
  status: 'active',
  use: 'claim',
  patient: { reference: 'Patient/p1' },
  created: '2026-02-20',
  insurer: { reference: 'Organization/o1' },
  requestor: { reference: 'Organization/o2' },
  request: { reference: 'Claim/c1' },
  outcome: 'complete',
  ...fields,
})

export const bundle = (...resources: object[]) => ({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) })
export const ndjson = (...resources: object[]) => resources.map((resource) => JSON.stringify(resource)).join('\n')
