import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { isoDate, text, window } from '../schemas.ts'
import { endOfDay } from './as-known.sql.ts'
import { explainBetween } from './between.ts'
import { describeCause, readFileNames } from './causes.ts'
import { figureNames, numberName } from './numbers.ts'
import { windowInput, windowOf } from './window.ts'

export const explainInput = z.strictObject({
  metric: numberName,
  ...windowInput,
  /** Known at the end of this day, against asOf; what is known now unless said. */
  until: isoDate.optional(),
  /** A number of this pattern, policy or provider, by day of service, in place of the organization's. */
  pattern: text(200).optional(),
  policy: text(200).optional(),
  provider: text(200).optional(),
})

const counts = z.partialRecord(z.enum(figureNames as [string, ...string[]]), z.number())
const at = z.object({ value: z.number().nullable(), counts })

export const explainOutput = z.object({
  metric: numberName,
  window,
  asOf: isoDate,
  /** Null: now. */
  until: isoDate.nullable(),
  /** The number and the counts or dollars that it is made of, as they were known then and at the later moment. Null while nothing was known. */
  known: at,
  later: at,
  /** Later less known, in the unit of the number: claims, dollars, percentage points; null where one is unknown. */
  difference: z.number().nullable(),
  /** What happened in between, in order of time. The changes of each count add up to its difference, and so do those of a number that was known throughout. */
  steps: z.array(
    z.object({
      cause: z.string(),
      text: z.string(),
      importId: z.number().int().nullable(),
      fileName: z.string().nullable(),
      /** Day at the organization, and the first moment of it, when it was published. */
      day: isoDate,
      at: z.string(),
      changes: counts,
      value: z.number().nullable(),
      change: z.number().nullable(),
    }),
  ),
})
export type Explanation = z.infer<typeof explainOutput>

export const explainNumber = defineOperation({
  name: 'snapshots.explain',
  kind: 'read',
  summary: 'Why a published number is no longer what it was: each import, undo and correction with what it changed.',
  input: explainInput,
  output: explainOutput,
  async run({ db, organization }, input) {
    const { metric, asOf, until, payer, pattern, policy, provider } = input
    if (until !== undefined && until < asOf) {
      const message = `must not be before ${asOf}, the day that it is compared with`
      throw new OverturnError('invalid_input', `until: ${until} ${message}.`, { fields: [{ field: 'until', message }] })
    }
    const window = windowOf(input)
    const { id: organizationId, timeZone } = organization
    const moments = { from: endOfDay(asOf, timeZone), until: until === undefined ? null : endOfDay(until, timeZone), timeZone }
    return db.transaction(async (tx) => {
      const target = { payer, pattern, policy, provider, scoped: await isScoped(tx, organizationId, pattern) }
      const { steps, ...found } = await explainBetween(tx, { organizationId, window, metric, target }, moments)
      const causes = steps.map(({ cause }) => cause)
      const files = await readFileNames(tx, organizationId, causes)
      return {
        metric,
        window,
        asOf,
        until: until ?? null,
        ...found,
        steps: steps.map(({ at: moment, ...step }) => ({ ...step, ...describeCause(step.cause, files), at: moment.toISOString() })),
      }
    })
  },
})

const isScoped = async (tx: Pick<TenantTransaction, 'row'>, organizationId: number, pattern: string | undefined) =>
  pattern !== undefined && (await tx.row(sql`select from patterns where organization_id = ${organizationId} and id = ${pattern} and scope <> '[]'`)) !== null
