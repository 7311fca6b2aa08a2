import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { getCode } from '../../src/codes/get.ts'
import { listCodes } from '../../src/codes/list.ts'
import { loadCodes } from '../../src/codes/load.ts'
import { loadedCodes } from '../../src/codes/loaded.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('a licensed code list', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn-codes-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const file = (content: string | Uint8Array) => {
    const path = join(folder, 'list')
    writeFileSync(path, content)
    return path
  }
  const load = (context: Context, content: string | Uint8Array, system = 'carc', source = 'X12, license 1') =>
    perform(loadCodes, context, { path: file(content), system, source })
  const licensed = async (context: Context, system: string, code: string) => (await perform(getCode, context, { system, code })).licensed

  it('is listed with who licensed it, for the organization that loaded it alone', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    await load(context, 'Code,Description\n50,One\n197,Two\n')
    await load(context, 'Code,Description\nN130,Three\n', 'rarc', 'X12, license 2')
    const at = '2026-03-31T12:00:00.000Z'
    expect(await perform(loadedCodes, context, {})).toEqual({
      lists: [
        { system: 'carc', source: 'X12, license 1', codes: 2, firstAt: at, lastAt: at },
        { system: 'rarc', source: 'X12, license 2', codes: 1, firstAt: at, lastAt: at },
      ],
    })
    expect(await perform(loadedCodes, other, {})).toEqual({ lists: [] })
  })

  it('is shown beside our labels, for the organization that loaded it alone', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    const told = await load(
      context,
      'Code;Short Description;Long Description;Start Date;End Date\n50;Short;The long text;1/1/1995;\n197;;Another text;19960101;2030-12-31\n',
    )
    expect(told).toMatchObject({ rows: 2, inserted: 2, updated: 0, unchanged: 0, rejected: 0, rejectedRows: [] })
    expect(await perform(getCode, context, { system: 'carc', code: '50' })).toMatchObject({
      label: 'Payer sees no medical need',
      reason: 'Not medically necessary',
      licensed: { text: 'The long text', source: 'X12, license 1', effectiveFrom: '1995-01-01', effectiveTo: null, loadedAt: '2026-03-31T12:00:00.000Z' },
    })
    const { codes } = await perform(listCodes, context, { search: 'another', kind: 'carc' })
    expect(codes.find(({ code }) => code === '197')?.licensed?.text).toBe('Another text')
    expect(await licensed(other, 'carc', '50')).toBeNull()
  })

  it('loaded again changes what differs, and nothing else', async () => {
    const context = await newContext(use.database)
    const rows = (changed: string) =>
      `code,description\n${Array.from({ length: 1234 }, (_, at) => `${at + 10_000},Text ${at === 700 ? changed : at}`).join('\n')}\n`
    expect(await load(context, rows('a'), 'cpt')).toMatchObject({ inserted: 1234, updated: 0, unchanged: 0 })
    const later = { ...context, now: new Date('2026-05-01T00:00:00Z') }
    expect(await load(later, rows('b'), 'cpt')).toMatchObject({ inserted: 0, updated: 1, unchanged: 1233 })
    expect((await licensed(later, 'cpt', '10700'))?.loadedAt).toBe('2026-05-01T00:00:00.000Z')
    expect((await licensed(later, 'cpt', '10701'))?.loadedAt).toBe('2026-03-31T12:00:00.000Z')
    expect(await load(later, rows('b'), 'cpt', 'AMA')).toMatchObject({ inserted: 0, updated: 1234, unchanged: 0 })
  })

  it('loses a bad row only, and says which', async () => {
    const context = await newContext(use.database)
    const told = await load(context, `code,text,stop\n18,One,\nN130,Two,\n,Three,\n22,,\n18,Five,\n23,Six,13/40/2020\n24,${'x'.repeat(8001)},\n29,Eight,\n`)
    expect(told).toMatchObject({ rows: 8, inserted: 2, rejected: 6 })
    expect(told.rejectedRows.map(({ row, field }) => `${row} ${field}`)).toEqual(['3 code', '4 code', '5 description', '6 code', '7 to', '8 description'])
    expect(JSON.stringify(told.rejectedRows)).not.toMatch(/Two|Five|xxx/)
    expect((await licensed(context, 'carc', '18'))?.text).toBe('One')
  })

  it.each([
    ['a list of objects', [{ code: 'E11.9', display: 'Text' }]],
    ['a FHIR CodeSystem', { resourceType: 'CodeSystem', identifier: [{ system: 'urn:x', value: 'y' }], concept: [{ code: 'E119', display: 'Text' }] }],
    ['an object of codes and texts', { 'E11.9': 'Text' }],
  ])('is read from JSON: %s', async (_name, document) => {
    const context = await newContext(use.database)
    expect(await load(context, JSON.stringify(document), 'icd10')).toMatchObject({ inserted: 1 })
    expect((await licensed(context, 'icd10', 'e11.9'))?.text).toBe('Text')
  })

  it('of procedures tells of a code that the catalogue does not have', async () => {
    const context = await newContext(use.database)
    await load(context, '\ufeffHCPC\tLong Description\nJ1885\tPlain text\n', 'hcpcs')
    expect(await perform(getCode, context, { system: 'hcpcs', code: 'j1885' })).toMatchObject({
      label: null,
      category: 'unclassified',
      licensed: { text: 'Plain text' },
    })
    await expect(perform(getCode, context, { system: 'hcpcs', code: 'J9999' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each([
    ['no column for the code', 'number,meaning\n1,x\n'],
    ['no column for the text', 'code,number\n1,x\n'],
    ['no fields in JSON', '[{"number":1}]'],
    ['broken JSON', '[{"code":"1","description":"x"},'],
    ['a quotation mark without end', 'code,description\n1,"x\n'],
    ['nothing', ''],
    ['a binary file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])],
  ])('with %s is refused', async (_name, content) => {
    const context = await newContext(use.database)
    await expect(load(context, content)).rejects.toMatchObject({ code: 'unreadable_file' })
  })

  it('must be there, and be loaded by an administrator', async () => {
    const context = await newContext(use.database)
    const input = { path: join(folder, 'absent'), system: 'carc', source: 'x' }
    await expect(perform(loadCodes, context, input)).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining('no such file') as string,
    })
    await expect(perform(loadCodes, context, { ...input, path: folder })).rejects.toMatchObject({ code: 'unreadable_file' })
    await expect(perform(loadCodes, { ...context, actor: { id: 'v', role: 'viewer' } }, input)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('pages through the catalogue', async () => {
    const context = await newContext(use.database)
    const { codes, pagination } = await perform(listCodes, context, { kind: 'carc', page: 2, limit: 5 })
    expect(codes.map(({ code }) => code)).toEqual(['6', '7', '8', '9', '10'])
    expect(pagination).toEqual({ total: 407, page: 2, limit: 5, pages: 82 })
  })
})
