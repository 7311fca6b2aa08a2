import type { CodeSystem } from '@overturn/core/codes/systems'

/** The code lists by their names. */
export const codeSystemWords: Record<CodeSystem, string> = {
  carc: 'Adjustment reason codes (CARC)',
  rarc: 'Remark codes (RARC)',
  cpt: 'CPT procedures',
  hcpcs: 'HCPCS procedures and modifiers',
  icd10: 'ICD-10 diagnoses',
  revenue: 'Revenue codes',
  cdt: 'CDT dental procedures',
  pos: 'Places of service',
}
