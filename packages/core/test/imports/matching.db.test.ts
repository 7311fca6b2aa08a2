import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { claim837, claims837, header835, interchange, remittance, render } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('what a remittance decides', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn-matching-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let files = 0
  const transaction = (trace: string, claims: string[][], control = '0001') =>
    remittance({ control, claims, header: header835('0').map((segment) => segment.replace('TRACE-77', trace)) })
  const importing = async (context: Context, transactions: string[][], control?: string) => {
    const file = join(folder, `${++files}.835`)
    writeFileSync(file, render(interchange(transactions, control ? { control } : {})))
    return (await importPaths(context, [file], { partial: false }))[0]!
  }
  const clp = (pcn: string, status: string, charge: number, paid: number, icn: string, member = '', lines: string[] = []) => [
    `CLP*${pcn}*${status}*${charge}*${paid}*0*12*${icn}*11*1`,
    ...(member ? [`NM1*QC*1*Testcase*Rowan****MI*${member}`] : []),
    'DTM*232*20260101',
    ...lines,
  ]
  const svc = (charge: number, paid: number, day: string, ...more: string[]) => [
    `SVC*HC:97110*${charge}*${paid}**1`,
    `DTM*472*${day}`,
    ...(charge === paid ? [] : [`CAS*CO*197*${charge - paid}`]),
    ...more,
  ]
  const claims = ({ db }: Context) => db.rows<{ billed: string; paid: string }>(sql`select billed_amount as billed, paid_amount as paid from claims order by 1`)
  const lines = ({ db }: Context) =>
    db.rows<{ paid: string }>(sql`select line_number as number, billed_amount as billed, paid_amount as paid, status from claim_line_items order by 1`)

  it('is known by its transaction, whatever it is wrapped in, and taken once of one file', async () => {
    const context = await newContext(use.database)
    const one = transaction('T1', [clp('A', '1', 100, 80, 'I1')])
    const first = await importing(context, [one, one, transaction('T1', [clp('B', '1', 90, 70, 'I2')])])
    expect(first).toMatchObject({ merged: { known: 1, decisions: 2, newClaims: 2 } })
    expect(await importing(context, [one, transaction('T2', [clp('C', '1', 10, 10, 'I3')], '0002')], '000000999')).toMatchObject({
      merged: { known: 1, decisions: 1, newClaims: 1 },
    })
    expect(await claims(context)).toEqual([
      { billed: '10.00', paid: '10.00' },
      { billed: '90.00', paid: '70.00' },
      { billed: '100.00', paid: '80.00' },
    ])
  })

  it('is the line of the same charge and day, among several of one code', async () => {
    const context = await newContext(use.database)
    await importing(context, [transaction('L1', [clp('A', '4', 150, 0, 'I1', '', [...svc(100, 0, '20260101'), ...svc(50, 0, '20260102')])])])
    await importing(context, [transaction('L2', [clp('A', '1', 150, 100, 'I1', '', svc(100, 100, '20260101'))])])
    expect(await lines(context)).toEqual([
      { number: 1, billed: '100.00', paid: '100.00', status: 'overturned' },
      { number: 2, billed: '50.00', paid: '0.00', status: 'denied' },
    ])
  })

  it('is a line of its own for each line, where only one bears a control number', async () => {
    const context = await newContext(use.database)
    const decided = (first: number, second: number) => [...svc(100, second, '20260101'), ...svc(100, first, '20260101', 'REF*6R*L1')]
    await importing(context, [transaction('M1', [clp('A', '4', 200, 0, 'I1', '', [...svc(100, 0, '20260101', 'REF*6R*L1'), ...svc(100, 0, '20260101')])])])
    await importing(context, [transaction('M2', [clp('A', '1', 200, 90, 'I1', '', decided(60, 30))])])
    expect((await lines(context)).map(({ paid }) => paid)).toEqual(['60.00', '30.00'])
  })

  it('is a claim of its own where payer control numbers and charges or members differ', async () => {
    const context = await newContext(use.database)
    await importing(context, [
      transaction('P1', [
        clp('PCN-1', '1', 200, 150, 'ICN-1', 'M-1'),
        clp('PCN-1', '1', 300, 250, 'ICN-2', 'M-2'),
        clp('PCN-2', '1', 80, 50, 'ICN-3', 'M-3'),
        clp('PCN-2', '1', 80, 60, 'ICN-4', 'M-4'),
      ]),
    ])
    await importing(context, [transaction('P2', [clp('PCN-1', '1', 300, 5, 'ICN-2', 'M-2'), clp('PCN-1', '1', 400, 1, 'ICN-9', 'M-1')])])
    expect(await claims(context)).toEqual([
      { billed: '80.00', paid: '50.00' },
      { billed: '80.00', paid: '60.00' },
      { billed: '200.00', paid: '150.00' },
      { billed: '300.00', paid: '255.00' },
      { billed: '400.00', paid: '1.00' },
    ])
  })

  it('is one claim where a reversal, a correction under a new number and a second payer decide it, in one file or several', async () => {
    const other = (segments: string[]) => segments.map((segment) => segment.replace('Harbor Mutual Testing*XV*HM001', 'Second Mutual*XV*SM002'))
    const decisions = [
      transaction('R1', [clp('A', '4', 200, 0, 'ICN-1', 'M-1')]),
      transaction('R2', [clp('A', '22', -200, 0, 'ICN-1', 'M-1'), clp('A', '1', 200, 120, 'ICN-7', 'M-1')], '0002'),
      other(transaction('R3', [clp('A', '2', 200, 30, 'XYZ-1', 'Z-77')], '0003')),
    ]
    for (const portions of [[decisions], decisions.map((decision) => [decision])]) {
      const context = await newContext(use.database)
      for (const portion of portions) await importing(context, portion)
      expect(await claims(context)).toEqual([{ billed: '200.00', paid: '150.00' }])
    }
  })

  /** Claims of one number, member, day and charge, which only their services tell apart. */
  const likes = (count: number) => {
    const like = (at: number) => claim837.map((segment) => segment.replace('HC:93000', `HC:9${1000 + at}`))
    const file = join(folder, `${++files}.837`)
    const claims = Array.from({ length: count }, (_, at) => like(at))
    writeFileSync(file, render(interchange([claims837({ claims })], { version: '005010X222A2', functional: 'HC' })))
    return file
  }
  const like = (icn: string, status = '1', sign = '') => [
    `CLP*PCN-1*${status}*${sign}180*${sign}90*0*12*${icn}*11*1`,
    'NM1*QC*1*Testcase*Rowan****MI*M-1001',
    'DTM*232*20260401',
  ]
  const queued = ({ db }: Context) => db.rows<{ n: number }>(sql`select cardinality(candidates) as n from match_queue order by adjudication_id`)

  it('is for somebody to say where it fits two claims, and the next one is so of the same two, in one file or several', async () => {
    const decisions = [transaction('A1', [like('I1')]), transaction('A2', [like('I2')], '0002'), transaction('A3', [like('I1', '22', '-')], '0003')]
    for (const portions of [[decisions], decisions.map((decision) => [decision])]) {
      const context = await newContext(use.database)
      await importPaths(context, [likes(2)], { partial: false })
      for (const portion of portions) await importing(context, portion)
      expect(await queued(context)).toEqual([{ n: 2 }, { n: 2 }])
      // What the payer numbers as the first one is of the claim that stands for it.
      expect((await claims(context)).map(({ paid }) => paid).sort()).toEqual(['0.00', '0.00', '0.00', '90.00'])
    }
  })

  it('keeps no more claims to choose from than somebody looks through', async () => {
    const context = await newContext(use.database)
    await importPaths(context, [likes(60)], { partial: false })
    await importing(context, [transaction('A1', [like('I1')])])
    expect(await queued(context)).toEqual([{ n: 50 }])
  })

  it('is not of a claim that a source happens to name as we name ours', async () => {
    const context = await newContext(use.database)
    await importPaths(context, [likes(1)], { partial: false })
    const [own] = await context.db.rows<{ id: string }>(sql`select id from claims`)
    const portal = join(folder, `${++files}.json`)
    const named = { id: own!.id, patientName: 'Quill, Ada', dateOfService: '2026-01-05', billedAmount: 75, status: 'denied', procedureCodes: ['97110'] }
    writeFileSync(portal, JSON.stringify({ claims: [named] }))
    expect(await importPaths(context, [portal], { partial: false })).toMatchObject([{ outcome: 'imported', merged: { newClaims: 1, changedClaims: 0 } }])
    expect(await context.db.rows(sql`select id, billed_amount as billed from claims order by billed_amount`)).toEqual([
      { id: `src:${own!.id}`, billed: '75.00' },
      { id: own!.id, billed: '180.00' },
    ])
  })

  it('leaves nothing unmatched where one decision is like a second and unlike the first', async () => {
    const context = await newContext(use.database)
    const result = await importing(context, [
      transaction('S1', [clp('A', '1', 200, 10, 'ICN-1'), clp('A', '1', 200, 20, 'ICN-2'), clp('A', '1', 300, 30, 'ICN-2')]),
    ])
    expect(result).toMatchObject({ rejected: [], merged: { decisions: 3, newClaims: 2 } })
    expect((await claims(context)).map(({ paid }) => paid)).toEqual(['30.00', '30.00'])
  })
})
