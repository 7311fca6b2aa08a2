import { z } from 'zod'
import type { IsoDate } from '../dates.ts'
import { claimTypes } from '../db/schema/claims.ts'
import type { ClaimRecord } from '../imports/records.ts'
import { centsOf, dollars, type Cents } from '../money.ts'
import { isoDate, text } from '../schemas.ts'

/** As long as a file may have them (imports/formats/x12/ids.ts). */
const code = text(100)
const codes = z.array(code).max(100).default([])
const amount = z
  .number()
  .min(0)
  .refine((value) => centsOf(value) !== null, 'must be an amount of dollars and whole cents')

const lineInput = z.strictObject({
  procedureCode: code.nullable().default(null),
  modifiers: codes,
  /** Those that the line points to; the claim's where it names none. */
  diagnosisCodes: codes,
  placeOfService: code.nullable().default(null),
  renderingProvider: text(100).nullable().default(null),
  /** No condition looks at it yet. */
  units: z.number().positive().nullable().default(null),
  billedAmount: amount.nullable().default(null),
})

/** A claim that is about to be sent. Who the patient is does not belong here. */
export const claimInput = z.strictObject({
  /** The practice's own number of the claim, by which the answer names it. */
  patientControlNumber: text(100).nullable().default(null),
  /** Id or name. */
  payer: text(200).nullable().default(null),
  /** Who bills, and who rendered the services: id or NPI. */
  provider: text(100).nullable().default(null),
  renderingProvider: text(100).nullable().default(null),
  claimType: z.enum(claimTypes).nullable().default(null),
  serviceDate: isoDate.nullable().default(null),
  /** Today where it is left out. */
  submissionDate: isoDate.nullable().default(null),
  placeOfService: code.nullable().default(null),
  diagnosisCodes: codes,
  /** Whether the number of an authorization stands on it. */
  hasAuthorization: z.boolean().nullable().default(null),
  lines: z.array(lineInput).min(1).max(1000),
})

export type ClaimInput = z.input<typeof claimInput>
type GivenClaim = z.output<typeof claimInput>

/** What checks look at: the facts of a claim as a file brings them, amounts in cents or null, and nothing of the patient. */
export interface CheckedClaim extends Pick<
  ClaimRecord,
  | 'patientControlNumber'
  | 'payerId'
  | 'providerId'
  | 'renderingProviderId'
  | 'claimType'
  | 'serviceDate'
  | 'submissionDate'
  | 'placeOfService'
  | 'procedureCodes'
  | 'diagnosisCodes'
> {
  hasAuthorization: boolean | null
  lines: CheckedLine[]
}
export interface CheckedLine extends Pick<
  ClaimRecord['lines'][number],
  'lineNumber' | 'procedureCode' | 'modifiers' | 'diagnosisCodes' | 'placeOfService' | 'renderingProviderId'
> {
  billed: Cents | null
}

/** Ids as they stand in a claim, before and after they are looked up. */
export interface KnownIds {
  payer(given: string | null): string | null
  provider(given: string | null): string | null
}

/** The claim as checks look at it: ids as the organization knows them, codes as imports keep them. */
export function checkedClaim(given: GivenClaim, ids: KnownIds, today: IsoDate): CheckedClaim {
  const lines = given.lines.map((line, at): CheckedLine => ({
    lineNumber: at + 1,
    procedureCode: line.procedureCode?.toUpperCase() ?? null,
    modifiers: line.modifiers.map((modifier) => modifier.toUpperCase()),
    diagnosisCodes: line.diagnosisCodes.map(dotted),
    placeOfService: line.placeOfService,
    renderingProviderId: ids.provider(line.renderingProvider),
    billed: line.billedAmount === null ? null : centsOf(line.billedAmount),
  }))
  return {
    patientControlNumber: given.patientControlNumber,
    payerId: ids.payer(given.payer),
    providerId: ids.provider(given.provider),
    renderingProviderId: ids.provider(given.renderingProvider),
    claimType: given.claimType,
    serviceDate: given.serviceDate,
    submissionDate: given.submissionDate ?? today,
    placeOfService: given.placeOfService,
    procedureCodes: [...new Set(lines.flatMap(({ procedureCode }) => procedureCode ?? []))],
    diagnosisCodes: given.diagnosisCodes.map(dotted),
    hasAuthorization: given.hasAuthorization,
    lines,
  }
}

/** ICD-10 as people and imports write it: with a dot after the third character. */
function dotted(code: string): string {
  const plain = code.replaceAll('.', '').toUpperCase()
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain
}

/** A claim that a file brought, as a question. What says who the patient is stays behind. */
export function claimInputOf(record: ClaimRecord): ClaimInput {
  return {
    patientControlNumber: record.patientControlNumber,
    payer: record.payerId,
    provider: record.providerId,
    renderingProvider: record.renderingProviderId,
    claimType: record.claimType,
    serviceDate: record.serviceDate,
    submissionDate: record.submissionDate,
    placeOfService: record.placeOfService,
    diagnosisCodes: record.diagnosisCodes,
    hasAuthorization: record.priorAuthorization !== null,
    lines: record.lines.map((line) => ({
      procedureCode: line.procedureCode,
      modifiers: line.modifiers,
      diagnosisCodes: line.diagnosisCodes,
      placeOfService: line.placeOfService,
      renderingProvider: line.renderingProviderId,
      units: line.units !== null && line.units > 0 ? line.units : null,
      billedAmount: line.billed < 0 ? null : dollars(line.billed),
    })),
  }
}
