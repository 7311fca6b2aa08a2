import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/access/roles.ts'
import { claimSource } from '../../src/claims/source.ts'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { undoImport } from '../../src/imports/undo/operation.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { claim835, claim837, file835, file837 } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { testFolder } from '../writers/written.ts'

const numbered = (segments: readonly string[], number: string) => segments.map((segment) => segment.replace('PCN-1', number))
const submitted = (...numbers: string[]) => file837({ claims: numbers.map((number) => numbered(claim837, number)) })
const decided = (...numbers: string[]) => file835({ claims: numbers.map((number) => numbered(claim835, number)) })

describe('the text that a claim came from', () => {
  const use = useDatabase()

  const importing = async (context: Context, name: string, content: Buffer) => {
    const path = join(testFolder(), name)
    writeFileSync(path, content)
    const [result] = await importPaths(context, [path], { partial: false })
    expect(result).toMatchObject({ outcome: 'imported', rejected: [] })
    return result!.importId!
  }
  const claimOf = async (context: Context, number: string) =>
    (await context.db.row<{ id: string }>(sql`select id from claims where patient_control_number = ${number}`))!.id
  const sourcesOf = async (context: Context, number: string) => (await perform(claimSource, context, { id: await claimOf(context, number) })).sources
  const kept = (context: Context) =>
    context.db.row(sql`select (select count(*)::int from source_chunks) as chunks, (select count(*)::int from claim_sources) as claims`)

  it('is told of the submission and of each decision, with file and segment', async () => {
    const context = await newContext(use.database)
    const first = await importing(context, 'claims.edi', submitted('PCN-1', 'PCN-2'))
    const second = await importing(context, 'remittance.edi', decided('PCN-1', 'PCN-2'))
    const [adjudication] = await context.db.rows<{ id: string }>(
      sql`select a.id::text as id from adjudications a join claims c on c.id = a.claim_id where c.patient_control_number = 'PCN-2'`,
    )
    const place = { line: null, record: null }
    const sources = await sourcesOf(context, 'PCN-2')
    expect(sources).toEqual([
      {
        decisionId: null,
        importId: first,
        fileName: 'claims.edi',
        format: 'x12-837',
        segment: expect.any(Number),
        ...place,
        text: numbered(claim837, 'PCN-2').join('\n'),
      },
      {
        decisionId: adjudication!.id,
        importId: second,
        fileName: 'remittance.edi',
        format: 'x12-835',
        segment: expect.any(Number),
        ...place,
        text: numbered(claim835, 'PCN-2').join('\n'),
      },
    ])
    // The segment is where a person would count to it.
    const segments = submitted('PCN-1', 'PCN-2').toString().split('~')
    expect(segments[sources[0]!.segment! - 1]).toContain('CLM*PCN-2')
  })

  it('is found whichever of the two came first, and goes with its file', async () => {
    const context = await newContext(use.database)
    await importing(context, 'remittance.edi', decided('PCN-1'))
    const before = await kept(context)
    const later = await importing(context, 'claims.edi', submitted('PCN-1'))
    expect((await sourcesOf(context, 'PCN-1')).map(({ decisionId, text }) => [decisionId === null, text.slice(0, 3)])).toEqual([
      [false, 'CLP'],
      [true, 'CLM'],
    ])
    await perform(undoImport, context, { id: later })
    expect(await kept(context)).toEqual(before)
    expect((await sourcesOf(context, 'PCN-1')).map(({ text }) => text.slice(0, 3))).toEqual(['CLP'])
  })

  it('of a portal export is the object, once for the claim and what it tells of its decision', async () => {
    const context = await newContext(use.database)
    const claim = { id: 'CLM-1', status: 'paid', billedAmount: 100, paidAmount: 80, patientName: 'Invented, Person' }
    await importing(context, 'export.json', Buffer.from(JSON.stringify({ claims: [claim] })))
    const { sources } = await perform(claimSource, context, { id: 'CLM-1' })
    expect(sources.map(({ record, text }) => [record, JSON.parse(text) as unknown])).toEqual([['claims[1]', claim]])
  })

  it('is in many chunks where the file is long', async () => {
    const context = await newContext(use.database)
    const numbers = Array.from({ length: 700 }, (_, at) => `PCN-${at + 1}`)
    await importing(context, 'claims.edi', submitted(...numbers))
    expect(((await kept(context)) as { chunks: number }).chunks).toBeGreaterThan(1)
    for (const number of ['PCN-1', 'PCN-350', 'PCN-700']) expect((await sourcesOf(context, number)).map(({ text }) => text.split('*')[1])).toEqual([number])
  })

  it('is empty for a claim that no file told of, and not there for one that is not', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'A', served: '2026-01-05', decided: '2026-01-20' }])
    expect(await perform(claimSource, context, { id: 'A' })).toMatchObject({ sources: [], hasMore: false })
    await expect(perform(claimSource, context, { id: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is for those alone that may know who a patient is', async () => {
    const context = await newContext(use.database)
    await importing(context, 'claims.edi', submitted('PCN-1'))
    const id = await claimOf(context, 'PCN-1')
    const as = (role: Role): Context => ({ ...context, actor: { id: role, role } })
    await expect(perform(claimSource, as('viewer'), { id })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await perform(claimSource, as('coder'), { id })).sources).toHaveLength(1)
    for (const table of ['source_chunks', 'claim_sources'])
      await expect(context.db.as('overturn_reader').rows(sql`select * from ${sql.identifier(table)}`)).rejects.toThrow(/permission denied/)
    const other = await newContext(use.database)
    expect(await kept(other)).toEqual({ chunks: 0, claims: 0 })
  })
})
