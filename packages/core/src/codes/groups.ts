/**
 * Families of procedure codes by what is done, with names of our own. The bounds are those of the sections of CPT and HCPCS Level II, which are
 * facts of numbering; no code stands in two families.
 */
const families = [
  ['office-visit', ['99202', '99215']],
  ['preventive-visit', ['99381', '99429'], ['G0402', 'G0402'], ['G0438', 'G0439']],
  ['hospital-visit', ['99217', '99239'], ['99291', '99292']],
  ['consultation', ['99242', '99255']],
  ['emergency-visit', ['99281', '99288']],
  ['other-visit', ['99304', '99380'], ['99421', '99499']],
  ['laboratory', ['36400', '36416'], ['80047', '89398'], ['0001U', '0999U']],
  ['endoscopy', ['31231', '31298'], ['31622', '31654'], ['43180', '43278'], ['44360', '44408'], ['45300', '45398'], ['52000', '52356']],
  [
    'procedure',
    ['10004', '31230'],
    ['31299', '31621'],
    ['31655', '36399'],
    ['36417', '43179'],
    ['43279', '44359'],
    ['44409', '45299'],
    ['45399', '51999'],
    ['52357', '69990'],
  ],
  ['anesthesia', ['00100', '01999']],
  ['imaging', ['70010', '79999']],
  ['immunization', ['90281', '90759']],
  ['counseling', ['90785', '90899'], ['96105', '96171']],
  ['dialysis', ['90935', '90999']],
  ['eye', ['92002', '92499']],
  ['cardiac-test', ['93000', '93799']],
  ['vascular-test', ['93880', '93998']],
  ['allergy', ['95004', '95199']],
  ['infusion', ['96360', '96549']],
  ['therapy', ['92507', '92526'], ['97010', '97799']],
  ['drug', ['J0000', 'J9999'], ['Q0138', 'Q5151']],
  ['ambulance', ['A0021', 'A0999']],
  ['equipment', ['A4000', 'A9999'], ['E0000', 'E9999'], ['K0000', 'K9999'], ['L0000', 'L9999']],
  ['dental', ['D0000', 'D9999']],
] as const satisfies readonly (readonly [string, ...(readonly [string, string])[]])[]

export type ProcedureGroup = (typeof families)[number][0]
export interface CodeRange {
  first: string
  last: string
}

const ranges: readonly (CodeRange & { group: ProcedureGroup })[] = families.flatMap(([group, ...bounds]) =>
  bounds.map(([first, last]) => ({ group, first, last })),
)

export const procedureGroups: readonly ProcedureGroup[] = families.map(([group]) => group)
export const rangesOf = (group: string): readonly CodeRange[] => ranges.filter((range) => range.group === group)

/** The family of a code of five characters; null for one that stands in none. Compared character by character, as the database does in collation C. */
export function procedureGroupOf(code: string | null): ProcedureGroup | null {
  if (code?.length !== 5) return null
  return ranges.find(({ first, last }) => code >= first && code <= last && isSameKind(code, first))?.group ?? null
}

/** 0001U is not between 00100 and 01999, though its characters are: the letter stands where theirs have a digit. */
const isSameKind = (code: string, bound: string) => /\d/.test(code[0]!) === /\d/.test(bound[0]!) && /\d/.test(code[4]!) === /\d/.test(bound[4]!)
