import { OverturnError } from '../../../errors.ts'

/** A remittance advice remark code. The numbers are facts of the published list; labels are in our own words. */
export interface RarcRow {
  code: string
  label: string
  /** Informational: it tells of the processing, and explains no adjustment. */
  alert: boolean
  /** Label of the denial reason it points to; null where it names none. */
  reason: string | null
  /** What it says of the right to appeal; null where it says nothing. */
  appealRights: boolean | null
  /** Withdrawn from the list; still found in old remittances. */
  retired?: true
}

/** Short names of the denial reasons, so that a code fits on a line. */
const reasonKeys: Readonly<Record<string, string>> = {
  modifier: 'Modifier missing or inconsistent',
  auth: 'Authorization absent',
  mismatch: 'Authorization exceeded or not matching',
  referral: 'Referral absent',
  docs: 'Documentation missing or insufficient',
  necessity: 'Not medically necessary',
  level: 'Level or amount of service not supported',
  timely: 'Filing time limit passed',
  limit: 'Benefit limit or frequency reached',
  pairing: 'Diagnosis does not support the procedure',
  diagnosis: 'Diagnosis invalid or not specific enough',
  fit: 'Code does not fit patient or provider',
  place: 'Place of service does not fit',
  code: 'Procedure or revenue code invalid',
  bundled: 'Bundled into another service',
  duplicate: 'Duplicate of an earlier claim',
  info: 'Claim lacks information',
  provider: 'Provider identification missing or invalid',
  payer: 'Payer not responsible for the claim',
  cob: 'Other insurance not coordinated',
  patient: 'Patient not identified',
  coverage: 'Coverage not in force',
  excluded: 'Service not covered',
  ineligible: 'Provider not eligible for this service',
  split: 'Billed period must be split',
  clia: 'Laboratory certificate does not match',
  order: 'Order or prescription missing or not valid',
  rental: 'Rental or purchase rule not met',
  dates: 'Dates on the claim contradict each other',
  injury: 'Injury not accepted by the insurer',
  contract: 'Not payable under the provider contract',
  billtype: 'Type of bill does not fit',
}

const LINE = /^((?:MA|M|N)\d+)\|([A+R-]*)\|([a-z]*)\|(\S.*)$/

function parseLine(line: string): RarcRow {
  const [, code = '', flags = '', key = '', label = ''] = LINE.exec(line) ?? []
  const reason = key ? reasonKeys[key] : null
  if (!code || reason === undefined) {
    throw new OverturnError('internal', `The remark code table has a line that is no row: "${line}". Write it as code|flags|reason key|label.`)
  }
  const appealRights = flags.includes('+') ? true : flags.includes('-') ? false : null
  const row: RarcRow = { code, label, alert: flags.includes('A'), reason, appealRights }
  return flags.includes('R') ? { ...row, retired: true } : row
}

/**
 * Rows of a table with one code a line: `code|flags|reason key|label`. Flags: A alert, + grants an appeal, - denies it, R retired.
 */
export const parseRarcs = (table: string): RarcRow[] => table.trim().split('\n').map(parseLine)
