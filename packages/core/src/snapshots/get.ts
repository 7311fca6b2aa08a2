import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { isRecomputing } from '../measures/dashboard/sql.ts'
import { defineOperation } from '../operation.ts'
import { scoreWindow } from '../patterns/rules.ts'
import { endOfDay, readKnownSince } from './as-known.sql.ts'
import { readFigures, readKnownFigures } from './figures.ts'
import { compared, numberNames, numbersOf } from './numbers.ts'
import { readPatternCounts } from './patterns.ts'
import { getSnapshotInput, getSnapshotOutput, type Snapshot, type Stored } from './schemas.ts'
import { windowOf } from './window.ts'

export const getSnapshot = defineOperation({
  name: 'snapshots.get',
  kind: 'read',
  summary: 'The numbers of a window as they were known at the end of a day, beside what they are now.',
  input: getSnapshotInput,
  output: getSnapshotOutput,
  async run({ db, organization }, input) {
    const { asOf, payer } = input
    const window = windowOf(input)
    const patternWindow = scoreWindow(asOf)
    const { id: organizationId, timeZone } = organization
    const before = endOfDay(asOf, timeZone)
    return db.transaction(async (tx) => {
      const known = numbersOf(await readKnownFigures(tx, { organizationId, window, payer }, before))
      const today = numbersOf(await readFigures(tx, { organizationId, window, payer }))
      const moment = await tx.row<{ at: Date }>(sql`select ${before} as at`)
      return {
        asOf,
        window,
        knownBefore: moment!.at.toISOString(),
        firstPublished: await readKnownSince(tx, { organizationId, window, source: 'submission', columns: [], subject: payer }),
        numbers: Object.fromEntries(numberNames.map((name) => [name, compared(known[name], today[name])])) as Snapshot['numbers'],
        patternWindow,
        patterns: await readPatternCounts(tx, organizationId, patternWindow, before),
        taken: await readTaken(tx, organizationId, asOf),
        recomputing: await isRecomputing(tx, organizationId, window),
      }
    })
  },
})

/** What was written down of that day; null when nothing was. */
async function readTaken(tx: TenantTransaction, organizationId: number, day: IsoDate): Promise<Snapshot['taken']> {
  const rows = await tx.rows<{ kind: string; id: string; values: Stored; takenAt: Date }>(sql`
    select kind, subject as id, values, taken_at as "takenAt" from metric_snapshots
    where organization_id = ${organizationId} and snapshot_date = ${day} order by kind, subject`)
  const whole = rows.find(({ kind }) => kind === 'organization')
  if (!whole) return null
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ id, values }) => ({ id, values }))
  return { takenAt: whole.takenAt.toISOString(), organization: whole.values, patterns: of('pattern'), policies: of('policy'), providers: of('provider') }
}
