import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'
import { addMonths, type IsoDate } from '../../src/dates.ts'
import { analyzeTables } from '../../src/db/analyze.ts'
import { GROUPS, insertAppeals, insertRemittances, insertStretch, PAYERS, PROVIDERS, type Stretch } from './many-claims.sql.ts'

export const MONTHS = 24
/** Claims of one statement: large enough for the engine, and short enough that nobody waits long behind it. */
const STATEMENT = 5_000

export const claimId = (number: number) => `C${String(number).padStart(8, '0')}`

/**
 * Fills an organization with claims as 24 monthly imports up to `until` would leave them: claims with two lines, decisions, adjustments, appeals, and
 * everything derived, all from the claim's number, so that it is the same at every run. Made by the database in sets, because there are many. Daily
 * metrics and patterns are left to the computation.
 */
export async function insertManyClaims(context: Pick<Context, 'db' | 'database' | 'organization'>, claims: number, until: IsoDate): Promise<void> {
  const { db, database } = context
  const { organizationId } = db
  await insertParties(context)
  const first = addMonths(until, -MONTHS)
  const stretches: Stretch[] = []
  for (let month = 0; month < MONTHS; month++) {
    const from = Math.floor((claims * month) / MONTHS) + 1
    const last = Math.floor((claims * (month + 1)) / MONTHS)
    if (last < from) continue
    const importId = await insertImport(context, month)
    for (let at = from; at <= last; at += STATEMENT) {
      const stretch = { organizationId, importId, from: at, to: Math.min(at + STATEMENT - 1, last), total: claims, first, until }
      stretches.push(stretch)
      await db.run(insertStretch(stretch))
    }
    await db.run(insertRemittances(organizationId, importId))
  }
  await analyzeTables(database)
  for (const stretch of stretches) await db.run(insertAppeals(stretch))
  await database.pool.query('analyze')
}

async function insertParties({ db }: Pick<Context, 'db'>): Promise<void> {
  const { organizationId } = db
  await db.run(sql`
    insert into payers (organization_id, id, name) select ${organizationId}::int, 'PAY-' || lpad(n::text, 2, '0'), 'Payer ' || n from generate_series(1, ${PAYERS}::int) n`)
  await db.run(sql`
    insert into providers (organization_id, id, name, specialty)
    select ${organizationId}::int, 'PRV-' || lpad(n::text, 3, '0'), 'Provider ' || n, (array['Family medicine', 'Cardiology', 'Orthopedics'])[1 + n % 3] from generate_series(1, ${PROVIDERS}::int) n
    union all select ${organizationId}::int, 'GRP-' || n, 'Group ' || n, null from generate_series(1, ${GROUPS}::int) n`)
}

async function insertImport({ db }: Pick<Context, 'db'>, month: number): Promise<number> {
  const row = await db.row<{ id: number }>(sql`
    insert into imports (organization_id, file_name, format, sha256, bytes, writer, status, finished_at)
    values (${db.organizationId}, ${`month-${month}.edi`}, 'x12', ${`many-claims-${month}`}, 1, 'many-claims', 'complete', now()) returning id`)
  return row!.id
}
