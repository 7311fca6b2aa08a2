import { z } from 'zod'
import { claimOutput } from '../../claims/schemas.ts'
import { pagination, paging, rate, text, window } from '../../schemas.ts'
import { definitionKeys } from './definitions.ts'
import { period } from './period.ts'
import { reasonKeys } from './reasons.ts'
import { unitSteps } from './rules.ts'

const definition = z.enum(definitionKeys)
const unit = z.enum(['claims', 'lines', 'dollars'])
const stepKey = z.enum([...reasonKeys, ...unitSteps])

const question = {
  ...period(90),
  /** Only claims of this payer. */
  payer: text(100).optional(),
  /** The definition to begin with. */
  from: definition.default('status_denied'),
  /** The definition to arrive at. */
  to: definition.default('initial'),
}

export const bridgeInput = z.strictObject(question)
export const bridgeClaimsInput = z.strictObject({
  /** The step whose claims are wanted, as the bridge names it. */
  step: stepKey,
  ...question,
  ...paging,
})

/** Numerator and denominator in the unit: counts of claims or lines, or dollars. */
const fraction = z.object({ unit, numerator: z.number(), denominator: z.number(), rate })

export const bridgeOutput = z.object({
  window,
  /** The period under every definition. */
  definitions: z.array(fraction.extend({ key: definition, name: z.string(), definition: z.string(), source: z.string() })),
  /** The way from one definition to the other: each step with the rate after it; the steps add up exactly. */
  waterfall: z.object({
    from: fraction.extend({ key: definition }),
    steps: z.array(
      fraction.extend({
        key: stepKey,
        text: z.string(),
        /** Claims that the two definitions count differently for this reason. */
        claims: z.number().int(),
        /** Claims that it adds to numerator and denominator, or takes away; null for a step to another unit. */
        change: z.object({ numerator: z.number().int(), denominator: z.number().int() }).nullable(),
      }),
    ),
    to: fraction.extend({ key: definition }),
  }),
  asOf: z.string(),
})

/** Whether a definition counts the claim as denied, and at all. */
const counted = z.object({ numerator: z.boolean(), denominator: z.boolean() })

export const bridgeClaimsOutput = z.object({
  window,
  text: z.string(),
  claims: z.array(
    claimOutput
      .pick({
        id: true,
        submissionDate: true,
        payerId: true,
        payerName: true,
        status: true,
        initialOutcome: true,
        finalOutcome: true,
        isDuplicate: true,
        denialReason: true,
        billedAmount: true,
        paidAmount: true,
        deniedAmount: true,
        lineCount: true,
        deniedLineCount: true,
      })
      .extend({ before: counted, after: counted }),
  ),
  pagination,
  asOf: z.string(),
})

export type Bridge = z.infer<typeof bridgeOutput>
export type BridgeClaims = z.infer<typeof bridgeClaimsOutput>
