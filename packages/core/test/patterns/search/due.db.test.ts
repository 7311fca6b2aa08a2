import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { markAllDays } from '../../../src/computation/marked-days.ts'
import { recomputeAll } from '../../../src/computation/recompute.ts'
import type { Context } from '../../../src/context.ts'
import { addDays } from '../../../src/dates.ts'
import { refreshAfterImport } from '../../../src/jobs/refresh-after-import.ts'
import { queueRun } from '../../../src/jobs/request.ts'
import { isSearchDue } from '../../../src/patterns/search/due.ts'
import { searchScopes } from '../../../src/patterns/search/search.ts'
import { insertClaims } from '../../factories/claims.ts'
import { runsOf, testJob, until, useWorkers } from '../../jobs/support.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const use = useDatabase()
const workers = useWorkers()
afterEach(() => workers.stopAll())

/** 400 claims, one a day, every eighth denied. */
async function filled(): Promise<Context> {
  const context = await newContext(use.database)
  await insertClaims(
    context,
    Array.from({ length: 400 }, (_, number) => {
      const served = addDays('2025-01-01', number)
      return { id: `C${number}`, served, submitted: served, decided: addDays(served, 10), ...(number % 8 === 0 && { carc: '197' }) }
    }),
  )
  return context
}
const searches = async ({ db }: Context) => (await db.rows(sql`select id from pattern_searches`)).length

describe('a search for patterns', () => {
  it('is due once there are decided claims, and again when they have more than doubled', async () => {
    const empty = await newContext(use.database)
    await recomputeAll(empty)
    expect(await isSearchDue(empty.db)).toBe(false)
    const context = await filled()
    await recomputeAll(context)
    expect(await isSearchDue(context.db)).toBe(true)
    await searchScopes(context)
    expect(await isSearchDue(context.db)).toBe(false)
    await context.db.run(sql`update pattern_searches set claims = claims / 3`)
    expect(await isSearchDue(context.db)).toBe(true)
  })

  it('follows the first import by itself, and no other, where nothing runs jobs', async () => {
    const context = await filled()
    await markAllDays(context.db, context.organization.id, 'import:1')
    await refreshAfterImport(context)
    expect(await searches(context)).toBe(1)
    await refreshAfterImport(context)
    expect(await searches(context)).toBe(1)
  })

  it('is asked for by the worker that has computed the first import', async () => {
    const context = await filled()
    await recomputeAll(context)
    const detection = testJob('pattern-detection', async () => Number((await searchScopes(context)) !== null))
    await workers.start(use.database, { jobs: [testJob('refresh', async () => 1), detection] })
    const done = async (job: string, runs: number) => (await runsOf(context, job)).filter(({ state }) => state === 'complete').length === runs
    await queueRun(context, 'refresh', 'data')
    await until('it searched', () => done('pattern-detection', 1))
    expect(await runsOf(context, 'pattern-detection')).toMatchObject([{ trigger: 'data', rows: 1 }])
    await queueRun(context, 'refresh', 'data')
    await until('the second one ran', () => done('refresh', 2))
    expect(await runsOf(context, 'pattern-detection')).toHaveLength(1)
  })
})
