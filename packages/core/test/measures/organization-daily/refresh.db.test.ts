import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { addDays, type IsoDate } from '../../../src/dates.ts'
import { dateBases } from '../../../src/db/schema/metrics.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import type { DateBasis } from '../../../src/measures/organization-daily/sql.ts'
import { arbitraryClaims, firstDay, randomDays } from '../../factories/arbitrary-claims.ts'
import { insertClaims } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { recount, storedDays } from './recount.ts'

const refresh = ({ db, organization }: Context, basis: DateBasis, days: readonly IsoDate[], cause = 'test') =>
  refreshOrganizationDays(db, organization.id, basis, days, cause)
const restatements = ({ db }: Context) =>
  db.rows(sql`select metric, subject, metric_date as day, old_value as old, new_value as new, cause from metric_restatements order by metric`)
const decisionDays = Array.from({ length: 60 }, (_, day) => addDays(firstDay, day))

describe('the days of the organization', () => {
  const use = useDatabase()

  it('count each claim once, in its place', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'pending', submitted: '2026-01-05', billed: 10 },
      { id: 'paid', submitted: '2026-01-05', decided: '2026-01-20', billed: 100, paid: 80 },
      { id: 'denied', submitted: '2026-01-05', decided: '2026-01-20', billed: 200, carc: '50' },
      { id: 'won', submitted: '2026-01-05', decided: '2026-01-20', billed: 300, carc: '197', overturnedOn: '2026-02-20', recovered: 250 },
      { id: 'half', submitted: '2026-01-05', decided: '2026-01-20', lines: [{ billed: 60 }, { billed: 40, carc: '11' }] },
      { id: 'duplicate', submitted: '2026-01-05', decided: '2026-01-20', billed: 70, duplicate: true },
      { id: 'bare', submitted: '2026-01-05', decided: '2026-01-20', billed: 500, carc: '29', lines: [] },
      { id: 'asked', submitted: '2026-01-05', decided: '2026-01-20', billed: 900, use: 'preauthorization' },
      { id: 'other-payer', submitted: '2026-01-05', payer: null, billed: 1 },
      { id: 'next-day', submitted: '2026-01-06', billed: 2 },
      { id: 'no-day', billed: 3 },
    ])
    expect(await refresh(context, 'submission', ['2026-01-05'])).toBe(2)
    expect(await storedDays(context, 'submission')).toEqual([
      {
        date: '2026-01-05',
        payer: '',
        claim_count: 1,
        pending_count: 1,
        adjudicated_count: 0,
        denied_count: 0,
        partially_denied_count: 0,
        finally_denied_count: 0,
        duplicate_count: 0,
        line_count: 0,
        denied_line_count: 0,
        billed_amount: '1.00',
        adjudicated_amount: '0.00',
        denied_amount: '0.00',
        paid_amount: '0.00',
        recovered_amount: '0.00',
      },
      {
        date: '2026-01-05',
        payer: 'P1',
        claim_count: 7,
        pending_count: 1,
        adjudicated_count: 5,
        denied_count: 3,
        partially_denied_count: 1,
        finally_denied_count: 2,
        duplicate_count: 1,
        line_count: 6,
        denied_line_count: 4,
        billed_amount: '1280.00',
        adjudicated_amount: '1200.00',
        denied_amount: '1040.00',
        paid_amount: '390.00',
        recovered_amount: '250.00',
      },
    ])
  })

  it('count cash on the day of the decision, and what came after a denial', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'paid', decided: '2026-01-20', billed: 100, paid: 80 },
      { id: 'won', decided: '2026-01-20', billed: 300, carc: '197', overturnedOn: '2026-02-20', recovered: 250 },
      // Paid again with the line that was denied: the reversal takes 60 back, the correction pays 60 + 35; only the 35 is recovered.
      { id: 'half', decided: '2026-01-20', lines: [{ billed: 60 }, { billed: 40, carc: '11' }], overturnedOn: '2026-02-20', recovered: 35 },
      // Recovered, then taken back.
      {
        id: 'lost-again',
        decided: '2026-01-20',
        billed: 50,
        carc: '50',
        later: [
          { on: '2026-02-20', paid: 50 },
          { on: '2026-02-21', paid: -50, kind: 'reversal' },
        ],
      },
      { id: 'same-day', decided: '2026-01-20', billed: 20, carc: '50', later: [{ on: '2026-01-20', paid: 20 }] },
      { id: 'bare', decided: '2026-01-20', billed: 500, carc: '29', lines: [], later: [{ on: '2026-02-21', paid: 7, rank: 'secondary' }] },
      { id: 'never-denied', decided: '2026-01-20', billed: 10, paid: 8, later: [{ on: '2026-02-21', paid: 2, rank: 'secondary' }] },
    ])
    await refresh(context, 'payment', decisionDays)
    const cash = (await storedDays(context, 'payment')).map(({ date, paid_amount, recovered_amount }) => [date, paid_amount, recovered_amount])
    expect(cash).toEqual([
      ['2026-01-20', '168.00', '20.00'],
      ['2026-02-20', '335.00', '335.00'],
      ['2026-02-21', '-41.00', '-43.00'],
    ])
  })

  it('write down what changes of a published day, why, and nothing else', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'C1', submitted: '2026-01-05', decided: '2026-01-20', billed: 100 }])
    await refresh(context, 'submission', ['2026-01-05'], 'import:1')
    expect(await restatements(context)).toEqual([])
    await insertClaims(context, [
      { id: 'C2', submitted: '2026-01-05', billed: 50 },
      { id: 'C3', submitted: '2026-01-05', payer: 'P2' },
    ])
    expect(await refresh(context, 'submission', ['2026-01-05'], 'import:2')).toBe(2)
    const changed = { subject: 'P1', day: '2026-01-05', cause: 'import:2' }
    expect(await restatements(context)).toEqual([
      { ...changed, metric: 'organization.submission.billed_amount', old: '100.00', new: '150.00' },
      { ...changed, metric: 'organization.submission.claim_count', old: '1', new: '2' },
      { ...changed, metric: 'organization.submission.pending_count', old: '0', new: '1' },
    ])
    expect(await refresh(context, 'submission', ['2026-01-05'], 'import:3')).toBe(0)
    expect(await restatements(context)).toHaveLength(3)
  })

  it('leave no row on a day that lost its claims, and say so', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'C1', submitted: '2026-01-05', billed: 100 },
      { id: 'C2', submitted: '2026-01-06' },
    ])
    await refresh(context, 'submission', randomDays)
    await context.db.run(sql`update claims set submission_date = '2026-01-06' where organization_id = ${context.organization.id} and id = 'C1'`)
    expect(await refresh(context, 'submission', ['2026-01-05', '2026-01-06'])).toBe(2)
    expect((await storedDays(context, 'submission')).map(({ date, claim_count }) => [date, claim_count])).toEqual([['2026-01-06', 2]])
    expect(await restatements(context)).toContainEqual({
      metric: 'organization.submission.claim_count',
      subject: 'P1',
      day: '2026-01-05',
      old: '1',
      new: '0',
      cause: 'test',
    })
  })

  it('touch no other day and no other basis', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'C1', submitted: '2026-01-05', served: '2026-01-04' },
      { id: 'C2', submitted: '2026-01-06', served: '2026-01-04' },
    ])
    expect(await refresh(context, 'submission', [])).toBe(0)
    await refresh(context, 'submission', ['2026-01-05'])
    expect(await storedDays(context, 'submission')).toHaveLength(1)
    expect(await storedDays(context, 'service')).toEqual([])
  })

  it('are what a recount of the claims gives, whatever the claims', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, async (claims) => {
        const context = await newContext(use.database)
        await insertClaims(context, claims)
        for (const basis of dateBases) {
          await refresh(context, basis, decisionDays)
          expect(await storedDays(context, basis)).toEqual(await recount(context, basis))
        }
      }),
      { numRuns: 12 },
    )
  })

  it('are the same computed twice, and day by day in any order', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, fc.shuffledSubarray([...randomDays], { minLength: randomDays.length }), async (claims, shuffled) => {
        const context = await newContext(use.database)
        await insertClaims(context, claims)
        for (const day of shuffled) await refresh(context, 'submission', [day])
        const piecewise = await storedDays(context, 'submission')
        expect(await refresh(context, 'submission', randomDays)).toBe(0)
        await context.db.run(sql`delete from organization_daily_metrics where organization_id = ${context.organization.id}`)
        await refresh(context, 'submission', randomDays)
        expect(await storedDays(context, 'submission')).toEqual(piecewise)
        expect(await restatements(context)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })
})
