import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { getImport } from '../../../src/imports/history/get.ts'
import { listImports } from '../../../src/imports/history/list.ts'
import { previewKey } from '../../../src/imports/lifecycle.ts'
import { importPaths } from '../../../src/imports/run.ts'
import { perform } from '../../../src/operation.ts'
import { claim835, interchange, remittance, render } from '../../factories/x12.ts'
import { newContext, useDatabase } from '../../support/database.ts'

describe('the history of imports', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn history '))
  let context: Context

  beforeAll(async () => {
    context = await newContext(use.database)
    writeFileSync(join(folder, 'a.835'), render(interchange([remittance({ claims: [claim835] })])))
    writeFileSync(
      join(folder, 'b.835'),
      render(interchange([remittance({ control: '0002', claims: [claim835.map((line) => line.replace('DTM*472*20260401', 'DTM*472*99999999'))] })])),
    )
    const whole = render(interchange([remittance({ control: '0003', claims: [claim835] })]))
    writeFileSync(join(folder, 'c.835'), whole.slice(0, whole.indexOf('SE*')))
    await importPaths(context, [folder], { partial: false })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('lists files, newest first, with what came of them', async () => {
    const { imports, pagination } = await perform(listImports, context, {})
    expect(pagination).toMatchObject({ total: 3, page: 1 })
    const [c, b, a] = imports
    expect(a).toMatchObject({
      fileName: 'a.835',
      format: 'x12-835',
      status: 'complete',
      importedBy: 'test',
      newClaims: 1,
      changedClaims: 0,
      newDecisions: 1,
      deniedClaims: 0,
      rejections: 0,
      error: null,
      undoneAt: null,
      undoneBy: null,
    })
    expect(a!.sha256).toMatch(/^[0-9a-f]{12}$/)
    expect(a!.bytes).toBeGreaterThan(500)
    expect(a!.duration).toBe(new Date(a!.finishedAt!).getTime() - new Date(a!.startedAt).getTime())
    expect(b).toMatchObject({ fileName: 'b.835', rejections: 0, warnings: 1 })
    expect(c).toMatchObject({
      fileName: 'c.835',
      status: 'failed',
      newClaims: null,
      newDecisions: null,
      deniedClaims: null,
      error: expect.stringContaining('byte offset'),
    })
  })

  it('comes in pages, and by status', async () => {
    const second = await perform(listImports, context, { limit: 1, page: 2 })
    expect(second.imports.map(({ fileName }) => fileName)).toEqual(['b.835'])
    expect(second.pagination).toEqual({ total: 3, page: 2, limit: 1, pages: 3 })
    expect((await perform(listImports, context, { status: 'failed' })).imports.map(({ fileName }) => fileName)).toEqual(['c.835'])
    expect((await perform(listImports, context, { page: 9 })).imports).toEqual([])
  })

  it('shows one file with its issues, what was not taken in first', async () => {
    const { imports } = await perform(listImports, context, {})
    const { id } = imports.find(({ fileName }) => fileName === 'b.835')!
    await context.db.run(sql`
      insert into import_rejections (organization_id, import_id, position, severity, code, message, remedy, segment_number)
      values (${context.organization.id}, ${id}, 77, 'rejection', 'x12.bad-amount', 'CLP04 is no amount', 'Correct it.', 12)`)
    const found = await perform(getImport, context, { id: String(id), limit: 1 })
    expect(found.import).toMatchObject({ id, rejections: 1, warnings: 1 })
    expect(found.pagination).toMatchObject({ total: 2, pages: 2 })
    expect(found.issues).toEqual([
      {
        position: 77,
        severity: 'rejection',
        code: 'x12.bad-amount',
        message: 'CLP04 is no amount',
        remedy: 'Correct it.',
        state: 'open',
        place: { byteOffset: null, segment: 12, line: null, field: null, record: null },
      },
    ])
    expect((await perform(getImport, context, { id, limit: 1, page: 2 })).issues).toMatchObject([{ severity: 'warning', code: 'x12.bad-date' }])
  })

  it('leaves out previews that are running', async () => {
    const { id } = (await context.db.row<{ id: number }>(sql`
      insert into imports (organization_id, file_name, format, sha256, bytes, writer)
      values (${context.organization.id}, 'p.835', 'x12', ${previewKey()}, 1, 'nobody') returning id`))!
    expect((await perform(listImports, context, {})).imports.map(({ fileName }) => fileName)).not.toContain('p.835')
    await expect(perform(getImport, context, { id })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('says when there is no such import, also when another organization has it', async () => {
    const { imports } = await perform(listImports, context, {})
    const other = await newContext(use.database)
    expect((await perform(listImports, other, {})).imports).toEqual([])
    await expect(perform(getImport, other, { id: imports[0]!.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(getImport, context, { id: 999_999 })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('There is no import 999999'),
    })
  })
})
