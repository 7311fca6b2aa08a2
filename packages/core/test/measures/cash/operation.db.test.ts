import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { addDays } from '../../../src/dates.ts'
import { cashRecovered } from '../../../src/measures/cash/operation.ts'
import type { Cash } from '../../../src/measures/cash/schemas.ts'
import { dashboardMetrics } from '../../../src/measures/dashboard/operation.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import { perform } from '../../../src/operation.ts'
import { arbitraryClaims } from '../../factories/arbitrary-claims.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const everyDay = Array.from({ length: 90 }, (_, day) => addDays('2026-01-01', day))

async function withClaims(context: Context, specs: readonly ClaimSpec[]): Promise<Context> {
  await insertClaims(context, specs)
  await refreshOrganizationDays(context.db, context.organization.id, 'payment', everyDay, 'test')
  return context
}

const rowsOf = ({ payments }: Cash) => payments.map(({ paidOn, claimId, kind, amount, cumulative }) => [paidOn, claimId, kind, amount, cumulative])
const cents = (amount: number) => Math.round(amount * 100)

describe('cash recovered, payment by payment', () => {
  const use = useDatabase()

  it('names each payment that came after a denial, reversals below zero', async () => {
    const context = await withClaims(await newContext(use.database), [
      { id: 'paid', decided: '2026-01-20', billed: 100, paid: 80 },
      { id: 'won', decided: '2026-01-20', billed: 300, carc: '197', overturnedOn: '2026-02-20', recovered: 250 },
      // The reversal takes 60 back of a line that was paid, the correction pays 60 and 35: only the 35 was denied before.
      { id: 'half', decided: '2026-01-20', lines: [{ billed: 60 }, { billed: 40, carc: '11' }], overturnedOn: '2026-02-20', recovered: 35 },
      {
        id: 'lost-again',
        decided: '2026-01-20',
        billed: 50,
        carc: '50',
        payer: 'P2',
        later: [
          { on: '2026-02-20', paid: 50 },
          { on: '2026-03-21', paid: -50, kind: 'reversal' },
        ],
      },
      { id: 'same-day', decided: '2026-01-20', billed: 20, carc: '50', later: [{ on: '2026-01-20', paid: 20 }] },
      { id: 'duplicate', decided: '2026-01-20', billed: 70, duplicate: true, later: [{ on: '2026-02-20', paid: 70 }] },
      { id: 'before', decided: '2025-12-01', billed: 10, carc: '50', overturnedOn: '2025-12-31' },
    ])
    const cash = await perform(cashRecovered, context, { days: 90 })
    expect(cash).toMatchObject({ window: { start: '2026-01-01', end: '2026-04-01' }, total: 305, paymentsTotal: 305, recomputing: false })
    expect(rowsOf(cash)).toEqual([
      ['2026-03-21', 'lost-again', 'reversal', -50, 305],
      ['2026-02-20', 'lost-again', 'original', 50, 355],
      ['2026-02-20', 'half', 'original', 35, 305],
      ['2026-02-20', 'won', 'original', 250, 270],
      ['2026-01-20', 'same-day', 'original', 20, 20],
    ])
    expect(cash.payments[3]).toMatchObject({
      payerId: 'P1',
      payerName: 'Payer P1',
      traceNumber: null,
      firstDeniedOn: '2026-01-20',
      denialReason: 'Authorization absent',
      denialCarc: '197',
    })
    expect(rowsOf(await perform(cashRecovered, context, { days: 90, page: 2, limit: 2 }))).toEqual(rowsOf(cash).slice(2, 4))
    expect(await perform(cashRecovered, context, { payer: 'P2', start: '2026-02-01', end: '2026-03-01' })).toMatchObject({
      total: 50,
      pagination: { total: 1 },
    })
  })

  it('names the remittance, and says when days wait to be computed again', async () => {
    const context = await withClaims(await newContext(use.database), [
      { id: 'won', decided: '2026-01-20', billed: 300, carc: '197', overturnedOn: '2026-02-20', recovered: 250 },
    ])
    const { id } = context.organization
    await context.db.run(sql`
      insert into remittances (organization_id, id, import_id, payer_id, trace_number, payment_amount)
      select ${id}, 7, min(id), 'P1', 'TRACE-9', 250 from imports where organization_id = ${id}`)
    await context.db.run(sql`update adjudications set remittance_id = 7 where organization_id = ${id} and decided_on = '2026-02-20'`)
    await context.db.run(sql`insert into service_days_to_recompute (organization_id, date_basis, day, cause) values (${id}, 'payment', '2026-02-20', 'test')`)
    const cash = await perform(cashRecovered, context, { days: 60 })
    expect(cash.payments.map(({ traceNumber }) => traceNumber)).toEqual(['TRACE-9'])
    expect(cash.recomputing).toBe(true)
  })

  it('refuses a period that is none', async () => {
    const context = await newContext(use.database)
    await expect(perform(cashRecovered, context, { end: '2026-01-01' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(perform(cashRecovered, context, { days: 367 })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('adds up to the days and to the dashboard, whatever the claims', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryClaims,
        fc.constantFrom(10, 30, 90),
        fc.constantFrom(undefined, 'P1'),
        fc.integer({ min: 1, max: 5 }),
        async (specs, days, payer, limit) => {
          const appealed = specs.map((spec): ClaimSpec => ({ ...spec, appeals: [{ filed: '2026-01-25' }] }))
          const context = await withClaims({ ...(await newContext(use.database)), now: new Date('2026-02-20T12:00:00Z') }, appealed)
          const input = { days, ...(payer && { payer }) }
          const cash = await perform(cashRecovered, context, { ...input, limit: 200 })
          const dashboard = await perform(dashboardMetrics, context, input)
          expect([cash.window, cash.total, cash.paymentsTotal]).toEqual([dashboard.window, dashboard.cashRecovered, dashboard.cashRecovered])
          const ofDays = await context.db.rows<{ day: string; cents: number }>(sql`
          select metric_date as day, (sum(recovered_amount) * 100)::int as cents from organization_daily_metrics
          where organization_id = ${context.organization.id} and date_basis = 'payment' and metric_date >= ${cash.window.start} and metric_date < ${cash.window.end}
            ${payer ? sql`and payer_id = ${payer}` : sql``}
          group by 1`)
          const byDay = Map.groupBy(cash.payments, ({ paidOn }) => paidOn)
          const sumOf = (payments: Cash['payments']) => payments.reduce((sum, { amount }) => sum + cents(amount), 0)
          for (const { day, cents: expected } of ofDays) expect([day, sumOf(byDay.get(day) ?? [])]).toEqual([day, expected])
          // Running sums fit, and pages are cut from one list.
          cash.payments.forEach(({ cumulative }, at) => expect(cents(cumulative)).toBe(sumOf(cash.payments.slice(at))))
          const page = await perform(cashRecovered, context, { ...input, page: 2, limit })
          expect(page.payments).toEqual(cash.payments.slice(limit, 2 * limit))
        },
      ),
      { numRuns: 15 },
    )
  })
})
