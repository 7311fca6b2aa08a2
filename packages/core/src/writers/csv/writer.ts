import { stringify } from 'csv-stringify/sync'
import type { PackFormat } from '../format.ts'
import { MonthlyFiles } from '../monthly-files.ts'
import { Directory } from '../records.ts'
import { asStatement } from '../statement.ts'
import { claimRows, header } from './rows.ts'

/** Rows are turned into text together: one at a time costs ten times as much. */
const BATCH = 500

/** A table of claim lines as billing systems export it: how each stands. It knows no appeals. */
export const csvFormat: PackFormat = {
  name: 'csv',
  label: 'CSV table of claim lines',
  asSaid: asStatement,
  providersBy: 'npi',
  absent: [
    'predeterminations',
    'overturned',
    'finallyDenied',
    'decisions',
    'appeals',
    'remittances',
    'providerLevelAdjustments',
    'cash.recovered',
    'cash.providerLevel',
    'cash.remitted',
  ],
  writer: ({ folder }) => {
    const directory = new Directory()
    const files = new MonthlyFiles(folder, (month) => `claims/claims-${month}.csv`, stringify([header]))
    let day: string | null = null
    let rows: ReturnType<typeof claimRows> = []

    async function flush(): Promise<void> {
      if (rows.length > 0) await files.write(day, stringify(rows))
      rows = []
    }

    return {
      async take(record) {
        if (record.kind === 'payer' || record.kind === 'provider') return directory.see(record)
        if (record.kind !== 'history') return
        if (rows.length >= BATCH || record.claim.submissionDate !== day) await flush()
        day = record.claim.submissionDate
        rows.push(...claimRows(record, directory))
      },
      async finish() {
        await flush()
        return files.finish()
      },
      abandon: async () => {},
    }
  },
}
