import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { ActorRole } from '../../../src/access/roles.ts'
import type { Context } from '../../../src/context.ts'
import { dismissReject } from '../../../src/imports/quarantine/dismiss.ts'
import { listRejects } from '../../../src/imports/quarantine/list.ts'
import { getReject } from '../../../src/imports/quarantine/get.ts'
import { retryReject } from '../../../src/imports/quarantine/retry.ts'
import { reconcileImport } from '../../../src/imports/reconcile/operation.ts'
import { importPaths } from '../../../src/imports/run.ts'
import { undoImport } from '../../../src/imports/undo/operation.ts'
import { decimalText } from '../../../src/money.ts'
import { perform } from '../../../src/operation.ts'
import { header835, interchange, remittance, render } from '../../factories/x12.ts'
import { newContext, useDatabase } from '../../support/database.ts'

describe('reconciliation of an imported remittance', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn-reconcile-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let files = 0
  const importing = async (context: Context, transactions: string[][], { partial = false, control = '000000101' } = {}) => {
    const file = join(folder, `${++files}.835`)
    writeFileSync(file, render(interchange(transactions, { control })))
    return (await importPaths(context, [file], { partial }))[0]!
  }
  const payment = (trace: string, amount: string, claims: string[][], summary: string[] = []) =>
    remittance({ claims, summary, header: header835(amount).map((segment) => segment.replace('TRACE-77', trace)) })
  /** A claim payment of one line; what is not paid is a price reduction, unless it says otherwise. */
  const clp = (pcn: string, charge: number, paid: number | string, adjusted = charge - Number(paid)) => [
    `CLP*${pcn}*1*${charge}*${paid}*0*12*I-${pcn}*11*1`,
    'DTM*232*20260101',
    `SVC*HC:97110*${charge}*${paid}**1`,
    ...(adjusted === 0 ? [] : [`CAS*CO*45*${adjusted}`]),
  ]
  const openRejects = async (context: Context) => (await perform(listRejects, context, {})).pagination.total
  const reconcile = (context: Context, id: number | null, page = {}) => perform(reconcileImport, context, { id, ...page })

  it('ends with 0.00 where payment, claim payments and provider adjustments agree', async () => {
    const context = await newContext(use.database)
    const file = await importing(context, [
      payment('T1', '150.25', [clp('A', 100, 80.25), clp('B', 120, 90)], ['PLB*1999999984*20261231*WO:X*25*L6*-5']),
      payment('T2', '10', [clp('C', 10, 10)]),
    ])
    const found = await reconcile(context, file.importId)
    expect(found.totals).toEqual({
      payments: 2,
      differing: 0,
      stated: 160.25,
      takenIn: 180.25,
      byOtherImports: 0,
      rejected: 0,
      providerAdjustments: 20,
      difference: 0,
      unbalanced: 0,
    })
    expect(found.claimPayments).toEqual({ inFile: 3, takenIn: 3, notTakenIn: 0, withoutPayment: { claimPayments: 0, amount: 0 } })
    expect(found.payments[0]).toMatchObject({
      traceNumber: 'T1',
      payerName: 'Harbor Mutual Testing',
      stated: 150.25,
      takenIn: { claimPayments: 2, amount: 170.25 },
      providerAdjustments: {
        amount: 20,
        byReason: [
          { reasonCode: 'L6', amount: -5, references: [] },
          { reasonCode: 'WO', amount: 25, references: [{ plbReference: 'X', amount: 25 }] },
        ],
      },
      difference: 0,
      explanation: 'balanced',
      unbalanced: [],
    })
    const seen = async (role: ActorRole) => JSON.stringify(await reconcile({ ...context, actor: { id: role, role } }, file.importId))
    expect(await seen('coder')).toContain('"plbReference":"X"')
    expect(await seen('viewer')).toContain('"plbReference":null')
    const second = await reconcile(context, file.importId, { page: 2, limit: 1 })
    expect(second.payments.map(({ traceNumber }) => traceNumber)).toEqual(['T2'])
    expect(second.pagination).toMatchObject({ total: 2, pages: 2 })
  })

  it('names claim payment and line where these do not balance, and says that the difference is theirs', async () => {
    const context = await newContext(use.database)
    const file = await importing(context, [payment('T1', '170', [clp('A', 100, 70, 20), clp('B', 120, 90)])])
    const { payments, totals } = await reconcile(context, file.importId)
    expect(totals).toMatchObject({ differing: 1, difference: 10, unbalanced: 2 })
    expect(payments[0]).toMatchObject({ difference: 10, explanation: 'claim_payments', unbalancedCount: 2 })
    const amounts = { charge: 100, adjustments: 20, paid: 70, imbalance: 10 }
    expect(payments[0]!.unbalanced).toMatchObject([
      { lineNumber: null, ...amounts },
      { lineNumber: 1, ...amounts },
    ])
    expect(new Set(payments[0]!.unbalanced.map(({ claimId }) => claimId)).size).toBe(1)
  })

  it('says that the sums of the payer disagree where everything was read and balances', async () => {
    const context = await newContext(use.database)
    const file = await importing(context, [payment('T1', '99', [clp('A', 100, 80)])])
    expect((await reconcile(context, file.importId)).payments[0]).toMatchObject({ difference: 19, explanation: 'payer', unbalanced: [] })
  })

  it('counts what was rejected by its amount, and follows it when it is mended', async () => {
    const context = await newContext(use.database)
    const bad = clp('B', 120, 90).map((segment) => segment.replace('CLP*B*1*120', 'CLP*B*1*12O'))
    const file = await importing(context, [payment('T1', '170', [clp('A', 100, 80), bad])])
    const id = file.importId as number
    const before = await reconcile(context, id)
    expect(before.payments[0]).toMatchObject({
      stated: 170,
      takenIn: { claimPayments: 1, amount: 80 },
      rejected: { claimPayments: 1, amount: 90, unreadable: 0 },
      difference: 0,
      explanation: 'balanced',
    })
    const [reject] = (await perform(listRejects, context, { importId: id })).rejects
    const key = { importId: id, position: reject!.position }
    const { content } = (await perform(getReject, context, key)).reject
    const mended = await perform(retryReject, context, { ...key, content: content!.replace('12O', '120') })
    expect(mended.outcome).toBe('mended')
    const after = await reconcile(context, id)
    expect(after.payments[0]).toMatchObject({
      rejected: { claimPayments: 0, amount: 0, unreadable: 0 },
      byOtherImports: { claimPayments: 1, amount: 90, importIds: [mended.mendedByImport] },
      difference: 0,
    })
    expect((await reconcile(context, mended.mendedByImport)).payments[0]).toMatchObject({
      takenIn: { claimPayments: 1, amount: 90 },
      byOtherImports: { claimPayments: 1, amount: 80, importIds: [id] },
      difference: 0,
    })
  })

  it('says that something was not read where its amount is not known, also once it is dismissed', async () => {
    const context = await newContext(use.database)
    const bad = clp('B', 120, 90).map((segment) => segment.replace('*120*90*', '*120*9O*'))
    const file = await importing(context, [payment('T1', '170', [clp('A', 100, 80), bad], ['PLB*1999999984*20261231*WO:X*1O'])])
    const found = await reconcile(context, file.importId)
    expect(found.rejectedElsewhere).toBe(1)
    expect(found.payments[0]).toMatchObject({ rejected: { claimPayments: 0, amount: 0, unreadable: 1 }, difference: 90, explanation: 'not_read' })
    for (const { importId, position } of (await perform(listRejects, context, {})).rejects) await perform(dismissReject, context, { importId, position })
    expect((await reconcile(context, file.importId)).payments[0]).toMatchObject({ difference: 90, explanation: 'not_read' })
  })

  it('adds up a damaged file and the whole one that follows it, each from its side', async () => {
    const context = await newContext(use.database)
    const claims = [clp('A', 100, 80), clp('B', 120, 90), clp('C', 60, 30)]
    const whole = payment('T1', '200', claims)
    const cut = whole.slice(0, whole.findIndex((segment) => segment.startsWith('CLP*B')) + 2)
    const first = await importing(context, [cut], { partial: true })
    const damaged = (await reconcile(context, first.importId)).payments[0]
    expect(damaged).toMatchObject({
      takenIn: { claimPayments: 1, amount: 80 },
      rejected: { claimPayments: 1, amount: 90 },
      difference: 30,
      explanation: 'not_read',
    })
    const second = await importing(context, [whole], { control: '000000999' })
    const joined = await reconcile(context, second.importId)
    expect(joined.claimPayments).toMatchObject({ inFile: 3, takenIn: 2, notTakenIn: 1 })
    expect(joined.payments).toHaveLength(1)
    const settled = { rejected: { claimPayments: 0, amount: 0, unreadable: 0 }, difference: 0, explanation: 'balanced' }
    expect(joined.payments[0]).toMatchObject({ takenIn: { amount: 120 }, byOtherImports: { amount: 80, importIds: [first.importId] }, ...settled })
    expect((await reconcile(context, first.importId)).payments[0]).toMatchObject(settled)
    expect(await openRejects(context)).toBe(0)

    await perform(undoImport, context, { id: second.importId as number })
    expect(await openRejects(context)).toBe(1)
    expect((await reconcile(context, first.importId)).payments[0]).toEqual(damaged)
  })

  it('takes a rejection as settled once its claim payment comes with the corrected file, and opens it when that is undone', async () => {
    const context = await newContext(use.database)
    const sound = [clp('A', 100, 80), clp('B', 120, 70), clp('C', 50, 0)]
    const broken = (at: number, charge: string) =>
      sound.map((claim, index) => (index === at ? claim.map((segment) => segment.replace(/^(CLP\*.\*1\*)\d+/, `$1${charge}`)) : claim))
    const first = await importing(context, [payment('T1', '150', broken(1, '1e5'))])
    const before = (await reconcile(context, first.importId)).payments[0]
    expect(before).toMatchObject({ rejected: { claimPayments: 1, amount: 70 }, difference: 0 })
    // Another claim payment of the same remittance is no remedy.
    await importing(context, [payment('T1', '150', [...broken(1, '1e5'), clp('D', 10, 0)])], { control: '000000998' })
    expect(await openRejects(context)).toBe(2)

    const second = await importing(context, [payment('T1', '150', sound)], { control: '000000999' })
    for (const { importId } of [first, second])
      expect((await reconcile(context, importId)).payments[0]).toMatchObject({
        rejected: { claimPayments: 0, amount: 0 },
        difference: 0,
        explanation: 'balanced',
      })
    const { rejects } = await perform(listRejects, context, { state: 'all' })
    expect(rejects.map(({ state, mendedByImport }) => ({ state, mendedByImport }))).toEqual(
      [1, 2].map(() => ({ state: 'mended', mendedByImport: second.importId })),
    )

    await perform(undoImport, context, { id: second.importId as number })
    expect(await openRejects(context)).toBe(2)
    expect((await reconcile(context, first.importId)).payments[0]).toMatchObject({ rejected: { claimPayments: 1, amount: 70 } })
  })

  it('leaves a rejection open that is of another remittance or another charge', async () => {
    const context = await newContext(use.database)
    const unpaid = clp('B', 120, 70).map((segment) => segment.replace('*120*70*', '*120*7O*'))
    await importing(context, [payment('T1', '150', [clp('A', 100, 80), unpaid])])
    await importing(context, [payment('T2', '70', [clp('B', 120, 70)])])
    await importing(context, [payment('T1', '150', [clp('A', 100, 80), clp('B', 130, 60)])], { control: '000000999' })
    expect(await openRejects(context)).toBe(1)
  })

  it('settles a provider adjustment that could not be read once the payments of its file add up', async () => {
    const context = await newContext(use.database)
    const told = (amount: string) => payment('T1', '70', [clp('A', 100, 80)], [`PLB*1999999984*20261231*WO:IP1*${amount}`])
    await importing(context, [told('1O')])
    expect(await openRejects(context)).toBe(1)
    await importing(context, [told('10')], { control: '000000999' })
    expect(await openRejects(context)).toBe(0)
  })

  it('says whose a payment is that comes again in another wrapping', async () => {
    const context = await newContext(use.database)
    const one = payment('T1', '80', [clp('A', 100, 80)])
    const first = await importing(context, [one])
    const again = await importing(context, [one], { control: '000000999' })
    const found = await reconcile(context, again.importId)
    expect(found.claimPayments).toMatchObject({ inFile: 1, takenIn: 0, notTakenIn: 1 })
    expect(found.totals).toMatchObject({ payments: 1, difference: 0 })
    expect((await reconcile(context, first.importId)).payments[0]).toMatchObject({ takenIn: { claimPayments: 1 }, difference: 0 })
  })

  it('balances every file whose sums are right', async () => {
    const amount = fc.integer({ min: 0, max: 999_999 })
    const claim = fc.record({ paid: amount, adjusted: amount, parts: fc.integer({ min: 1, max: 3 }), isReversal: fc.boolean() })
    const remittances = fc.array(
      fc.record({ claims: fc.array(claim, { maxLength: 4 }), plb: fc.array(fc.integer({ min: -50_000, max: 50_000 }), { maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    await fc.assert(
      fc.asyncProperty(remittances, async (told) => {
        const context = await newContext(use.database)
        const transactions = told.map(({ claims, plb }, at) => {
          const paid = claims.reduce((sum, one) => sum + (one.isReversal ? -one.paid : one.paid), 0)
          const moved = plb.reduce((sum, one) => sum + one, 0)
          const summary = plb.length > 0 ? [`PLB*1999999984*20261231${plb.map((one) => `*WO:X*${decimalText(one)}`).join('')}`] : []
          return payment(
            `T${at}`,
            decimalText(paid - moved),
            claims.map((one, number) => claimOf(`${at}-${number}`, one)),
            summary,
          )
        })
        const file = await importing(context, transactions)
        const { totals, payments } = await reconcile(context, file.importId)
        expect(totals).toMatchObject({ payments: told.length, differing: 0, difference: 0, unbalanced: 0 })
        expect(payments.every(({ explanation }) => explanation === 'balanced')).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  interface Told {
    paid: number
    adjusted: number
    parts: number
    isReversal: boolean
  }

  /** A claim payment in lines of equal adjustments; the first line is paid. */
  function claimOf(pcn: string, { paid, adjusted, parts, isReversal }: Told): string[] {
    const sign = isReversal ? -1 : 1
    const text = (cents: number) => decimalText(sign * cents)
    const lines = Array.from({ length: parts }, (_, at) => {
      const own = at === 0 ? paid : 0
      return [`SVC*HC:9711${at}*${text(own + adjusted)}*${text(own)}**1`, ...(adjusted === 0 ? [] : [`CAS*CO*45*${text(adjusted)}`])]
    })
    return [`CLP*${pcn}*${isReversal ? 22 : 1}*${text(paid + adjusted * parts)}*${text(paid)}*0*12*I-${pcn}*11*1`, 'DTM*232*20260101', ...lines.flat()]
  }

  it('refuses an import that is not there', async () => {
    const context = await newContext(use.database)
    await expect(reconcile(context, 4711)).rejects.toMatchObject({ code: 'not_found' })
  })
})
