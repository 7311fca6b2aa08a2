import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { todayOf, type Context } from '../context.ts'
import { addDays, previousWindow, trailingWindow, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { countPatterns } from '../measures/dashboard/sql.ts'
import { recoveredOf } from '../measures/revenue/recovered.ts'
import { readPaidShare, readPatternChanges } from '../measures/revenue/sql.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { releasedVersion } from '../releases/shown.sql.ts'
import { isoDate } from '../schemas.ts'
import { endOfDay } from './as-known.sql.ts'
import { readKnownFigures } from './figures.ts'
import { numbersOf, type Numbers } from './numbers.ts'
import { THINGS } from './taken-columns.ts'

const DAYS = 30

export const takeSnapshotsInput = z.strictObject({
  /** The day whose end is written down; only the last day that is over can be. */
  day: isoDate.optional(),
})

export const takeSnapshotsOutput = z.object({
  day: isoDate,
  /** False: the day had been taken before, and stays as it is. */
  taken: z.boolean(),
  /** Things written down by this call. */
  patterns: z.number().int(),
  policies: z.number().int(),
  providers: z.number().int(),
})

/**
 * Writes down what screens say, so that it can be read when it has changed: the numbers of 30 days, and all that is no sum of days. A day is
 * taken once, right after its end, whole or not at all. One that was missed is not made up: what its statuses and scores were, nobody knows any
 * more; its sums of days are known anyway (`snapshots.get`).
 */
export const takeSnapshotsOperation = defineOperation({
  name: 'snapshots.take',
  kind: 'write',
  summary: 'Writes down what is known at the end of a day, once and for good: numbers, patterns, policies and providers.',
  input: takeSnapshotsInput,
  output: takeSnapshotsOutput,
  async run(context, { day: asked }) {
    const { db, organization } = context
    const day = addDays(todayOf(context), -1)
    if (asked !== undefined && asked !== day) throw notThatDay(asked, day)
    return db.transaction(async (tx) => {
      const values = await organizationValues(tx, organization, day)
      const rows = await tx.run(sql`
        insert into metric_snapshots (organization_id, snapshot_date, kind, values, computation_version)
        values (${organization.id}, ${day}, 'organization', ${JSON.stringify(values)}::jsonb, ${releasedVersion(organization.id)}) on conflict do nothing`)
      if (rows === 0) return { day, taken: false, patterns: 0, policies: 0, providers: 0 }
      const take = (kind: keyof typeof THINGS) => tx.run(thingsOf(kind, organization.id, day))
      return { day, taken: true, patterns: await take('pattern'), policies: await take('policy'), providers: await take('provider') }
    })
  },
})

function notThatDay(asked: IsoDate, last: IsoDate): OverturnError {
  const message = asked > last ? 'is not over yet' : 'is past: what was known at its end cannot be looked up any more, and is not made up'
  return new OverturnError(
    'invalid_input',
    `day: ${asked} ${message}. Only the day that ended last, ${last}, can be taken; "overturn snapshot" tells what is known of others.`,
    {
      fields: [{ field: 'day', message: `${message}; only ${last} can be taken` }],
    },
  )
}

type OrganizationValues = Numbers &
  Record<'patternsDetected' | 'criticalPatterns' | 'revenueRecovered', number> &
  Record<'revenueRecoveredLow' | 'revenueRecoveredHigh', number | null>

/** The dashboard of the 30 days up to the day: sums as they were known at its end, and what is said of the patterns at this moment. */
async function organizationValues(tx: TenantTransaction, organization: Context['organization'], day: IsoDate): Promise<OrganizationValues> {
  const { id, timeZone } = organization
  const window = trailingWindow(day, DAYS)
  const figures = await readKnownFigures(tx, { organizationId: id, window }, endOfDay(day, timeZone))
  const patterns = await countPatterns(tx, organization, window, previousWindow(window))
  const { amount, interval } = await recoveredOf(tx, id, await readPatternChanges(tx, id), await readPaidShare(tx, id, window))
  return {
    ...numbersOf(figures),
    patternsDetected: patterns.total,
    criticalPatterns: patterns.critical,
    revenueRecovered: dollars(amount),
    revenueRecoveredLow: interval && dollars(interval.low),
    revenueRecoveredHigh: interval && dollars(interval.high),
  }
}

/** One row per thing, in one statement: its columns under the names that operations give them. */
function thingsOf(kind: keyof typeof THINGS, organizationId: number, day: IsoDate): SQL {
  const { table, id, values } = THINGS[kind]
  return sql`
    insert into metric_snapshots (organization_id, snapshot_date, kind, subject, values, computation_version)
    select organization_id, ${day}::date, ${kind}::text, ${sql.raw(id)}, ${sql.raw(values)}, computation_version
    from ${sql.raw(table)} where organization_id = ${organizationId}
    on conflict do nothing`
}
