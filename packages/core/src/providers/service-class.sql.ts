import { sql, type SQL } from 'drizzle-orm'

/** What kind of service a claim is for, in our own words, by ranges of its principal procedure or revenue code. Only for comparing like with like. */
type Range = readonly [first: string, last: string, serviceClass: string]

/** Codes of five digits. */
const PROCEDURES: readonly Range[] = [
  ['00100', '01999', 'anesthesia'],
  ['10004', '69990', 'surgery'],
  ['70010', '79999', 'radiology'],
  ['80047', '89398', 'laboratory'],
  ['90281', '99199', 'medicine'],
  ['99202', '99499', 'visits'],
  ['99500', '99607', 'medicine'],
]
/** Four digits and a letter, by the letter. */
const BY_LAST_LETTER: Readonly<Record<string, string>> = { A: 'medicine', F: 'quality reporting', M: 'laboratory', T: 'new technology', U: 'laboratory' }
/** A letter and four digits (HCPCS level II, and D for dental), by the letter. */
const BY_FIRST_LETTER: Readonly<Record<string, string>> = {
  A: 'transport and supplies',
  B: 'nutrition',
  C: 'outpatient hospital',
  D: 'dental',
  E: 'equipment',
  G: 'other services',
  H: 'behavioral health',
  J: 'drugs',
  K: 'equipment',
  L: 'orthotics',
  M: 'quality reporting',
  P: 'laboratory',
  Q: 'drugs',
  R: 'radiology',
  S: 'other services',
  T: 'other services',
  V: 'vision and hearing',
}
/** Revenue codes with their leading zero. */
const REVENUE: readonly Range[] = [
  ['0100', '0219', 'inpatient stay'],
  ['0250', '0269', 'drugs'],
  ['0270', '0299', 'equipment'],
  ['0300', '0319', 'laboratory'],
  ['0320', '0359', 'radiology'],
  ['0360', '0379', 'surgery'],
  ['0400', '0409', 'radiology'],
  ['0410', '0449', 'therapy'],
  ['0450', '0459', 'emergency'],
  ['0490', '0499', 'surgery'],
  ['0510', '0529', 'visits'],
  ['0540', '0549', 'transport and supplies'],
  ['0550', '0609', 'home care'],
  ['0610', '0619', 'radiology'],
  ['0630', '0639', 'drugs'],
  ['0650', '0669', 'home care'],
  ['0730', '0749', 'medicine'],
  ['0800', '0889', 'dialysis'],
  ['0900', '0919', 'behavioral health'],
  ['0940', '0949', 'therapy'],
]
const UNKNOWN = 'unclassified'

const word = (text: string) => sql.raw(`'${text}'`)
const byRange = (code: SQL, ranges: readonly Range[]) =>
  sql`case ${sql.join(
    ranges.map(([first, last, serviceClass]) => sql`when ${code} collate "C" between ${word(first)} and ${word(last)} then ${word(serviceClass)}`),
    sql` `,
  )} else ${word(UNKNOWN)} end`
const byLetter = (letter: SQL, classes: Readonly<Record<string, string>>) =>
  sql`case ${letter} ${sql.join(
    Object.entries(classes).map(([key, serviceClass]) => sql`when ${word(key)} then ${word(serviceClass)}`),
    sql` `,
  )} else ${word(UNKNOWN)} end`

/** The class of a service by its procedure code where that is one, else by its revenue code; both are expressions that may be null. */
export function serviceClass(procedure: SQL, revenue: SQL): SQL {
  const padded = sql`lpad(${revenue}, 4, '0')`
  return sql`case
    when ${procedure} ~ '^[0-9]{5}$' then ${byRange(procedure, PROCEDURES)}
    when ${procedure} ~ '^[0-9]{4}[A-Z]$' then ${byLetter(sql`right(${procedure}, 1)`, BY_LAST_LETTER)}
    when ${procedure} ~ '^[A-Z][0-9]{4}$' then ${byLetter(sql`left(${procedure}, 1)`, BY_FIRST_LETTER)}
    when ${revenue} ~ '^[0-9]{3,4}$' then ${byRange(padded, REVENUE)}
    else ${word(UNKNOWN)} end`
}
