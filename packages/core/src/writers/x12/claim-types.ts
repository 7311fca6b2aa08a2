import type { ClaimLineRecord, ClaimRecord } from '../../imports/records.ts'
import { amountText, compactDate, composite, segment } from './segments.ts'

/** What tells an 837 of one type from the others. */
export interface ClaimGuide {
  /** In file names: 837P, 837I, 837D. */
  name: string
  version: string
  /** CLM05-2: B for a place of service, A for the first two digits of a type of bill. */
  placeQualifier: 'A' | 'B'
  /** Who did the work: 82 rendering, 71 attending. */
  performer: '82' | '71'
  /** Whether the principal diagnosis has an HI of its own. */
  principalApart: boolean
  /** Segments between CLM and its references. */
  facts(claim: ClaimRecord): string
  /** SV1, SV2 or SV3. */
  service(line: ClaimLineRecord, claim: ClaimRecord): string
}

const serviceOf = (qualifier: string, { procedureCode, modifiers }: ClaimLineRecord) => composite(qualifier, procedureCode, ...modifiers)

/** Positions of the line's diagnoses in those of the claim, four at most. */
function pointers(line: ClaimLineRecord, claim: ClaimRecord): string {
  const found = line.diagnosisCodes.map((code) => claim.diagnosisCodes.indexOf(code) + 1).filter((position) => position > 0)
  return composite(...(found.length > 0 ? found.slice(0, 4) : [1]))
}

const placeOf = (line: ClaimLineRecord, claim: ClaimRecord) => (line.placeOfService === claim.placeOfService ? null : line.placeOfService)

const professional: ClaimGuide = {
  name: '837P',
  version: '005010X222A1',
  placeQualifier: 'B',
  performer: '82',
  principalApart: false,
  facts: () => '',
  service: (line, claim) =>
    segment('SV1', serviceOf('HC', line), amountText(line.billed), line.unitsType ?? 'UN', line.units ?? 1, placeOf(line, claim), null, pointers(line, claim)),
}

const institutional: ClaimGuide = {
  name: '837I',
  version: '005010X223A2',
  placeQualifier: 'A',
  performer: '71',
  principalApart: true,
  // Discharged to home, after an elective admission (CL1).
  facts: ({ serviceDate, serviceDateEnd }) =>
    (serviceDate ? segment('DTP', '434', 'RD8', `${compactDate(serviceDate)}-${compactDate(serviceDateEnd ?? serviceDate)}`) : '') +
    segment('CL1', '3', '1', '01'),
  service: (line) =>
    segment(
      'SV2',
      line.revenueCode,
      line.procedureCode === null ? null : serviceOf('HC', line),
      amountText(line.billed),
      line.unitsType ?? 'UN',
      line.units ?? 1,
    ),
}

const dental: ClaimGuide = {
  name: '837D',
  version: '005010X224A2',
  placeQualifier: 'B',
  performer: '82',
  principalApart: false,
  facts: () => '',
  service: (line, claim) =>
    segment(
      'SV3',
      serviceOf('AD', line),
      amountText(line.billed),
      placeOf(line, claim),
      null,
      null,
      line.units ?? 1,
      null,
      null,
      null,
      null,
      pointers(line, claim),
    ),
}

/** Pharmacies do not send X12; whatever else is not said goes as professional. */
export const guideOf = ({ claimType }: ClaimRecord): ClaimGuide =>
  claimType === 'institutional' ? institutional : claimType === 'dental' ? dental : professional
