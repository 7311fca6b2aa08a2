import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { claim835, header835, interchange, remittance, render } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { fingerprint } from './fingerprint.ts'

describe('importing remittances', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const write = (name: string, claims: string[][], options: { trace?: string; date?: string; control?: string; payment?: string } = {}) => {
    const header = header835(options.payment ?? '80').map((segment) =>
      segment.replace('TRACE-77', options.trace ?? 'TRACE-77').replace('20260415', options.date ?? '20260415'),
    )
    const file = join(folder, name)
    writeFileSync(file, render(interchange([remittance({ claims, header })], { control: options.control ?? '000000101' })))
    return file
  }
  const claim = (control: string, code: string, paid: number, line: string[]) => [
    `CLP*${control}*${code}*120*${paid}*0*12*ICN-${control}*11*1`,
    'DTM*232*20260401',
    ...line,
  ]
  const denied = ['SVC*HC:99213*120*0**1', 'DTM*472*20260401', 'CAS*CO*197*120']
  const paid = ['SVC*HC:99213*120*80**1', 'DTM*472*20260401', 'CAS*CO*45*40']
  const reversed = ['SVC*HC:99213*-120*0**-1', 'DTM*472*20260401', 'CAS*CO*197*-120']

  const state = (context: Context) =>
    context.db.rows<{ pcn: string; paid: string }>(
      sql`select patient_control_number as pcn, status, initial_outcome as initial, final_outcome as final, billed_amount as billed, paid_amount as paid, first_denied_on::text as denied from claims order by 1`,
    )

  it('makes a claim of a remittance that no claim was sent for, with its lines', async () => {
    const context = await newContext(use.database)
    const [result] = await importPaths(context, [write('one.835', [claim835])], { partial: false })
    expect(result).toMatchObject({
      outcome: 'imported',
      claimPayments: 1,
      paymentLines: 2,
      deniedLines: 1,
      deniedClaims: 0,
      merged: { newClaims: 1, decisions: 1 },
    })
    expect(await state(context)).toEqual([
      {
        pcn: 'PCN-1',
        status: 'partially_denied',
        initial: 'partially_denied',
        final: 'partially_denied',
        billed: '180.00',
        paid: '80.00',
        denied: '2026-04-15',
      },
    ])
    expect(
      await context.db.rows(
        sql`select line_number, procedure_code, billed_amount, paid_amount, initially_denied, denial_reason, status from claim_line_items order by 1`,
      ),
    ).toEqual([
      { line_number: 1, procedure_code: '99213', billed_amount: '120.00', paid_amount: '80.00', initially_denied: false, denial_reason: null, status: 'paid' },
      {
        line_number: 2,
        procedure_code: '93000',
        billed_amount: '60.00',
        paid_amount: '0.00',
        initially_denied: true,
        denial_reason: 'Authorization absent',
        status: 'denied',
      },
    ])
    expect(await context.db.rows(sql`select submission_date::text, submission_basis, member_id from claims`)).toEqual([
      { submission_date: '2026-04-10', submission_basis: 'payer_received', member_id: 'M-1001' },
    ])
  })

  it('keeps the initial denial when a reversal and a correction pay the claim, in a later file', async () => {
    const context = await newContext(use.database)
    await importPaths(context, [write('first.835', [claim('A', '1', 0, denied)], { payment: '0' })], { partial: false })
    expect(await state(context)).toEqual([
      { pcn: 'A', status: 'denied', initial: 'denied', final: 'denied', billed: '120.00', paid: '0.00', denied: '2026-04-15' },
    ])
    await context.db.run(sql`delete from service_days_to_recompute`)
    const reversal = ['CLP*A*22*-120*0*0*12*ICN-A*11*1', 'DTM*232*20260401', ...reversed]
    await importPaths(context, [write('second.835', [reversal, claim('A', '1', 80, paid)], { trace: 'TRACE-78', date: '20260520' })], { partial: false })
    expect(await state(context)).toEqual([
      { pcn: 'A', status: 'overturned', initial: 'denied', final: 'paid', billed: '120.00', paid: '80.00', denied: '2026-04-15' },
    ])
    expect(await context.db.rows(sql`select date_basis, day::text from service_days_to_recompute order by 1, 2`)).toEqual([
      { date_basis: 'payment', day: '2026-04-15' },
      { date_basis: 'payment', day: '2026-05-20' },
      { date_basis: 'service', day: '2026-04-01' },
      { date_basis: 'submission', day: '2026-04-01' },
    ])
  })

  it('takes a paid claim that is reversed and not decided again as pending', async () => {
    const context = await newContext(use.database)
    const back = ['CLP*B*22*-120*-80*0*12*ICN-B*11*1', 'DTM*232*20260401', 'SVC*HC:99213*-120*-80**-1', 'DTM*472*20260401', 'CAS*CO*45*-40']
    await importPaths(context, [write('b1.835', [claim('B', '1', 80, paid)]), write('b2.835', [back], { trace: 'T2', date: '20260520', payment: '-80' })], {
      partial: false,
    })
    expect(await state(context)).toEqual([{ pcn: 'B', status: 'pending', initial: 'paid', final: null, billed: '120.00', paid: '0.00', denied: null }])
  })

  it('takes the primary payer for the initial decision, whichever file comes first', async () => {
    const primary = write('p.835', [claim('D', '1', 0, denied)], { payment: '0', trace: 'P1' })
    const secondary = write('s.835', [claim('D', '2', 0, ['SVC*HC:99213*120*0**1', 'DTM*472*20260401', 'CAS*OA*23*120'])], {
      payment: '0',
      trace: 'S1',
      date: '20260601',
    })
    const states = []
    for (const files of [
      [primary, secondary],
      [secondary, primary],
    ]) {
      const context = await newContext(use.database)
      await importPaths(context, files, { partial: false })
      states.push(await state(context))
    }
    expect(states[0]).toEqual([{ pcn: 'D', status: 'denied', initial: 'denied', final: 'denied', billed: '120.00', paid: '0.00', denied: '2026-04-15' }])
    expect(states[1]).toEqual(states[0])
  })

  it('knows a remittance that comes again inside another file', async () => {
    const context = await newContext(use.database)
    const once = write('e.835', [claim('E', '1', 80, paid)], { trace: 'TE' })
    await importPaths(context, [once], { partial: false })
    const before = await fingerprint(context, ['claims', 'adjudications', 'adjustments', 'remittances'])
    const segments = interchange(
      [remittance({ claims: [claim('E', '1', 80, paid)], header: header835('80').map((segment) => segment.replace('TRACE-77', 'TE')) })],
      { control: '000000999' },
    )
    const rewrapped = join(folder, 'rewrapped.835')
    writeFileSync(rewrapped, render(segments, { element: '|', component: ':', terminator: '~' }))
    const [result] = await importPaths(context, [rewrapped], { partial: false })
    expect(result).toMatchObject({ outcome: 'imported', merged: { known: 1, decisions: 0, newClaims: 0 } })
    expect(await fingerprint(context, ['claims', 'adjudications', 'adjustments', 'remittances'])).toEqual(before)
  })

  it('adds what was missing when the whole file follows one that was read in part', async () => {
    const context = await newContext(use.database)
    const whole = render(
      interchange([
        remittance({ claims: [claim('K1', '1', 80, paid), claim('K2', '1', 80, paid)], header: header835('155'), summary: ['PLB*1999999984*20261231*WO:K*5'] }),
      ]),
    )
    const [cut, full] = [join(folder, 'cut.835'), join(folder, 'full.835')]
    writeFileSync(cut, whole.subarray(0, whole.indexOf('CLP*K2') + 30))
    writeFileSync(full, whole)
    await importPaths(context, [cut], { partial: true })
    expect((await state(context)).map(({ pcn }) => pcn)).toEqual(['K1'])
    const [result] = await importPaths(context, [full], { partial: false })
    expect(result).toMatchObject({ outcome: 'imported', merged: { newClaims: 1, decisions: 1, known: 1 } })
    expect((await state(context)).map(({ pcn, paid }) => [pcn, paid])).toEqual([
      ['K1', '80.00'],
      ['K2', '80.00'],
    ])
    expect(await context.db.rows(sql`select count(*) as remittances, (select sum(amount) from provider_level_adjustments) as plb from remittances`)).toEqual([
      { remittances: 1, plb: '5.00' },
    ])
  })

  it('keeps provider-level adjustments with their remittance', async () => {
    const context = await newContext(use.database)
    const file = join(folder, 'plb.835')
    writeFileSync(
      file,
      render(interchange([remittance({ claims: [claim('F', '1', 80, paid)], header: header835('75'), summary: ['PLB*1999999984*20261231*WO:F1*5'] })])),
    )
    await importPaths(context, [file], { partial: false })
    expect(
      await context.db.rows(
        sql`select provider_identifier, fiscal_period_end::text, reason_code, reference, amount, payment_amount from provider_level_adjustments p join remittances r on r.id = p.remittance_id`,
      ),
    ).toEqual([
      { provider_identifier: '1999999984', fiscal_period_end: '2026-12-31', reason_code: 'WO', reference: 'F1', amount: '5.00', payment_amount: '75.00' },
    ])
  })

  it('refuses a file that is not what it claims and imports the next one', async () => {
    const context = await newContext(use.database)
    const bad = join(folder, 'bad.835')
    writeFileSync(bad, 'nothing of the kind')
    const results = await importPaths(context, [bad, write('g.835', [claim('G', '1', 80, paid)], { trace: 'TG' })], { partial: false })
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'imported'])
    // What it is not, what it is instead, and what to do – without a word of its content.
    expect(results[0]?.message).toMatch(/^bad\.835: the file does not begin with an ISA segment.* it begins with plain text\. Get it from its sender/)
    expect(results[0]?.message).not.toContain('nothing of the kind')
  })

  it('imports two files of one organization at once as if one came after the other', async () => {
    const context = await newContext(use.database)
    const reversal = ['CLP*H*22*-120*0*0*12*ICN-H*11*1', 'DTM*232*20260401', ...reversed]
    const files = [
      write('h1.835', [claim('H', '1', 0, denied)], { payment: '0', trace: 'H1' }),
      write('h2.835', [reversal, claim('H', '1', 80, paid)], { trace: 'H2', date: '20260520' }),
    ]
    await Promise.all(files.map((file) => importPaths(context, [file], { partial: false })))
    expect(await state(context)).toEqual([
      { pcn: 'H', status: 'overturned', initial: 'denied', final: 'paid', billed: '120.00', paid: '80.00', denied: '2026-04-15' },
    ])
  })
})
