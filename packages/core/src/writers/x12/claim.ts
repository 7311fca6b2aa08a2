import type { ClaimPayerRecord, ClaimRecord, PayerRank } from '../../imports/records.ts'
import type { Directory } from '../records.ts'
import { guideOf } from './claim-types.ts'
import { ADDRESS } from './places.ts'
import { amountText, compactDate, composite, optionalAmount, period, personName, plain, segment } from './segments.ts'

const RANKS: Record<PayerRank, string> = { primary: 'P', secondary: 'S', tertiary: 'T' }
const SEXES: Readonly<Record<string, string>> = { female: 'F', male: 'M' }

/** One claim as an 837 says it, from SBR on: loops 2000B to 2400 without the HL before them, which is numbered where it is placed. */
export function claimSegments(claim: ClaimRecord, directory: Directory): string {
  const guide = guideOf(claim)
  const { patient, renderingProviderId } = claim
  const [payer = payerOf(claim), ...others] = claim.payers ?? []
  const renderer = directory.providers.get(renderingProviderId)
  // ICD codes go without their point, the first of them as principal diagnosis.
  const diagnoses = claim.diagnosisCodes.map((code, index) => composite(index === 0 ? 'ABK' : 'ABF', code.replace('.', '')))
  return (
    subscriber(payer, claim) +
    ADDRESS +
    segment('DMG', 'D8', compactDate(patient.dateOfBirth), SEXES[patient.sex ?? ''] ?? 'U') +
    payerName(payer, directory) +
    claimInformation(claim, guide.placeQualifier) +
    guide.facts(claim) +
    (claim.referralNumber ? segment('REF', '9F', plain(claim.referralNumber)) : '') +
    (claim.priorAuthorization ? segment('REF', 'G1', plain(claim.priorAuthorization)) : '') +
    (claim.payerControlNumber ? segment('REF', 'F8', plain(claim.payerControlNumber)) : '') +
    (guide.principalApart ? diagnosisSegments(diagnoses.slice(0, 1)) + diagnosisSegments(diagnoses.slice(1)) : diagnosisSegments(diagnoses)) +
    (renderer
      ? segment('NM1', guide.performer, 1, ...personName(renderer.name), null, null, null, renderer.npi && 'XX', renderer.npi) +
        (renderer.taxonomy && guide.performer === '82' ? segment('PRV', 'PE', 'PXC', renderer.taxonomy) : '')
      : '') +
    others.map((other) => otherPayer(other, claim, directory)).join('') +
    claim.lines
      .map((line, index) => {
        const day = line.serviceDate ?? claim.serviceDate
        return (
          segment('LX', index + 1) +
          guide.service(line, claim) +
          (day ? segment('DTP', '472', ...period(day, line.serviceDateEnd)) : '') +
          (line.controlNumber ? segment('REF', '6R', plain(line.controlNumber)) : '')
        )
      })
      .join('')
  )
}

const payerOf = ({ payerId, patient: { memberId, groupId } }: ClaimRecord): ClaimPayerRecord => ({
  rank: 'primary',
  payerId,
  memberId,
  groupId,
  filingCode: null,
  paid: null,
  paidOn: null,
})

/** CLM. CLM19 says that a predetermination is asked for, not a payment. */
function claimInformation(claim: ClaimRecord, placeQualifier: string): string {
  const place = composite(claim.placeOfService, placeQualifier, claim.frequencyCode ?? '1')
  const purpose = claim.use === 'claim' ? [] : [...Array.from({ length: 9 }, () => null), 'PB']
  return segment('CLM', plain(claim.patientControlNumber), amountText(claim.billed), null, null, place, 'Y', 'A', 'Y', 'Y', ...purpose)
}

/** The patient is the insured: SBR02 18. */
const insured = (payer: ClaimPayerRecord, { patient }: ClaimRecord) =>
  segment('NM1', 'IL', 1, ...personName(patient.name), null, null, null, payer.memberId && 'MI', plain(payer.memberId))
const subscriberInformation = ({ rank, groupId, filingCode }: ClaimPayerRecord) =>
  segment('SBR', RANKS[rank], '18', plain(groupId), null, null, null, null, null, filingCode)

const subscriber = (payer: ClaimPayerRecord, claim: ClaimRecord) => subscriberInformation(payer) + insured(payer, claim)

const payerName = ({ payerId }: ClaimPayerRecord, { payers }: Directory) =>
  segment('NM1', 'PR', 2, plain(payers.get(payerId)?.name ?? payerId), null, null, null, null, 'PI', plain(payerId))

/** Loop 2320 and 2330: who pays besides, and what was paid already. */
function otherPayer(payer: ClaimPayerRecord, claim: ClaimRecord, directory: Directory): string {
  return (
    subscriberInformation(payer) +
    (payer.paid === null ? '' : segment('AMT', 'D', optionalAmount(payer.paid))) +
    segment('OI', null, null, 'Y', null, null, 'Y') +
    insured(payer, claim) +
    payerName(payer, directory) +
    (payer.paidOn ? segment('DTP', '573', 'D8', compactDate(payer.paidOn)) : '')
  )
}

/** HI holds twelve. */
function diagnosisSegments(diagnoses: readonly string[]): string {
  let text = ''
  for (let at = 0; at < diagnoses.length; at += 12) text += segment('HI', ...diagnoses.slice(at, at + 12))
  return text
}
