import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { wholeNumber } from '../schemas.ts'
import { alert, alertColumns, alertOf, type AlertRow } from './schemas.ts'

export const dismissAlert = defineOperation({
  name: 'alerts.dismiss',
  kind: 'write',
  summary: 'Takes an alert off the list; one that is off it already stays as it is. What happens again raises a new one.',
  input: z.strictObject({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
  output: alert,
  async run({ db, organization, actor }, { id }) {
    const dismissed = await db.row<AlertRow>(sql`
      update alerts set dismissed_at = coalesce(dismissed_at, now()), dismissed_by = coalesce(dismissed_by, ${actor.id})
      where organization_id = ${organization.id} and id = ${id} returning ${alertColumns}`)
    if (!dismissed) throw new OverturnError('not_found', `There is no alert ${id}.`)
    return alertOf(dismissed)
  },
})
