import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { previewPaths } from '../../src/imports/preview.ts'
import { recoverImports } from '../../src/imports/recover.ts'
import { importPaths } from '../../src/imports/run.ts'
import { claim835, interchange, remittance, render } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { startChild } from './children.ts'
import { file835, file837, importsOf, printOf, useFolder } from './undo/files.ts'

const options = { partial: false }

describe('the preview of an import', () => {
  const use = useDatabase()
  const write = useFolder()
  const claims = write(
    'claims.837',
    file837(
      '20260403',
      ['A', 'B', 'C'].map((pcn) => ({ pcn, frequency: '1', diagnosis: 'J069' })),
    ),
  )
  const decisions = write(
    'decisions.835',
    file835(
      'T1',
      '20260415',
      ['A', 'B', 'Z'].map((pcn) => ({ pcn, status: '1', paid: pcn === 'A' ? 0 : 80, extraLine: pcn === 'B' })),
    ),
  )
  const portal = fileURLToPath(new URL('../fixtures/portal/claims.json', import.meta.url))
  const patterns = fileURLToPath(new URL('../fixtures/portal/patterns.json', import.meta.url))

  const everything = async (context: Context) => ({
    ...(await printOf(context)),
    parties: await context.db.rows(
      sql`select id, name, is_placeholder from payers union all select id, concat(name, npi, taxonomy, tax_id), is_placeholder from providers order by 1`,
    ),
    imports: await importsOf(context),
    issues: await context.db.rows(sql`select import_id, code from import_rejections order by 1, position`),
    patterns: await context.db.rows(sql`select id, title from patterns`),
    marks: await context.db.rows(sql`select * from service_days_to_recompute`),
  })

  it('tells what the import then does, and leaves the database as it was', async () => {
    const context = await newContext(use.database)
    for (const path of [decisions, claims, portal, patterns, decisions]) {
      const before = await everything(context)
      const [preview] = await previewPaths(context, [path], options)
      expect(await everything(context)).toEqual(before)
      const [imported] = await importPaths(context, [path], options)
      const isKnown = imported!.outcome === 'unchanged'
      expect(preview).toEqual({
        ...imported,
        outcome: isKnown ? 'unchanged' : 'preview',
        importId: isKnown ? imported!.importId : null,
        message: isKnown ? expect.stringContaining('Imported before') : null,
      })
    }
    expect(await context.db.row(sql`select count(*)::int as changed from import_changes`)).toEqual({ changed: 2 })
  })

  it('takes each file for itself', async () => {
    const context = await newContext(use.database)
    const [submitted, decided] = await previewPaths(context, [claims, decisions], options)
    expect([submitted?.merged?.newClaims, decided?.merged?.newClaims]).toEqual([3, 3])
    const imported = await importPaths(context, [claims, decisions], options)
    expect(imported.map(({ merged }) => merged?.newClaims)).toEqual([3, 1])
  })

  it('adds nothing to a remittance that was read in part', async () => {
    const context = await newContext(use.database)
    const second = claim835.map((segment) => segment.replace('PCN-1', 'PCN-2').replace('ICN-1', 'ICN-2'))
    const whole = render(interchange([remittance({ claims: [claim835, second], summary: ['PLB*1999999984*20261231*WO:K*5'], payment: '155' })]))
    await importPaths(context, [write('cut.835', whole.subarray(0, whole.indexOf('CLP*PCN-2') + 20))], { partial: true })
    const before = await everything(context)
    const [preview] = await previewPaths(context, [write('whole.835', whole)], options)
    expect(preview).toMatchObject({ outcome: 'preview', merged: { newClaims: 1, decisions: 1, known: 1 } })
    expect(await everything(context)).toEqual(before)
  })

  it('refuses what an import refuses', async () => {
    const context = await newContext(use.database)
    const text = readFileSync(claims)
    const [bad, cut] = await previewPaths(context, [write('bad.x12', 'nothing of the kind'), write('cut.837', text.subarray(0, text.length - 120))], options)
    expect([bad?.outcome, cut?.outcome]).toEqual(['refused', 'refused'])
    expect(await importsOf(context)).toEqual([])
    expect(await context.db.rows(sql`select id from claims union all select id from payers union all select id from providers`)).toEqual([])
  })

  it('is removed by whoever comes after a process that was killed', async () => {
    const context = await newContext(use.database)
    const child = await startChild(use.target, context.organization.slug, 'preview', '900')
    child.begin()
    expect(await child.line()).toBe('there')
    await child.kill()
    expect(await importsOf(context)).toMatchObject([{ status: 'merging' }])
    expect(await recoverImports(context)).toEqual({ removed: [], finished: [] })
    expect(await importsOf(context)).toEqual([])
    expect(await context.db.rows(sql`select id from payers union all select id from providers`)).toEqual([])
    expect(await context.db.rows(sql`select claim_id from claim_line_items union all select id from claims`)).toEqual([])
  })
})
