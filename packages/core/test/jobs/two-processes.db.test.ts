import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { listAlerts } from '../../src/alerts/list.ts'
import { queueRun } from '../../src/jobs/request.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { overlaps, runsOf, until } from './support.ts'

const program = fileURLToPath(new URL('./worker-child.ts', import.meta.url))

describe('two processes on one database', { timeout: 120_000 }, () => {
  beforeEach(({ skip }) => skip(inject('engine') === 'embedded', 'locks and lost clients are those of a PostgreSQL server'))
  const use = useDatabase()
  beforeAll(async () => {
    await use.database.pool.query(`
      create table trace (id bigint generated always as identity, organization_id int not null, job text not null, pid int not null, edge int not null);
      grant select, insert on trace to overturn_app`)
  })

  let children: ChildProcess[] = []
  const start = async () => {
    const child = spawn(process.execPath, [program, use.target.databaseUrl!], { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit').then(([code]) => Promise.reject(new Error(`the worker ended with ${code}`)))])
    return child
  }
  afterEach(async () => {
    const ended = children.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null))
    for (const child of children) child.kill('SIGTERM')
    await Promise.all(ended)
    children = []
  })

  it('do each of 50 requested runs, one at a time, and lose none', async () => {
    const [one, other] = [await newContext(use.database), await newContext(use.database)]
    await Promise.all([start(), start()])
    const requests = await Promise.all(Array.from({ length: 50 }, () => queueRun(one, 'brief', 'person')))
    const others = await Promise.all(Array.from({ length: 10 }, () => queueRun(other, 'brief', 'data')))
    await until(
      'all runs are done',
      async () => [...(await runsOf(one, 'brief')), ...(await runsOf(other, 'brief'))].filter(({ state }) => state === 'complete').length >= 60,
      90,
    )
    const runs = await runsOf(one, 'brief')
    expect(runs.every(({ state, attempt }) => state === 'complete' && attempt === 1)).toBe(true)
    expect(runs.map(({ requestId }) => requestId).sort()).toEqual(requests.toSorted())
    expect((await runsOf(other, 'brief')).map(({ requestId }) => requestId).sort()).toEqual(others.toSorted())
    expect(new Set(runs.map(({ runner }) => runner)).size).toBe(2)
    expect(await overlaps(one)).toBe(0)
    // As the job itself saw it: what has begun ends before the next begins.
    const { rows } = await use.database.pool.query<{ atOnce: number }>(
      `select max(at_once)::int as "atOnce" from (select sum(edge) over (partition by organization_id order by id) as at_once from trace where job = 'brief') t`,
    )
    expect(rows[0]).toEqual({ atOnce: 1 })
  })

  it('complete what one of them was at when it was killed', async () => {
    const context = await newContext(use.database)
    const [first, second] = await Promise.all([start(), start()])
    const requestId = await queueRun(context, 'stepwise', 'person')
    const steps = () => context.db.rows<{ step: number; pid: number }>(sql`select edge as step, pid from trace where job = 'stepwise' order by id`)
    await until('it is in the middle', async () => (await steps()).length >= 5)
    const pid = (await steps())[0]!.pid
    const [killed, other] = first.pid === pid ? [first, second] : [second, first]
    killed.kill('SIGKILL')
    await until('the other completes it', async () => (await runsOf(context, 'stepwise')).at(-1)?.state === 'complete')
    const done = await steps()
    expect(done.map(({ step }) => step)).toEqual(Array.from({ length: 30 }, (_, step) => step))
    expect(new Set(done.map((step) => step.pid))).toEqual(new Set([killed.pid, other.pid]))
    const [lost, completed] = await runsOf(context, 'stepwise')
    expect([lost, completed]).toMatchObject([
      { state: 'released', requestId, attempt: 1, runner: expect.stringContaining(`:${killed.pid}:`) },
      {
        state: 'complete',
        requestId,
        attempt: 2,
        runner: expect.stringContaining(`:${other.pid}:`),
        rows: 30 - done.filter((step) => step.pid === killed.pid).length,
      },
    ])
    expect(await overlaps(context)).toBe(0)
    expect((await perform(listAlerts, context, {})).alerts).toMatchObject([{ kind: 'job_released', subject: 'stepwise' }])
  })
})
