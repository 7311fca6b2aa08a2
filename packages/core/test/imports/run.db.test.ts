import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { recoverImports } from '../../src/imports/recover.ts'
import type { ImportOrigin } from '../../src/imports/lifecycle.ts'
import { importRecords } from '../../src/imports/run.ts'
import { generateGroup } from '../../src/synthetic/group.ts'
import type { Truth } from '../../src/synthetic/truth.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { startChild } from './children.ts'
import { fingerprint } from './fingerprint.ts'

const origin = (name: string): ImportOrigin => ({ name, path: name, format: 'synthetic', sha256: name, bytes: 0 })
/** The truth of the generator, counted again from the database alone. */
async function recount({ db }: Context) {
  return db.row<Record<string, number | string>>(sql`
    select count(*) as claims, count(*) filter (where use = 'predetermination') as predeterminations,
           count(*) filter (where c.use = 'claim' and first_decided_on is null) as pending, count(*) filter (where is_duplicate) as duplicates,
           count(*) filter (where counted) as decided, count(*) filter (where counted and initial_outcome = 'denied') as denied,
           count(*) filter (where counted and initial_outcome = 'partially_denied') as "partiallyDenied",
           count(*) filter (where counted and final_outcome = 'denied') as "finallyDenied", sum(billed_amount) filter (where c.use = 'claim') as submitted, sum(paid_amount) as paid,
           (select count(*) from remittances) as remittances, (select coalesce(sum(payment_amount), 0) from remittances) as remitted,
           (select count(*) from provider_level_adjustments) as "providerLevelAdjustments", (select coalesce(sum(amount), 0) from provider_level_adjustments) as "providerLevel",
           (select count(*) from adjudications where kind = 'reversal') as reversals
    from (select *, first_decided_on is not null and not is_duplicate and use = 'claim' as counted from claims) c`)
}

const expectedOf = (truth: Truth) => ({
  claims: truth.claims,
  predeterminations: truth.predeterminations,
  pending: truth.pending,
  duplicates: truth.duplicates,
  decided: truth.decided,
  denied: truth.denied,
  partiallyDenied: truth.partiallyDenied,
  finallyDenied: truth.finallyDenied,
  paid: truth.cash.paid,
  remittances: truth.remittances,
  remitted: truth.cash.remitted,
  providerLevelAdjustments: truth.providerLevelAdjustments,
  providerLevel: truth.cash.providerLevel,
  reversals: truth.decisions.reversal,
})

describe('importing a synthetic group', () => {
  const use = useDatabase()
  const group = generateGroup({ seed: 5, claims: 1_200, asOf: '2026-03-31' })
  let context: Context

  beforeAll(async () => {
    context = await newContext(use.database)
    await importRecords(context, origin('group'), group.records())
  })

  it('brings in what was generated, to the cent', async () => {
    const truth = group.truth()
    expect(truth.denied).toBeGreaterThan(50)
    expect(await recount(context)).toMatchObject(expectedOf(truth))
    const reasons = await context.db.rows(sql`
      select denial_reason as reason, count(distinct claim_id) as claims, count(*) as lines, sum(billed_amount) as charge
      from claim_line_items where initially_denied group by 1`)
    const byReason = (a: { reason: string }, b: { reason: string }) => (a.reason < b.reason ? -1 : 1)
    expect((reasons as { reason: string }[]).sort(byReason)).toEqual([...truth.denialsByReason].sort(byReason))
  })

  it('balances every decision and every remittance', async () => {
    expect(await context.db.rows(sql`select id from adjudications where imbalance <> 0`)).toEqual([])
    expect(
      await context.db.rows(sql`
        select r.id from remittances r
        left join (select remittance_id, sum(paid_amount) as paid from adjudications group by 1) a on a.remittance_id = r.id
        left join (select remittance_id, sum(amount) as plb from provider_level_adjustments group by 1) p on p.remittance_id = r.id
        where r.payment_amount <> coalesce(a.paid, 0) - coalesce(p.plb, 0)`),
    ).toEqual([])
  })

  it('matches every decided line to a line of its claim', async () => {
    expect(await context.db.rows(sql`select adjudication_id from adjudication_lines where claim_line_number is null`)).toEqual([])
    expect(
      await context.db.rows(
        sql`select claim_id from claim_line_items cl join claims c on c.id = cl.claim_id group by claim_id, c.billed_amount having sum(cl.billed_amount) <> c.billed_amount`,
      ),
    ).toEqual([])
  })

  it('changes no row when the same content comes again', async () => {
    const before = await fingerprint(context)
    const again = await importRecords(context, origin('group'), generateGroup({ seed: 5, claims: 1_200, asOf: '2026-03-31' }).records())
    expect(again).toMatchObject({ outcome: 'unchanged', merged: null })
    expect(await fingerprint(context)).toEqual(before)
  })

  it('marks the days that its claims touch and leaves nothing in staging', async () => {
    expect(await context.db.rows(sql`select seq from staging_records limit 1`)).toEqual([])
    const missing = await context.db.rows(sql`
      select distinct date_of_service from claims c where not exists (select from service_days_to_recompute d where d.date_basis = 'service' and d.day = c.date_of_service)`)
    expect(missing).toEqual([])
  })

  it('leaves nothing behind when reading fails in the middle', async () => {
    const other = await newContext(use.database)
    const broken = function* () {
      yield* Array.from(generateGroup({ seed: 6, claims: 300, asOf: '2026-03-31', batchSize: 100 }).records()).slice(0, 3)
      throw new Error('the disk is gone')
    }
    await expect(importRecords(other, origin('broken'), broken())).rejects.toThrow('the disk is gone')
    expect(await fingerprint(other, ['claims', 'adjudications', 'remittances', 'staging_records'])).toEqual({
      claims: null,
      adjudications: null,
      remittances: null,
      staging_records: null,
    })
    expect(await other.db.rows(sql`select status from imports`)).toEqual([{ status: 'failed' }])
    expect(await importRecords(other, origin('broken'), generateGroup({ seed: 6, claims: 300, asOf: '2026-03-31' }).records())).toMatchObject({
      outcome: 'imported',
    })
  })

  it.each(['merging', 'publishing'])('is whole again after its process is killed while %s', async (phase) => {
    const victim = await newContext(use.database)
    const child = await startChild(use.target, victim.organization.slug, 'stop', phase, '900')
    child.begin()
    expect(await child.line()).toBe('there')
    await child.kill()
    expect(await victim.db.rows(sql`select id from claims`)).toHaveLength(phase === 'publishing' ? 900 : 0)
    const { removed, finished } = await recoverImports(victim)
    expect([removed, finished]).toEqual(phase === 'publishing' ? [[], ['group']] : [['group'], []])
    const rerun = generateGroup({ seed: 11, claims: 900, asOf: '2026-03-31' })
    const result = await importRecords(victim, origin('group-900'), rerun.records())
    expect(result.outcome).toBe(phase === 'publishing' ? 'unchanged' : 'imported')
    if (phase === 'publishing') Array.from(rerun.records())
    expect(await recount(victim)).toMatchObject(expectedOf(rerun.truth()))
  })
})
