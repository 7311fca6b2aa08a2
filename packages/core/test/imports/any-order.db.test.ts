import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { refreshComputationOperation } from '../../src/computation/operations.ts'
import { importPaths } from '../../src/imports/run.ts'
import { perform } from '../../src/operation.ts'
import { writePack } from '../../src/writers/pack.ts'
import { billing837, claim835, claim837, claims837, header835, header837, interchange, remittance, render } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { AS_OF } from '../synthetic/collect.ts'
import { filesIn, testFolder } from '../writers/written.ts'
import { stateOf } from './state.ts'

/** With reversals, corrected claims of another month, secondary payers, split lines, lost line numbers and provider level adjustments. */
const GROUP = { seed: 221, claims: 60, months: 3, asOf: AS_OF }

/** What the days count, whichever file brought it. */
const daysOf = async ({ db }: Context): ReturnType<typeof stateOf> => {
  const days = await db.rows<{ row: Record<string, unknown> }>(sql`
    select row from (select to_jsonb(d) - '{organization_id,created_at,created_by}'::text[] as row from organization_daily_metrics d) as days order by row`)
  return { days: days.map(({ row }) => row) }
}

const shuffles = <Item>(items: readonly Item[], count: number): Item[][] =>
  fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { numRuns: count, seed: 3 })

describe('the order of files', () => {
  const use = useDatabase()

  const imported = async (files: readonly string[]) => {
    const context = await newContext(use.database)
    const results = await importPaths(context, files, { partial: false })
    expect(results.filter(({ outcome, rejected }) => outcome === 'refused' || rejected.length > 0).map(({ file }) => basename(file))).toEqual([])
    await perform(refreshComputationOperation, context, {})
    return { ...(await stateOf(context)), ...(await daysOf(context)) }
  }
  const expectSame = (found: Awaited<ReturnType<typeof stateOf>>, expected: Awaited<ReturnType<typeof stateOf>>, order: string) => {
    for (const table of Object.keys(expected)) expect.soft(found[table], `${table}, ${order}`).toEqual(expected[table])
  }

  it('changes nothing of a group: claims, lines, decisions, adjustments, submissions, cash', async () => {
    const folder = testFolder()
    await writePack({ ...GROUP, format: 'x12', folder })
    const files = filesIn(folder)
      .filter((name) => name.endsWith('.edi'))
      .map((name) => join(folder, name))
    const remittances = files.filter((file) => file.includes('835-'))
    const [again, copy] = [join(folder, 'again.edi'), join(folder, 'copy.edi')]
    // One remittance under another interchange control number, and one file twice.
    writeFileSync(again, readFileSync(remittances[1]!, 'latin1').replace(/(?<=\*00501\*|IEA\*1\*)\d{9}/g, '000000999'), 'latin1')
    writeFileSync(copy, readFileSync(remittances[2]!))
    const inTurn = await imported(files)
    expect(inTurn.claims).toHaveLength(GROUP.claims)
    expectSame(await imported([...files, again, copy].reverse()), inTurn, 'remittances first')
    for (const order of shuffles([...files, again, copy], 2)) expectSame(await imported(order), inTurn, order.map((file) => basename(file)).join(' '))
  })

  it('changes nothing of a group that has sent its remittances alone', async () => {
    const folder = testFolder()
    await writePack({ ...GROUP, claims: 200, format: 'x12', folder })
    const files = filesIn(folder)
      .filter((name) => name.includes('835-') && name.endsWith('.edi'))
      .map((name) => join(folder, name))
    const inTurn = await imported(files)
    expectSame(await imported(files.toReversed()), inTurn, 'the last first')
    for (const order of shuffles(files, 2)) expectSame(await imported(order), inTurn, order.map((file) => basename(file)).join(' '))
  })

  it('changes nothing of a claim that was corrected, reversed, decided anew and sent on', async () => {
    const folder = testFolder()
    const files = Object.entries(course).map(([name, content]) => {
      const file = join(folder, `${name}.edi`)
      writeFileSync(file, content)
      return file
    })
    const inTurn = await imported(files)
    expect(inTurn.claims).toMatchObject([
      { payer_id: 'HM001', prior_authorization: null, status: 'overturned', initial_outcome: 'partially_denied', final_outcome: 'paid', paid_amount: 160 },
    ])
    expect(inTurn.claim_submissions).toHaveLength(2)
    for (const order of shuffles(files, 12)) expectSame(await imported(order), inTurn, order.map((file) => basename(file, '.edi')).join(', '))
  })
})

/** A claim of 180: 80 paid and 60 denied, corrected, all taken back and 140 paid, then 20 by the second payer. */
const course = {
  // The prior authorization is what the correction adds: the claim is as it was first sent.
  claim: submission({ claim: claim837.filter((segment) => !segment.startsWith('REF*G1')) }),
  correction: submission({ claim: claim837.map((segment) => segment.replace('11:B:1', '11:B:7')).toSpliced(1, 0, 'REF*F8*ICN-1'), day: '20260501' }),
  forwarded: submission({
    levels: [
      ...billing837,
      'HL*2**22*0',
      'SBR*S*18*******CI',
      'NM1*IL*1*Testcase*Rowan****MI*Z-77',
      'DMG*D8*19800229*F',
      'NM1*PR*2*Second Mutual*****PI*SM002',
    ],
    claim: claim837.toSpliced(
      5,
      0,
      'SBR*P*18*GROUP-9******CI',
      'AMT*D*140',
      'NM1*IL*1*Testcase*Rowan****MI*M-1001',
      'NM1*PR*2*Harbor Mutual Testing*****PI*HM001',
    ),
    day: '20260601',
  }),
  first: payment('T1', '20260415', '80', claim835),
  reversal: payment(
    'T2',
    '20260520',
    '-80',
    claim835
      .map((segment) => segment.replace('CLP*PCN-1*1*180*80', 'CLP*PCN-1*22*-180*-80').replace('*120*80**1', '*-120*-80**-1').replace('*60*0**1', '*-60*0**-1'))
      .map((segment) => segment.replace('CAS*CO*45*40', 'CAS*CO*45*-40').replace('CAS*CO*197*60', 'CAS*CO*197*-60'))
      .filter((segment) => !segment.startsWith('AMT*B6')),
  ),
  // The new decision has a number of its own and knows neither line numbers nor modifiers; the second line comes back in two parts.
  anew: payment('T3', '20260521', '140', [
    'CLP*PCN-1*1*180*140*0*12*ICN-7*11*7',
    'NM1*QC*1*Testcase*Rowan****MI*M-1001',
    'SVC*HC:93000*40*40**1',
    'DTM*472*20260402',
    'REF*6R*L2',
    'SVC*HC:93000*20*20**1',
    'DTM*472*20260402',
    'REF*6R*L2',
    'SVC*HC:99213*120*80**1',
    'DTM*472*20260401',
    'CAS*CO*45*40',
  ]),
  second: payment(
    'T4',
    '20260701',
    '20',
    ['CLP*PCN-1*2*180*20*0*12*XYZ-1*11*1', 'NM1*QC*1*Testcase*Rowan****MI*Z-77', 'DTM*232*20260401', 'CAS*OA*23*140', 'CAS*CO*45*20'],
    'N1*PR*Second Mutual*XV*SM002',
  ),
}

function submission({ levels, claim = claim837, day = '20260403' }: { levels?: string[]; claim?: string[]; day?: string } = {}): Buffer {
  const header = header837().map((segment) => segment.replace('20260403', day))
  return render(interchange([claims837({ header, claims: [claim], ...(levels ? { levels } : {}) })], { version: '005010X222A2', functional: 'HC' }))
}

function payment(trace: string, day: string, amount: string, claim: string[], payer = 'N1*PR*Harbor Mutual Testing*XV*HM001'): Buffer {
  const header = header835(amount).map((segment) =>
    segment.replace('TRACE-77', trace).replace('20260415', day).replace('20260414', day).replace('N1*PR*Harbor Mutual Testing*XV*HM001', payer),
  )
  return render(interchange([remittance({ header, claims: [claim], control: trace })]))
}
