import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { newContext, useDatabase } from '../support/database.ts'

const base = { id: 'CL-1', patientName: 'Quill, Ada', dateOfService: '2026-01-05', submissionDate: '2026-01-06', billedAmount: 200, procedureCodes: ['97110'] }
const line = (lineNumber: number, billedAmount: number, paidAmount: number, more = {}) => ({
  lineNumber,
  procedureCode: '97110',
  dateOfService: '2026-01-05',
  billedAmount,
  paidAmount,
  ...more,
})

describe('a portal export that comes again', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn-exports-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const importing = async (context: Context, ...exports: object[][]) => {
    const results = []
    for (const [index, claims] of exports.entries()) {
      const file = join(folder, `export-${index}.json`)
      writeFileSync(file, JSON.stringify({ claims }))
      results.push(...(await importPaths(context, [file], { partial: false })))
    }
    return results
  }
  const state = ({ db }: Context) =>
    db.row(sql`select status, initial_outcome as initial, final_outcome as final, first_decided_on::text as first, paid_amount as paid from claims`)
  const lines = ({ db }: Context) =>
    db.rows<{ paid: string }>(sql`select line_number as number, billed_amount as billed, paid_amount as paid, status from claim_line_items order by 1`)

  it('states how the claim stands: a date filled in and a payment corrected, or corrected back, do not add up', async () => {
    const context = await newContext(use.database)
    const v1 = { ...base, status: 'paid', paidAmount: 100, lineItems: [line(1, 200, 100)] }
    const v2 = { ...v1, processingDate: '2026-02-01' }
    const v3 = { ...v2, paidAmount: 120, lineItems: [line(1, 200, 120)] }
    const paid = async (version: object) => {
      await importing(context, [version])
      return state(context)
    }
    expect(await paid(v1)).toMatchObject({ paid: '100.00', first: null })
    expect(await paid(v2)).toMatchObject({ paid: '100.00', first: '2026-02-01', initial: 'paid' })
    expect(await paid(v3)).toMatchObject({ paid: '120.00', status: 'paid' })
    expect(await lines(context)).toEqual([{ number: 1, billed: '200.00', paid: '120.00', status: 'paid' }])
    expect(await paid({ ...v2, extraRemark: 'corrected back' })).toMatchObject({ paid: '100.00' })
    expect(await context.db.row(sql`select count(*) as told from adjudications`)).toEqual({ told: 4 })
  })

  it.each([
    ['as they happened', [0, 1]],
    ['the older one late', [1, 0]],
  ])('keeps the denial that a later day overturns, %s', async (_, order) => {
    const context = await newContext(use.database)
    const denied = { ...base, status: 'denied', paidAmount: 0, denialReason: 'Missing Modifier 25', processingDate: '2026-02-01', lineItems: [line(1, 200, 0)] }
    const paid = { ...base, status: 'paid', paidAmount: 150, processingDate: '2026-03-01', lineItems: [line(1, 200, 150)] }
    await importing(context, ...order.map((index) => [index === 0 ? denied : paid]))
    expect(await state(context)).toEqual({ status: 'overturned', initial: 'denied', final: 'paid', first: '2026-02-01', paid: '150.00' })
    expect(await lines(context)).toEqual([{ number: 1, billed: '200.00', paid: '150.00', status: 'overturned' }])
  })

  it('knows a decision that it told before, and takes one whose lines changed', async () => {
    const context = await newContext(use.database)
    const v1 = { ...base, status: 'paid', paidAmount: 100, processingDate: '2026-02-01', lineItems: [line(1, 100, 100), line(2, 100, 0)] }
    const [, same, moved] = await importing(context, [v1], [{ ...v1, extraRemark: 'again' }], [{ ...v1, lineItems: [line(1, 100, 40), line(2, 100, 60)] }])
    expect(same).toMatchObject({ merged: { known: 1, decisions: 0, changedClaims: 1 } })
    expect(moved).toMatchObject({ merged: { known: 0, decisions: 1 } })
    expect((await lines(context)).map(({ paid }) => paid)).toEqual(['40.00', '60.00'])
    expect(await state(context)).toMatchObject({ paid: '100.00' })
  })

  it('takes a claim that stands twice in a file as it stands there last, and says so', async () => {
    for (const lineItems of [[], [line(1, 200, 100)]]) {
      const context = await newContext(use.database)
      const first = { ...base, status: 'paid', paidAmount: 100, processingDate: '2026-02-01', lineItems }
      const others = Array.from({ length: 600 }, (_, index) => ({ ...base, id: `CL-X${index}`, status: 'pending' }))
      const [result] = await importing(context, [first, ...others, { ...first, patientName: 'Quill, Eda' }])
      expect(result?.warnings.filter(({ code }) => code === 'merge.claim-repeated')).toHaveLength(1)
      expect(result).toMatchObject({ outcome: 'imported', merged: { newClaims: 601, decisions: 1 } })
      expect(await context.db.rows(sql`select patient_name as name, paid_amount as paid from claims where id = 'CL-1'`)).toEqual([
        { name: 'Quill, Eda', paid: '100.00' },
      ])
    }
  })

  it('brings every field of lines and appeals that changed', async () => {
    const context = await newContext(use.database)
    const v1 = {
      ...base,
      status: 'appealed',
      paidAmount: 0,
      processingDate: '2026-02-01',
      lineItems: [line(1, 200, 0, { editsFired: ['A'], placeOfService: '11' })],
    }
    const v2 = {
      ...v1,
      appealDate: '2026-02-10',
      lineItems: [
        line(1, 200, 0, { procedureCode: '97112', editsFired: ['A', 'B'], placeOfService: '22', policiesTriggered: ['PO-1'], dateOfService: '2026-01-04' }),
      ],
    }
    await importing(context, [v1], [v2])
    expect(
      await context.db.rows(
        sql`select line_number, procedure_code, edits_fired, place_of_service, policies_triggered, date_of_service::text as day from claim_line_items`,
      ),
    ).toEqual([{ line_number: 1, procedure_code: '97112', edits_fired: ['A', 'B'], place_of_service: '22', policies_triggered: ['PO-1'], day: '2026-01-04' }])
    const appeals = () => context.db.rows(sql`select outcome, appeal_date::text as filed from claim_appeals`)
    expect(await appeals()).toEqual([{ outcome: 'pending', filed: '2026-02-10' }])
    await importing(context, [{ ...v1, extraRemark: 'no appeal date' }])
    expect(await appeals()).toEqual([{ outcome: 'pending', filed: '2026-02-10' }])
  })
})
