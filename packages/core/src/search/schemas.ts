import { z } from 'zod'
import { claimStatuses } from '../db/schema/claims.ts'
import { policyModes } from '../db/schema/policies.ts'
import { isoDate, money, text } from '../schemas.ts'

export const searchInput = z.strictObject({
  /** No transport may carry it in a URL: it may be an account number. */
  query: text(200),
})

const named = { id: z.string(), name: z.string() }

/** At most six of each, the best first: what is exactly that, what begins with it, what holds its words. */
export const searchOutput = z.object({
  /** By their id, and for those who may see who patients are by the practice's account number: exactly, or by how it begins. */
  claims: z.array(
    z.object({
      id: z.string(),
      patientControlNumber: z.string().nullable(),
      status: z.enum(claimStatuses),
      payerName: z.string().nullable(),
      dateOfService: isoDate.nullable(),
      billedAmount: money,
    }),
  ),
  patterns: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Denial codes of the catalogue, and procedure codes that own claims have. */
  codes: z.array(z.object({ system: z.enum(['carc', 'rarc', 'procedure']), code: z.string(), label: z.string().nullable() })),
  payers: z.array(z.object(named)),
  providers: z.array(z.object({ ...named, npi: z.string().nullable() })),
  policies: z.array(z.object({ ...named, mode: z.enum(policyModes) })),
})
export type Found = z.output<typeof searchOutput>
