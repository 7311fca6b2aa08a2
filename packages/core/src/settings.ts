import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { TenantTransaction } from './db/tenant.ts'
import { OverturnError } from './errors.ts'
import { centsOf } from './money.ts'

const count = z.number().int().min(0).max(1_000_000)
const dollars = z
  .number()
  .min(0)
  .refine((amount) => centsOf(amount) !== null, 'must be an amount of dollars and whole cents')

const daysBack = z.number().int().min(1).max(366)
const minimumDenials = z.number().int().min(1).max(10_000)

/** Thresholds that an organization may set; what it leaves out has the default. Kept in `organizations.settings` beside other preferences. */
const settings = z.object({
  /** A pattern has a tier when it is above every threshold of it; below all of them it is low. Frequency in claims, impact in dollars, six months. */
  tiers: z
    .object({
      critical: z.object({ frequency: count.default(20), impact: dollars.default(5000) }).prefault({}),
      high: z.object({ frequency: count.default(10), impact: dollars.default(2000) }).prefault({}),
      medium: z.object({ frequency: count.default(5) }).prefault({}),
    })
    .prefault({}),
  /** A reason is a pattern once `minimumDenials` claims were denied for it within `daysBack` days. */
  detection: z.object({ daysBack: daysBack.default(30), minimumDenials: minimumDenials.default(5) }).prefault({}),
})

const threshold = z.strictObject({ frequency: count.optional(), impact: dollars.optional() }).optional()
/** The same as a change: what is left out stays. */
export const settingsChange = z.strictObject({
  tiers: z.strictObject({ critical: threshold, high: threshold, medium: z.strictObject({ frequency: count.optional() }).optional() }).optional(),
  detection: z.strictObject({ daysBack: daysBack.optional(), minimumDenials: minimumDenials.optional() }).optional(),
})
export const settingsOutput = settings

export type Settings = z.output<typeof settings>
export type TierThresholds = Settings['tiers']

/** Reads settings as stored; throws `invalid_input` naming every field that is wrong. */
export function parseSettings(stored: unknown): Settings {
  const parsed = settings.safeParse(stored)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({ field: `settings.${issue.path.join('.')}`, message: issue.message }))
  const list = fields.map(({ field, message }) => `${field}: ${message}`).join('; ')
  throw new OverturnError('invalid_input', `The organization's settings are not valid: ${list}. Correct them in organizations.settings.`, { fields })
}

export async function readSettings(db: Pick<TenantTransaction, 'row'>, organizationId: number): Promise<Settings> {
  const row = await db.row<{ settings: unknown }>(sql`select settings from organizations where id = ${organizationId}`)
  return parseSettings(row?.settings ?? {})
}
