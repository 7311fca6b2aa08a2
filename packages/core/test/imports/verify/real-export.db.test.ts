import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../../../src/imports/run.ts'
import { verifyExport } from '../../../src/imports/verify/operation.ts'
import { perform } from '../../../src/operation.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const folder = fileURLToPath(new URL('../../../../../../shared/portal-export/', import.meta.url))

describe('a real portal export', () => {
  const use = useDatabase()

  it('comes in whole, is verified to the cent, and changes nothing the second time', async ({ skip }) => {
    skip(!existsSync(folder), 'no portal export stands beside this repository (shared/portal-export)')
    const context = await newContext(use.database)
    await importPaths(context, [folder], { partial: false })
    const report = await perform(verifyExport, context, { directory: folder })
    expect(report.checks.filter(({ equal }) => !equal)).toEqual([])
    expect(report.equal).toBe(true)
    const rows = () => context.db.rows(sql`select md5(string_agg(c::text, '|' order by c.id)) as claims from claims c`)
    const before = await rows()
    const again = await importPaths(context, [folder], { partial: false })
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect(await rows()).toEqual(before)
  })
})
