import { sql } from 'drizzle-orm'
import { recomputeAll, type Recomputation } from '../../../packages/core/src/computation/recompute.ts'
import type { Context } from '../../../packages/core/src/context.ts'
import { dateIn } from '../../../packages/core/src/dates.ts'
import { openDatabase, type Database } from '../../../packages/core/src/db/connect.ts'
import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { silentLog } from '../../../packages/core/src/log.ts'
import { ensureOrganization, findOrganization } from '../../../packages/core/src/organizations.ts'
import { insertManyClaims } from '../../../packages/core/test/support/many-claims.ts'
import { insertManyPolicies } from '../../../packages/core/test/support/many-policies.ts'
import type { Engine, FreshDatabase, Target } from '../imports/engines.ts'
import { seconds } from './measure.ts'

export const SLUG = 'bench'

/** A database with so many claims, up to today, everything computed. */
export interface Practice {
  claims: number
  context: Context
  target: Target
  loadSeconds: number
  firstComputation: { seconds: number } & Pick<Recomputation, 'days' | 'slices' | 'longestSliceMs'>
  drop: FreshDatabase['drop']
}

/**
 * Every reason becomes a pattern, whatever the size: a question over 40 patterns at one size and over ten at another would say nothing of how its time
 * grows with the claims.
 */
const SETTINGS = { detection: { daysBack: 366, minimumDenials: 2 } }

export async function openPractice(engine: Engine, claims: number): Promise<Practice> {
  const { database, target, drop } = await engine.fresh()
  const { id } = await ensureOrganization(database, { slug: SLUG, name: 'Bench Practice', timeZone: 'UTC', isDemo: false })
  await database.orm.execute(sql`update organizations set settings = ${JSON.stringify(SETTINGS)}::jsonb where id = ${id}`)
  const context = await contextOf(database)
  const today = dateIn('UTC', context.now)
  const loadSeconds = (await seconds(() => insertManyClaims(context, claims, today))).seconds
  await insertManyPolicies(context, today)
  const { seconds: took, result } = await seconds(() => recomputeAll(context))
  await database.pool.query('analyze')
  const { days, slices, longestSliceMs } = result
  return { claims, context, target, loadSeconds, firstComputation: { seconds: took, days, slices, longestSliceMs }, drop }
}

/** Of the practice that was put into this database. */
export async function contextOf(database: Database): Promise<Context> {
  const organization = await findOrganization(database, SLUG)
  return {
    db: tenantDatabase(database, organization.id),
    database,
    organization,
    actor: { id: SLUG, role: 'administrator' },
    now: new Date(),
    log: silentLog,
  }
}

/** The same practice over connections of their own. */
export async function anotherReader({ target, context }: Practice): Promise<{ context: Context; close(): Promise<void> }> {
  const database = await openDatabase(target)
  return { context: { ...context, database, db: tenantDatabase(database, context.organization.id) }, close: () => database.close() }
}
