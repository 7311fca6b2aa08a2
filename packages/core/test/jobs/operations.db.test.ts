import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { jobHistory } from '../../src/jobs/history.ts'
import { listJobs } from '../../src/jobs/list.ts'
import { pauseJob } from '../../src/jobs/pause.ts'
import { refreshAfterImport } from '../../src/jobs/refresh-after-import.ts'
import { resumeJob } from '../../src/jobs/resume.ts'
import { runJobOperation } from '../../src/jobs/run.ts'
import { computationJobs } from '../../src/jobs/table.ts'
import { perform, type Operation } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { runsOf } from './support.ts'

describe('the operations of jobs', () => {
  const use = useDatabase()

  it('list every job with its next hour by the clock of the organization', async () => {
    const context = await newContext(use.database, { timeZone: 'America/New_York', now: new Date('2026-03-07T12:00:00Z') })
    const { jobs, timeZone, workers } = await perform(listJobs, context, {})
    expect({ timeZone, workers }).toEqual({ timeZone: 'America/New_York', workers: 0 })
    expect(jobs.map(({ name }) => name)).toEqual(computationJobs.map(({ name }) => name))
    const dueOf = Object.fromEntries(jobs.map(({ name, nextDue }) => [name, nextDue]))
    expect(dueOf).toMatchObject({
      'pattern-detection': '2026-03-07T17:00:00.000Z',
      'daily-snapshots': '2026-03-08T06:00:00.000Z',
      'pattern-metrics': '2026-03-08T07:00:00.000Z',
      'provider-performance': '2026-03-09T08:00:00.000Z',
      refresh: null,
    })
    expect(jobs.every(({ paused, waiting, lastRun }) => paused === null && !waiting && lastRun === null)).toBe(true)
  })

  it.each(computationJobs.map(({ name }) => name))('run %s here, where no process runs jobs, and count its rows', async (job) => {
    const context = await newContext(use.database)
    await insertClaims(
      context,
      Array.from({ length: 12 }, (_, n) => ({ id: `C${n}`, served: '2026-03-01', submitted: '2026-03-02', decided: '2026-03-10', carc: '197' })),
    )
    const { queued, requestId, run } = await perform(runJobOperation, context, { job })
    expect({ queued, requestId }).toEqual({ queued: false, requestId: null })
    expect(await runsOf(context, job)).toMatchObject([{ id: run!.id, state: 'complete', trigger: 'person', attempt: 1, requestId: null, rows: run!.rows }])
    const { jobs } = await perform(listJobs, context, {})
    expect(jobs.find(({ name }) => name === job)!.lastRun).toMatchObject({ id: run!.id, state: 'complete', durationMs: expect.any(Number), rows: run!.rows })
  })

  it('page through the history, the newest first, of one organization', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    for (const job of ['refresh', 'pattern-metrics', 'refresh']) await perform(runJobOperation, context, { job })
    const whole = await perform(jobHistory, context, {})
    expect(whole.runs.map(({ job }) => job)).toEqual(['refresh', 'pattern-metrics', 'refresh'])
    expect(whole.runs[0]!.id).toBeGreaterThan(whole.runs[2]!.id)
    expect(whole.runs[0]!.result).toMatchObject({ days: 0 })
    const second = await perform(jobHistory, context, { job: 'refresh', limit: 1, page: 2 })
    expect(second).toMatchObject({ runs: [{ id: whole.runs[2]!.id }], pagination: { total: 2, pages: 2 } })
    expect((await perform(jobHistory, context, { state: 'failed' })).runs).toEqual([])
    expect((await perform(jobHistory, other, {})).runs).toEqual([])
    await expect(perform(jobHistory, context, { job: 'nothing' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('pause a job once, for its organization, and say by whom', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    const first = await perform(pauseJob, context, { job: 'refresh' })
    expect(first).toMatchObject({ job: 'refresh', pausedBy: 'test' })
    expect(await perform(pauseJob, { ...context, actor: { id: 'later', role: 'administrator' } }, { job: 'refresh' })).toEqual(first)
    await expect(perform(runJobOperation, context, { job: 'refresh' })).rejects.toMatchObject({ code: 'conflict' })
    expect((await perform(runJobOperation, other, { job: 'refresh' })).run).not.toBeNull()
    const listed = (await perform(listJobs, context, {})).jobs.find(({ name }) => name === 'refresh')
    expect(listed).toMatchObject({ nextDue: null, paused: { by: 'test', at: first.pausedAt } })
    expect(await perform(resumeJob, context, { job: 'refresh' })).toEqual({ job: 'refresh', wasPaused: true, queued: false })
    expect((await perform(runJobOperation, context, { job: 'refresh' })).run).not.toBeNull()
  })

  it('are for administrators, but for looking', async () => {
    const viewer = { ...(await newContext(use.database)), actor: { id: 'v', role: 'viewer' as const } }
    const changing: readonly Operation[] = [runJobOperation, pauseJob, resumeJob]
    for (const operation of changing) await expect(perform(operation, viewer, { job: 'refresh' })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await perform(listJobs, viewer, {})).jobs).not.toEqual([])
  })

  it('keep a failing run in the history and tell who asked', async () => {
    const context = await newContext(use.database)
    await use.database.pool.query(`update organizations set settings = '{"tiers": 1}' where id = ${context.organization.id}`)
    await expect(perform(runJobOperation, context, { job: 'pattern-metrics' })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await runsOf(context, 'pattern-metrics')).toMatchObject([{ state: 'failed', rows: null, error: expect.stringContaining('settings') }])
  })

  it('compute after an import here and now, where no process runs jobs', async () => {
    const context = await newContext(use.database)
    await context.db.run(
      sql`insert into service_days_to_recompute (organization_id, date_basis, day, cause) values (${context.organization.id}, 'service', '2026-03-01', 'import:1')`,
    )
    await refreshAfterImport(context)
    expect(await context.db.rows(sql`select 1 from service_days_to_recompute`)).toEqual([])
  })
})
