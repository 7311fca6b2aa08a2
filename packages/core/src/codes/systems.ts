/** The code lists that a licensed text can be loaded for. */
export const codeSystems = ['carc', 'rarc', 'cpt', 'hcpcs', 'icd10', 'revenue', 'cdt', 'pos'] as const
export type CodeSystem = (typeof codeSystems)[number]

interface Shape {
  /** What a code looks like, in capitals and without the dots of ICD-10. */
  pattern: RegExp
  /** Digits to which a code of digits is filled up with zeros: spreadsheets drop them. */
  digits?: number
  example: string
}

const shapes: Record<CodeSystem, Shape> = {
  carc: { pattern: /^(?:\d{1,3}|[A-Z]\d{1,2})$/, example: '45 or B7' },
  rarc: { pattern: /^(?:MA?|N)\d{1,4}$/, example: 'M15, MA04 or N130' },
  cpt: { pattern: /^\d{4}[0-9A-Z]$/, digits: 5, example: '99213' },
  hcpcs: { pattern: /^(?:[A-Z]\d{4}|\d{4}[0-9A-Z]|[0-9A-Z]{2})$/, example: 'J1885' },
  icd10: { pattern: /^(?:[A-Z]\d[0-9A-Z]{1,5}|[0-9A-Z]{7})$/, example: 'E11.9' },
  revenue: { pattern: /^\d{4}$/, digits: 4, example: '0450' },
  cdt: { pattern: /^D\d{4}$/, example: 'D0120' },
  pos: { pattern: /^\d{2}$/, digits: 2, example: '11' },
}

/** A code as it is kept and looked up, or null where this list can have no such code. */
export function readCode(system: CodeSystem, text: string): string | null {
  const { pattern, digits } = shapes[system]
  const plain = text.trim().toUpperCase()
  const bare = system === 'icd10' ? plain.replaceAll('.', '') : plain
  const code = digits !== undefined && /^\d+$/.test(bare) ? bare.padStart(digits, '0') : bare
  return pattern.test(code) ? code : null
}

export const exampleOf = (system: CodeSystem): string => shapes[system].example
