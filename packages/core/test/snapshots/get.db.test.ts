import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/dates.ts'
import { dashboardMetrics } from '../../src/measures/dashboard/operation.ts'
import { perform } from '../../src/operation.ts'
import { getSnapshot } from '../../src/snapshots/get.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { bring, daysAgo, letPass, replace } from './clock.ts'

describe('a snapshot', () => {
  const use = useDatabase()

  /** Three days ago four claims; the day before yesterday a decision and a claim that is denied; yesterday one of the first is gone. */
  async function story() {
    const context = await newContext(use.database)
    const served = addDays(await daysAgo(context, 3), -10)
    const submitted = served
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    const first = { id: 'C1', served, submitted, billed: 100 }
    await bring(context, [
      first,
      { id: 'C2', served, submitted, decided: served, billed: 100 },
      { id: 'C3', served, submitted, decided: served, billed: 50, carc: '197' },
      { id: 'C4', served: addDays(served, 1), submitted: addDays(served, 1), decided: served, billed: 30 },
    ])
    await letPass(context, 1)
    await replace(context, ['C1'], [{ ...first, decided: served, carc: '197' }], 'appeal:1')
    await bring(context, [{ id: 'C5', served, submitted, decided: served, billed: 200 }])
    await letPass(context, 1)
    await replace(context, ['C4'], [], 'undo:1')
    await letPass(context, 1)
    return { context, served, window: { from: served, to: addDays(served, 1) } }
  }

  it('says what was known at the end of each day, and what is different now', async () => {
    const { context, window } = await story()
    const at = async (ago: number) => (await perform(getSnapshot, context, { asOf: await daysAgo(context, ago), ...window })).numbers
    const nothing = await at(4)
    expect(nothing.totalClaims).toEqual({ known: 0, today: 4, difference: 4 })
    expect(nothing.denialRate).toEqual({ known: null, today: 50, difference: null })
    const first = await at(3)
    expect(first).toMatchObject({
      totalClaims: { known: 4, today: 4, difference: 0 },
      pendingClaims: { known: 1, today: 0, difference: -1 },
      adjudicatedClaims: { known: 3, today: 4, difference: 1 },
      deniedClaims: { known: 1, today: 2, difference: 1 },
      denialRate: { known: 33.33, today: 50, difference: 16.67 },
      approvalRate: { known: 66.67, today: 50, difference: -16.67 },
      deniedAmount: { known: 50, today: 150, difference: 100 },
      billedAmount: { known: 280, today: 450, difference: 170 },
      paidAmount: { known: 130, today: 300, difference: 170 },
    })
    expect((await at(2)).denialRate).toEqual({ known: 40, today: 50, difference: 10 })
    expect((await at(2)).totalClaims).toEqual({ known: 5, today: 4, difference: -1 })
    for (const number of Object.values(await at(1))) expect(number.known).toEqual(number.today)
    expect(await at(0)).toEqual(await at(1))
  })

  it('counts the denials of a pattern out of the population known then; nothing of one that had no days', async () => {
    const { context } = await story()
    const at = async (ago: number) => (await perform(getSnapshot, context, { asOf: await daysAgo(context, ago) })).patterns
    expect(await at(4)).toMatchObject([{ id: 'PTN-A', known: null, today: { population: 4, denied: 2 } }])
    expect(await at(3)).toEqual([
      {
        id: 'PTN-A',
        title: 'Authorization absent',
        known: { population: 3, denied: 1, denialRate: 33.33, dollarsDenied: 50 },
        today: { population: 4, denied: 2, denialRate: 50, dollarsDenied: 150 },
      },
    ])
    expect((await at(2))[0]!.known).toEqual({ population: 5, denied: 2, denialRate: 40, dollarsDenied: 150 })
    const [now] = await at(0)
    expect(now!.known).toEqual(now!.today)
  })

  it('says when the window was first published, though that row is gone', async () => {
    const { context, served } = await story()
    const day = addDays(served, 1)
    const found = await perform(getSnapshot, context, { asOf: await daysAgo(context, 0), from: day, to: day })
    expect(found.firstPublished?.slice(0, 10)).toBe(await daysAgo(context, 3))
    expect(found).toMatchObject({ numbers: { totalClaims: { known: 0 } }, taken: null, recomputing: false, window: { start: day, end: addDays(day, 1) } })
    expect(found.knownBefore).toBe(`${await daysAgo(context, -1)}T00:00:00.000Z`)
    const other = await newContext(use.database)
    expect((await perform(getSnapshot, other, { asOf: day })).firstPublished).toBeNull()
  })

  it('has the numbers of the dashboard, also of one payer', async () => {
    const { context, served } = await story()
    await bring(context, [{ id: 'C6', served, submitted: served, decided: served, payer: 'P2', billed: 75, carc: '50', overturnedOn: addDays(served, 2) }])
    const to = await daysAgo(context, 0)
    for (const payer of [undefined, 'P2', 'nobody']) {
      const dashboard = await perform(dashboardMetrics, { ...context, now: new Date(`${to}T12:00:00Z`) }, { days: 60, payer })
      const { numbers } = await perform(getSnapshot, context, { asOf: to, days: 60, payer })
      const names = Object.keys(numbers).filter((name) => name in dashboard)
      expect(names).toHaveLength(16)
      for (const name of names as (keyof typeof numbers & keyof typeof dashboard)[])
        expect(numbers[name]).toMatchObject({ known: dashboard[name], today: dashboard[name] })
    }
  })

  it('ends a day where the organization is', async () => {
    const context = await newContext(use.database, { timeZone: 'Pacific/Honolulu' })
    await bring(context, [{ id: 'C1', submitted: '2026-01-05' }])
    const known = async () => (await perform(getSnapshot, context, { asOf: '2026-03-01', from: '2026-01-05', to: '2026-01-05' })).numbers.totalClaims.known
    for (const [at, count] of [
      ['2026-03-02T09:59:59Z', 1],
      ['2026-03-02T10:00:00Z', 0],
    ] as const) {
      await context.db.run(sql`update organization_daily_metrics set created_at = ${at}`)
      expect(await known()).toBe(count)
    }
  })

  it('refuses a window that ends before it begins', async () => {
    const context = await newContext(use.database)
    for (const window of [{ from: '2026-03-02' }, { from: '2026-02-02', to: '2026-02-01' }, { from: '2020-01-01' }]) {
      const refused = perform(getSnapshot, context, { asOf: '2026-03-01', ...window })
      await expect(refused).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'from' }] })
    }
    await expect(perform(getSnapshot, context, {})).rejects.toMatchObject({ fields: [{ field: 'asOf' }] })
  })

  it('leaves what is not known of a pattern that was removed and imported again out', async () => {
    const { context, window } = await story()
    await context.db.run(sql`delete from patterns`)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    const found = await perform(getSnapshot, context, { asOf: await daysAgo(context, 3), ...window })
    expect(found.patterns).toMatchObject([{ known: null, today: { population: 4, denied: 0 } }])
  })
})
