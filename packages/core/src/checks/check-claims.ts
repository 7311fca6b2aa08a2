import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { todayOf } from '../context.ts'
import { checkStates } from '../db/schema/findings.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation, invalidInput } from '../operation.ts'
import { conditionSchema } from '../patterns/scope/condition.ts'
import { interval, isoDate, money, rate, text } from '../schemas.ts'
import { checkedClaim, claimInput, claimInputOf } from './claim-input.ts'
import { judge } from './judge.ts'
import { readKnownIds } from './known-ids.ts'
import { claimsOfText } from './read-claims.ts'
import { readChecks } from './row.ts'

/** So many claims in one question: a body has at most 100,000 bytes. */
export const MOST_CLAIMS = 500

const input = z.strictObject({
  /** The claims in JSON; else `x12`. */
  claims: z.array(claimInput).min(1).max(MOST_CLAIMS).optional(),
  /** An X12 837 as it would be sent. Nothing of it is kept. */
  x12: text(100_000).optional(),
  /** Also what checks say that are still in shadow. */
  includeShadow: z.boolean().default(false),
})

const alertOutput = z.object({
  check: z.string(),
  pattern: z.string(),
  state: z.enum(checkStates),
  reason: z.string(),
  scope: z.array(conditionSchema),
  /** Claims served in [start, end) that the check spoke of, and what became of them. */
  evidence: z.object({
    start: isoDate,
    end: isoDate,
    claims: z.number().int(),
    denied: z.number().int(),
    rate,
    interval: interval.nullable(),
    rateElsewhere: rate,
  }),
  why: z.string(),
  /** What to do before it is sent, the nearest first. */
  fixes: z.array(z.string()),
  atStake: money.nullable(),
})

const output = z.object({
  /** Only claims and lines that a check speaks of, in the order in which they were given. */
  claims: z.array(
    z.object({
      /** Place among those that were given, from 1. */
      position: z.number().int(),
      patientControlNumber: z.string().nullable(),
      lines: z.array(z.object({ lineNumber: z.number().int(), procedureCode: z.string().nullable(), atStake: money.nullable(), alerts: z.array(alertOutput) })),
    }),
  ),
  totals: z.object({
    claims: z.number().int(),
    lines: z.number().int(),
    claimsWithAlerts: z.number().int(),
    linesWithAlerts: z.number().int(),
    /** Charges of the lines with an alert, each once. */
    atStake: money,
  }),
  /** How many checks were asked. */
  checks: z.number().int(),
  asOf: z.string(),
})

export type ClaimsAnswer = z.output<typeof output>

/** A read: nothing of what it is asked about is stored, logged or put on record. */
export const checkClaims = defineOperation({
  name: 'claims.check',
  kind: 'read',
  summary: 'Says of claims that are about to be sent which lines are likely to be denied, by which pattern, how often, and what to fix. Stores nothing.',
  input,
  output,
  async run(context, { claims: stated, x12, includeShadow }) {
    const { db, organization, now } = context
    if (stated !== undefined && x12 !== undefined) throw wrong('x12', 'cannot be given beside claims; ask twice')
    const given = stated ?? (await claimsOf(x12))
    if (given.length > MOST_CLAIMS) throw wrong('x12', `holds ${given.length} claims; at most ${MOST_CLAIMS} can be asked about at once`)
    const { checks, ids } = await db.transaction(async (tx) => ({
      checks: await readChecks(tx, organization.id, includeShadow ? sql`k.state <> 'retired'` : sql`k.state = 'live'`),
      ids: await readKnownIds(tx, organization.id, {
        payers: distinct(given.map(({ payer }) => payer)),
        providers: distinct(
          given.flatMap(({ provider, renderingProvider, lines }) => [provider, renderingProvider, ...lines.map((line) => line.renderingProvider)]),
        ),
      }),
    }))
    const today = todayOf(context)
    const claims = given.flatMap((one, at) => {
      const lines = judge(checkedClaim(one, ids, today), checks)
      return lines.length === 0 ? [] : [{ position: at + 1, patientControlNumber: one.patientControlNumber, lines }]
    })
    const lines = claims.flatMap((claim) => claim.lines)
    return {
      claims,
      totals: {
        claims: given.length,
        lines: given.reduce((sum, one) => sum + one.lines.length, 0),
        claimsWithAlerts: claims.length,
        linesWithAlerts: lines.length,
        atStake: Math.round(lines.reduce((sum, { atStake }) => sum + (atStake ?? 0) * 100, 0)) / 100,
      },
      checks: checks.length,
      asOf: now.toISOString(),
    }
  },
})

const distinct = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))]

const wrong = (field: string, message: string) =>
  new OverturnError('invalid_input', `The input is not valid: ${field}: ${message}.`, { fields: [{ field, message }] })

/** The claims of the 837; a claim without a line has nothing that could be checked, and one with an impossible one is refused by its field. */
async function claimsOf(x12: string | undefined) {
  if (x12 === undefined) throw wrong('claims', 'is missing; give claims, or an 837 as x12')
  const read = z.array(claimInput).safeParse((await claimsOfText(x12)).filter(({ lines }) => lines.length > 0).map(claimInputOf))
  if (!read.success) throw invalidInput(read.error)
  return read.data
}
