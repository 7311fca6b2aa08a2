import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { isoDate, money, paginate, pagination, text, wholeNumber } from '../schemas.ts'
import { knownPattern } from './no-pattern.ts'
import { conditionSchema } from './scope/condition.ts'
import { scopeFrom } from './scope/scoped.sql.ts'
import { countDenials, twinsOf, type TwinLine, type TwinRow } from './twins.sql.ts'

const line = z.object({
  claimId: z.string(),
  /** 0: the claim as a whole. */
  lineNumber: z.number().int(),
  serviceDate: isoDate.nullable(),
  payerId: z.string().nullable(),
  procedureCode: z.string().nullable(),
  modifiers: z.array(z.string()),
  diagnosisCodes: z.array(z.string()),
  placeOfService: z.string().nullable(),
  /** Who rendered the service, where the line or the claim names one, else who billed it. */
  providerId: z.string().nullable(),
  billedAmount: money,
})

const output = z.object({
  /** The conditions of the pattern; empty for one by reason alone. */
  scope: z.array(conditionSchema),
  /** A denied line with up to three paid ones, most alike first: of its payer and procedure, served within a week of it. */
  pairs: z.array(
    z.object({
      denied: line,
      /** `differs` is the one condition of the scope that the paid line does not meet; null where it meets all and was paid nevertheless. */
      paid: z.array(line.extend({ paidAmount: money, differs: conditionSchema.nullable() })),
    }),
  ),
  pagination,
  asOf: z.string(),
})

export const patternTwins = defineOperation({
  name: 'patterns.twins',
  kind: 'read',
  summary: 'Sets denied lines of a pattern beside paid ones that are most like them, and says which condition differs.',
  concerns: (_, { pairs }) => [...new Set(pairs.flatMap(({ denied, paid }) => [denied, ...paid].map(({ claimId }) => claimId)))],
  input: z.strictObject({ id: text(100), page: wholeNumber(1, 1_000_000).default(1), limit: wholeNumber(1, 25).default(10) }),
  output,
  async run({ db, organization, now }, { id, ...page }) {
    return db.transaction(async (tx) => {
      await knownPattern(tx, organization, id)
      const stored = await tx.row<{ scope: unknown }>(sql`select scope from patterns where organization_id = ${organization.id} and id = ${id}`)
      const scope = scopeFrom(stored!.scope)
      const rows = await tx.rows<TwinRow>(twinsOf(organization.id, id, scope, page))
      const { total } = (await tx.row<{ total: number }>(countDenials(organization.id, id)))!
      const pairs = rows.map(({ paid, ...denied }) => ({
        denied: shownLine(denied),
        paid: paid.map(({ unmet, paid: received, ...twin }) => ({
          ...shownLine(twin),
          paidAmount: dollars(received),
          differs: unmet === null ? null : scope[unmet]!,
        })),
      }))
      return { scope, pairs, pagination: paginate(total, page), asOf: now.toISOString() }
    })
  },
})

const shownLine = ({ billed, ...shown }: TwinLine) => ({ ...shown, billedAmount: dollars(billed) })
