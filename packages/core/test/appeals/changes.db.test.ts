import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctAppeal } from '../../src/appeals/correct.ts'
import { createAppeal } from '../../src/appeals/create.ts'
import { decideAppeal } from '../../src/appeals/decide.ts'
import { listAppeals } from '../../src/appeals/list.ts'
import { removeAppeal } from '../../src/appeals/remove.ts'
import { reopenAppeal } from '../../src/appeals/reopen.ts'
import { getClaim } from '../../src/claims/get.ts'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const claimId = 'A'
const denied = { id: claimId, served: '2026-01-05', submitted: '2026-01-06', decided: '2026-01-20', carc: '197', billed: 130 } satisfies ClaimSpec
const statusOf = async (context: Context) => (await perform(getClaim, context, { id: claimId })).claim.status

describe('appeals of people', () => {
  const use = useDatabase()
  const withClaims = async (...specs: ClaimSpec[]) => {
    const context = await newContext(use.database)
    await insertClaims(context, specs)
    await recomputeAll(context)
    return context
  }
  const appeals = async (context: Context, input = {}) => (await perform(listAppeals, context, input)).appeals

  it('are filed, decided and filed anew, and the claim follows', async () => {
    const context = await withClaims(denied)
    const { appeal } = await perform(createAppeal, context, { claimId, filedOn: '2026-02-01', lineNumbers: [1], amount: 130, note: 'letter sent' })
    expect(appeal).toMatchObject({
      level: 1,
      claimStatus: 'appealed',
      deadline: '2026-07-19',
      daysLeft: 110,
      outcome: 'pending',
      value: 130,
      lineNumbers: [1],
      recordedBy: 'test',
    })
    const upheld = await perform(decideAppeal, context, { claimId, outcome: 'upheld', on: '2026-03-01' })
    expect(upheld.appeal).toMatchObject({
      level: 1,
      claimStatus: 'denied',
      outcome: 'upheld',
      decidedOn: '2026-03-01',
      daysLeft: null,
      closedBy: 'person',
      decidedBy: 'test',
    })
    const second = await perform(createAppeal, context, { claimId, filedOn: '2026-03-10' })
    expect(second.appeal).toMatchObject({ level: 2, deadline: '2026-08-28', value: 130, note: null })
    expect(await statusOf(context)).toBe('appealed')
    const withdrawn = await perform(decideAppeal, context, { claimId, level: 2, outcome: 'withdrawn', on: '2026-03-12' })
    expect(withdrawn.appeal).toMatchObject({ outcome: 'withdrawn', decidedOn: null, withdrawnOn: '2026-03-12', claimStatus: 'denied' })
    expect((await perform(getClaim, context, { id: claimId })).claim.appeals.map(({ outcome }) => outcome)).toEqual(['upheld', 'withdrawn'])
  })

  it('leave the claim denied until the money is here, and are closed by a payment that is', async () => {
    const context = await withClaims(denied, { ...denied, id: 'B', overturnedOn: '2026-02-20' })
    await perform(createAppeal, context, { claimId, filedOn: '2026-02-01' })
    const won = await perform(decideAppeal, context, { claimId, outcome: 'overturned', on: '2026-03-01', amount: 130 })
    expect(won.appeal).toMatchObject({ claimStatus: 'denied', outcome: 'overturned', recoveredAmount: 130 })
    const late = await perform(createAppeal, context, { claimId: 'B', filedOn: '2026-02-01' })
    expect(late.appeal).toMatchObject({
      claimStatus: 'overturned',
      outcome: 'overturned',
      decidedOn: '2026-02-20',
      recoveredAmount: 130,
      closedBy: 'remittance',
    })
    await expect(perform(decideAppeal, context, { claimId: 'B', outcome: 'upheld', on: '2026-03-01' })).rejects.toMatchObject({ code: 'conflict' })
    // Filed after the payment it was not: it is open again.
    const corrected = await perform(correctAppeal, context, { claimId: 'B', filedOn: '2026-02-21' })
    expect(corrected.appeal).toMatchObject({ filedOn: '2026-02-21', outcome: 'pending', recoveredAmount: null, closedBy: null })
  })

  it('are corrected, opened again and removed', async () => {
    const context = await withClaims(denied)
    const before = await perform(getClaim, context, { id: claimId })
    await perform(createAppeal, context, { claimId, filedOn: '2026-02-01', amount: 100, note: 'one' })
    expect((await perform(correctAppeal, context, { claimId, note: 'two', deadline: '2026-06-01' })).appeal).toMatchObject({
      filedOn: '2026-02-01',
      value: 100,
      note: 'two',
      deadline: '2026-06-01',
    })
    expect((await perform(correctAppeal, context, { claimId, amount: null, note: null, filedOn: '2026-02-02' })).appeal).toMatchObject({
      value: 130,
      note: null,
      filedOn: '2026-02-02',
    })
    await perform(decideAppeal, context, { claimId, outcome: 'upheld', on: '2026-03-01' })
    await expect(perform(correctAppeal, context, { claimId, filedOn: '2026-03-02' })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'filedOn' }],
    })
    await perform(decideAppeal, context, { claimId, outcome: 'partially_overturned', on: '2026-03-02', amount: 50 })
    expect((await perform(reopenAppeal, context, { claimId })).appeal).toMatchObject({
      outcome: 'pending',
      claimStatus: 'appealed',
      decidedOn: null,
      recoveredAmount: null,
      decidedBy: null,
    })
    await expect(perform(reopenAppeal, context, { claimId })).rejects.toMatchObject({ code: 'conflict' })
    expect(await perform(removeAppeal, context, { claimId, level: 1 })).toEqual({ claimId, level: 1, claimStatus: 'denied' })
    expect(await perform(getClaim, context, { id: claimId })).toEqual(before)
  })

  it('are refused where there is nothing to appeal, or one is open', async () => {
    const context = await withClaims(
      denied,
      { ...denied, id: 'paid', carc: undefined as never, outcome: 'paid' },
      { ...denied, id: 'asked', use: 'preauthorization' },
      { id: 'waits', billed: 10 },
    )
    const filedOn = '2026-02-01'
    for (const id of ['paid', 'asked', 'waits'])
      await expect(perform(createAppeal, context, { claimId: id, filedOn })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(createAppeal, context, { claimId: 'none', filedOn })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(createAppeal, context, { claimId, filedOn: '2026-01-19', lineNumbers: [7] })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'filedOn' }, { field: 'lineNumbers' }],
    })
    await expect(perform(createAppeal, context, { claimId, filedOn, note: 'x'.repeat(1_001) })).rejects.toMatchObject({ code: 'invalid_input' })
    await perform(createAppeal, context, { claimId, filedOn })
    await expect(perform(createAppeal, context, { claimId, filedOn })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(decideAppeal, context, { claimId, level: 2, outcome: 'upheld', on: filedOn })).rejects.toMatchObject({ code: 'not_found' })
    await context.db.run(
      sql`insert into imports (organization_id, file_name, format, sha256, bytes, status, writer) values (${context.organization.id}, 'f', 'x', 'h', 1, 'merging', 'test')`,
    )
    await expect(perform(removeAppeal, context, { claimId, level: 1 })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('of a file are decided by people, and opened again as the file has them', async () => {
    const context = await withClaims(
      { ...denied, appeals: [{ filed: '2026-02-01' }] },
      { ...denied, id: 'B', appeals: [{ filed: '2026-02-01', outcome: 'upheld', decided: '2026-03-01' }] },
    )
    for (const change of [
      () => perform(removeAppeal, context, { claimId, level: 1 }),
      () => perform(correctAppeal, context, { claimId, note: 'x' }),
      () => perform(decideAppeal, context, { claimId: 'B', outcome: 'overturned', on: '2026-03-02' }),
    ])
      await expect(change()).rejects.toMatchObject({ code: 'conflict' })
    const [before] = await appeals(context)
    expect((await perform(decideAppeal, context, { claimId, outcome: 'upheld', on: '2026-03-01' })).appeal).toMatchObject({
      outcome: 'upheld',
      closedBy: 'person',
    })
    await perform(reopenAppeal, context, { claimId })
    expect(await appeals(context)).toEqual([before])
  })

  it('are listed by what is due and what they are worth', async () => {
    const spec = (id: string, billed: number, decided: string, payer = 'P1'): ClaimSpec => ({ ...denied, id, billed, decided, payer })
    const context = await withClaims(spec('A', 10, '2026-01-20'), spec('B', 300, '2025-10-10'), spec('C', 200, '2025-10-01', 'P2'), spec('D', 5, '2025-10-01'))
    for (const id of ['A', 'B', 'C']) await perform(createAppeal, context, { claimId: id, filedOn: '2026-02-01' })
    await perform(createAppeal, context, { claimId: 'D', filedOn: '2026-02-01' })
    await perform(decideAppeal, context, { claimId: 'D', outcome: 'partially_overturned', on: '2026-03-01', amount: 4.5 })
    // 180 days after 1 October are 30 March, which was yesterday; after 10 October 8 April.
    const ids = async (input: object) => (await appeals(context, input)).map((appeal) => appeal.claimId)
    expect(await ids({})).toEqual(['C', 'B', 'A'])
    expect(await ids({ sort: 'value' })).toEqual(['B', 'C', 'A'])
    expect(await ids({ dueWithin: 8 })).toEqual(['B'])
    expect(await ids({ dueWithin: 7 })).toEqual([])
    expect(await ids({ payer: 'P2' })).toEqual(['C'])
    expect(await ids({ outcome: 'all', limit: 2, page: 2 })).toEqual(['B', 'A'])
    const all = await perform(listAppeals, context, { outcome: 'all', limit: 1 })
    expect(all).toMatchObject({ totals: { value: 515, recovered: 4.5 }, pagination: { total: 4, pages: 4 } })
    expect((await appeals(context)).map(({ daysLeft }) => daysLeft)).toEqual([-1, 8, 110])
  })

  it('leave everything that is computed as a rebuild would have it', { timeout: 120_000 }, async () => {
    const step = fc.record({
      claim: fc.constantFrom('A', 'B', 'C', 'D'),
      what: fc.constantFrom('create', 'upheld', 'overturned', 'withdrawn', 'reopen', 'remove'),
      day: fc.nat(25).map((days) => addDays('2026-03-01', days)),
    })
    const take = (context: Context, { claim, what, day }: { claim: string; what: string; day: string }) => {
      if (what === 'create') return perform(createAppeal, context, { claimId: claim, filedOn: day })
      if (what === 'reopen') return perform(reopenAppeal, context, { claimId: claim })
      if (what === 'remove') return perform(removeAppeal, context, { claimId: claim, level: 1 })
      return perform(decideAppeal, context, { claimId: claim, outcome: what, on: day })
    }
    const tables = ['pattern_claims', 'pattern_daily_metrics', 'organization_daily_metrics', 'provider_daily_metrics', 'claims', 'claim_line_items']
    const computed = async ({ db }: Context) =>
      Object.fromEntries(
        await Promise.all(
          tables.map(async (table) => [
            table,
            (
              await db.rows<{ row: object }>(sql`select to_jsonb(t) - 'created_at' - 'created_by' as row from ${sql.raw(table)} t order by to_jsonb(t)::text`)
            ).map(({ row }) => row),
          ]),
        ),
      )
    let done = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const context = await withClaims(
          ...['A', 'B', 'C', 'D', 'E'].map((id) => ({
            ...denied,
            id,
            ...(id === 'D' && { overturnedOn: '2026-03-12' }),
            ...(id === 'C' && { appeals: [{ filed: '2026-03-01' }] }),
          })),
        )
        for (const one of steps) {
          const isDone = await take(context, one).then(
            () => true,
            (error: { code?: string }) => {
              if (!['conflict', 'not_found', 'invalid_input'].includes(error.code ?? '')) throw error
              return false
            },
          )
          if (isDone) done++
        }
        await recomputeMarked(context)
        const incremental = await computed(context)
        await recomputeAll(context)
        expect(await computed(context)).toEqual(incremental)
      }),
      { numRuns: 8 },
    )
    expect(done).toBeGreaterThan(15)
  })
})
