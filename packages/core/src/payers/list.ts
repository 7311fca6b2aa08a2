import { readOpenByPayer } from '../appeals/deadlines.sql.ts'
import { todayOf } from '../context.ts'
import { trailingWindow } from '../dates.ts'
import { maturitiesFrom } from '../measures/maturity/rules.ts'
import { readLagCurves } from '../measures/maturity/sql.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { paceOf } from './rules.ts'
import { listPayersInput, listPayersOutput } from './schemas.ts'
import { appealsOf, readAppealsDecided, readPayers, volumeOf, windowsOf } from './sql.ts'
import { readTrends } from './trend.sql.ts'

export const listPayers = defineOperation({
  name: 'payers.list',
  kind: 'read',
  summary: 'Lists the payers with their windows and what the last days say of them.',
  input: listPayersInput,
  output: listPayersOutput,
  async run(context, { days, ...filter }) {
    const { db, organization, now } = context
    const today = todayOf(context)
    const window = trailingWindow(today, days)
    return db.transaction(async (tx) => {
      const { payers, total } = await readPayers(tx, organization.id, window, filter)
      const ids = payers.map(({ id }) => id)
      const curves = await readLagCurves(tx, { organizationId: organization.id, basis: 'submission', asOf: today })
      const { ofPayer } = maturitiesFrom(curves, today)
      const trends = await readTrends(
        tx,
        organization.id,
        ids.map((id) => ({ id, matureBefore: ofPayer(id).matureBefore })),
      )
      const appeals = await readAppealsDecided(tx, organization.id, ids, window)
      const open = await readOpenByPayer(tx, organization.id, today)
      return {
        payers: payers.map((payer) => ({
          id: payer.id,
          name: payer.name,
          windows: windowsOf(payer),
          ...volumeOf(payer),
          trend: trends.get(payer.id)!,
          appeals: appealsOf(appeals.get(payer.id)),
          recoverable: open.get(payer.id) ?? { claims: 0, openAmount: 0 },
          decisionDays: paceOf(curves.get(payer.id) ?? []),
        })),
        window,
        pagination: paginate(total, filter),
        asOf: now.toISOString(),
      }
    })
  },
})
