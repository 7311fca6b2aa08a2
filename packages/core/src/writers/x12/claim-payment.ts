import type { DecisionLineRecord, DecisionRecord, ProviderRecord } from '../../imports/records.ts'
import type { Directory } from '../records.ts'
import { casSegments } from './adjustments.ts'
import { amountText, compactDate, composite, optionalAmount, personName, plain, segment } from './segments.ts'

/** Where MIA and MOA carry remark codes. */
const REMARKS = { MIA: [5, 20, 21, 22, 23], MOA: [3, 4, 5, 6, 7] } as const

/** One decision as an 835 says it: CLP with what follows it (loops 2100 and 2110). */
export function claimPayment(decision: DecisionRecord, directory: Directory): string {
  const { patient, serviceDate, serviceDateEnd, receivedOn } = decision
  const [last, first] = personName(patient.name)
  const renderer = directory.providers.get(decision.renderingProviderId)
  const clp = segment(
    'CLP',
    plain(decision.patientControlNumber),
    decision.statusCode,
    amountText(decision.charge),
    amountText(decision.paid),
    optionalAmount(decision.patientResponsibility),
    decision.claimFilingCode,
    plain(decision.payerControlNumber),
    decision.facilityCode,
    decision.frequencyCode,
  )
  return (
    clp +
    casSegments(decision.adjustments) +
    segment('NM1', 'QC', 1, last, first, null, null, null, patient.memberId && 'MI', plain(patient.memberId)) +
    (renderer ? renderingProvider(renderer) : '') +
    remarks(decision.remarks) +
    (patient.groupId ? segment('REF', '1L', plain(patient.groupId)) : '') +
    (serviceDate ? segment('DTM', '232', compactDate(serviceDate)) : '') +
    (serviceDate && serviceDateEnd ? segment('DTM', '233', compactDate(serviceDateEnd)) : '') +
    (receivedOn ? segment('DTM', '050', compactDate(receivedOn)) : '') +
    decision.lines.map(servicePayment).join('')
  )
}

/** NM1*82; a provider without an NPI goes by the payer's own number (PC). */
export function renderingProvider({ id, npi, name }: ProviderRecord): string {
  return segment('NM1', '82', 1, ...personName(name), null, null, null, npi ? 'XX' : 'PC', npi ?? plain(id))
}

function remarks(codes: DecisionRecord['remarks']): string {
  if (codes.length === 0) return ''
  let text = ''
  for (const [source, own] of Map.groupBy(codes, (remark) => remark.source)) {
    const elements: (string | null)[] = Array.from({ length: REMARKS[source].at(-1)! }, () => null)
    // MIA01 counts covered days; it must be there.
    if (source === 'MIA') elements[0] = '0'
    for (const [index, { code }] of own.slice(0, REMARKS[source].length).entries()) elements[REMARKS[source][index]! - 1] = code
    text += segment(source, ...elements)
  }
  return text
}

function servicePayment(line: DecisionLineRecord): string {
  const { qualifier, procedureCode, revenueCode, originalProcedureCode, serviceDate, serviceDateEnd } = line
  const service = procedureCode === null ? composite('NU', revenueCode) : composite(qualifier ?? 'HC', procedureCode, ...line.modifiers)
  const billed = originalProcedureCode ? composite(qualifier ?? 'HC', originalProcedureCode) : null
  const days =
    serviceDate === null || serviceDateEnd === null || serviceDateEnd === serviceDate
      ? serviceDate && segment('DTM', '472', compactDate(serviceDate))
      : segment('DTM', '150', compactDate(serviceDate)) + segment('DTM', '151', compactDate(serviceDateEnd))
  return (
    segment('SVC', service, amountText(line.charge), amountText(line.paid), procedureCode === null ? null : revenueCode, line.units, billed) +
    (days ?? '') +
    casSegments(line.adjustments) +
    (line.controlNumber ? segment('REF', '6R', plain(line.controlNumber)) : '') +
    (line.allowed === null ? '' : segment('AMT', 'B6', amountText(line.allowed))) +
    line.remarks.map((code) => segment('LQ', 'HE', code)).join('')
  )
}
