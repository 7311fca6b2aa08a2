import { objects, objectOf, text, type Raw } from './values.ts'

/** Code systems by what their address holds; senders write them with and without version, in old and new places. */
export const systems = {
  carc: /claim-?adjustment-?reason|ansi-rsn-cd|external\/139$/i,
  group: /claim-?adjustment-?group|ansi-grp-cd|005010\/1033$/i,
  rarc: /remittance-?advice-?remark|external\/411$/i,
  cpt: /ama-assn\.org\/go\/cpt|\/sid\/cpt/i,
  hcpcs: /hcpcs/i,
  cdt: /cdt|ada\.org/i,
  hipps: /hipps/i,
  ndc: /ndc/i,
  revenue: /nubc\.org.*revenue|revenuecodes/i,
  taxonomy: /nucc/i,
  npi: /us-npi|2\.16\.840\.1\.113883\.4\.6$/i,
  taxId: /2\.16\.840\.1\.113883\.4\.4$|us-ein/i,
} as const
type System = RegExp
/** For identifiers that are told by their type alone. */
export const noSystem = /(?!)/

const ABSENT = /data-absent-reason/i

export interface Coding {
  system: string
  code: string
}

/** The codings of a CodeableConcept (or a Coding by itself), without those that say why there is none. */
export function codingsOf(concept: unknown): Coding[] {
  const raw = objectOf(concept)
  const list = Array.isArray(raw.coding) || raw.coding ? objects(raw.coding) : objects(concept)
  return list.flatMap((coding: Raw) => {
    const code = text(coding.code)
    const system = text(coding.system) ?? ''
    return code === null || ABSENT.test(system) ? [] : [{ system, code }]
  })
}

/** The codes of one system, each once. */
export const codesOf = (concept: unknown, system: System): string[] => [
  ...new Set(
    codingsOf(concept)
      .filter((coding) => system.test(coding.system))
      .map(({ code }) => code),
  ),
]

/** The code of the first of these systems that has one, else the first code there is. */
export function codeOf(concept: unknown, ...preferred: System[]): string | null {
  for (const system of preferred) {
    const [code] = codesOf(concept, system)
    if (code !== undefined) return code
  }
  return codingsOf(concept)[0]?.code ?? null
}

/** True when one of the codings is this code, whatever its system and case. */
export const hasCode = (concept: unknown, ...codes: string[]) => codingsOf(concept).some(({ code }) => codes.includes(code.toLowerCase()))
