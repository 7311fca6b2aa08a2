import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { refreshLearning } from '../../src/learning/refresh.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertEvents, type EventSpec } from './events.ts'

/** Sessions, corrections and progress by pattern, as the table has them. */
async function learned({ db }: Context): Promise<Record<string, number[]>> {
  const rows = await db.rows<{ id: string; counts: number[] }>(
    sql`select id, array[practice_sessions_completed, corrections_applied, learning_progress] as counts from patterns order by id`,
  )
  return Object.fromEntries(rows.map(({ id, counts }) => [id, counts]))
}

/** The same counted one by one, newest first, with Wilson's formula written out. */
function recount(events: readonly (EventSpec & { id: string })[], pattern: string, now: string): number[] {
  const own = events.filter((event) => event.pattern === pattern && event.at <= now)
  const isType = (event: EventSpec, word: string) => (event.type ?? 'practice-completed').toLowerCase().replaceAll(/[^a-z]/g, '') === word
  const practised = own.filter((event) => isType(event, 'practicecompleted'))
  const corrected = own.filter((event) => event.corrected || isType(event, 'correctionapplied'))
  const answers = practised
    .filter(({ outcome }) => outcome === 'correct' || outcome === 'incorrect')
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
    .slice(0, 20)
  const n = answers.length
  if (n === 0) return [practised.length, corrected.length, 0]
  const p = answers.filter(({ outcome }) => outcome === 'correct').length / n
  const z = 1.959963984540054
  const low = (p + z ** 2 / (2 * n) - z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
  return [practised.length, corrected.length, Math.round(100 * low)]
}

describe('what learning events say of patterns', () => {
  const use = useDatabase()

  it('is counted from them, whatever an import stated', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertPattern(context, { id: 'PTN-B', reason: 'Not medically necessary', status: 'archived' })
    await insertPattern(context, { id: 'PTN-C', reason: 'Bundled', scoped: false })
    await context.db.run(sql`update patterns set learning_progress = 77, practice_sessions_completed = 5, corrections_applied = 6 where id = 'PTN-C'`)
    await insertEvents(context, [
      { pattern: 'PTN-A', at: '2026-03-01T10:00:00Z', outcome: 'correct', corrected: true },
      { pattern: 'PTN-A', at: '2026-03-02T10:00:00Z', outcome: 'skipped' },
      { pattern: 'PTN-A', at: '2026-03-03T10:00:00Z' },
      { pattern: 'PTN-A', at: '2026-03-04T10:00:00Z', type: 'correction-applied', corrected: true, outcome: 'incorrect' },
      { pattern: 'PTN-A', at: '2026-03-05T10:00:00Z', type: 'practice-started' },
      { pattern: 'PTN-A', at: '2026-04-01T10:00:00Z', outcome: 'incorrect' },
      { at: '2026-03-05T10:00:00Z', outcome: 'incorrect' },
      // As another portal writes it; nineteen right answers push the older wrong one out of the latest twenty only together with one more.
      ...Array.from({ length: 19 }, (_, day) => ({
        pattern: 'PTN-B',
        at: `2026-03-${String(day + 2).padStart(2, '0')}T10:00:00Z`,
        type: 'Practice Completed',
        outcome: 'correct' as const,
      })),
      { pattern: 'PTN-B', at: '2026-03-01T10:00:00Z', outcome: 'incorrect' },
      { pattern: 'PTN-B', at: '2026-02-01T10:00:00Z', outcome: 'incorrect' },
    ])
    expect(await refreshLearning(context)).toBe(3)
    expect(await learned(context)).toEqual({ 'PTN-A': [3, 2, 21], 'PTN-B': [21, 0, 76], 'PTN-C': [0, 0, 0] })
    await insertEvents(context, [{ pattern: 'PTN-B', at: '2026-03-21T10:00:00Z', outcome: 'correct' }])
    await refreshLearning(context)
    expect(await learned(context)).toMatchObject({ 'PTN-B': [22, 0, 84] })
  })

  it('takes answers of one moment by their id, whichever came first', async () => {
    // The oldest of 21, by id, is wrong, and is not among the latest twenty.
    const answers = Array.from({ length: 21 }, (_, at) => ({
      id: `E${String(at).padStart(2, '0')}`,
      pattern: 'PTN-A',
      at: '2026-03-01T10:00:00Z',
      outcome: at === 0 ? ('incorrect' as const) : ('correct' as const),
    }))
    for (const order of [answers, answers.toReversed()]) {
      const context = await newContext(use.database)
      await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
      await insertEvents(context, order)
      await refreshLearning(context)
      expect(await learned(context)).toEqual({ 'PTN-A': [21, 0, 84] })
    }
  })

  it('leaves the patterns of other organizations alone', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    for (const each of [context, other]) {
      await insertPattern(each, { id: 'PTN-A', reason: 'Authorization absent' })
      await insertEvents(each, [{ pattern: 'PTN-A', at: '2026-03-01T10:00:00Z', outcome: 'correct' }])
    }
    await refreshLearning(context)
    expect([await learned(context), await learned(other)]).toEqual([{ 'PTN-A': [1, 0, 21] }, { 'PTN-A': [0, 0, 0] }])
  })

  it('is the same as counted one by one, whatever the events and their order', async () => {
    const event = fc.record({
      at: fc.integer({ min: 22, max: 32 }).map((day) => new Date(Date.UTC(2026, 2, 1 + day, 10)).toISOString()),
      type: fc.constantFrom('practice-completed', 'practice-completed', 'Practice_Completed', 'practice-started', 'correction-applied', 'claim-reviewed'),
      pattern: fc.constantFrom('PTN-A', 'PTN-A', 'PTN-B'),
      outcome: fc.constantFrom('correct' as const, 'correct' as const, 'incorrect' as const, 'skipped' as const, 'incomplete' as const),
      corrected: fc.boolean(),
    })
    // More answers than count, many of one moment, some that are yet to come.
    const events = fc.array(event, { minLength: 60, maxLength: 120 }).map((all) => all.map((one, at) => ({ ...one, id: `E${String(at).padStart(3, '0')}` })))
    await fc.assert(
      fc.asyncProperty(events, fc.nat(), async (all, cut) => {
        const results = []
        for (const order of [all, all.toReversed()]) {
          const context = await newContext(use.database)
          await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
          await insertPattern(context, { id: 'PTN-B', reason: 'Not medically necessary' })
          const half = cut % all.length
          for (const some of [order.slice(0, half), order.slice(half)]) {
            await insertEvents(context, some)
            await refreshLearning(context)
          }
          results.push(await learned(context))
        }
        const now = '2026-03-31T12:00:00.000Z'
        expect(results[0]).toEqual({ 'PTN-A': recount(all, 'PTN-A', now), 'PTN-B': recount(all, 'PTN-B', now) })
        expect(results[1]).toEqual(results[0])
      }),
      { numRuns: 12 },
    )
  })
})
