import { z } from 'zod'
import type { CheckedClaim } from '../checks/claim-input.ts'
import type { claimTypes } from '../db/schema/claims.ts'
import { addDays, type IsoDate } from '../dates.ts'
import { centsOf } from '../money.ts'
import { text } from '../schemas.ts'

const code = text(100)
const codes = z.array(code).max(100)

const labLine = z.strictObject({
  lineNumber: z.number().int().min(1).max(10_000),
  procedureCode: code.nullable(),
  modifiers: codes,
  /** Its own, or where it names none those of the claim. */
  diagnosisCodes: codes,
  placeOfService: code.nullable(),
  /** Who rendered it, as a letter. */
  provider: text(3).nullable(),
  units: z.number().positive().nullable(),
  billedAmount: z
    .number()
    .min(0)
    .refine((value) => centsOf(value) !== null, 'must be an amount of dollars and whole cents')
    .nullable(),
})

/** Between any two days that can be written: a claim with a wrong year is shown as it was sent, too. */
const MOST_DAYS = 3_652_059

/** A claim as somebody practices on it: without a name, a number or a date; time is in days from the service. */
export const labClaim = z.strictObject({
  payer: text(200).nullable(),
  daysToSubmission: z.number().int().min(-MOST_DAYS).max(MOST_DAYS).nullable(),
  hasAuthorization: z.boolean(),
  lines: z
    .array(labLine)
    .max(1000)
    .refine((lines) => new Set(lines.map(({ lineNumber }) => lineNumber)).size === lines.length, 'must have line numbers of their own'),
})
export type LabClaim = z.infer<typeof labClaim>
export type LabLine = LabClaim['lines'][number]

/** What the organization holds of the claim behind a case, as far as conditions look at it; never who the patient is. */
export interface CaseClaim {
  id: string
  providerId: string | null
  claimType: (typeof claimTypes)[number] | null
  serviceDate: IsoDate | null
  /** As it was sent. */
  sent: LabClaim
  /** Ids of those who rendered it; A is the first. */
  providers: readonly string[]
  /** Lines that the payer denied in the pattern; a denial of the whole claim is one of each. */
  denied: readonly number[]
}

export const letterOf = (place: number): string => String.fromCharCode(65 + (place % 26)).repeat(1 + Math.floor(place / 26))

/** The claim as edited, in the form that conditions are asked of. A letter that nobody has stands for somebody the organization does not know. */
export function checkedOf(
  { providerId, claimType, serviceDate, providers }: CaseClaim,
  { payer, daysToSubmission, hasAuthorization, lines }: LabClaim,
): CheckedClaim {
  const idOf = new Map(providers.map((id, place) => [letterOf(place), id]))
  return {
    patientControlNumber: null,
    payerId: payer,
    providerId,
    renderingProviderId: null,
    claimType,
    serviceDate,
    submissionDate: serviceDate === null || daysToSubmission === null ? null : addDays(serviceDate, daysToSubmission),
    placeOfService: null,
    procedureCodes: [...new Set(lines.flatMap(({ procedureCode }) => procedureCode ?? []))],
    diagnosisCodes: [],
    hasAuthorization,
    lines: lines.map(({ provider, billedAmount, units: _, ...line }) => ({
      ...line,
      renderingProviderId: provider === null ? null : (idOf.get(provider) ?? null),
      billed: billedAmount === null ? null : centsOf(billedAmount),
    })),
  }
}
