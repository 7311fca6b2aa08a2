import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { markAllDays } from '../computation/marked-days.ts'
import { OverturnError } from '../errors.ts'
import { refreshAfterWrite } from '../jobs/refresh-after-write.ts'
import { defineOperation } from '../operation.ts'
import { text } from '../schemas.ts'
import { parseSettings, settingsChange, settingsOutput } from '../settings.ts'
import { isTimeZone, merged, tierProblems } from './change.ts'

export const updateOrganization = defineOperation({
  name: 'organization.update',
  kind: 'write',
  summary: "Changes the organization's name, time zone, thresholds or letterhead; what is left out stays. Another time zone has every day computed again.",
  input: z.strictObject({
    name: text(200).optional(),
    timeZone: text(100).refine(isTimeZone, 'must be a time zone by its name, such as America/Chicago').optional(),
    settings: settingsChange.optional(),
    /** Name and address at the top of its letters, line by line; null for none. */
    letterhead: text(1000).nullable().optional(),
  }),
  output: z.object({
    slug: z.string(),
    name: z.string(),
    timeZone: z.string(),
    settings: settingsOutput,
    letterhead: z.string().nullable(),
    recomputesAll: z.boolean(),
  }),
  async run(context, { name, timeZone, settings: change, letterhead }) {
    const { db, organization, actor, log } = context
    const { id, slug } = organization
    const updated = await db.transaction(async (tx) => {
      const stored = (await tx.row<{ name: string; timeZone: string; settings: unknown; letterhead: string | null }>(
        sql`select name, time_zone as "timeZone", settings, letterhead from organizations where id = ${id} for update`,
      ))!
      const next = {
        name: name ?? stored.name,
        timeZone: timeZone ?? stored.timeZone,
        settings: merged(stored.settings, change),
        letterhead: letterhead === undefined ? stored.letterhead : letterhead,
      }
      const settings = parseSettings(next.settings)
      const problems = change === undefined ? [] : tierProblems(settings)
      if (problems.length > 0)
        throw new OverturnError(
          'invalid_input',
          `The thresholds contradict one another: ${problems.map(({ field, message }) => `${field} ${message}`).join('; ')}.`,
          {
            fields: problems.map(({ field, message }) => ({ field: `settings.${field}`, message })),
          },
        )
      await tx.run(
        sql`update organizations set name = ${next.name}, time_zone = ${next.timeZone}, settings = ${JSON.stringify(next.settings)}::jsonb, letterhead = ${next.letterhead} where id = ${id}`,
      )
      const recomputesAll = next.timeZone !== stored.timeZone
      if (recomputesAll) await markAllDays(tx, id, 'organization:timeZone')
      return { name: next.name, timeZone: next.timeZone, settings, letterhead: next.letterhead, recomputesAll }
    })
    log.info({ organizationId: id, recomputesAll: updated.recomputesAll, by: actor.id }, 'organization updated')
    if (updated.recomputesAll) await refreshAfterWrite(context)
    return { slug, ...updated }
  },
})
