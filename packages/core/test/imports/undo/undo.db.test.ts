import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { deriveClaims } from '../../../src/adjudication/write.ts'
import type { Context } from '../../../src/context.ts'
import { importPaths } from '../../../src/imports/run.ts'
import { undoImport } from '../../../src/imports/undo/operation.ts'
import { resolveMatch } from '../../../src/matches/resolve.ts'
import { perform } from '../../../src/operation.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { file835, file837, importsOf, printOf, useFolder, type PaymentSpec, type SubmissionSpec } from './files.ts'

const options = { partial: false }

describe('undoing an import', () => {
  const use = useDatabase()
  const write = useFolder()
  const importing = async (context: Context, path: string) => {
    const [result] = await importPaths(context, [path], options)
    expect(result).toMatchObject({ outcome: 'imported' })
    return result!.importId as number
  }
  const undo = (context: Context, id: number) => perform(undoImport, context, { id })

  const claims = file837('20260403', [
    { pcn: 'A', frequency: '1', diagnosis: 'J069' },
    { pcn: 'B', frequency: '1', diagnosis: 'J069' },
  ])
  const denials = file835('T1', '20260415', [
    { pcn: 'A', status: '1', paid: 0, extraLine: true },
    { pcn: 'C', status: '1', paid: 120 },
  ])
  const corrections = file835('T2', '20260520', [
    { pcn: 'A', status: '22', paid: 0 },
    { pcn: 'A', status: '1', paid: 80 },
  ])

  it('leaves claims as they were before a remittance, and the file can be imported again', async () => {
    const context = await newContext(use.database)
    await importing(context, write('claims.837', claims))
    const before = await printOf(context)
    const path = write('denials.835', denials)
    const id = await importing(context, path)
    const after = await printOf(context)
    expect(after.claims).not.toEqual(before.claims)
    const numbers = () => context.db.rows(sql`select patient_control_number as pcn, payer_control_number as icn from claims order by 1`)
    expect(await numbers()).toEqual([
      { pcn: 'A', icn: 'ICN-A' },
      { pcn: 'B', icn: null },
      { pcn: 'C', icn: 'ICN-C' },
    ])
    expect(await undo(context, id)).toMatchObject({ fileName: 'denials.835', claims: 1, decisions: 2, restoredClaims: 1, computedDays: expect.any(Number) })
    expect(await printOf(context)).toEqual(before)
    expect(await numbers()).toEqual([
      { pcn: 'A', icn: null },
      { pcn: 'B', icn: null },
    ])
    expect((await importsOf(context)).map(({ status }) => status)).toEqual(['complete', 'undone'])
    expect(await context.db.row(sql`select undone_by as by, undone_at is not null as at from imports where id = ${id}`)).toEqual({ by: 'test', at: true })
    expect(await context.db.rows(sql`select day from service_days_to_recompute`)).toEqual([])
    await importing(context, path)
    expect(await context.db.row(sql`select count(*)::int as decisions from adjudications`)).toEqual({ decisions: 2 })
  })

  it('leaves a claim known by its remittance alone when its submission is undone', async () => {
    const context = await newContext(use.database)
    await importing(context, write('first.835', denials))
    const before = await printOf(context)
    const id = await importing(context, write('late.837', claims))
    expect(await context.db.row(sql`select count(*)::int as submitted from claims where is_submitted`)).toEqual({ submitted: 2 })
    expect(await undo(context, id)).toMatchObject({ claims: 1, restoredClaims: 1 })
    expect(await printOf(context)).toEqual(before)
  })

  it('opens an appeal again that the remittance had closed, and takes back a payment that won it', async () => {
    const context = await newContext(use.database)
    await importing(context, write('appealed.837', claims))
    await importing(context, write('denied.835', denials))
    await context.db.run(sql`
      insert into claim_appeals (organization_id, claim_id, level, appeal_date)
      select organization_id, id, 1, '2026-05-01' from claims where patient_control_number = 'A'`)
    const ids = await context.db.rows<{ id: string }>(sql`select id from claims`)
    await context.db.transaction((tx) =>
      deriveClaims(
        tx,
        context.organization.id,
        ids.map(({ id }) => id),
      ),
    )
    const before = await printOf(context)
    const id = await importing(context, write('won.835', corrections))
    const appeals = () => context.db.rows(sql`select outcome, closed_by as by from claim_appeals`)
    expect(await appeals()).toEqual([{ outcome: 'overturned', by: 'remittance' }])
    await undo(context, id)
    expect(await appeals()).toEqual([{ outcome: 'pending', by: null }])
    expect(await printOf(context)).toEqual(before)
  })

  it('takes either part of a claim that two files share away from the other', async () => {
    const parts = ['claims.csv', 'claims_transactions.csv'].map((name) => fileURLToPath(new URL(`../../fixtures/csv/synthea/${name}`, import.meta.url)))
    for (const [first, second] of [parts, parts.toReversed()]) {
      const context = await newContext(use.database)
      const base = await importing(context, first as string)
      const before = await printOf(context)
      const id = await importing(context, second as string)
      await expect(undo(context, base)).rejects.toMatchObject({ code: 'conflict' })
      expect(await undo(context, id)).toMatchObject({ claims: 0, restoredClaims: 3 })
      expect(await printOf(context)).toEqual(before)
    }
  })

  it('is refused while later files build on it, which it names', async () => {
    const context = await newContext(use.database)
    const first = await importing(context, write('base.837', claims))
    const second = await importing(context, write('decides.835', denials))
    const third = await importing(context, write('voids.837', file837('20260501', [{ pcn: 'B', frequency: '8', diagnosis: 'J069' }])))
    const before = await printOf(context)
    await expect(undo(context, first)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`voids.837 (import ${third}), decides.835 (import ${second}) came later`),
    })
    expect(await printOf(context)).toEqual(before)
    // One remittance does not build on another: each can go.
    const fourth = await importing(context, write('corrects.835', file835('T9', '20260601', [{ pcn: 'B', status: '1', paid: 10 }])))
    await undo(context, second)
    await undo(context, fourth)
    await undo(context, third)
    await undo(context, first)
    expect(await context.db.rows(sql`select id from claims`)).toEqual([])
    expect(await context.db.rows(sql`select id from payers union all select id from providers`)).toEqual([])
    expect(await context.db.rows(sql`select 1 from organization_daily_metrics`)).toEqual([])
  })

  it('is refused where a later decision stands on a line that it added, or in its remittance', async () => {
    const context = await newContext(use.database)
    await importing(context, write('two.837', claims))
    const adds = await importing(context, write('adds.835', file835('L1', '20260415', [{ pcn: 'A', status: '1', paid: 0, extraLine: true }])))
    await importing(context, write('later.835', file835('L2', '20260515', [{ pcn: 'A', status: '1', paid: 120, extraLine: true }])))
    await expect(undo(context, adds)).rejects.toMatchObject({ message: expect.stringContaining('later.835') })

    const other = await newContext(use.database)
    const part = await importing(other, write('part.835', file835('R1', '20260415', [{ pcn: 'A', status: '1', paid: 0 }])))
    const whole = [
      { pcn: 'A', status: '1', paid: 0 },
      { pcn: 'B', status: '1', paid: 120 },
    ]
    await importing(other, write('whole.835', file835('R1', '20260415', whole)))
    await expect(undo(other, part)).rejects.toMatchObject({ message: expect.stringContaining('whole.835') })
  })

  it('is refused while a decision may be of its claims, and when a person has said that it is', async () => {
    const context = await newContext(use.database)
    const one = [{ pcn: 'A', frequency: '1', diagnosis: 'J069' }]
    await importing(context, write('first.837', file837('20260403', one)))
    const second = await importing(context, write('second.837', file837('20260403', one, 'M-2002')))
    const decided = await importing(context, write('either.835', file835('Q1', '20260415', [{ pcn: 'A', status: '1', paid: 80, member: '' }])))
    await expect(undo(context, second)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('either.835') })
    const queued = await context.db.row<{ id: number }>(sql`select adjudication_id as id from match_queue`)
    const chosen = await context.db.row<{ id: string }>(sql`select id from claims where import_id = ${second}`)
    const before = await printOf(context)
    await perform(resolveMatch, context, { adjudicationId: String(queued!.id), claimId: chosen!.id })
    await expect(undo(context, second)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('either.835') })
    await undo(context, decided)
    await undo(context, second)
    expect(await context.db.row(sql`select count(*)::int as claims from claims`)).toEqual({ claims: 1 })
    expect(before.claims).not.toEqual((await printOf(context)).claims)
  })

  it('leaves what a file in between would have left had it never come', async () => {
    const [all, without] = [await newContext(use.database), await newContext(use.database)]
    const derived = ({ db }: Context) =>
      db.rows(sql`
        select patient_control_number as pcn, payer_control_number as icn, status, paid_amount as paid, initial_outcome as initial, final_outcome as final,
          first_decided_on as decided, denied_amount as denied, line_count as lines from claims order by 1`)
    await importing(all, write('sent.837', claims))
    const between = await importing(all, write('between.835', file835('B1', '20260415', [{ pcn: 'A', status: '1', paid: 0 }])))
    await importing(all, write('last.835', corrections))
    await undo(all, between)
    await importing(without, write('sent.837', claims))
    await importing(without, write('last.835', corrections))
    expect(await derived(all)).toEqual(await derived(without))
  })

  it('is refused for what is not versioned, not there, over or not complete', async () => {
    const context = await newContext(use.database)
    const portal = await importing(context, write('portal.json', JSON.stringify({ patterns: [{ id: 'PT-1', title: 'One' }], claims: [] })))
    await expect(undo(context, portal)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('1 policies, patterns, learning events') })
    await expect(undo(context, 999_999)).rejects.toMatchObject({ code: 'not_found' })
    const id = await importing(context, write('once.837', claims))
    await undo(context, id)
    await expect(undo(context, id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('undone already') })
    const old = await importing(context, write('old.835', denials))
    await context.db.run(sql`update imports set summary = summary #- '{merged,objects}' where id = ${old}`)
    await expect(undo(context, old)).rejects.toMatchObject({ message: expect.stringContaining('earlier version of Overturn') })
    await expect(perform(undoImport, { ...context, actor: { id: 'v', role: 'viewer' } }, { id: old })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(perform(undoImport, await newContext(use.database), { id: old })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('lets imported patterns and events name claims that are gone, and find them again', async () => {
    const context = await newContext(use.database)
    const claim = {
      id: 'CL-1',
      patientName: 'Quill, Ada',
      dateOfService: '2026-01-05',
      submissionDate: '2026-01-06',
      billedAmount: 200,
      status: 'denied',
      procedureCodes: ['97110'],
      lineItems: [],
    }
    const evidence = [{ claimId: 'CL-1', serviceDate: '2026-01-05', billedAmount: 200, denialReason: 'Missing Modifier 25' }]
    const patterns = [{ id: 'PT-1', title: 'One', affectedClaims: ['CL-1', 'CL-2'], evidence }]
    await importing(context, write('patterns.json', JSON.stringify({ patterns, claims: [] })))
    const links = () =>
      context.db
        .row(sql`select (select count(*) from pattern_evidence where claim_id is not null)::int as linked, (select count(*) from pattern_evidence)::int as evidence,
        (select count(*) from unresolved_references where field = 'affectedClaims')::int as waiting`)
    const before = await links()
    expect(before).toEqual({ linked: 0, evidence: 1, waiting: 2 })
    const path = write('claims.json', JSON.stringify({ claims: [claim] }))
    const id = await importing(context, path)
    expect(await links()).toEqual({ linked: 1, evidence: 1, waiting: 1 })
    await undo(context, id)
    expect(await links()).toEqual(before)
    await importing(context, path)
    expect(await links()).toEqual({ linked: 1, evidence: 1, waiting: 1 })
  })

  const pcn = fc.constantFrom('A', 'B', 'C', 'D')
  const payments: fc.Arbitrary<PaymentSpec[]> = fc.array(
    fc.record({ pcn, status: fc.constantFrom('1', '1', '2', '22', '4'), paid: fc.constantFrom(0, 80, 120), extraLine: fc.boolean() }),
    { minLength: 1, maxLength: 5 },
  )
  const submissions: fc.Arbitrary<SubmissionSpec[]> = fc.array(
    fc.record({ pcn, frequency: fc.constantFrom('1', '1', '7', '8'), diagnosis: fc.constantFrom('J069', 'I10') }),
    { minLength: 1, maxLength: 4 },
  )
  const exported = fc.array(
    fc.record({
      id: fc.constantFrom('CL-1', 'CL-2', 'CL-3'),
      status: fc.constantFrom('paid', 'denied', 'pending', 'appealed'),
      paid: fc.constantFrom(0, 50, 100),
      day: fc.constantFrom(null, '2026-02-01', '2026-03-01'),
      name: fc.constantFrom('Quill, Ada', 'Quill, Eda'),
      lines: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  type Claim = typeof exported extends fc.Arbitrary<(infer One)[]> ? One : never
  const portal = (claims: Claim[]) =>
    JSON.stringify({
      claims: claims.map(({ id, status, paid, day, name, lines }) => ({
        id,
        patientName: name,
        dateOfService: '2026-01-05',
        submissionDate: '2026-01-06',
        billedAmount: 200,
        status,
        paidAmount: paid,
        ...(day && { processingDate: day }),
        ...(status === 'appealed' && { appealDate: '2026-02-10' }),
        ...(status === 'denied' && { denialReason: 'Missing Modifier 25' }),
        lineItems: Array.from({ length: lines }, (_, at) => ({ lineNumber: at + 1, procedureCode: '97110', billedAmount: 100, paidAmount: paid / 2 })),
      })),
    })
  const date = fc.constantFrom('20260415', '20260515', '20260615')
  const files = fc.array(fc.oneof(fc.record({ trace: fc.uuid(), date, payments }), fc.record({ date, submissions }), fc.record({ exported })), {
    minLength: 2,
    maxLength: 5,
  })
  const written = (file: typeof files extends fc.Arbitrary<(infer One)[]> ? One : never) => {
    if ('payments' in file) return write('x.835', file835(file.trace, file.date, file.payments))
    return 'submissions' in file ? write('x.837', file837(file.date, file.submissions)) : write('x.json', portal(file.exported))
  }

  it('goes back through every state that the imports made, the last one first', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (all) => {
        const context = await newContext(use.database)
        const states: { id: number; before: Record<string, string | null> }[] = []
        for (const file of all) {
          const before = await printOf(context)
          const [result] = await importPaths(context, [written(file)], options)
          if (result?.outcome === 'imported') states.push({ id: result.importId as number, before })
        }
        for (const { id, before } of states.reverse()) {
          await undo(context, id)
          expect(await printOf(context)).toEqual(before)
        }
      }),
      { numRuns: 10 },
    )
  }, 120_000)
})
