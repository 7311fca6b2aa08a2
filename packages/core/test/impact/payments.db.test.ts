import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import { getImpact } from '../../src/impact/get.ts'
import { impactLedger } from '../../src/impact/ledger.ts'
import { impactPayments } from '../../src/impact/payments.ts'
import { importPaths } from '../../src/imports/run.ts'
import { beginUndo } from '../../src/imports/undo/begin.ts'
import { cashRecovered } from '../../src/measures/cash/operation.ts'
import { perform } from '../../src/operation.ts'
import { recordPatternAction } from '../../src/patterns/actions/record.ts'
import { file835, useFolder } from '../imports/undo/files.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('payments of the ledger while an import is being undone', () => {
  const use = useDatabase()
  const write = useFolder()

  it('are as many as their total says, and the ledger says that it is computed again, until it is', async () => {
    const context = await newContext(use.database, { now: new Date('2026-05-20T12:00:00Z') })
    const bring = async (name: string, content: Buffer) => (await importPaths(context, [write(name, content)], { partial: false }))[0]!.importId!
    const claims = ['A', 'B', 'C']
    await bring(
      'denials.835',
      file835(
        'T1',
        '20260415',
        claims.map((pcn) => ({ pcn, status: '1', paid: 0 })),
      ),
    )
    await bring('kept.835', file835('T2', '20260508', [{ pcn: 'A', status: '1', paid: 70 }]))
    const hidden = await bring(
      'hidden.835',
      file835(
        'T3',
        '20260510',
        ['B', 'C'].map((pcn) => ({ pcn, status: '1', paid: 120 })),
      ),
    )
    const patternId = 'absent'
    await context.db.run(sql`
      insert into patterns (organization_id, id, title, category, denial_reason, scope, scope_key, computation_status)
      select ${context.organization.id}, ${patternId}, 'Without authorization', 'documentation', min(denial_reason), '[]', 'reason:' || min(denial_reason), 'pending' from claims`)
    await recomputeAll(context)
    await perform(recordPatternAction, context, { patternId, kind: 'resubmission', happenedOn: '2026-05-01' })
    const read = async () => ({
      ledger: await perform(impactLedger, context, {}),
      entry: await perform(getImpact, context, { patternId }),
      paid: await perform(impactPayments, context, { limit: 2 }),
      rest: await perform(impactPayments, context, { limit: 2, page: 2 }),
      cash: await perform(cashRecovered, context, { days: 60 }),
    })
    const before = await read()
    expect(before.paid).toMatchObject({ total: 310, recomputing: false, pagination: { total: 3 } })
    expect([before.ledger.recomputing, before.entry.recomputing]).toEqual([false, false])

    await beginUndo(context, hidden)
    const undoing = await read()
    expect(undoing.ledger).toMatchObject({ verified: { amount: 310, payments: 3 }, recomputing: true })
    expect(undoing.entry.recomputing).toBe(true)
    expect(undoing.paid).toMatchObject({ total: 310, recomputing: true, pagination: { total: 3 } })
    const bare = { kind: null, firstDeniedOn: '2026-04-15', traceNumber: null, amount: 120, paidOn: '2026-05-10' }
    expect(undoing.paid.payments).toMatchObject(before.paid.payments.map(({ claimId, payerName }) => ({ ...bare, claimId, payerName })))
    expect(undoing.rest.payments).toEqual(before.rest.payments)
    expect(undoing.cash).toMatchObject({ paymentsTotal: 310, recomputing: true, pagination: { total: 3 } })
    expect(undoing.cash.payments).toMatchObject([{ ...bare, cumulative: 310 }, bare, { amount: 70, kind: 'original' }])

    await recomputeMarked(context)
    const after = await read()
    expect(after.ledger).toMatchObject({ verified: { amount: 70, payments: 1 }, recomputing: false })
    expect(after.paid).toMatchObject({ total: 70, recomputing: false, pagination: { total: 1 }, payments: before.rest.payments })
    expect(after.cash).toMatchObject({ paymentsTotal: 70, recomputing: false, pagination: { total: 1 } })
  })
})
