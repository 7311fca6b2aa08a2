import { z } from 'zod'
import { sql } from 'drizzle-orm'
import { alertKinds } from '../db/schema/jobs.ts'

export const alert = z.object({
  id: z.number().int(),
  kind: z.enum(alertKinds),
  subject: z.string(),
  message: z.string(),
  raisedAt: z.string(),
  lastAt: z.string(),
  occurrences: z.number().int(),
  dismissedAt: z.string().nullable(),
  dismissedBy: z.string().nullable(),
})

/** A row of alerts as it is read. */
export interface AlertRow extends Omit<z.infer<typeof alert>, 'raisedAt' | 'lastAt' | 'dismissedAt'> {
  raisedAt: Date
  lastAt: Date
  dismissedAt: Date | null
}

export const alertColumns = sql.raw(`id, kind, subject, message, occurrences, raised_at as "raisedAt", last_at as "lastAt",
  dismissed_at as "dismissedAt", dismissed_by as "dismissedBy"`)

export function alertOf({ raisedAt, lastAt, dismissedAt, ...row }: AlertRow): z.infer<typeof alert> {
  return { ...row, raisedAt: raisedAt.toISOString(), lastAt: lastAt.toISOString(), dismissedAt: dismissedAt?.toISOString() ?? null }
}
