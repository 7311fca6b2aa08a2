import { recomputeAll } from '../../../packages/core/src/computation/recompute.ts'
import { openDatabase } from '../../../packages/core/src/db/connect.ts'
import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { silentLog } from '../../../packages/core/src/log.ts'
import { findOrganization } from '../../../packages/core/src/organizations.ts'
import { giveResult, taskOf } from '../imports/child.ts'
import type { Target } from '../imports/engines.ts'
import { seconds } from './measure.ts'
import { SLUG } from './practice.ts'
import { StatementTimer, type StatementTime } from './statement-timer.ts'

export interface RebuildTask {
  target: Target
  now: string
}

export interface RebuildFigures {
  seconds: number
  days: number
  slices: number
  longestSliceMs: number
  statements: StatementTime[]
}

/** A rebuild of every day in a process of its own, as a job runs beside the portal. */
const { target, now } = taskOf<RebuildTask>()
const database = await openDatabase(target)
const timer = new StatementTimer(database.pool)
const organization = await findOrganization(database, SLUG)
const db = tenantDatabase(database, organization.id)
const { seconds: took, result } = await seconds(() =>
  recomputeAll({ db, database, organization, actor: { id: SLUG, role: 'administrator' }, now: new Date(now), log: silentLog }),
)
await database.close()
const { days, slices, longestSliceMs } = result
giveResult({ seconds: took, days, slices, longestSliceMs, statements: timer.take(12) } satisfies RebuildFigures)
