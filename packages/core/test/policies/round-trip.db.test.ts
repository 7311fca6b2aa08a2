import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { policiesCsvImporter } from '../../src/imports/formats/policies-csv/importer.ts'
import { portalJsonImporter } from '../../src/imports/formats/portal-json/importer.ts'
import { importRecords } from '../../src/imports/run.ts'
import { perform } from '../../src/operation.ts'
import { exportPolicies } from '../../src/policies/export.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { arbitraryPolicies } from './arbitrary-policies.ts'

const importerOf = { json: portalJsonImporter, csv: policiesCsvImporter }
type Format = keyof typeof importerOf

async function* bytesOf(text: string) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}

let files = 0
async function importText(context: Context, format: Format, text: string) {
  const importer = importerOf[format]
  expect(importer.detect(Buffer.from(text).subarray(0, 4096), 'policies')).toBe(true)
  const sha256 = String(++files).padStart(64, '0')
  return importRecords(
    context,
    { name: `policies.${format}`, path: `policies.${format}`, format: importer.name, sha256, bytes: text.length },
    importer.read(bytesOf(text), { partial: false }),
  )
}
const exported = async (context: Context, format: Format) => (await perform(exportPolicies, context, { format })).content

describe('policies, exported and imported', () => {
  const use = useDatabase()

  it('are the same, as JSON and as a table, and from the one to the other', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPolicies, async (policies) => {
        const [first, second, third] = [await newContext(use.database), await newContext(use.database), await newContext(use.database)]
        const { rejected } = await importText(first, 'json', JSON.stringify(policies))
        expect(rejected).toEqual([])
        const [json, csv] = [await exported(first, 'json'), await exported(first, 'csv')]
        expect(JSON.parse(json)).toEqual(policies)
        expect((await importText(second, 'csv', csv)).rejected).toEqual([])
        expect(await exported(second, 'csv')).toBe(csv)
        expect(await exported(second, 'json')).toBe(json)
        await importText(third, 'json', json)
        expect(await exported(third, 'json')).toBe(json)
      }),
      { numRuns: 8 },
    )
  })

  it('keep fields that nobody knows, and change only what differs when they come again', async () => {
    const context = await newContext(use.database)
    // Also where a spreadsheet would take a cell for a formula.
    const texts = { description: '=HYPERLINK("http://x")', fixGuidance: "'-1", owner: '＝Coding, east', '+more': '-5' }
    const policy = { id: 'P-1', name: '@One', mode: 'active', logicType: 'Modifier', procedureCodes: ['99213'], ...texts }
    await importText(context, 'json', JSON.stringify([policy]))
    expect(JSON.parse(await exported(context, 'json'))).toEqual([policy])
    const csv = await exported(context, 'csv')
    expect(csv.split('\n')[0]).toMatch(/,owner$/)
    const again = await importText(context, 'csv', csv)
    expect(again.warnings.map(({ code }) => code)).toEqual(['policies.column-not-known', 'policies.column-not-known'])
    expect(await exported(context, 'csv')).toBe(csv)
    expect((await importText(context, 'csv', `${csv} `)).merged?.other).toEqual({ inserted: 0, updated: 0, unchanged: 1 })
  })

  it('are put together from their columns where no import brought them', async () => {
    const { db, ...context } = await newContext(use.database)
    await db.transaction(async (tx) => {
      const id = db.organizationId
      await tx.run(
        sql`insert into policies (organization_id, id, name, mode, effective_date, age_restrictions) values (${id}, 'P-9', 'Nine', 'draft', '2026-02-01', '18+')`,
      )
      await tx.run(sql`insert into policy_procedure_codes (organization_id, policy_id, code) values (${id}, 'P-9', '97110')`)
      await tx.run(sql`
        insert into policy_conditions (organization_id, policy_id, kind, code, label)
        values (${id}, 'P-9', 'carc', '50', null), (${id}, 'P-9', 'modifier_required', 'GP', null), (${id}, 'P-9', 'claim_type', 'professional', null)`)
    })
    const [policy] = JSON.parse(await exported({ db, ...context }, 'json')) as [Record<string, unknown>]
    expect(policy).toMatchObject({
      id: 'P-9',
      name: 'Nine',
      mode: 'draft',
      effectiveDate: '2026-02-01',
      endDate: null,
      ageRestrictions: '18+',
      procedureCodes: ['97110'],
      modifiers: ['GP'],
      diagnosisCodes: [],
      applicableClaimTypes: ['professional'],
      carcCodes: [{ code: '50', description: null }],
    })
  })

  it('are none where there are none', async () => {
    const context = await newContext(use.database)
    expect(await perform(exportPolicies, context, {})).toEqual({ format: 'json', policies: 0, content: '[]\n' })
    expect((await importText(context, 'csv', await exported(context, 'csv'))).warnings.map(({ code }) => code)).toEqual(['policies.empty'])
  })
})
