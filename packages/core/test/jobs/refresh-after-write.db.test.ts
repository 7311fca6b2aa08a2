import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { correctAppeal } from '../../src/appeals/correct.ts'
import { createAppeal } from '../../src/appeals/create.ts'
import { decideAppeal } from '../../src/appeals/decide.ts'
import { removeAppeal } from '../../src/appeals/remove.ts'
import { reopenAppeal } from '../../src/appeals/reopen.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { REFRESH } from '../../src/jobs/data-jobs.ts'
import { refreshAfterWrite } from '../../src/jobs/refresh-after-write.ts'
import { computationJobs } from '../../src/jobs/table.ts'
import { perform } from '../../src/operation.ts'
import { updateOrganization } from '../../src/organization/update.ts'
import { setPatternStatus } from '../../src/patterns/set-status.ts'
import { setPayerWindows } from '../../src/payers/set-windows.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { markedDays, runsOf, until, useWorkers, waitingRequests } from './support.ts'

const jobs = computationJobs.filter(({ name }) => name === REFRESH)
const claimIds = ['A', 'B', 'C', 'D', 'E', 'F']
const filedOn = '2026-02-01'

const file = (context: Context, claimId = 'A') => perform(createAppeal, context, { claimId, filedOn })
const uphold = (context: Context) => perform(decideAppeal, context, { claimId: 'A', outcome: 'upheld', on: '2026-02-20' })
const patternOf = async ({ db }: Context) => (await db.row<{ id: string }>(sql`select id from patterns`))!.id
const setStatus = async (context: Context, status: 'archived' | 'active') =>
  perform(setPatternStatus, context, { id: await patternOf(context), status, reason: 'tried' })

/** Every write of people that leaves days, or a pattern, to be computed; `before` is what it needs, and is computed when it happens. */
const writes: { name: string; before?: (context: Context) => Promise<unknown>; write: (context: Context) => Promise<unknown> }[] = [
  { name: 'an appeal that is filed', write: (context) => file(context) },
  { name: 'an appeal that is decided', before: (context) => file(context), write: uphold },
  { name: 'an appeal that is corrected', before: (context) => file(context), write: (context) => perform(correctAppeal, context, { claimId: 'A', amount: 7 }) },
  {
    name: 'an appeal that is opened again',
    before: async (context) => {
      await file(context)
      await uphold(context)
    },
    write: (context) => perform(reopenAppeal, context, { claimId: 'A' }),
  },
  { name: 'an appeal that is removed', before: (context) => file(context), write: (context) => perform(removeAppeal, context, { claimId: 'A', level: 1 }) },
  { name: 'the windows of a payer', write: (context) => perform(setPayerWindows, context, { id: 'P1', appealWindowDays: 30 }) },
  { name: 'another time zone', write: (context) => perform(updateOrganization, context, { timeZone: 'America/Chicago' }) },
]

describe('what a write has changed', () => {
  const use = useDatabase()
  const workers = useWorkers()
  afterEach(() => workers.stopAll())

  async function withClaims(): Promise<Context> {
    const context = await newContext(use.database)
    const facts = { served: '2026-01-05', submitted: '2026-01-06', decided: '2026-01-20', carc: '197', billed: 130, payer: 'P1' }
    await insertClaims(
      context,
      claimIds.map((id) => ({ ...facts, id })),
    )
    await recomputeAll(context)
    return context
  }
  /** As after a stop of the process that runs jobs: its queue is there, and takes requests. */
  const withQueue = async () => {
    await workers.start(use.database, { jobs })
    await workers.stopAll()
  }
  const pending = async ({ db }: Context) =>
    (await db.row<{ n: number }>(sql`select count(*)::int as n from patterns where status <> 'archived' and computation_status = 'pending'`))!.n

  it('stays marked where jobs have never run, and the write is done', async () => {
    const context = await withClaims()
    await file(context)
    expect(await markedDays(context)).toBeGreaterThan(0)
  })

  it.each(writes)('is asked to be computed, once: $name', async ({ before, write }) => {
    await withQueue()
    const context = await withClaims()
    await before?.(context)
    await recomputeAll(context)
    await use.database.pool.query(`delete from pgboss.job where (data ->> 'organizationId')::int = ${context.organization.id}`)
    await write(context)
    expect(await markedDays(context)).toBeGreaterThan(0)
    expect(await waitingRequests(context, REFRESH)).toBe(1)
    await workers.start(use.database, { jobs })
    await until('the refresh is done', async () => (await runsOf(context, REFRESH)).some(({ state }) => state === 'complete'))
    expect(await markedDays(context)).toBe(0)
    expect(await runsOf(context, REFRESH)).toMatchObject([{ state: 'complete', trigger: 'data' }])
  })

  it('is asked for once, however many rows are written before it begins, by whoever may write and for that organization alone', async () => {
    await withQueue()
    const [context, other] = [await withClaims(), await withClaims()]
    const coder: Context = { ...context, actor: { id: 'coder', role: 'coder' } }
    for (const claimId of claimIds) await file(coder, claimId)
    expect(await waitingRequests(context, REFRESH)).toBe(1)
    expect(await waitingRequests(other, REFRESH)).toBe(0)
    await workers.start(use.database, { jobs })
    await until('the refresh is done', async () => (await runsOf(context, REFRESH)).some(({ state }) => state === 'complete'))
    expect(await markedDays(context)).toBe(0)
    // The next write has a request of its own.
    await uphold(coder)
    await until('it is computed too', async () => (await runsOf(context, REFRESH)).filter(({ state }) => state === 'complete').length === 2)
    expect(await markedDays(context)).toBe(0)
  })

  it('is not asked for by what changes nothing that is computed', async () => {
    await withQueue()
    const context = await withClaims()
    await perform(setPayerWindows, context, { id: 'P1', appealsAddress: 'Box 1, Testing' })
    await perform(updateOrganization, context, { name: 'Another name' })
    await expect(perform(createAppeal, context, { claimId: 'A', filedOn: '2099-01-01' })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await waitingRequests(context, REFRESH)).toBe(0)
  })

  it('is computed when a pattern is brought back', async () => {
    await withQueue()
    const context = await withClaims()
    await setStatus(context, 'archived')
    expect(await waitingRequests(context, REFRESH)).toBe(0)
    await setStatus(context, 'active')
    expect({ requests: await waitingRequests(context, REFRESH), pending: await pending(context) }).toEqual({ requests: 1, pending: 1 })
    await workers.start(use.database, { jobs })
    await until('it is computed', async () => (await runsOf(context, REFRESH)).some(({ state }) => state === 'complete'))
    expect(await pending(context)).toBe(0)
  })

  it('never undoes the write, nor says that it failed: what is wrong with the queue is in the log', async () => {
    await withQueue()
    const context = await withClaims()
    const warned: string[] = []
    const log = pino({ level: 'warn' }, { write: (line) => void warned.push((JSON.parse(line) as { msg: string }).msg) })
    const { pool } = use.database
    await pool.query('alter table pgboss.job rename to job_away')
    try {
      await pool.query('create view pgboss.job as select 1 as nothing')
      await refreshAfterWrite({ ...context, log })
      await expect(file({ ...context, log })).resolves.toMatchObject({ appeal: { level: 1 } })
    } finally {
      await pool.query('drop view if exists pgboss.job')
      await pool.query('alter table pgboss.job_away rename to job')
    }
    expect(warned).toEqual(Array(2).fill('a refresh could not be asked for; what was changed is computed with the next one'))
  })
})
