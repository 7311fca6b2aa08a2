import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { dashboardMetrics } from '../../src/measures/dashboard/operation.ts'
import { perform } from '../../src/operation.ts'
import { getPayer } from '../../src/payers/get.ts'
import { listPayers } from '../../src/payers/list.ts'
import { setPayerWindows } from '../../src/payers/set-windows.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Submitted in February, decided within 10 to 29 days; the first of January is old enough that the payer's pace is known of it. */
const twenty = (payer: string): ClaimSpec[] =>
  Array.from({ length: 20 }, (_, at) => ({
    id: `${payer}-${at}`,
    payer,
    served: '2026-01-31',
    submitted: '2026-02-01',
    decided: addDays('2026-02-11', at),
    billed: 100,
  }))

describe('payers', () => {
  const use = useDatabase()
  const withClaims = async (specs: ClaimSpec[]): Promise<Context> => {
    const context = await newContext(use.database)
    await insertClaims(context, specs)
    await recomputeAll(context)
    return context
  }

  it('are listed with their days, by claims, denied charges or name', async () => {
    const denied = { served: '2026-03-01', submitted: '2026-03-02', decided: '2026-03-20', carc: '197' }
    const context = await withClaims([
      { id: 'A1', payer: 'P1', ...denied, billed: 10 },
      { id: 'A2', payer: 'P1', served: '2026-03-01', submitted: '2026-03-02', decided: '2026-03-20', billed: 30 },
      { id: 'A3', payer: 'P1', served: '2026-03-01', submitted: '2026-03-02', billed: 7 },
      { id: 'B1', payer: 'P2', ...denied, billed: 500 },
      { id: 'C1', payer: 'P3', ...denied, submitted: '2025-12-31', billed: 900 },
    ])
    await context.db.run(sql`update payers set name = 'Alder Health' where id = 'P3'`)
    const ids = async (input: object) => (await perform(listPayers, context, input)).payers.map(({ id }) => id)
    const { payers, window, pagination } = await perform(listPayers, context, {})
    expect(window).toEqual({ start: '2026-01-01', end: '2026-04-01' })
    expect(pagination.total).toBe(3)
    expect(payers[0]).toEqual({
      id: 'P1',
      name: 'Payer P1',
      windows: { appealWindowDays: 180, timelyFilingDays: 365, setBy: null, setAt: null },
      claims: 3,
      pending: 1,
      adjudicated: 2,
      denied: 1,
      denialRate: 50,
      denialRateInterval: { low: 9.45, high: 90.55 },
      billedAmount: 47,
      deniedAmount: 10,
      paidAmount: 30,
      trend: 'stable',
      appeals: { decided: 0, won: 0, rate: null, interval: null },
      recoverable: { claims: 1, openAmount: 10 },
      decisionDays: { decisions: 2, median: null, p90: null },
    })
    expect(payers[2]).toMatchObject({ id: 'P3', claims: 0, denialRate: null })
    expect(await ids({ sort: 'denied' })).toEqual(['P2', 'P1', 'P3'])
    expect(await ids({ sort: 'denied', days: 91 })).toEqual(['P3', 'P2', 'P1'])
    expect(await ids({ sort: 'name' })).toEqual(['P3', 'P1', 'P2'])
    expect(await ids({ search: 'ALDER' })).toEqual(['P3'])
    expect(await ids({ search: '%' })).toEqual([])
    expect(await ids({ page: 2, limit: 2 })).toEqual(['P3'])
  })

  it('have a scorecard that can be counted by hand', async () => {
    const denied = { payer: 'P1', served: '2026-02-20', submitted: '2026-02-21', decided: '2026-03-01', billed: 100 }
    const context = await withClaims([
      ...twenty('P1'),
      { id: 'X1', ...denied, carc: '197', appeals: [{ filed: '2026-03-02', outcome: 'upheld', decided: '2026-03-20' }] },
      { id: 'X2', ...denied, carc: '197', overturnedOn: '2026-03-25', appeals: [{ filed: '2026-03-02' }] },
      { id: 'X3', ...denied, carc: '197' },
      { id: 'X4', ...denied, carc: '50', billed: 40 },
      { id: 'X5', ...denied, decided: undefined as never },
      { id: 'Y1', ...denied, payer: 'P2', carc: '197', appeals: [{ filed: '2026-03-02', outcome: 'upheld', decided: '2026-03-20' }] },
    ])
    const { payer, weekly, recomputing } = await perform(getPayer, context, { id: 'P1' })
    expect(recomputing).toBe(false)
    expect(payer).toMatchObject({
      claims: 25,
      pending: 1,
      adjudicated: 24,
      denied: 4,
      denialRate: 16.67,
      billedAmount: 2_440,
      deniedAmount: 340,
      paidAmount: 2_100,
    })
    // 4 decisions after 8 days, then one a day from the 10th to the 29th: the 12th of 24 on the 17th, the 22nd on the 27th.
    expect(payer.decisionDays).toMatchObject({ decisions: 24, median: 17, p90: 27 })
    expect(payer.decisionDays.curve).toHaveLength(21)
    expect(payer.decisionDays.curve.slice(0, 2)).toEqual([
      { days: 8, share: 16.67 },
      { days: 10, share: 20.83 },
    ])
    expect(payer.decisionDays.curve.at(-1)).toEqual({ days: 29, share: 100 })
    // 27 days before 31 March, that day included: 4 March is not mature, 3 March would be.
    expect(payer.mature).toEqual({ before: '2026-03-05', adjudicated: 24, denied: 4, rate: 16.67, interval: { low: 6.68, high: 35.85 } })
    expect(payer.reasons).toEqual([
      { reason: 'Authorization absent', claims: 3, deniedAmount: 300 },
      { reason: 'Not medically necessary', claims: 1, deniedAmount: 40 },
    ])
    // Filed on 2 March, decided on the 20th and by the payment of the 25th.
    expect(payer.appeals).toMatchObject({ decided: 2, won: 1, rate: 50, recoveredAmount: 100, medianDays: 20.5 })
    // 21 February is a Saturday, 1 February the Sunday of the week before two others.
    expect(weekly).toHaveLength(53)
    expect(weekly.filter(({ adjudicated }) => adjudicated > 0)).toEqual([
      { week: '2026-01-26', adjudicated: 20, denied: 0, denialRate: 0, deniedAmount: 0, mature: true },
      { week: '2026-02-16', adjudicated: 4, denied: 4, denialRate: 100, deniedAmount: 340, mature: true },
    ])
    expect(payer.cashRecovered).toBe(100)
    // X1 lost its appeal, X2 was paid.
    expect(payer.recoverable).toEqual({ claims: 2, openAmount: 140 })
    // The list says the same of it.
    const { curve: _curve, ...decisionDays } = payer.decisionDays
    const listed = (await perform(listPayers, context, {})).payers
    expect(listed[0]).toMatchObject({ id: 'P1', recoverable: payer.recoverable, decisionDays, denialRate: 16.67 })
    expect(listed[0]!.appeals).toEqual({ decided: 2, won: 1, rate: 50, interval: payer.appeals.interval })
    const dashboard = await perform(dashboardMetrics, context, { days: 90, payer: 'P1' })
    expect(payer).toMatchObject({
      denialRate: dashboard.denialRate,
      claims: dashboard.totalClaims,
      deniedAmount: dashboard.deniedAmount,
      cashRecovered: dashboard.cashRecovered,
    })
  })

  it('say nothing of what is not known', async () => {
    const context = await withClaims([{ id: 'A', payer: 'P1', submitted: '2026-03-02', served: '2026-03-01' }])
    const { payer } = await perform(getPayer, context, { id: 'P1' })
    expect(payer).toMatchObject({
      claims: 1,
      denialRate: null,
      mature: { before: null, adjudicated: 0, rate: null, interval: null },
      decisionDays: { decisions: 0, median: null, p90: null },
      reasons: [],
      appeals: { decided: 0, rate: null },
      recoverable: { claims: 0, openAmount: 0 },
    })
    await expect(perform(getPayer, context, { id: 'P9' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('get their windows from people, and the open denials of the payer alone are computed again', async () => {
    const denied = { served: '2026-03-01', submitted: '2026-03-02', decided: '2026-03-20', carc: '197', billed: 10 }
    const context = await withClaims([
      ...Array.from({ length: 6 }, (_, at) => ({ id: `A${at}`, payer: 'P1', ...denied })),
      { id: 'paid', payer: 'P1', served: '2026-03-02', submitted: '2026-03-02', decided: '2026-03-20', billed: 10 },
      { id: 'B', payer: 'P2', ...denied },
    ])
    const lastDays = () => context.db.rows(sql`select distinct claim_id like 'A%' as a, recoverable_until as day from pattern_claims order by 1`)
    expect(await perform(setPayerWindows, context, { id: 'P1', appealWindowDays: 30 })).toEqual({
      id: 'P1',
      windows: { appealWindowDays: 30, timelyFilingDays: 365, setBy: 'test', setAt: '2026-03-31T12:00:00.000Z' },
      appealsAddress: null,
      claims: 6,
    })
    expect(await context.db.rows(sql`select date_basis, day, cardinality(claims) as claims, payers, cause from service_days_to_recompute`)).toEqual([
      { date_basis: 'service', day: '2026-03-01', claims: 6, payers: [], cause: 'payer:P1' },
    ])
    await recomputeMarked(context)
    const after = [
      { a: false, day: '2026-09-16' },
      { a: true, day: '2026-04-19' },
    ]
    expect(await lastDays()).toEqual(after)
    await recomputeAll(context)
    expect(await lastDays()).toEqual(after)
    await expect(perform(setPayerWindows, context, { id: 'P1' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(perform(setPayerWindows, context, { id: 'P9', timelyFilingDays: 90 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(setPayerWindows, context, { id: 'P1', timelyFilingDays: 0 })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('get an address for appeals, which sets no window and can be taken back', async () => {
    const context = await withClaims([{ id: 'A', payer: 'P1', served: '2026-03-01', submitted: '2026-03-02', decided: '2026-03-20', carc: '197', billed: 10 }])
    const appealsAddress = 'Appeals\n1 Invented Street\nSpringfield, IL 62701'
    expect(await perform(setPayerWindows, context, { id: 'P1', appealsAddress })).toMatchObject({ appealsAddress, windows: { setBy: null }, claims: 0 })
    expect(await context.db.rows(sql`select day from service_days_to_recompute`)).toEqual([])
    expect((await perform(getPayer, context, { id: 'P1' })).payer.appealsAddress).toBe(appealsAddress)
    await perform(setPayerWindows, context, { id: 'P1', timelyFilingDays: 90 })
    expect((await perform(getPayer, context, { id: 'P1' })).payer).toMatchObject({ appealsAddress, windows: { timelyFilingDays: 90, setBy: 'test' } })
    expect(await perform(setPayerWindows, context, { id: 'P1', appealsAddress: null })).toMatchObject({ appealsAddress: null })
  })

  it('have a trend only where the last 30 mature days differ from the 30 before', async () => {
    const month = (payer: string, first: string, denied: number): ClaimSpec[] =>
      Array.from({ length: 30 }, (_, at) => {
        const submitted = addDays(first, at)
        return {
          id: `${payer}-${submitted}`,
          payer,
          served: submitted,
          submitted,
          decided: addDays(submitted, 5),
          billed: 10,
          ...(at < denied && { carc: '197' }),
        }
      })
    // Decided after five days: 26 March is the last mature day.
    const context = await withClaims([
      ...month('UP', '2026-01-26', 2),
      ...month('UP', '2026-02-25', 20),
      ...month('DOWN', '2026-01-26', 20),
      ...month('DOWN', '2026-02-25', 2),
      ...month('SAME', '2026-01-26', 5),
      ...month('SAME', '2026-02-25', 6),
    ])
    const { payers } = await perform(listPayers, context, { sort: 'name' })
    expect(payers.map(({ id, trend }) => [id, trend])).toEqual([
      ['DOWN', 'down'],
      ['SAME', 'stable'],
      ['UP', 'up'],
    ])
    expect((await perform(getPayer, context, { id: 'UP' })).payer.trend).toBe('up')
  })
})
