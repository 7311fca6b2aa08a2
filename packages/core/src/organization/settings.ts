import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { parseSettings, settingsOutput } from '../settings.ts'

export const organizationSettings = defineOperation({
  name: 'organization.settings',
  kind: 'read',
  summary: "The organization's thresholds (what makes a pattern, and what makes it critical, high or medium) and what its letters are headed with.",
  input: z.strictObject({}),
  output: z.object({
    settings: settingsOutput,
    /** What applies where nothing is set. */
    defaults: settingsOutput,
    /** Name and address as they stand at the top of its letters, line by line; null where nobody has written them down. */
    letterhead: z.string().nullable(),
  }),
  async run({ db, organization }) {
    const stored = await db.row<{ settings: unknown; letterhead: string | null }>(
      sql`select settings, letterhead from organizations where id = ${organization.id}`,
    )
    return { settings: parseSettings(stored?.settings ?? {}), defaults: parseSettings({}), letterhead: stored?.letterhead ?? null }
  },
})
