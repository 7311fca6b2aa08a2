import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { dismissReject } from '../../../src/imports/quarantine/dismiss.ts'
import { exportRejects } from '../../../src/imports/quarantine/export.ts'
import { getReject } from '../../../src/imports/quarantine/get.ts'
import { listRejects } from '../../../src/imports/quarantine/list.ts'
import { retryReject } from '../../../src/imports/quarantine/retry.ts'
import { perform } from '../../../src/operation.ts'
import { claim835, interchange, remittance, render } from '../../factories/x12.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const whole = render(interchange([remittance({ claims: [claim835] })])).toString()
const broken = whole.replace('CLP*PCN-1*1*180*80', 'CLP*PCN-1*1*180*eighty')

describe('quarantine', () => {
  const use = useDatabase()
  let context: Context
  let importId = 0

  /** An import of which pieces were rejected; their positions count from 1. */
  async function quarantined(pieces: readonly (string | null)[], { format = 'x12-835', status = 'complete' } = {}): Promise<number> {
    const sha256 = String(Math.random())
    const { id } = (await context.db.row<{ id: number }>(sql`
      insert into imports (organization_id, file_name, format, sha256, bytes, status, writer, finished_at)
      values (${context.organization.id}, 'march.835', ${format}, ${sha256}, 1, ${status}, '', now()) returning id`))!
    for (const [index, content] of pieces.entries()) {
      await context.db.run(sql`
        insert into import_rejections (organization_id, import_id, position, severity, code, message, remedy, line_number, content)
        values (${context.organization.id}, ${id}, ${index + 1}, 'rejection', 'x12.bad-amount', 'CLP04 is no amount', 'Correct it.', ${index + 7}, ${content})`)
    }
    await context.db.run(sql`
      insert into import_rejections (organization_id, import_id, position, severity, code, message, remedy)
      values (${context.organization.id}, ${id}, 9999, 'warning', 'x12.bad-date', 'no date', 'Look.')`)
    return id
  }

  beforeEach(async () => {
    context = await newContext(use.database)
    importId = await quarantined([broken, null])
  })

  const states = async () =>
    (await perform(listRejects, context, { state: 'all' })).rejects.map(({ position, state, mendedByImport }) => ({ position, state, mendedByImport }))

  it('lists what is open, without the pieces themselves', async () => {
    const { rejects, pagination } = await perform(listRejects, context, {})
    expect(pagination.total).toBe(2)
    expect(rejects[0]).toEqual({
      importId,
      position: 1,
      fileName: 'march.835',
      format: 'x12-835',
      code: 'x12.bad-amount',
      message: 'CLP04 is no amount',
      remedy: 'Correct it.',
      place: { byteOffset: null, segment: null, line: 7, field: null, record: null },
      state: 'open',
      mendedByImport: null,
      hasContent: true,
    })
    expect(rejects[1]).toMatchObject({ position: 2, hasContent: false })
    expect(JSON.stringify(rejects)).not.toContain('Testcase')
    expect((await perform(listRejects, context, { limit: 1, page: 2 })).rejects).toMatchObject([{ position: 2 }])
    expect((await perform(listRejects, context, { importId: importId + 1 })).rejects).toEqual([])
  })

  it('knows nothing of files that are not there any more', async () => {
    await quarantined([broken], { status: 'undone' })
    await quarantined([broken], { status: 'failed' })
    expect((await perform(listRejects, context, {})).pagination.total).toBe(2)
  })

  it('gives a piece to who may import, and to nobody else', async () => {
    const { reject } = await perform(getReject, context, { importId, position: 1 })
    expect(reject).toMatchObject({ importId, position: 1, content: broken })
    await expect(perform(getReject, context, { importId, position: 3 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(getReject, context, { importId, position: 9999 })).rejects.toMatchObject({ code: 'not_found' })
    const viewer = { ...context, actor: { id: 'viewer', role: 'viewer' as const } }
    await expect(perform(getReject, viewer, { importId, position: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(perform(dismissReject, viewer, { importId, position: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    const other = await newContext(use.database)
    await expect(perform(getReject, other, { importId, position: 1 })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('takes a mended piece in, closes the rejection, and computes what it changes', async () => {
    const mended = await perform(retryReject, context, { importId, position: 1, content: whole })
    expect(mended).toMatchObject({ outcome: 'mended', newClaims: 1, newDecisions: 1, issues: [] })
    expect(mended.mendedByImport).toBeGreaterThan(importId)
    expect(await states()).toEqual([
      { position: 1, state: 'mended', mendedByImport: mended.mendedByImport },
      { position: 2, state: 'open', mendedByImport: null },
    ])
    expect(await context.db.row(sql`select file_name as name, format from imports where id = ${mended.mendedByImport}`)).toEqual({
      name: 'march.835 (mended)',
      format: 'x12-835',
    })
    expect(await context.db.rows(sql`select day from service_days_to_recompute limit 1`)).toEqual([])
    await expect(perform(retryReject, context, { importId, position: 1, content: whole })).rejects.toMatchObject({
      code: 'conflict',
      message: `Rejection 1 of import ${importId} was mended by import ${mended.mendedByImport} before; there is nothing to do.`,
    })
    // The same mended content for another rejection: it is in the database already.
    expect(await perform(retryReject, context, { importId, position: 2, content: whole })).toMatchObject({
      outcome: 'mended',
      mendedByImport: mended.mendedByImport,
      newClaims: 0,
    })
  })

  it.each([
    ['is still wrong', broken, 'x12.bad-amount'],
    ['is no file at all', 'Dear payer', 'file.refused'],
    ['is cut off', whole.slice(0, whole.indexOf('SE*')), 'file.refused'],
  ])('keeps a piece that %s, and leaves no import behind', async (_, content, code) => {
    const { outcome, mendedByImport, issues } = await perform(retryReject, context, { importId, position: 1, content })
    expect({ outcome, mendedByImport, codes: issues.map((issue) => issue.code) }).toEqual({ outcome: 'rejected', mendedByImport: null, codes: [code] })
    expect(await states()).toEqual([
      { position: 1, state: 'open', mendedByImport: null },
      { position: 2, state: 'open', mendedByImport: null },
    ])
    expect(await context.db.row(sql`select count(*) as imports from imports`)).toEqual({ imports: 1 })
  })

  it('dismisses what nobody has to deal with, once', async () => {
    expect(await perform(dismissReject, context, { importId, position: 2 })).toEqual({ importId, position: 2, state: 'dismissed' })
    expect((await perform(listRejects, context, {})).rejects).toMatchObject([{ position: 1 }])
    expect((await perform(listRejects, context, { state: 'dismissed' })).rejects).toMatchObject([{ position: 2 }])
    await expect(perform(dismissReject, context, { importId, position: 2 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(dismissReject, context, { importId, position: 8 })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('exports rejections with their reason, in parts', async () => {
    const first = await perform(exportRejects, context, {})
    expect(first).toMatchObject({ rows: 2, next: null })
    expect(first.csv).toContain('file,place,code,reason,remedy,content\nmarch.835,line 7,x12.bad-amount,CLP04 is no amount,Correct it.,')
    const table = await quarantined(
      Array.from({ length: 501 }, (_, index) => `id,amount\n${index},x\n`),
      { format: 'csv' },
    )
    const one = await perform(exportRejects, context, { importId: table })
    expect(one).toMatchObject({ rows: 500, next: `${table}-500` })
    expect(one.csv.split('\n').slice(0, 2)).toEqual([
      'file,place,code,reason,remedy,id,amount',
      'march.835,line 7,x12.bad-amount,CLP04 is no amount,Correct it.,0,x',
    ])
    const two = await perform(exportRejects, context, { importId: table, after: one.next })
    expect(two).toEqual({ csv: 'march.835,line 507,x12.bad-amount,CLP04 is no amount,Correct it.,500,x\n', rows: 1, next: null })
    await expect(perform(exportRejects, context, { after: 'there' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
