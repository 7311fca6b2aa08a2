import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { importPaths } from '../../../src/imports/run.ts'
import { verifyExport } from '../../../src/imports/verify/operation.ts'
import { perform } from '../../../src/operation.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const fixture = fileURLToPath(new URL('../../fixtures/portal/', import.meta.url))
const files = ['activity.json', 'claims.json', 'patterns.json', 'policies.json', 'providers.json']
const tables = [
  'claims',
  'claim_line_items',
  'claim_appeals',
  'adjudications',
  'adjudication_lines',
  'providers',
  'patterns',
  'pattern_evidence',
  'pattern_relations',
  'pattern_actions',
  'policies',
  'policy_procedure_codes',
  'policy_conditions',
  'learning_events',
  'code_intelligence',
  'unresolved_references',
  'import_word_mappings',
]

const importing = (context: Context, folder: string, order: readonly string[]) =>
  importPaths(
    context,
    order.map((file) => join(folder, file)),
    { partial: false },
  )
const verify = (context: Context, directory: string) => perform(verifyExport, context, { directory })
const rows = (context: Context) =>
  Promise.all(tables.map((table) => context.db.rows(sql`select t.*, t.xmin::text as version from ${sql.raw(table)} t order by t::text`)))
const content = (context: Context) =>
  Promise.all(
    tables
      .slice(0, -1)
      .map((table) =>
        context.db.rows(
          sql`select to_jsonb(t) - 'import_id' - 'created_at' - 'updated_at' - 'last_updated' - 'organization_id' - 'id' - 'adjudication_id' as row from ${sql.raw(table)} t order by 1`,
        ),
      ),
  )

describe('overturn verify', () => {
  const use = useDatabase()
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'overturn-portal-'))
    cpSync(fixture, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('finds an imported export equal, to the cent, and names what differs by definition', async () => {
    const context = await newContext(use.database)
    expect((await importing(context, folder, files)).map(({ outcome }) => outcome)).toEqual(files.map(() => 'imported'))
    const report = await verify(context, folder)
    expect(report.checks.filter(({ equal }) => !equal)).toEqual([])
    expect(report).toMatchObject({ equal: true, files, missing: [], unresolved: 4 })
    const checks = Object.fromEntries(report.checks.map(({ name, actual }) => [name, actual]))
    expect(checks).toMatchObject({
      claims: 9,
      'claims: billed': 3010.84,
      'claims: paid': 400.09,
      'claims, status denied': 4,
      'claims, status denied: billed': 2040.6,
      'claims, status approved: paid': 99.99,
      'claims, status pending': 2,
      'claims, read as denied': 4,
      'claims, read as partially_denied': 1,
      'claims, reason "Sent on the blue form"': 1,
      'claims, reason read as "Authorization absent": billed': 1250.1,
      'claim lines': 4,
      'claim lines, billed': 470.5,
      'claims with an appeal': 3,
      'denial rate as the portal computes it': 44.44,
      'approval rate as the portal computes it': 55.56,
      patterns: 2,
      policies: 2,
      providers: 2,
      'learning events': 4,
      'code references': 2,
      'pattern evidence': 3,
      'affected claims of patterns': 4,
      'learning time, milliseconds': 225000,
      'objects that are missing or different': 0,
    })
    const differences = Object.fromEntries(report.differencesByDefinition.map(({ name, stated, computed, reason }) => [name, { stated, computed, reason }]))
    // Of nine claims four are denied; of the six that are decided and no duplicates, three.
    expect(differences['denial rate']).toMatchObject({ stated: 44.44, computed: 50 })
    expect(differences['approval rate']).toMatchObject({ stated: 55.56, computed: 50 })
    expect(differences['pattern PT-1 score.frequency']).toMatchObject({
      stated: 3,
      computed: null,
      reason: expect.stringContaining('names 3 affected claims of which 2 are not in it'),
    })
    expect(differences['policy PO-1 hitRate']).toMatchObject({ stated: 45, computed: null, reason: expect.stringContaining('not computed from claims') })
    expect(differences).not.toHaveProperty(['pattern PT-1 learningProgress'])
  })

  it('an export imported twice changes no row', async () => {
    const context = await newContext(use.database)
    await importing(context, folder, files)
    const before = await rows(context)
    expect((await importing(context, folder, files)).map(({ outcome }) => outcome)).toEqual(files.map(() => 'unchanged'))
    expect(await rows(context)).toEqual(before)
    // The same objects in files of other bytes are read again; what is said stays the same, but for the count of words.
    const said = await content(context)
    for (const file of files) writeFileSync(join(folder, file), `${JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8')))}\n`)
    expect((await importing(context, folder, files)).map(({ outcome }) => outcome)).toEqual(files.map(() => 'imported'))
    expect(await content(context)).toEqual(said)
    expect((await verify(context, folder)).equal).toBe(true)
  })

  it('is equal whatever the order of the files', async () => {
    const forwards = await newContext(use.database)
    await importing(forwards, folder, files)
    for (const order of [files.toReversed(), ['patterns.json', 'activity.json', 'policies.json', 'claims.json', 'providers.json']]) {
      const context = await newContext(use.database)
      await importing(context, folder, order)
      expect((await verify(context, folder)).equal).toBe(true)
      expect(await content(context)).toEqual(await content(forwards))
    }
  })

  it('lists by id what is missing or different, without a word about patients', async () => {
    const context = await newContext(use.database)
    await importing(context, folder, files)
    await context.db.run(sql`update claims set billed_amount = billed_amount + 0.01, patient_name = 'Somebody' where id = 'CL-2'`)
    await context.db.run(sql`delete from adjudications where claim_id = 'CL-3'`)
    await context.db.run(sql`delete from claims where id = 'CL-3'`)
    await context.db.run(sql`update patterns set reported = '{}' where id = 'PT-2'`)
    await context.db.run(sql`delete from learning_events where id = 'EV-1'`)
    const report = await verify(context, folder)
    expect(report.equal).toBe(false)
    expect(report.missing.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { kind: 'claim', id: 'CL-2', problem: 'different', fields: ['billedAmount', 'patientName'] },
      { kind: 'claim', id: 'CL-3', problem: 'missing', fields: [] },
      { kind: 'learning_event', id: 'EV-1', problem: 'missing', fields: [] },
      { kind: 'pattern', id: 'PT-2', problem: 'different', fields: ['reported'] },
    ])
    const wrong = report.checks.filter(({ equal }) => !equal).map(({ name }) => name)
    expect(wrong).toEqual(
      expect.arrayContaining([
        'claims',
        'claims: billed',
        'claims, status pending',
        'claims, status paid: billed',
        'learning events',
        'learning time, milliseconds',
      ]),
    )
    expect(wrong).not.toContain('claims: paid')
    expect(JSON.stringify(report)).not.toMatch(/Reed|Somebody|Quill|M-100/)
  })

  it('does not count claims of other sources, and finds an export that was never imported missing', async () => {
    const context = await newContext(use.database)
    await context.db.run(sql`insert into claims (organization_id, id, import_id, billed_amount) values (${context.organization.id}, 'OTHER', 0, 77)`)
    const report = await verify(context, folder)
    expect(report.equal).toBe(false)
    expect(report.checks.find(({ name }) => name === 'claims: billed')).toEqual({ name: 'claims: billed', expected: 3010.84, actual: 0, equal: false })
    expect(report.missing).toHaveLength(9 + 2 + 2 + 2 + 4 + 2)
  })

  it('says when a folder holds no export, and refuses a damaged one', async () => {
    const context = await newContext(use.database)
    const empty = mkdtempSync(join(tmpdir(), 'overturn-empty-'))
    await expect(verify(context, empty)).rejects.toThrow('holds no JSON export of a portal')
    rmSync(empty, { recursive: true })
    await expect(verify(context, join(folder, 'nowhere'))).rejects.toThrow('there is no such file or folder')
    writeFileSync(join(folder, 'claims.json'), readFileSync(join(folder, 'claims.json')).subarray(0, 900))
    await expect(verify(context, folder)).rejects.toThrow(/^claims.json: The file ends in the middle/)
  })
})
