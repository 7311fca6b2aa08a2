import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { listAlerts } from '../../src/alerts/list.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'
import { refreshAfterImport } from '../../src/jobs/refresh-after-import.ts'
import { queueRun, runHere } from '../../src/jobs/request.ts'
import { newQueue, QUEUE } from '../../src/jobs/queue.ts'
import { syncSchedules } from '../../src/jobs/schedules.ts'
import { listJobs } from '../../src/jobs/list.ts'
import { pauseJob } from '../../src/jobs/pause.ts'
import { resumeJob } from '../../src/jobs/resume.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { overlaps, runsOf, testJob, until, useWorkers } from './support.ts'

/** Twelve hours from now in Denver, so that nothing is due while a test runs. */
const DAILY = `0 ${(new Date().getUTCHours() + 6) % 24} * * *`

describe('computation jobs', () => {
  const use = useDatabase()
  const workers = useWorkers()
  afterEach(() => workers.stopAll())

  it('run what is asked for, of each organization, and write down how it went', async () => {
    const [one, other] = [await newContext(use.database), await newContext(use.database)]
    const seen: [number, string][] = []
    const job = testJob('count', async ({ organization, actor, db }) => {
      seen.push([organization.id, actor.id])
      return (await db.rows(sql`select id from organizations where id = ${organization.id}`)).length
    })
    const { runner } = await workers.start(use.database, { jobs: [job] })
    const requestId = await queueRun(one, 'count', 'person')
    await queueRun(other, 'count', 'data')
    await until('both ran', async () => (await runsOf(one, 'count')).length + (await runsOf(other, 'count')).length === 2)
    await until('both are done', async () => [...(await runsOf(one, 'count')), ...(await runsOf(other, 'count'))].every(({ state }) => state === 'complete'))
    expect(await runsOf(one, 'count')).toMatchObject([{ trigger: 'person', attempt: 1, runner, requestId, rows: 1, error: null }])
    expect(await runsOf(other, 'count')).toMatchObject([{ trigger: 'data', rows: 1 }])
    expect(seen.sort()).toEqual(
      [
        [one.organization.id, 'test'],
        [other.organization.id, 'test'],
      ].sort(),
    )
  })

  it('run one at a time of a job and organization, beside a run that a command makes by itself', async () => {
    const context = await newContext(use.database)
    let atOnce = 0
    let most = 0
    const job = testJob('slow', async ({ db }) => {
      most = Math.max(most, ++atOnce)
      await db.rows(sql`select pg_sleep(0.05)`)
      atOnce--
      return 1
    })
    await workers.start(use.database, { jobs: [job] })
    await workers.start(use.database, { jobs: [job] })
    for (let n = 0; n < 6; n++) await queueRun(context, 'slow', 'person')
    await Promise.all([runHere(context, job, 'person'), runHere(context, job, 'person')])
    await until('all ran', async () => (await runsOf(context, 'slow')).filter(({ state }) => state === 'complete').length === 8)
    expect(most).toBe(1)
    expect(await overlaps(context)).toBe(0)
  })

  it('try a failing one again, later each time, and tell people after the last attempt', async () => {
    const context = await newContext(use.database)
    const posted: unknown[] = []
    const hook = createServer((socket) =>
      socket.on('data', (chunk) => {
        const [, body] = chunk.toString().split('\r\n\r\n')
        if (body) posted.push(JSON.parse(body))
        socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n')
      }),
    )
    await once(hook.listen(0, '127.0.0.1'), 'listening')
    const job = testJob('broken', async ({ db }) => {
      await db.row(sql`select 'Jane Invented'::int as number`)
      return 1
    })
    try {
      await workers.start(use.database, { jobs: [job], webhook: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook` })
      await queueRun(context, 'broken', 'person')
      await until('the alert is posted', () => posted.length > 0)
    } finally {
      hook.close()
    }
    const runs = await runsOf(context, 'broken')
    expect(runs.map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'failed'],
      [2, 'failed'],
      [3, 'failed'],
    ])
    expect(new Set(runs.map(({ requestId }) => requestId)).size).toBe(1)
    const pauses = await context.db.rows<{ pause: number }>(sql`
      select extract(epoch from started_at - lag(finished_at) over (order by id))::float8 as pause from job_runs where job = 'broken' order by id offset 1`)
    for (const { pause } of pauses) expect(pause).toBeGreaterThan(0.4)
    const { alerts } = await perform(listAlerts, context, {})
    expect(alerts).toMatchObject([{ kind: 'job_failed', subject: 'broken', occurrences: 1, message: expect.stringContaining('failed 3 times') }])
    expect(posted).toMatchObject([{ organization: context.organization.slug, kind: 'job_failed', subject: 'broken', occurrences: 1 }])
    // The error of the database quotes a value, which can be a patient's.
    const kept = await use.database.pool.query(`select coalesce(output::text, '') as output from pgboss.job where name = '${QUEUE}'`)
    expect(JSON.stringify([runs, alerts, posted, kept.rows])).not.toContain('Invented')
    expect(runs[0]!.error).toContain('22P02')
  })

  it('leave a paused one alone, and make up for it once when it is resumed', async () => {
    const context = await newContext(use.database)
    let runs = 0
    const job = testJob('pattern-metrics', async () => ++runs, DAILY)
    await perform(pauseJob, context, { job: 'pattern-metrics' })
    await workers.start(use.database, { jobs: [job] })
    await queueRun(context, 'pattern-metrics', 'schedule')
    const left = async () =>
      (
        await use.database.pool.query(
          `select 1 from pgboss.job where name = '${QUEUE}' and state < 'completed' and (data ->> 'organizationId')::int = ${context.organization.id}`,
        )
      ).rowCount
    await until('the request is dropped', async () => (await left()) === 0)
    expect(runs).toBe(0)
    await context.db.run(sql`update job_pauses set paused_at = now() - interval '3 days'`)
    expect(await perform(resumeJob, { ...context, now: new Date() }, { job: 'pattern-metrics' })).toEqual({
      job: 'pattern-metrics',
      wasPaused: true,
      queued: true,
    })
    await until('it ran', async () => (await runsOf(context, 'pattern-metrics')).length === 1)
    expect(await runsOf(context, 'pattern-metrics')).toMatchObject([{ trigger: 'missed' }])
    expect(await perform(resumeJob, context, { job: 'pattern-metrics' })).toEqual({ job: 'pattern-metrics', wasPaused: false, queued: false })
  })

  it('run once for an hour at which nothing ran, whoever is back first, also of an organization that moved', async () => {
    const context = await newContext(use.database, { timeZone: 'America/New_York' })
    const jobs = [testJob('nightly', async () => 1, DAILY), testJob('asked-for', async () => 1)]
    await workers.start(use.database, { jobs })
    const schedules = async () =>
      (
        await use.database.pool.query<{ key: string; timezone: string }>(
          `select key, timezone from pgboss.schedule where name = '${QUEUE}' and key like '%/${context.organization.id}'`,
        )
      ).rows
    expect(await schedules()).toEqual([{ key: `nightly/${context.organization.id}`, timezone: 'America/New_York' }])
    await use.database.pool.query(`update organizations set time_zone = 'America/Denver' where id = ${context.organization.id}`)
    await until('the schedule follows', async () => (await schedules())[0]?.timezone === 'America/Denver')
    await workers.stopAll()
    expect(await runsOf(context, 'nightly')).toEqual([])
    // Three days during which nothing ran.
    await use.database.pool.query("update pgboss.version set cron_on = now() - interval '3 days'")
    await use.database.pool.query("update pgboss.schedule set created_on = now() - interval '9 days'")
    await Promise.all([workers.start(use.database, { jobs }), workers.start(use.database, { jobs })])
    await until('it ran', async () => (await runsOf(context, 'nightly')).some(({ state }) => state === 'complete'))
    const passes = async () => (await use.database.pool.query<{ at: Date }>('select cron_on as at from pgboss.version')).rows[0]!.at.getTime()
    const since = await passes()
    await until('the schedules were looked at twice more', async () => (await passes()) > since + 2_000)
    expect(await runsOf(context, 'nightly')).toMatchObject([{ trigger: 'missed', state: 'complete' }])
    expect(await runsOf(context, 'asked-for')).toEqual([])
  })

  it('run in a spring night that leaves their hour out, once for all processes', async () => {
    const context = await newContext(use.database, { timeZone: 'America/New_York' })
    const jobs = [testJob('at-two', async () => 1, '0 2 * * *')]
    const queue = newQueue(use.database, { schedule: false, supervise: false })
    queue.on('error', () => undefined)
    await queue.start()
    await queue.createQueue(QUEUE)
    for (const at of ['2026-03-08T06:59:50Z', '2026-03-08T07:00:10Z', '2026-03-08T07:00:40Z', '2026-03-09T06:00:10Z'])
      await syncSchedules(queue, jobs, [context.organization], new Date(at))
    const asked = await queue.findJobs(QUEUE, { data: { job: 'at-two' } })
    await queue.stop({ graceful: false, close: false })
    expect(asked.map(({ data }) => data)).toEqual([{ job: 'at-two', organizationId: context.organization.id, trigger: 'schedule', by: 'schedule' }])
  })

  it('find organizations that are made later', async () => {
    await workers.start(use.database, { jobs: [testJob('nightly', async () => 1, DAILY)] })
    const late = await newContext(use.database)
    await until('it has a schedule', async () => {
      const { rowCount } = await use.database.pool.query(`select 1 from pgboss.schedule where key = 'nightly/${late.organization.id}'`)
      return rowCount === 1
    })
  })

  it('take over from a process that has gone silent, tell people, and let it write nothing more', async () => {
    const context = await newContext(use.database)
    const hidden = tenantDatabase(use.database, context.organization.id)
    await context.db.run(sql`
      insert into job_runs (organization_id, job, trigger, runner, heartbeat_at) values (${context.organization.id}, 'stuck', 'person', 'gone:1', now() - interval '1 hour')`)
    await workers.start(use.database, { jobs: [testJob('stuck', async () => 1)] })
    await queueRun(context, 'stuck', 'person')
    await until('it ran', async () => (await runsOf(context, 'stuck')).some(({ state }) => state === 'complete'))
    expect(await runsOf(context, 'stuck')).toMatchObject([
      { state: 'released', runner: 'gone:1', error: expect.stringContaining('Said nothing') },
      { state: 'complete' },
    ])
    const { alerts } = await perform(listAlerts, context, {})
    expect(alerts).toMatchObject([{ kind: 'job_released', subject: 'stuck', message: expect.stringContaining('gone:1') }])

    // One that is alive, but whose turn was given to another.
    let release!: () => void
    const goesOn = new Promise<void>((resolve) => (release = resolve))
    const sleeper = testJob('sleeper', async ({ db }) => {
      await goesOn
      await db.run(sql`update organizations set name = name where id = -1`)
      return 1
    })
    const outcome = runHere(context, sleeper, 'person').catch((error: Error) => error)
    await until('it runs', async () => (await runsOf(context, 'sleeper')).length === 1)
    await hidden.run(sql`update job_runs set state = 'released', finished_at = now() where job = 'sleeper'`)
    release()
    expect(await outcome).toMatchObject({ code: 'conflict' })
    expect(await runsOf(context, 'sleeper')).toMatchObject([{ state: 'released', rows: null }])
  })

  it('compute what imports changed, with one request however many there are while it waits', async () => {
    const context = await newContext(use.database)
    const gate = { isOpen: false }
    let runs = 0
    const job = testJob('refresh', async ({ db }) => {
      while (!gate.isOpen) await db.rows(sql`select pg_sleep(0.02)`)
      return ++runs
    })
    await workers.start(use.database, { jobs: [job] })
    await refreshAfterImport(context)
    await until('it runs', async () => (await runsOf(context, 'refresh')).length === 1)
    for (let n = 0; n < 4; n++) await refreshAfterImport(context)
    gate.isOpen = true
    await until('what waited ran', async () => (await runsOf(context, 'refresh')).filter(({ state }) => state === 'complete').length === 2)
    expect(await runsOf(context, 'refresh')).toMatchObject([{ trigger: 'data' }, { trigger: 'data' }])
    const { rows } = await use.database.pool.query<{ n: number }>(
      `select count(*)::int as n from pgboss.job where name = '${QUEUE}' and (data ->> 'organizationId')::int = ${context.organization.id}`,
    )
    expect(rows[0]).toEqual({ n: 2 })
  })

  it('are listed as waiting from the moment they are asked for, as running while they run, and as done after', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    await workers.start(use.database, { jobs: [] })
    await workers.stopAll()
    await queueRun(context, 'refresh', 'person')
    const listed = async (one = context) => {
      const { waiting, lastRun } = (await perform(listJobs, one, {})).jobs.find(({ name }) => name === 'refresh')!
      return { waiting, state: lastRun?.state ?? null }
    }
    expect(await listed()).toEqual({ waiting: true, state: null })
    expect(await listed(other)).toEqual({ waiting: false, state: null })
    const gate = { isOpen: false }
    const job = testJob('refresh', async ({ db }) => {
      while (!gate.isOpen) await db.rows(sql`select pg_sleep(0.02)`)
      return 1
    })
    await workers.start(use.database, { jobs: [job] })
    await until('it runs', async () => (await listed()).state === 'running')
    expect(await listed()).toEqual({ waiting: false, state: 'running' })
    gate.isOpen = true
    await until('it is over', async () => !(await listed()).waiting && (await listed()).state === 'complete')
  })

  it('end with their process: a run that goes on is cut off at its next transaction, and done by the next process', async () => {
    const context = await newContext(use.database)
    const process = { number: 1 }
    const job = testJob('long', async ({ db }) => {
      for (let n = 0; process.number === 1 && n < 1_000; n++) await db.rows(sql`select pg_sleep(0.05)`)
      return 7
    })
    await workers.start(use.database, { jobs: [job] })
    await queueRun(context, 'long', 'person')
    await until('it runs', async () => (await runsOf(context, 'long')).length === 1)
    const since = performance.now()
    await workers.stopAll()
    expect(performance.now() - since).toBeLessThan(5_000)
    expect(await runsOf(context, 'long')).toMatchObject([{ state: 'released', error: expect.stringContaining('stopped') }])
    process.number = 2
    await workers.start(use.database, { jobs: [job] })
    await until('it is done', async () => (await runsOf(context, 'long')).at(-1)?.state === 'complete')
    expect(await runsOf(context, 'long')).toMatchObject([{ state: 'released' }, { state: 'complete', attempt: 2, rows: 7 }])
    expect((await perform(listAlerts, context, {})).alerts).toEqual([])
  })

  it('keep the tables of the queue from the role that operations have', async () => {
    const context = await newContext(use.database)
    await workers.start(use.database, { jobs: [] })
    await expect(context.db.rows(sql`select 1 from pgboss.job`)).rejects.toMatchObject({ code: '42501' })
  })
})
