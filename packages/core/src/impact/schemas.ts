import { z } from 'zod'
import { patternActionKinds } from '../db/schema/patterns.ts'
import { conditionSchema } from '../patterns/scope/condition.ts'
import { isoDate, money, pagination, paging, rate, text } from '../schemas.ts'
import { controlKinds } from './control.ts'
import { impactStates } from './rules.ts'
import { baselineKinds } from './weeks.ts'

export const levels = ['pattern', 'lesson'] as const

/** Days that it counts are still to be computed again; its numbers are about to change. */
const recomputing = z.boolean()

/** An estimate in its 95 % interval, the lower bound first. */
const estimate = z.object({ low: z.number(), estimate: z.number(), high: z.number() })

/** Cash that payers sent after a first denial: known to the cent. */
const verified = z.object({ amount: money, payments: z.number().int() })

/** Denials that did not come, and what they would have cost: an estimate. */
const avoided = z.object({
  state: z.enum(impactStates),
  /** 0 unless both whole intervals are above it. */
  amount: money,
  /** Fewer denials than comparable claims let expect; below 0 for more. Null where that cannot be told. */
  denials: estimate.nullable(),
  /** The same in dollars: x mean denied charge x the share of charges that is paid. Of a sum, patterns whose denials cost more weigh more here. */
  dollars: estimate.nullable(),
})

const entry = z.object({
  level: z.enum(levels),
  patternId: z.string(),
  title: z.string(),
  denialReason: z.string(),
  scope: z.array(conditionSchema),
  /** What was done, the earliest first, and the day on which somebody recorded it: what is recorded later has cash counted from before anybody wrote it down. */
  interventions: z.array(z.object({ kind: z.enum(patternActionKinds), on: isoDate, recordedOn: isoDate })),
  /** The day from which on claims are compared with those before it: the first that was to prevent denials. Null where nothing was. */
  intervention: isoDate.nullable(),
  verified,
  avoided,
  /** Where there is not enough yet: the day on which there should be, at the present pace. Null where nobody can say. */
  enoughOn: isoDate.nullable(),
  /** Whether it is in the sums: not what another entry holds already. */
  counted: z.boolean(),
})
export type LedgerEntry = z.output<typeof entry>

export const ledgerInput = z.strictObject({})
export const ledgerOutput = z.object({
  /** Every payment once, of all entries. */
  verified,
  /** Of the entries that could be measured, each denial once: their sum, the ones that are not shown to have worked included. */
  avoided: avoided.extend({ measured: z.number().int() }),
  patterns: z.array(entry),
  lessons: z.array(entry),
  /** Payments by who rendered the service, else billed; avoided denials of the patterns whose scope names the provider. */
  providers: z.array(
    z.object({ providerId: z.string(), providerName: z.string().nullable(), verified, avoided: avoided.extend({ measured: z.number().int() }) }),
  ),
  /** Percent of charges not denied that is paid. */
  paidShare: rate,
  recomputing,
  asOf: z.string(),
})
export type LedgerOutput = z.output<typeof ledgerOutput>

export const getInput = z.strictObject({ patternId: text(100), level: z.enum(levels).default('pattern') })

const side = z.object({ claims: z.number().int(), denied: z.number().int(), denialRate: rate })
const comparison = z.object({ weeks: z.number().int(), treated: side, control: side })

/** What a week is used for: not at all where it is `seen` by the search that found the pattern, or too long ago. */
export const weekUses = ['baseline', 'seen', 'washout', 'after', 'unused'] as const

export const getOutput = entry.extend({
  baselineFrom: z.enum(baselineKinds).nullable(),
  control: z.enum(controlKinds).nullable(),
  before: comparison.nullable(),
  after: comparison.nullable(),
  /** Change of the odds of a denial against the comparable claims, in percent: -30 for three tenths fewer. */
  change: estimate.nullable(),
  meanDeniedAmount: money.nullable(),
  paidShare: rate,
  /** Weeks from the intervention on (0) and before it (below 0), up to the last mature day. */
  weekly: z.array(z.object({ week: isoDate, number: z.number().int(), use: z.enum(weekUses), treated: side, control: side })),
  /** How it was computed, in sentences. */
  method: z.array(z.string()),
  recomputing,
  asOf: z.string(),
})
export type ImpactDetail = z.output<typeof getOutput>

export const paymentsInput = z.strictObject({
  /** Only payments of this pattern's denials; without it those of every pattern of the ledger. */
  patternId: text(100).optional(),
  /** Only from the first action on the pattern, or only from its first practice on; without it from the earlier of the two. */
  level: z.enum(levels).optional(),
  ...paging,
})
export const paymentsOutput = z.object({
  total: money,
  payments: z.array(
    z.object({
      /** Day of the payer's decision. */
      paidOn: isoDate,
      claimId: z.string(),
      payerId: z.string().nullable(),
      payerName: z.string().nullable(),
      /** Trace number of the remittance; null for a payment that no remittance states. */
      traceNumber: z.string().nullable(),
      /** This and the day of the denial are null where the import that brought them is being undone: the payment counts until its day is computed again. */
      kind: z.enum(['original', 'reversal']).nullable(),
      firstDeniedOn: isoDate.nullable(),
      /** What it paid of the denials; below 0 where it was taken back. */
      amount: money,
    }),
  ),
  pagination,
  recomputing,
  asOf: z.string(),
})
export type ImpactPayments = z.output<typeof paymentsOutput>
