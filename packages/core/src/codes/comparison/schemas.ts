import { z } from 'zod'
import { interval, rate, text, window } from '../../schemas.ts'

const int = z.number().int()

export const compareCodeInput = z.strictObject({
  code: text(40),
  /** Only lines of claims of this provider. */
  provider: text(100).optional(),
  /** Only lines of claims of this payer. */
  payer: text(100).optional(),
})

/** Decided lines: those that the first decision denied, and the others. */
const decided = { paid: int, denied: int, denialRate: rate, denialRateInterval: interval.nullable() }
/** A value that lines bear, the most lines first, at most ten. '' is none. */
const values = z.array(z.object({ value: z.string(), ...decided }))

export const compareCodeOutput = z.object({
  procedureCode: z.string(),
  /** Days of service that were read: twelve months, and fewer where those hold more than some 5,000 lines of the code. */
  window,
  ...decided,
  modifiers: values,
  /** Every diagnosis of the line; of the claim, where the line names none. */
  diagnoses: values,
  placesOfService: values,
  units: values,
  asOf: z.string(),
})
export type CodeComparison = z.infer<typeof compareCodeOutput>
