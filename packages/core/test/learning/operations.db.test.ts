import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { listLearningEvents } from '../../src/learning/events.ts'
import { learningProgress } from '../../src/learning/progress.ts'
import { recordLearningEvent } from '../../src/learning/record.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertEvents } from './events.ts'

const as = (context: Context, id: string): Context => ({ ...context, actor: { id, role: 'viewer' } })

describe('learning', () => {
  const use = useDatabase()

  const prepared = async (options: { timeZone?: string; now?: Date } = {}) => {
    const context = await newContext(use.database, options)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    return context
  }

  it('records what a viewer did under his own name, and counts it at once', async () => {
    const context = as(await prepared(), 'ben')
    await insertClaims(context, [{ id: 'C1', served: '2026-03-01' }])
    const practice = { type: 'practice-completed', patternId: 'PTN-A', outcomeType: 'correct' }
    const first = await perform(recordLearningEvent, context, {
      ...practice,
      durationMs: 90_000,
      sessionId: 'S1',
      context: 'practice',
      deviceType: 'desktop',
      correctionApplied: true,
      metadata: { practiceType: 'guided' },
    })
    expect(first).toEqual({
      event: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        timestamp: '2026-03-31T12:00:00.000Z',
        type: 'practice-completed',
        context: 'practice',
        userId: 'ben',
        sessionId: 'S1',
        deviceType: 'desktop',
        durationMs: 90_000,
        outcomeType: 'correct',
        correctionApplied: true,
        patternId: 'PTN-A',
        claimId: null,
        policyId: null,
        procedureCode: null,
      },
      pattern: { practiceSessionsCompleted: 1, correctionsApplied: 1, learningProgress: 21 },
    })
    const second = await perform(recordLearningEvent, context, { type: 'correction-applied', claimId: 'C1', timestamp: '2026-03-30T20:00:00-05:00' })
    expect(second).toMatchObject({ event: { timestamp: '2026-03-31T01:00:00.000Z', correctionApplied: true, claimId: 'C1' }, pattern: null })
    expect(await context.db.row(sql`select practice_sessions_completed as n, learning_progress as progress from patterns`)).toEqual({ n: 1, progress: 21 })
    expect(await context.db.row(sql`select metadata from learning_events where id = ${first.event.id}`)).toEqual({ metadata: { practiceType: 'guided' } })
  })

  it('counts every event of many that come at once', async () => {
    const context = await prepared()
    const practice = { type: 'practice-completed', patternId: 'PTN-A', outcomeType: 'correct' }
    await Promise.all(Array.from({ length: 12 }, (_, user) => perform(recordLearningEvent, as(context, `user ${user}`), practice)))
    expect(await context.db.row(sql`select practice_sessions_completed as n from patterns`)).toEqual({ n: 12 })
  })

  it.each([
    [{ type: 'insight-viewed', patternId: 'PTN-X' }, 'not_found', /^There is no pattern "PTN-X" in Test Practice/],
    [{ type: 'claim-reviewed', claimId: 'C-X' }, 'not_found', /^There is no claim "C-X" in Test Practice/],
    [{ type: 'dashboard-viewed', timestamp: '2026-03-31T12:06:00Z' }, 'invalid_input', /timestamp: is in the future/],
    [{ type: 'dashboard-viewed', timestamp: '0001-01-01T00:00:00Z' }, 'invalid_input', /timestamp: is before the year 2000/],
    [{ type: 'code-lookup' }, 'invalid_input', /metadata.procedureCode: is needed with code-lookup/],
  ])('refuses %j and writes nothing', async (input, code, message) => {
    const context = await prepared()
    await expect(perform(recordLearningEvent, context, input)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
    expect(await context.db.rows(sql`select id from learning_events`)).toEqual([])
  })

  it('takes what a fast clock sends as of now', async () => {
    const { event } = await perform(recordLearningEvent, await prepared(), { type: 'dashboard-viewed', timestamp: '2026-03-31T12:04:00Z' })
    expect(event.timestamp).toBe('2026-03-31T12:00:00.000Z')
  })

  it('shows who practiced how much and how well', async () => {
    const context = await prepared()
    await insertPattern(context, { id: 'PTN-B', reason: 'Not medically necessary' })
    await insertEvents(context, [
      { user: 'ana', at: '2026-03-30T10:00:00Z', session: 'S1', pattern: 'PTN-A', outcome: 'correct', corrected: true, duration: 60_000 },
      { user: 'ana', at: '2026-03-31T10:00:00Z', session: 'S2', pattern: 'PTN-A', outcome: 'incorrect' },
      { user: 'ana', at: '2026-03-31T10:05:00Z', session: 'S1', type: 'dashboard-viewed', duration: 30_000 },
      { user: 'ana', at: '2026-03-31T10:06:00Z', session: 'S2', pattern: 'PTN-B', outcome: 'skipped' },
      // Before the window: in the streaks and in the answers of the pattern, in no other count.
      { user: 'ana', at: '2026-01-05T10:00:00Z', session: 'S0', pattern: 'PTN-A', outcome: 'correct', duration: 5 },
      { user: 'ana', at: '2026-01-06T10:00:00Z', pattern: 'PTN-A', outcome: 'correct', duration: 5 },
      { user: 'ana', at: '2026-01-07T10:00:00Z', pattern: 'PTN-A', outcome: 'correct', duration: 5 },
      { user: 'ben', at: '2026-03-20T10:00:00Z', type: 'correction-applied', corrected: true, pattern: 'PTN-B' },
      { user: null, at: '2026-03-20T10:00:00Z', type: 'code-lookup', session: 'S9' },
      { user: 'ana', at: '2026-04-01T10:00:00Z', pattern: 'PTN-A', outcome: 'correct' },
    ])
    const nobody = { events: 1, sessions: 0, practiceSessionsCompleted: 0, correctionsApplied: 0, timeInvestedMs: null, sessionsWithoutDuration: 0 }
    const unanswered = { correct: 0, incorrect: 0, skipped: 0, incomplete: 0, rate: null, interval: null }
    const idle = { outcomes: unanswered, currentStreak: 0, longestStreak: 0, lastPracticedOn: null }
    const found = await perform(learningProgress, context, {})
    expect(found).toEqual({
      who: 'all',
      window: { start: '2026-03-02', end: '2026-04-01' },
      people: [
        {
          userId: 'ana',
          events: 4,
          sessions: 2,
          practiceSessionsCompleted: 3,
          correctionsApplied: 1,
          timeInvestedMs: 90_000,
          sessionsWithoutDuration: 1,
          // Wilson's interval of 1 in 2.
          outcomes: { correct: 1, incorrect: 1, skipped: 1, incomplete: 0, rate: 50, interval: { low: 9.45, high: 90.55 } },
          currentStreak: 2,
          longestStreak: 3,
          lastPracticedOn: '2026-03-31',
        },
        { ...nobody, ...idle, userId: 'ben', correctionsApplied: 1 },
        { ...nobody, ...idle, userId: null, sessions: 1, sessionsWithoutDuration: 1 },
      ],
      pagination: { total: 3, page: 1, limit: 20, pages: 1 },
      patterns: [
        // 4 of 5 are right: 0.3755.
        {
          patternId: 'PTN-A',
          title: 'Authorization absent',
          practiceSessionsCompleted: 2,
          correctionsApplied: 1,
          answered: 5,
          correct: 4,
          learningProgress: 38,
        },
        {
          patternId: 'PTN-B',
          title: 'Not medically necessary',
          practiceSessionsCompleted: 1,
          correctionsApplied: 1,
          answered: 0,
          correct: 0,
          learningProgress: 0,
        },
      ],
      asOf: '2026-03-31T12:00:00.000Z',
    })
    const mine = await perform(learningProgress, as(context, 'ben'), { who: 'me' })
    expect(mine.people.map(({ userId }) => userId)).toEqual(['ben'])
    expect(mine.patterns.map(({ patternId, correctionsApplied }) => [patternId, correctionsApplied])).toEqual([['PTN-B', 1]])
    const second = await perform(learningProgress, context, { limit: 2, page: 2 })
    expect([second.people.map(({ userId }) => userId), second.pagination.total]).toEqual([[null], 3])
  })

  it('knows the days of the organization, also where the clocks change', async () => {
    // In Chicago summer time began on 8 March 2026 at 2:00: these moments are late on the 6th, 7th and 8th, and early on the 9th.
    const context = await prepared({ timeZone: 'America/Chicago', now: new Date('2026-03-10T04:30:00Z') })
    const moments = ['2026-03-07T05:59:00Z', '2026-03-08T05:59:00Z', '2026-03-09T04:59:00Z', '2026-03-09T05:01:00Z']
    await insertEvents(
      context,
      moments.map((at) => ({ at, pattern: 'PTN-A', outcome: 'correct' as const })),
    )
    const { people } = await perform(learningProgress, context, { days: 2 })
    // Today is still the 9th; the window begins with the 8th, at 6:00 UTC.
    expect(people).toMatchObject([{ practiceSessionsCompleted: 2, currentStreak: 4, longestStreak: 4, lastPracticedOn: '2026-03-09' }])
    const inUtc = { ...context, organization: { ...context.organization, timeZone: 'UTC' } }
    expect((await perform(learningProgress, inUtc, { days: 4 })).people).toMatchObject([
      { practiceSessionsCompleted: 4, currentStreak: 3, longestStreak: 3, lastPracticedOn: '2026-03-09' },
    ])
  })

  it('lists events, newest first, by person, type and pattern', async () => {
    const context = await prepared()
    await insertEvents(context, [
      { id: 'E1', at: '2026-03-30T10:00:00Z', pattern: 'PTN-A', outcome: 'correct' },
      { id: 'E2', at: '2026-03-30T10:00:00Z', type: 'Practice Completed', user: 'ben' },
      { id: 'E3', at: '2026-03-31T10:00:00Z', type: 'code-lookup' },
      { id: 'E4', at: '2026-02-01T10:00:00Z' },
      { id: 'E5', at: '2026-04-01T10:00:00Z' },
    ])
    await context.db.run(sql`update learning_events set metadata = '{"procedureCode": "99213", "patientName": "Testcase"}' where id = 'E3'`)
    const ids = async (input: object, who = context) => (await perform(listLearningEvents, who, input)).events.map(({ id }) => id)
    expect(await ids({})).toEqual(['E3', 'E2', 'E1'])
    expect(await ids({ days: 90 })).toEqual(['E3', 'E2', 'E1', 'E4'])
    expect(await ids({ type: 'practice-completed' })).toEqual(['E2', 'E1'])
    expect(await ids({ pattern: 'PTN-A' })).toEqual(['E1'])
    expect(await ids({ who: 'me' }, as(context, 'ben'))).toEqual(['E2'])
    const page = await perform(listLearningEvents, context, { page: 2, limit: 2 })
    expect(page).toMatchObject({ events: [{ id: 'E1' }], pagination: { total: 3, pages: 2 }, window: { start: '2026-03-02' } })
    const { events } = await perform(listLearningEvents, context, { type: 'code-lookup' })
    expect(events).toMatchObject([{ procedureCode: '99213', policyId: null, type: 'code-lookup' }])
    expect(JSON.stringify(events)).not.toContain('Testcase')
  })
})
