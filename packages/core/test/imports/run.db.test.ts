import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { recoverImports } from '../../src/imports/recover.ts'
import { importPaths, importRecords, type ImportOrigin } from '../../src/imports/run.ts'
import { generateGroup } from '../../src/synthetic/group.ts'
import type { Truth } from '../../src/synthetic/truth.ts'
import { claim835, header835, interchange, remittance, render } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'

const origin = (name: string): ImportOrigin => ({ name, path: name, format: 'synthetic', sha256: name, bytes: 0 })
const TABLES = [
  'payers',
  'providers',
  'imports',
  'claims',
  'claim_line_items',
  'claim_appeals',
  'remittances',
  'adjudications',
  'adjudication_lines',
  'adjustments',
  'adjudication_remarks',
  'provider_level_adjustments',
  'policies',
  'learning_events',
  'code_intelligence',
]

/** Every row of every table that an import writes, as one fingerprint per table. */
async function fingerprint({ db }: Context, tables = TABLES): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {}
  for (const table of tables) {
    found[table] =
      (await db.row<{ rows: string | null }>(sql`select md5(string_agg(t::text, '|' order by t::text)) as rows from ${sql.identifier(table)} t`))?.rows ?? null
  }
  return found
}

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

  it.each(['reading', 'merging', 'publishing'])('is whole again after its process is killed while %s', async (phase) => {
    const victim = await newContext(use.database)
    await killedWhile(phase, victim)
    expect(await victim.db.rows(sql`select id from claims`)).toHaveLength(phase === 'publishing' ? 900 : 0)
    const { removed, finished } = await recoverImports(victim)
    expect([removed, finished]).toEqual(phase === 'publishing' ? [[], ['group']] : [['group'], []])
    const rerun = generateGroup({ seed: 11, claims: 900, asOf: '2026-03-31' })
    const result = await importRecords(victim, origin('group-900'), rerun.records())
    expect(result.outcome).toBe(phase === 'publishing' ? 'unchanged' : 'imported')
    if (phase === 'publishing') Array.from(rerun.records())
    expect(await recount(victim)).toMatchObject(expectedOf(rerun.truth()))
  })

  /** Starts an import in another process and ends that with SIGKILL once it is some steps into the phase. */
  async function killedWhile(phase: string, { organization }: Context): Promise<void> {
    const script = fileURLToPath(new URL('./import-child.ts', import.meta.url))
    const child = spawn(process.execPath, [script, JSON.stringify(use.target), organization.slug, '900'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    let steps = 0
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      steps += chunk
        .toString()
        .split('\n')
        .filter((line) => line === phase).length
      if (steps >= 1) child.kill('SIGKILL')
    }
    await ended
    expect(steps).toBeGreaterThan(0)
  }
})

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
    context.db.rows(
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
    const segments = interchange([
      remittance({ claims: [claim('E', '1', 80, paid)], header: header835('80').map((segment) => segment.replace('TRACE-77', 'TE')) }),
    ])
    const rewrapped = join(folder, 'rewrapped.835')
    writeFileSync(rewrapped, render(segments, { element: '|', component: ':', terminator: '~' }))
    const [result] = await importPaths(context, [rewrapped], { partial: false })
    expect(result).toMatchObject({ outcome: 'imported', merged: { known: 1, decisions: 0, newClaims: 0 } })
    expect(await fingerprint(context, ['claims', 'adjudications', 'adjustments', 'remittances'])).toEqual(before)
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
    expect(results[0]?.message).toContain('byte 0')
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
