import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { cashRecovered } from '../../src/measures/cash/operation.ts'
import { perform } from '../../src/operation.ts'
import { beginVisit } from '../../src/visits/begin.ts'
import { visitsSince } from '../../src/visits/since.ts'
import { insertClaims } from '../factories/claims.ts'
import { insertCheck, insertScopedPattern } from '../factories/patterns.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
const at = (context: Context, moment: string, id = 'ana'): Context => ({ ...context, now: new Date(moment), actor: { id, role: 'viewer' } })
const begin = (context: Context) => perform(beginVisit, context, {})

describe('a visit', () => {
  it('goes on while there are marks, and begins anew after half an hour without one', async () => {
    const context = await newContext(use.database)
    const marks = [
      ['2026-03-30T08:00:00Z', null],
      ['2026-03-30T08:30:00Z', null],
      ['2026-03-30T09:00:00.001Z', '2026-03-30T08:30:00.000Z'],
      // A clock that was put back changes nothing.
      ['2026-03-30T08:45:00Z', '2026-03-30T08:30:00.000Z'],
      ['2026-03-30T09:20:00Z', '2026-03-30T08:30:00.000Z'],
      ['2026-03-31T08:00:00Z', '2026-03-30T09:20:00.000Z'],
    ] as const
    for (const [moment, previousEndedAt] of marks) expect(await begin(at(context, moment)), moment).toEqual({ previousEndedAt })
    expect(await begin(at(context, '2026-03-31T08:00:00Z', 'bo'))).toEqual({ previousEndedAt: null })
  })

  it('has no news before the second one', async () => {
    const context = at(await newContext(use.database), '2026-03-31T08:00:00Z')
    const nothing = { since: null, news: null, asOf: '2026-03-31T08:00:00.000Z' }
    expect(await perform(visitsSince, context, {})).toEqual(nothing)
    await begin(context)
    expect(await perform(visitsSince, context, {})).toEqual(nothing)
  })
})

/** The visit before ended on March 20 at noon; now is March 31. */
async function returning(timeZone = 'UTC'): Promise<Context> {
  const context = await newContext(use.database, { timeZone })
  await begin(at(context, '2026-03-20T12:00:00Z'))
  const back = at(context, '2026-03-31T12:00:00Z')
  await begin(back)
  return back
}

const BEFORE = '2026-03-20T11:59:00Z'
const SINCE = '2026-03-25T00:00:00Z'

describe('the news', () => {
  it('are none where nothing has happened', async () => {
    const { since, news } = await perform(visitsSince, await returning(), {})
    expect(since).toBe('2026-03-20T12:00:00.000Z')
    expect(news).toEqual({
      imports: { files: 0, newClaims: 0, changedClaims: 0, decisions: 0, failed: 0 },
      window: { start: '2026-03-20', end: '2026-04-01' },
      cashRecovered: 0,
      appealsDecided: { count: 0, won: 0 },
      patterns: { found: 0, changed: 0, first: [], improving: 0, resolved: 0, returned: 0, turned: [] },
      rateChanges: { up: 0, down: 0, first: [] },
      checksReleased: 0,
      alertsRaised: 0,
      failedRuns: 0,
    })
  })

  it('have the days of the organization', async () => {
    const { news } = await perform(visitsSince, await returning('Pacific/Auckland'), {})
    expect(news!.window).toEqual({ start: '2026-03-21', end: '2026-04-02' })
  })

  it('are the files, jobs and alerts since then', async () => {
    const context = await returning()
    const { db, organization } = context
    const file = (finished: string, status: string, merged: object) =>
      db.run(sql`
        insert into imports (organization_id, file_name, format, sha256, bytes, writer, status, finished_at, summary)
        values (${organization.id}, 'claims.837', 'x12', ${randomUUID()}, 1, 'test', ${status}, ${finished}, ${JSON.stringify({ merged })}::jsonb)`)
    await file(BEFORE, 'complete', { newClaims: 100, changedClaims: 100, decisions: 100 })
    await file(SINCE, 'complete', { newClaims: 3, changedClaims: 1, decisions: 4 })
    await file(SINCE, 'complete', { newClaims: 2, changedClaims: 0, decisions: 0 })
    await file(SINCE, 'failed', {})
    await file(SINCE, 'undone', { newClaims: 100, changedClaims: 0, decisions: 0 })
    for (const [moment, state] of [
      [BEFORE, 'failed'],
      [SINCE, 'failed'],
      [SINCE, 'complete'],
    ])
      await db.run(sql`
        insert into job_runs (organization_id, job, trigger, state, runner, finished_at) values (${organization.id}, 'refresh', 'schedule', ${state}, 'test', ${moment})`)
    for (const [moment, subject] of [
      [BEFORE, 'one'],
      [SINCE, 'two'],
    ])
      await db.run(sql`
        insert into alerts (organization_id, kind, subject, message, raised_at) values (${organization.id}, 'job_failed', ${subject}, 'It failed.', ${moment})`)
    expect((await perform(visitsSince, context, {})).news).toMatchObject({
      imports: { files: 2, newClaims: 5, changedClaims: 1, decisions: 4, failed: 1 },
      failedRuns: 1,
      alertsRaised: 1,
    })
  })

  it('are the patterns, changes and checks since then', async () => {
    const context = await returning()
    const { db, organization } = context
    for (const [id, found, status] of [
      ['PTN-1', BEFORE, 'active'],
      ['PTN-2', SINCE, 'active'],
      ['PTN-3', SINCE, 'archived'],
    ] as const) {
      await insertPattern(context, { id, reason: `Reason of ${id}`, status })
      await db.run(sql`update patterns set detected_at = ${found} where id = ${id} and organization_id = ${organization.id}`)
    }
    for (const moment of [BEFORE, SINCE, SINCE])
      await db.run(sql`
        insert into pattern_status_changes (organization_id, pattern_id, from_status, to_status, reason, changed_by, changed_at)
        values (${organization.id}, 'PTN-3', 'active', 'archived', 'looked into', 'ana', ${moment})`)
    for (const [key, created, direction] of [
      ['one', BEFORE, 'up'],
      ['two', SINCE, 'up'],
      ['three', SINCE, 'down'],
    ])
      await db.run(sql`
        insert into rate_changes (organization_id, subject, subject_key, payer_id, denial_reason, direction, onset, onset_low, onset_high, signalled_on, reference_start,
          reference_end, rate_before, rate_after, claims_since, denied_since, run_length, decision_limit, computed_until, created_at)
        values (${organization.id}, 'payer_reason', ${key}, 'P1', 'Authorization absent', ${direction}, '2026-03-01', '2026-02-20', '2026-03-09', '2026-03-15', '2025-01-01',
          '2026-03-01', 5, 10, 100, 10, 5000, 9.5, '2026-03-20', ${created})`)
    for (const [id, live] of [
      ['4', BEFORE],
      ['5', SINCE],
    ] as const) {
      await insertScopedPattern(context, { id: `PTN-${id}`, reason: 'Authorization absent', scope: [{ field: 'payer', op: 'is', value: `P${id}` }] })
      await insertCheck(context, { id: `CHK-${id}`, patternId: `PTN-${id}` })
      await db.run(sql`update pattern_checks set live_at = ${live} where id = ${`CHK-${id}`} and organization_id = ${organization.id}`)
    }
    expect((await perform(visitsSince, context, {})).news).toMatchObject({
      patterns: { found: 1, changed: 1, first: [{ id: 'PTN-2', title: 'Reason of PTN-2' }] },
      rateChanges: { up: 1, down: 1, first: [{ direction: 'down', payerId: 'P1' }, { direction: 'up' }] },
      checksReleased: 1,
    })
  })

  it('are the patterns that the numbers have made better or worse, as they stand now against then', async () => {
    const context = await returning()
    const { db, organization } = context
    const course = async (id: string, status: 'active' | 'improving' | 'resolved' | 'archived', steps: readonly [string, string, string, string][]) => {
      await insertPattern(context, { id, reason: `Reason of ${id}`, status })
      for (const [moment, from, to, by] of steps)
        await db.run(sql`
          insert into pattern_status_changes (organization_id, pattern_id, from_status, to_status, reason, changed_by, changed_at)
          values (${organization.id}, ${id}, ${from}, ${to}, 'numbers', ${by}, ${moment})`)
    }
    const LATER = '2026-03-28T00:00:00Z'
    await course('BETTER', 'improving', [[SINCE, 'active', 'improving', 'computation']])
    await course('GONE', 'resolved', [
      [SINCE, 'active', 'improving', 'computation'],
      [LATER, 'improving', 'resolved', 'computation'],
    ])
    await course('BACK', 'active', [[LATER, 'resolved', 'active', 'computation']])
    await course('HALF-BACK', 'improving', [[LATER, 'resolved', 'improving', 'computation']])
    await course('TO-AND-FRO', 'active', [
      [SINCE, 'active', 'improving', 'computation'],
      [LATER, 'improving', 'active', 'computation'],
    ])
    await course('BEFORE', 'improving', [[BEFORE, 'active', 'improving', 'computation']])
    await course('PUT-ASIDE', 'archived', [
      [SINCE, 'active', 'improving', 'computation'],
      [LATER, 'improving', 'archived', 'ana'],
    ])
    await course('BY-HAND', 'resolved', [[SINCE, 'active', 'resolved', 'ana']])
    expect((await perform(visitsSince, context, {})).news!.patterns).toMatchObject({
      changed: 2,
      improving: 1,
      resolved: 1,
      returned: 2,
      turned: [
        { id: 'GONE', to: 'resolved' },
        { id: 'BETTER', to: 'improving' },
        { id: 'BACK', to: 'returned' },
      ],
    })
  })

  it('have the cash and the appeals of these days, as cash.recovered has it', async () => {
    const context = await returning()
    const denied = { submitted: '2026-02-01', served: '2026-01-31', decided: '2026-02-10', billed: 100, carc: '197' }
    await insertClaims(context, [
      { id: 'C-1', ...denied, overturnedOn: '2026-03-19' },
      { id: 'C-2', ...denied, overturnedOn: '2026-03-20', recovered: 60 },
      { id: 'C-3', ...denied, overturnedOn: '2026-03-31', recovered: 25 },
      { id: 'C-4', ...denied, appeals: [{ filed: '2026-02-20', outcome: 'upheld', decided: '2026-03-25' }] },
      { id: 'C-5', ...denied, appeals: [{ filed: '2026-02-20', outcome: 'overturned', decided: '2026-03-20' }] },
      { id: 'C-6', ...denied, appeals: [{ filed: '2026-02-20', outcome: 'overturned', decided: '2026-03-19' }] },
    ])
    await recomputeAll(context)
    const { news } = await perform(visitsSince, context, {})
    expect(news).toMatchObject({ cashRecovered: 85, appealsDecided: { count: 2, won: 1 } })
    expect((await perform(cashRecovered, context, news!.window)).total).toBe(85)
  })
})
