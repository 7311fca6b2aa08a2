import { todayOf } from '../context.ts'
import { trailingWindow } from '../dates.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { measure } from './rules.ts'
import { listPayersInput, listPayersOutput } from './schemas.ts'
import { readPayers, volumeOf, windowsOf } from './sql.ts'

export const listPayers = defineOperation({
  name: 'payers.list',
  kind: 'read',
  summary: 'Lists the payers with their windows and what the last days say of them.',
  input: listPayersInput,
  output: listPayersOutput,
  async run(context, { days, ...filter }) {
    const { db, organization, now } = context
    const window = trailingWindow(todayOf(context), days)
    const { payers, total } = await db.transaction((tx) => readPayers(tx, organization.id, window, filter))
    return {
      payers: payers.map((payer) => ({
        id: payer.id,
        name: payer.name,
        windows: windowsOf(payer),
        ...volumeOf(payer),
        denialRate: measure({ part: payer.denied, whole: payer.adjudicated }).rate,
      })),
      window,
      pagination: paginate(total, filter),
      asOf: now.toISOString(),
    }
  },
})
