import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { detectPatterns } from '../../src/patterns/detect.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Denied claims submitted on those days, served a week before, decided a week after. */
const denied = (prefix: string, days: readonly string[], more: Partial<ClaimSpec> = {}): ClaimSpec[] =>
  days.map((day, index) => ({ id: `${prefix}${index}`, submitted: day, served: addDays(day, -7), decided: addDays(day, 7), carc: '197', ...more }))
const every = (start: string, step: number, count: number) => Array.from({ length: count }, (_, index) => addDays(start, index * step))

const patterns = ({ db }: Context) =>
  db.rows(
    sql`select id, title, category, action_category as action, origin, scope_key as scope, status, computation_status as computation, detected_at as at from patterns order by id`,
  )

describe('detection', () => {
  const use = useDatabase()

  it('finds a reason that five claims share within thirty days, and words it', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [...denied('A', every('2025-01-01', 7, 5)), ...denied('B', every('2025-01-01', 7, 4), { carc: '50' })])
    const { created, adopted } = await detectPatterns(context)
    expect(adopted).toEqual([])
    expect(created).toEqual([expect.stringMatching(/^PTN-[0-9A-F]{8}$/)])
    expect(await patterns(context)).toEqual([
      {
        id: created[0],
        title: 'Authorization absent',
        category: 'authorization',
        action: 'operational_system',
        origin: 'detected',
        scope: 'reason:Authorization absent',
        status: 'active',
        computation: 'pending',
        at: context.now,
      },
    ])
  })

  it.each([
    ['five in thirty days', every('2025-01-01', 7, 5), true],
    ['the fifth on the thirtieth day', ['2025-01-01', '2025-01-01', '2025-01-01', '2025-01-01', '2025-01-30'], true],
    ['the fifth a day later', ['2025-01-01', '2025-01-01', '2025-01-01', '2025-01-01', '2025-01-31'], false],
    ['many, but never five at once', every('2024-01-01', 8, 40), false],
    ['five that are still to be submitted', every('2026-04-01', 1, 5), false],
  ])('%s: %s', async (_, days, found) => {
    const context = await newContext(use.database)
    await insertClaims(context, denied('A', days))
    expect((await detectPatterns(context)).created).toHaveLength(found ? 1 : 0)
  })

  it('counts claims, not lines, and neither duplicates, prior authorizations, nor denials without a reason', async () => {
    const context = await newContext(use.database)
    const days = every('2025-01-01', 1, 4)
    await insertClaims(context, [
      ...denied('L', days, {
        lines: [
          { billed: 10, carc: '197' },
          { billed: 20, carc: '197' },
        ],
      }),
      ...denied('D', every('2025-01-01', 1, 9), { carc: undefined, duplicate: true }),
      ...denied('U', every('2025-01-01', 1, 9), { carc: '50', use: 'preauthorization' }),
      ...denied('N', every('2025-01-01', 1, 9), { carc: undefined, reason: 'Reason not stated' }),
    ])
    expect((await detectPatterns(context)).created).toEqual([])
  })

  it('counts a claim denied as a whole, a part of one, and one without a day of submission', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      ...denied('W', every('2025-01-01', 1, 2), { lines: [] }),
      ...denied('P', every('2025-01-03', 1, 2), { lines: [], outcome: 'partially_denied' }),
      ...denied('S', ['2025-01-05'], { submitted: null, served: '2025-01-05' }),
    ])
    expect((await detectPatterns(context)).created).toHaveLength(1)
  })

  it('gives the same patterns however often, whenever and in whatever order', async () => {
    const claims = [
      ...denied('A', every('2025-01-01', 3, 5)),
      ...denied('B', every('2025-06-01', 3, 6), { carc: '50' }),
      ...denied('C', every('2024-01-01', 30, 9), { carc: '29' }),
    ]
    const ids: unknown[] = []
    for (const order of [claims, claims.toReversed()]) {
      const context = await newContext(use.database)
      for (const claim of order) {
        await insertClaims(context, [claim])
        if (claim.id.endsWith('4')) await detectPatterns(context)
      }
      await detectPatterns(context)
      expect(await detectPatterns({ ...context, now: new Date('2029-01-01') })).toEqual({ created: [], adopted: [] })
      ids.push((await patterns(context)).map(({ id }: { id?: string }) => id))
    }
    expect(ids[0]).toHaveLength(2)
    expect(ids[1]).toEqual(ids[0])
  })

  it('makes one pattern when two run at once', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, denied('A', every('2025-01-01', 7, 5)))
    const runs = await Promise.all([1, 2, 3].map(() => detectPatterns(context)))
    expect(runs.flatMap(({ created }) => created)).toHaveLength(1)
    expect(await patterns(context)).toHaveLength(1)
  })

  it('adopts the imported pattern of the reason: its id and words stay', async () => {
    const context = await newContext(use.database)
    const { id } = context.organization
    await context.db.run(sql`
      insert into patterns (organization_id, id, title, category, origin, denial_reason, status) values
        (${id}, 'PTN-001', 'No prior auth', 'documentation', 'imported', 'Authorization absent', 'improving'),
        (${id}, 'PTN-002', 'The same again', 'documentation', 'imported', 'Authorization absent', 'active'),
        (${id}, 'PTN-003', 'Something else', 'timing', 'imported', null, 'active')`)
    await insertClaims(context, denied('A', every('2025-01-01', 7, 5)))
    expect(await detectPatterns(context)).toEqual({ created: [], adopted: ['PTN-001'] })
    expect(await detectPatterns(context)).toEqual({ created: [], adopted: [] })
    expect(await patterns(context)).toMatchObject([
      { id: 'PTN-001', title: 'No prior auth', category: 'documentation', origin: 'imported', scope: 'reason:Authorization absent', at: context.now },
      { id: 'PTN-002', scope: null },
      { id: 'PTN-003', scope: null },
    ])
  })

  it('takes other numbers from the caller and from the organization’s settings', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, denied('A', every('2025-01-01', 40, 3)))
    expect((await detectPatterns(context, { daysBack: 80 })).created).toEqual([])
    expect((await detectPatterns(context, { daysBack: 80, minimumDenials: 3 })).created).toEqual([])
    await context.db.run(sql`update organizations set settings = '{"detection": {"minimumDenials": 1}}' where id = ${context.organization.id}`)
    expect((await detectPatterns(context)).created).toHaveLength(1)
  })
})
