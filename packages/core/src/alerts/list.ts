import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { paginate, pagination, paging } from '../schemas.ts'
import { alert, alertColumns, alertOf, type AlertRow } from './schemas.ts'

export const listAlerts = defineOperation({
  name: 'alerts.list',
  kind: 'read',
  summary: 'Lists what somebody has to know, such as a job that failed; the newest first.',
  input: z.strictObject({ state: z.enum(['open', 'all']).default('open'), ...paging }),
  output: z.object({ alerts: z.array(alert), pagination }),
  async run({ db, organization }, { state, page, limit }) {
    const wanted = sql`organization_id = ${organization.id} ${state === 'open' ? sql`and dismissed_at is null` : sql``}`
    return db.transaction(async (tx) => {
      const total = (await tx.row<{ total: number }>(sql`select count(*)::int as total from alerts where ${wanted}`))!.total
      const rows = await tx.rows<AlertRow>(sql`
        select ${alertColumns} from alerts where ${wanted} order by last_at desc, id desc limit ${limit} offset ${(page - 1) * limit}`)
      return { alerts: rows.map(alertOf), pagination: paginate(total, { page, limit }) }
    })
  },
})
