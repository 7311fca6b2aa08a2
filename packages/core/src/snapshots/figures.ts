import type { SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { sumOf } from '../measures/dashboard/rules.ts'
import { readCashRecovered, readDays } from '../measures/dashboard/sql.ts'
import { readKnown, type Sums } from './as-known.sql.ts'
import { FIGURES, figureOf, figures, noFigures, type Figure, type Figures } from './numbers.ts'
import type { SourceName } from './sources.ts'

export interface Asked {
  organizationId: number
  window: DateWindow
  payer?: string | undefined
}

/** The dashboard's figures of a window by submission, cash by payment, as they were known before a moment. */
export async function readKnownFigures(tx: TenantTransaction, { organizationId, window, payer }: Asked, before: SQL): Promise<Figures> {
  const known = noFigures()
  const read = async (source: SourceName, wanted: readonly Figure[]) => {
    const columns = wanted.map((figure) => FIGURES[figure].column)
    const sums: Sums = await readKnown(tx, { organizationId, source, columns, window, subject: payer }, 'whole', before)
    for (const figure of wanted) known[figure] = figureOf(figure, sums.get('')?.[FIGURES[figure].column])
  }
  await read(
    'submission',
    figures.filter((figure) => figure !== 'recovered'),
  )
  await read('payment', ['recovered'])
  return known
}

/** The same as they are, by the statements of the dashboard. */
export async function readFigures(tx: TenantTransaction, { organizationId, window, payer }: Asked): Promise<Figures> {
  const days = await readDays(tx, organizationId, window, payer)
  return { ...sumOf(days, window), recovered: await readCashRecovered(tx, organizationId, window, payer) }
}
