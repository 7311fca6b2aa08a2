import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { listPatternActions } from '../../src/patterns/actions/list.ts'
import { recordPatternAction } from '../../src/patterns/actions/record.ts'
import { removePatternAction } from '../../src/patterns/actions/remove.ts'
import { listPatterns } from '../../src/patterns/list.ts'
import { setPatternStatus } from '../../src/patterns/set-status.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPattern } from './patterns.ts'

const patternId = 'PTN-A'
const denied = { served: '2026-03-01', submitted: '2026-03-02', decided: '2026-03-20', carc: '197', billed: 10 }

describe('what people do about a pattern', () => {
  const use = useDatabase()
  const withPattern = async (options: { status?: string; scoped?: boolean } = {}): Promise<Context> => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: patternId, reason: 'Authorization absent', ...options })
    return context
  }

  it('is recorded, listed latest first, and removed', async () => {
    const context = await withPattern()
    const first = await perform(recordPatternAction, context, { patternId, kind: 'staff_training', happenedOn: '2026-03-10', note: 'front desk' })
    expect(first).toEqual({
      patternId,
      action: { position: 1, kind: 'staff_training', happenedOn: '2026-03-10', note: 'front desk', recordedBy: 'test', isOwn: true },
    })
    await perform(recordPatternAction, context, { patternId, kind: 'workflow_update', happenedOn: '2026-03-31' })
    await context.db.run(sql`
      insert into pattern_actions (organization_id, pattern_id, position, kind, happened_on, reported) values (${context.organization.id}, ${patternId}, 3, 'resubmission', '2026-03-01', '{}')`)
    const positions = async () => (await perform(listPatternActions, context, { patternId })).actions.map(({ position, isOwn }) => [position, isOwn])
    expect(await positions()).toEqual([
      [2, true],
      [1, true],
      [3, false],
    ])
    await perform(removePatternAction, context, { patternId, position: 1 })
    expect(await positions()).toEqual([
      [2, true],
      [3, false],
    ])
    await expect(perform(removePatternAction, context, { patternId, position: 1 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(removePatternAction, context, { patternId, position: 3 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(recordPatternAction, context, { patternId, kind: 'other', happenedOn: '2026-04-01' })).rejects.toMatchObject({
      fields: [{ field: 'happenedOn' }],
    })
    await expect(perform(recordPatternAction, context, { patternId: 'PTN-Z', kind: 'other', happenedOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('gets numbers of its own when two record at once', async () => {
    const context = await withPattern()
    const both = await Promise.all([1, 2, 3].map(() => perform(recordPatternAction, context, { patternId, kind: 'other', happenedOn: '2026-03-01' })))
    expect(both.map(({ action }) => action.position).sort()).toEqual([1, 2, 3])
  })

  it('archives it and brings it back, with its days as if it had never been away', async () => {
    const context = await withPattern()
    await insertClaims(
      context,
      Array.from({ length: 6 }, (_, at) => ({ id: `A${at}`, ...denied })),
    )
    await recomputeAll(context)
    expect(await perform(setPatternStatus, context, { id: patternId, status: 'archived', reason: 'a test payer' })).toEqual({
      id: patternId,
      from: 'active',
      status: 'archived',
    })
    await insertClaims(context, [{ id: 'B', ...denied, served: '2026-03-02' }])
    await recomputeAll(context)
    const days = () => context.db.rows(sql`select metric_date as day, denied_count as denied from pattern_daily_metrics order by 1`)
    expect(await days()).toEqual([{ day: '2026-03-01', denied: 6 }])
    await perform(setPatternStatus, context, { id: patternId, status: 'active', reason: 'it is no test' })
    await recomputeMarked(context)
    expect(await days()).toEqual([
      { day: '2026-03-01', denied: 6 },
      { day: '2026-03-02', denied: 1 },
    ])
    expect((await perform(listPatterns, context, {})).patterns).toMatchObject([{ status: 'active', score: { frequency: 7 }, computationStatus: 'complete' }])
    const { statusChanges } = await perform(listPatternActions, context, { patternId })
    expect(statusChanges).toEqual([
      { from: 'archived', to: 'active', reason: 'it is no test', changedBy: 'test', changedAt: '2026-03-31T12:00:00.000Z' },
      { from: 'active', to: 'archived', reason: 'a test payer', changedBy: 'test', changedAt: '2026-03-31T12:00:00.000Z' },
    ])
  })

  it('does not say of a computed pattern what its numbers say', async () => {
    const context = await withPattern()
    const set = (status: string) => perform(setPatternStatus, context, { id: patternId, status, reason: 'because' })
    for (const status of ['improving', 'resolved', 'active']) await expect(set(status)).rejects.toMatchObject({ code: 'conflict' })
    await context.db.run(sql`update patterns set status = 'resolved'`)
    await expect(set('active')).rejects.toMatchObject({ code: 'conflict' })
    const imported = await withPattern({ scoped: false })
    for (const status of ['resolved', 'improving', 'archived', 'active'])
      expect(await perform(setPatternStatus, imported, { id: patternId, status, reason: 'because' })).toMatchObject({ status })
    await expect(perform(setPatternStatus, imported, { id: patternId, status: 'resolved', reason: '' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(perform(setPatternStatus, imported, { id: 'PTN-Z', status: 'archived', reason: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
