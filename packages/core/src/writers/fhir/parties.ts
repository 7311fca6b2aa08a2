import type { ClaimPayerRecord, ClaimRecord, Patient, PayerRank } from '../../imports/records.ts'
import type { Directory } from '../records.ts'
import { concept, systems } from './codes.ts'

const ORDER: Record<PayerRank, number> = { primary: 1, secondary: 2, tertiary: 3 }

export const providerReference = (id: string | null, { providers }: Directory) => {
  const provider = providers.get(id)
  return { identifier: provider?.npi ? { system: systems.npi, value: provider.npi } : { value: id }, display: provider?.name }
}

export const payerReference = (id: string | null, { payers }: Directory) => ({
  identifier: { type: concept(['carinIdentifier', 'payerid']), value: id },
  display: payers.get(id)?.name,
})

/** `Last, First` or `First Last` as a HumanName. */
function humanName(name: string) {
  const [family, given] = name.split(', ')
  return [given === undefined ? { text: name } : { family, given: [given] }]
}

export function patientResource({ name, dateOfBirth, sex }: Patient) {
  return {
    resourceType: 'Patient',
    id: 'patient',
    name: name === null ? undefined : humanName(name),
    gender: sex ?? 'unknown',
    birthDate: dateOfBirth ?? undefined,
  }
}

const coverageId = (rank: PayerRank) => `coverage-${ORDER[rank]}`

function coverageResource({ rank, payerId, memberId, groupId }: ClaimPayerRecord, directory: Directory) {
  return {
    resourceType: 'Coverage',
    id: coverageId(rank),
    status: 'active',
    subscriberId: memberId ?? undefined,
    beneficiary: { reference: '#patient' },
    payor: [payerReference(payerId, directory)],
    order: ORDER[rank],
    class: groupId === null ? undefined : [{ type: concept(['coverageClass', 'group']), value: groupId }],
  }
}

/** Patient and coverages stand inside each resource, so that each can be read by itself. */
export function insured({ patient, payers = [] }: ClaimRecord, focal: PayerRank, directory: Directory) {
  return {
    contained: [patientResource(patient), ...payers.map((payer) => coverageResource(payer, directory))],
    patient: { reference: '#patient' },
    insurance: payers.map(({ rank }) => ({ sequence: ORDER[rank], focal: rank === focal, coverage: { reference: `#${coverageId(rank)}` } })),
  }
}

export const precedenceOf = (rank: PayerRank) => ORDER[rank]
