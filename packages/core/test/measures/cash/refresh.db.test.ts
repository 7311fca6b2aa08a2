import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { deriveClaims } from '../../../src/adjudication/write.ts'
import { recomputeMarked } from '../../../src/computation/recompute.ts'
import type { Context } from '../../../src/context.ts'
import { addDays } from '../../../src/dates.ts'
import { importPaths } from '../../../src/imports/run.ts'
import { beginUndo } from '../../../src/imports/undo/begin.ts'
import { undoImport } from '../../../src/imports/undo/operation.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import { markDaysOf } from '../../../src/measures/marks.ts'
import { perform } from '../../../src/operation.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { file835, useFolder } from '../../imports/undo/files.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { recount, storedDays } from '../organization-daily/recount.ts'

const everyDay = Array.from({ length: 90 }, (_, day) => addDays('2026-01-01', day))
interface Kept {
  paidOn: string
  claim: string
  line: number
  payer: string
  by: string | null
  amount: string
}

const PAID = '2026-02-20'
const won: ClaimSpec = { id: 'won', decided: '2026-01-20', billed: 300, carc: '197', later: [{ on: PAID, paid: 250 }] }

const markAndDo = (context: Context, ids: readonly string[], change: (context: Context) => Promise<unknown>) =>
  context.db.transaction(async (tx) => {
    await markDaysOf(tx, context.organization.id, ids, 'test')
    await change({ ...context, db: { ...context.db, ...tx } })
    await deriveClaims(tx, context.organization.id, ids)
    await markDaysOf(tx, context.organization.id, ids, 'test')
  })

describe('payments that recovered something, as they are kept', () => {
  const use = useDatabase()
  const write = useFolder()

  async function withClaims(specs: readonly ClaimSpec[]): Promise<Context> {
    const context = await newContext(use.database)
    await insertClaims(context, specs)
    await refreshOrganizationDays(context.db, context.organization.id, 'payment', everyDay, 'test')
    return context
  }
  const kept = ({ db, organization: { id } }: Context) =>
    db.rows<Kept>(sql`
      select paid_on as "paidOn", claim_id as claim, line_number as line, payer_id as payer, rendered_by as by, amount from recovered_payments
      where organization_id = ${id} order by paid_on, adjudication_id, line_number`)
  const row: Kept = { paidOn: PAID, claim: 'won', line: 1, payer: 'P1', by: 'DR1', amount: '250.00' }

  it('are of lines once each, and of a decision as a whole only where it names none', async () => {
    const context = await withClaims([
      { ...won, id: 'whole', lines: [], payer: null, provider: null },
      { ...won, id: 'twice', lines: [{ billed: 100 }, { billed: 200 }], later: [{ on: PAID, paid: [40, 60] }], rendering: 'DR9' },
      { ...won, id: 'copy', lines: [{ billed: 100 }, { billed: 200 }], later: [{ on: PAID, paid: [40, 60] }] },
      {
        ...won,
        id: 'nowhere',
        lines: [
          { billed: 100, carc: '197' },
          { billed: 200, paid: 200 },
        ],
        later: [{ on: PAID, paid: [0, 60] }],
      },
      { ...won, id: 'authorization', use: 'preauthorization' },
    ])
    const { db, organization } = context
    // Both lines of the payment decide one line of the claim; a line of the other claim is a duplicate.
    await db.run(sql`
      update adjudication_lines al set claim_line_number = 2 from adjudications a
      where al.organization_id = ${organization.id} and a.organization_id = al.organization_id and a.id = al.adjudication_id and a.claim_id = 'twice' and a.decided_on = ${PAID}`)
    await db.run(sql`update claim_line_items set is_duplicate = true where organization_id = ${organization.id} and claim_id = 'copy' and line_number = 1`)
    await refreshOrganizationDays(db, organization.id, 'payment', everyDay, 'test')
    expect(await kept(context)).toEqual([
      { ...row, claim: 'whole', line: 0, payer: '', by: null },
      { ...row, claim: 'twice', line: 2, by: 'DR9', amount: '100.00' },
      { ...row, claim: 'copy', line: 2, amount: '60.00' },
    ])
    expect(await storedDays(context, 'payment')).toEqual(await recount(context, 'payment'))
  })

  it('follow the claim to another payer and provider, to other lines that were denied, and to no denial at all', async () => {
    const context = await withClaims([won, { ...won, id: 'beside', payer: 'P2' }])
    const mine = (table: string) => sql`${sql.raw(table)}.organization_id = ${context.organization.id}`
    const beside = { ...row, claim: 'beside', payer: 'P2' }
    await markAndDo(context, ['won'], ({ db }) =>
      db.run(sql`update claims c set payer_id = 'P2', rendering_provider_id = 'DR1', provider_id = null where ${mine('c')} and c.id = 'won'`),
    )
    await recomputeMarked(context)
    expect(await kept(context)).toEqual([{ ...row, payer: 'P2' }, beside])
    await markAndDo(context, ['won'], ({ db }) => db.run(sql`update claims c set payer_id = null where ${mine('c')} and c.id = 'won'`))
    await recomputeMarked(context)
    expect(await kept(context)).toEqual([{ ...row, payer: '' }, beside])
    const firstOf = sql`select a.id from adjudications a where ${mine('a')} and a.claim_id = 'won' and a.decided_on = '2026-01-20'`
    await markAndDo(context, ['won'], async ({ db }) => {
      await db.run(sql`update adjudication_lines al set denied = false, paid_amount = 1 where ${mine('al')} and al.adjudication_id in (${firstOf})`)
      await db.run(sql`update adjudications a set denied = false, outcome = 'paid', paid_amount = 1 where ${mine('a')} and a.id in (${firstOf})`)
    })
    await recomputeMarked(context)
    expect(await kept(context)).toEqual([beside])
    expect(await storedDays(context, 'payment')).toEqual(await recount(context, 'payment'))
  })

  it('go with the file that brought them, from the moment it is hidden, and with the file that brought the denial; and come back', async () => {
    const context = await newContext(use.database, { now: new Date('2026-05-20T12:00:00Z') })
    const denial = write('denial.835', file835('T1', '20260415', [{ pcn: 'A', status: '1', paid: 0 }]))
    const payment = write('payment.835', file835('T2', '20260510', [{ pcn: 'A', status: '1', paid: 120 }]))
    const bring = async (path: string) => {
      const [result] = await importPaths(context, [path], { partial: false })
      await recomputeMarked(context)
      return result!.importId!
    }
    const sums = async () => {
      await recomputeMarked(context)
      expect(await storedDays(context, 'payment')).toEqual(await recount(context, 'payment'))
      return (await kept(context)).map(({ paidOn, amount }) => [paidOn, amount])
    }
    // The payment alone is of a claim that nobody is known to have denied.
    const first = await bring(payment)
    expect(await sums()).toEqual([])
    const denied = await bring(denial)
    expect(await sums()).toEqual([['2026-05-10', '120.00']])
    await perform(undoImport, context, { id: denied })
    expect(await sums()).toEqual([])
    const second = await bring(denial)
    expect(await sums()).toEqual([['2026-05-10', '120.00']])
    for (const id of [second, first]) await perform(undoImport, context, { id })
    expect(await sums()).toEqual([])
    await bring(denial)
    const again = await bring(payment)
    expect(await sums()).toEqual([['2026-05-10', '120.00']])
    await beginUndo(context, again)
    expect(await sums()).toEqual([])
  })

  it('come to the payer whose day is computed, also where the claim left its former one since the days were chosen', async () => {
    const context = await withClaims([won, { ...won, id: 'beside', payer: 'P2' }])
    const { db, organization } = context
    await db.run(sql`update claims set payer_id = 'P2' where organization_id = ${organization.id} and id = 'won'`)
    await refreshOrganizationDays(db, organization.id, 'payment', [PAID], 'test', ['P2'])
    expect(await kept(context)).toEqual([
      { ...row, payer: 'P2' },
      { ...row, claim: 'beside', payer: 'P2' },
    ])
    await refreshOrganizationDays(db, organization.id, 'payment', everyDay, 'test', ['P1', 'P2'])
    expect(await storedDays(context, 'payment')).toEqual(await recount(context, 'payment'))
  })
})
