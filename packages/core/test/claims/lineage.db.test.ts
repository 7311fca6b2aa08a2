import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { getClaim } from '../../src/claims/get.ts'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { perform } from '../../src/operation.ts'
import { claim837, claims837, header835, interchange, remittance, render } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('what a claim went through', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn-lineage-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let files = 0
  const importing = async (context: Context, content: Buffer) => {
    const file = join(folder, `${++files}.x12`)
    writeFileSync(file, content)
    return (await importPaths(context, [file], { partial: false }))[0]!
  }
  /** A remittance of one claim payment, paid on a day. */
  const decided = (trace: string, day: string, claim: string[], payer = '') => {
    const header = header835('0').map((segment) =>
      segment
        .replace('TRACE-77', trace)
        .replace('20260415', day)
        .replace('Harbor Mutual Testing*XV*HM001', payer || 'Harbor Mutual Testing*XV*HM001'),
    )
    return render(interchange([remittance({ header, claims: [claim] })], { control: trace.padStart(9, '0') }))
  }
  const clp = (status: string, charge: number, paid: number, lines: string[]) => [
    `CLP*PCN-1*${status}*${charge}*${paid}*0*12*ICN-1*11*1`,
    'DTM*232*20260401',
    ...lines,
  ]
  const original = decided('T1', '20260415', clp('1', 180, 80, ['SVC*HC:99213:25*120*80**1', 'CAS*CO*45*40', 'SVC*HC:93000*60*0**1', 'CAS*CO*197*60']))
  const reversal = decided('T2', '20260501', clp('22', -180, -80, ['SVC*HC:99213:25*-120*-80**1', 'CAS*CO*45*-40', 'SVC*HC:93000*-60*0**1', 'CAS*CO*197*-60']))
  const correction = decided('T3', '20260501', clp('1', 180, 140, ['SVC*HC:99213:25*120*80**1', 'CAS*CO*45*40', 'SVC*HC:93000*60*60**1']))

  const onlyClaim = async (context: Context) => {
    const [found] = await context.db.rows<{ id: string }>(sql`select id from claims`)
    return (await perform(getClaim, context, { id: found!.id })).claim
  }
  /** Everything but the ids, which follow the order of arrival. */
  const stateOf = async (context: Context) => {
    const {
      status,
      paidAmount,
      initialOutcome,
      finalOutcome,
      firstDecidedOn,
      firstDeniedOn,
      deniedAmount,
      openDeniedAmount,
      processingDate,
      lines,
      cash,
      lineCount,
    } = await onlyClaim(context)
    const ofLines = lines.map(({ procedureCode, status: of, paidAmount: paid, initiallyDenied, finallyDenied }) => [
      procedureCode,
      of,
      paid,
      initiallyDenied,
      finallyDenied,
    ])
    return {
      status,
      paidAmount,
      initialOutcome,
      finalOutcome,
      firstDecidedOn,
      firstDeniedOn,
      deniedAmount,
      openDeniedAmount,
      processingDate,
      cash,
      lineCount,
      ofLines,
    }
  }

  it('is the same when the reversal comes before its original, which it waits for', async () => {
    const inOrder = await newContext(use.database)
    await importing(inOrder, original)
    await importing(inOrder, reversal)

    const late = await newContext(use.database)
    await importing(late, reversal)
    const waiting = await onlyClaim(late)
    expect(waiting).toMatchObject({ status: 'pending', paidAmount: 0, cash: [], initialOutcome: null })
    expect(waiting.decisions).toMatchObject([{ kind: 'reversal', paidAmount: -80, waitsForOriginal: true, takesBack: null }])
    await importing(late, original)
    expect(await stateOf(late)).toEqual(await stateOf(inOrder))
    const { decisions } = await onlyClaim(late)
    expect(decisions.map(({ kind, waitsForOriginal }) => [kind, waitsForOriginal])).toEqual([
      ['original', false],
      ['reversal', false],
    ])
    expect(decisions[1]!.takesBack).toBe(decisions[0]!.id)
    expect(decisions[0]!.takenBackBy).toBe(decisions[1]!.id)
    for (const context of [inOrder, late]) await importing(context, correction)
    expect(await stateOf(late)).toEqual(await stateOf(inOrder))
    expect(await stateOf(late)).toMatchObject({
      status: 'overturned',
      paidAmount: 140,
      initialOutcome: 'partially_denied',
      finalOutcome: 'paid',
      cash: [
        { date: '2026-04-15', amount: 80 },
        { date: '2026-05-01', amount: 60 },
      ],
    })
    expect((await onlyClaim(late)).decisions.map(({ isInitial, isFinal }) => [isInitial, isFinal])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ])
  })

  it('names payers in order, a crossover, later submissions and how each decision was found', async () => {
    const context = await newContext(use.database)
    const levels = (purpose: string) =>
      render(
        interchange([claims837({ claims: [claim837.map((segment) => segment.replace('11:B:1*', `11:B:${purpose}*`))] })], {
          version: '005010X222A2',
          functional: 'HC',
          control: `00000010${purpose}`,
        }),
      )
    await importing(
      context,
      decided('T1', '20260415', clp('19', 180, 80, ['SVC*HC:99213:25*120*80**1', 'CAS*CO*45*40', 'SVC*HC:93000*60*0**1', 'CAS*CO*197*60'])),
    )
    expect(await onlyClaim(context)).toMatchObject({ isSubmitted: false, decisions: [{ isForwarded: true, match: { basis: 'alone' } }] })
    await importing(context, levels('1'))
    await importing(
      context,
      decided(
        'T4',
        '20260520',
        clp('2', 180, 20, ['SVC*HC:99213:25*120*20**1', 'CAS*OA*23*100', 'SVC*HC:93000*60*0**1', 'CAS*CO*197*60']),
        'Second Mutual*XV*SM002',
      ),
    )
    await importing(context, levels('7'))
    await importing(context, levels('8'))
    const claim = await onlyClaim(context)
    expect(claim).toMatchObject({
      isSubmitted: true,
      paidAmount: 100,
      voidedOn: '2026-04-03',
      submissions: [
        { as: 'replacement', frequencyCode: '7', submittedOn: '2026-04-03', billedAmount: 180 },
        { as: 'void', frequencyCode: '8' },
      ],
      payers: [{ rank: 'primary', payerId: 'HM001', payerName: 'Harbor Mutual Testing', paidAmount: null }],
      cash: [
        { date: '2026-04-15', amount: 80 },
        { date: '2026-05-20', amount: 20 },
      ],
    })
    expect(claim.decisions).toMatchObject([
      { isForwarded: true, isInitial: true, isFinal: true, payerRank: 'primary' },
      { isForwarded: false, isInitial: false, isFinal: false, payerRank: 'secondary', match: { basis: 'payer_control_number' } },
    ])
  })

  it('keeps predeterminations and what a payer does not answer for out of its outcome', async () => {
    const context = await newContext(use.database)
    await importing(context, original)
    await importing(context, decided('T5', '20260420', clp('23', 180, 0, [])))
    const claim = await onlyClaim(context)
    expect(claim).toMatchObject({ paidAmount: 80, initialOutcome: 'partially_denied' })
    expect(claim.decisions.map(({ kind, isInitial, outcome }) => [kind, isInitial, outcome])).toEqual([
      ['original', true, 'partially_denied'],
      ['not_our_claim', false, null],
    ])
  })
})
