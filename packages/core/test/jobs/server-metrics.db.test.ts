import { expect, it } from 'vitest'
import { serverMetrics } from '../../src/jobs/server-metrics.ts'
import { endTurn, newRunner, takeTurn } from '../../src/jobs/turns.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()

it('counts runs by job and end, and days that wait, of the own organization', async () => {
  const context = await newContext(use.database)
  const other = await newContext(use.database)
  for (const state of ['complete', 'complete', 'failed'] as const) {
    const run = await takeTurn(context.db, { job: 'refresh', trigger: 'data', requestId: null, attempt: 1, runner: newRunner() })
    await endTurn(context.db, run!, { state })
  }
  await takeTurn(other.db, { job: 'refresh', trigger: 'data', requestId: null, attempt: 1, runner: newRunner() })
  const found = await perform(serverMetrics, context, {})
  expect(found).toMatchObject({ workers: 0, waitingDays: 0, unfinishedImports: 0 })
  expect(found.jobs.map(({ job, state, runs }) => ({ job, state, runs }))).toEqual([
    { job: 'refresh', state: 'complete', runs: 2 },
    { job: 'refresh', state: 'failed', runs: 1 },
  ])
  expect(found.jobs.every(({ seconds }) => seconds >= 0)).toBe(true)
  expect((await perform(serverMetrics, other, {})).jobs).toMatchObject([{ job: 'refresh', state: 'running', runs: 1 }])
  await expect(perform(serverMetrics, { ...context, actor: { id: 'a', role: 'analyst' } }, {})).rejects.toMatchObject({ code: 'forbidden' })
})
