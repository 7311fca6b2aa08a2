import type { Schemas } from '@overturn/client'
import { plural } from './format'

export type LabCase = Schemas['LabCase']
export type LabClaim = LabCase['claim']
export type LabRun = Schemas['LabRun']

/** A line as its fields hold it: lists are one text, numbers are what was typed. */
export interface DraftLine {
  lineNumber: number
  procedureCode: string
  modifiers: string
  diagnosisCodes: string
  placeOfService: string
  provider: string
  units: string
  billedAmount: string
}
export interface DraftClaim {
  payer: string
  daysToSubmission: string
  hasAuthorization: boolean
  lines: DraftLine[]
}

const typed = (value: string | number | null) => (value === null ? '' : String(value))

export const draftOf = ({ payer, daysToSubmission, hasAuthorization, lines }: LabClaim): DraftClaim => ({
  payer: typed(payer),
  daysToSubmission: typed(daysToSubmission),
  hasAuthorization,
  lines: lines.map((line) => ({
    lineNumber: line.lineNumber,
    procedureCode: typed(line.procedureCode),
    modifiers: line.modifiers.join(', '),
    diagnosisCodes: line.diagnosisCodes.join(', '),
    placeOfService: typed(line.placeOfService),
    provider: typed(line.provider),
    units: typed(line.units),
    billedAmount: typed(line.billedAmount),
  })),
})

/** Codes with commas, spaces or semicolons between them, in the capitals that code lists have. */
export const codesOf = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
]

const orNull = (text: string): string | null => text.trim().toUpperCase() || null
const numberOf = (text: string): number | null => (text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text))

/** The claim that the fields say. An empty field is unknown, not 0. */
export const claimOf = ({ payer, daysToSubmission, hasAuthorization, lines }: DraftClaim): LabClaim => ({
  payer: payer || null,
  daysToSubmission: numberOf(daysToSubmission),
  hasAuthorization,
  lines: lines.map((line) => ({
    lineNumber: line.lineNumber,
    procedureCode: orNull(line.procedureCode),
    modifiers: codesOf(line.modifiers),
    diagnosisCodes: codesOf(line.diagnosisCodes),
    placeOfService: orNull(line.placeOfService),
    provider: orNull(line.provider),
    units: numberOf(line.units),
    billedAmount: numberOf(line.billedAmount),
  })),
})

export const labVerdictWords = {
  fixed: { title: 'A fix that paid claims show', color: 'success', icon: 'i-lucide-circle-check' },
  unproven: { title: 'No paid claim shows this', color: 'warning', icon: 'i-lucide-circle-help' },
  evaded: { title: 'Not a fix', color: 'warning', icon: 'i-lucide-circle-slash' },
  denied: { title: 'It would be denied again', color: 'error', icon: 'i-lucide-circle-x' },
} as const satisfies Record<LabRun['verdict'], { title: string; color: string; icon: string }>

export const labOutcomeWords = {
  correct: { label: 'Right', color: 'success' },
  incorrect: { label: 'Wrong', color: 'error' },
  skipped: { label: 'Skipped', color: 'neutral' },
} as const satisfies Record<NonNullable<LabCase['outcome']>, { label: string; color: string }>

/** What an edit is called. */
export const labChangeWords: Record<LabRun['changes'][number]['kind'], string> = {
  modifiers: 'Modifiers',
  diagnoses: 'Diagnoses',
  placeOfService: 'Place of service',
  authorization: 'Authorization',
  units: 'Units',
  charge: 'Charge',
  procedure: 'Procedure',
  provider: 'Clinician',
  payer: 'Payer',
  daysToSubmission: 'Days to submission',
  lineRemoved: 'Line left out',
  lineAdded: 'Line added',
}

/** `the same day`, `3 days before`, `1 day after` */
export function daysApartInWords(days: number): string {
  return days === 0 ? 'the same day' : `${plural(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'}`
}
