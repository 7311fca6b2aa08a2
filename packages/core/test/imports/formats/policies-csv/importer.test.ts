import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../../src/errors.ts'
import { policiesCsvRemedies } from '../../../../src/imports/formats/policies-csv/issues.ts'
import { policiesCsvImporter } from '../../../../src/imports/formats/policies-csv/importer.ts'
import { policyFieldNames } from '../../../../src/imports/formats/policies-csv/fields.ts'
import type { ImportRecord, PortalRecord } from '../../../../src/imports/records.ts'
import { issuesOf, ofKind, readPortal } from '../portal-json/read.ts'

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(content: string | Uint8Array, { partial = false, chunk = 61 } = {}): Promise<ImportRecord[]> {
  const records: ImportRecord[] = []
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for await (const batch of policiesCsvImporter.read(chunksOf(bytes, chunk), { partial })) records.push(...batch)
  return records
}
const refusal = (content: string | Uint8Array, options?: object) =>
  read(content, options).then(
    () => null,
    (error: unknown) => (error instanceof OverturnError ? `${error.code}: ${error.message}` : `not named: ${String(error)}`),
  )
const policies = (records: ImportRecord[]) => ofKind(records, 'policy') as PortalRecord[]
const reported = (records: ImportRecord[]) => policies(records).map(({ body }) => body.reported as Record<string, unknown>)

const header = 'Id;Name;Mode;Logic Type;procedure_codes;CARC Codes;Hit Rate;Geography'

describe('policies as a table', () => {
  it.each([
    ['the names of the export', policyFieldNames.join(','), true],
    ['names as people write them', 'Policy ID,Policy Name,Mode,Logic type', true],
    ['a mark and quotation marks', '\ufeff"id";"name";"mode";"common mistake"\r\n', true],
    ['a tab', 'id\tname\tmode\tfix_guidance', true],
    ['claims', 'id,patient name,status,billedAmount,procedureCodes,carcCodes', false],
    ['providers', 'id,name,npi,specialty', false],
    ['one mark only', 'id,name,mode', false],
    ['no name', 'id,mode,logicType', false],
    ['JSON', '[{"id":"P","name":"x","mode":"active","logicType":"y"}]', false],
    ['nothing', '', false],
  ])('are known by their header: %s', (_name, text, recognized) => expect(policiesCsvImporter.detect(Buffer.from(text), 'x.csv')).toBe(recognized))

  it('become what the same policies are in JSON', async () => {
    const row = 'P-1;"Visit; procedure";enforced;Modifier;99213; 99214 ;;4;97;45;"{""regions"":[""East""]}"'
    const json = {
      id: 'P-1',
      name: 'Visit; procedure',
      mode: 'enforced',
      logicType: 'Modifier',
      procedureCodes: ['99213', '99214'],
      carcCodes: ['4'],
      hitRate: 97,
    }
    const [given] = policies(await read(`${header}\nP-1;"Visit; procedure";enforced;Modifier;"99213; 99214 ;";4;97;"{""regions"":[""East""]}"\n`))
    const [expected] = policies(await readPortal([{ ...json, geography: { regions: ['East'] } }]))
    expect(given).toEqual(expected)
    // Without quotation marks the semicolons of a list are more cells than the header has.
    expect(issuesOf(await read(`${header}\n${row}\n`))).toEqual(['rejection policies.row-width', 'warning policies.empty'])
  })

  it('tell of words and fields as the JSON does', async () => {
    const records = await read('id,name,mode,logicType,effectiveDate,endDate,ageRestrictions,recentTests\nP-1,One,enforced,x,soon,,adults,few\n')
    expect(issuesOf(records).toSorted()).toEqual([
      'warning portal.field-not-read effectiveDate',
      'warning portal.field-not-read recentTests',
      'warning portal.policy.limit-not-read ageRestrictions',
      'warning portal.word-mapped policy.mode',
    ])
    expect(new Set(ofKind(records, 'issue').map(({ where }) => where.line))).toEqual(new Set([2]))
    expect(policies(records)[0]?.body).toMatchObject({ mode: 'active', effectiveDate: null, recentTests: null })
  })

  it('give the same records whatever the chunks and the ends of lines', async () => {
    const lines = ['id,name,mode,topic,description', 'P-1,"Ärzte, ""alle""",active,,"zwei', 'Zeilen"', '', 'P-2,Two,draft,T,']
    const whole = await read(lines.join('\n'), { chunk: 1_000_000 })
    expect(reported(whole).map(({ id, name }) => [id, name])).toEqual([
      ['P-1', 'Ärzte, "alle"'],
      ['P-2', 'Two'],
    ])
    for (const chunk of [1, 7, 64]) expect(await read(lines.join('\n'), { chunk })).toEqual(whole)
    expect(reported(await read(lines.join('\r\n')))[1]).toEqual(reported(whole)[1])
  })

  it('read Latin-1 with a warning', async () => {
    const records = await read(Buffer.from('id,name,mode,topic\nP-1,Größe,active,\n', 'latin1'))
    expect(reported(records)[0]?.name).toBe('Größe')
    expect(issuesOf(records)).toEqual(['warning policies.not-utf8'])
  })

  it.each([
    ['a row that is too wide', 'P-1,One,active,x,y', 'rejection policies.row-width'],
    ['a row without id', ',One,active,', 'rejection portal.no-id id'],
    ['a row without name', 'P-1,,active,', 'rejection portal.required-field name'],
    ['an id that is too long', `${'P'.repeat(501)},One,active,`, 'rejection policies.value-too-long id'],
    ['a list that is no JSON', 'P-1,One,active,"[99213"', 'warning policies.cell-not-read procedureCodes'],
    ['a list nested too deeply', `P-1,One,active,"${'['.repeat(5000)}"`, 'warning policies.cell-not-read procedureCodes'],
    ['an escaped NUL', 'P-1,One,active,"[""a\\u0000""]"', 'rejection policies.unstorable-text procedureCodes'],
  ])('tell of %s and go on', async (_name, row, issue) => {
    const records = await read(`id,name,mode,procedureCodes\n${row}\nP-2,Two,active,99213\n`)
    expect(issuesOf(records)[0]).toBe(issue)
    expect(reported(records).at(-1)).toMatchObject({ id: 'P-2', procedureCodes: ['99213'] })
  })

  it('refuse what has no columns of policies', async () => {
    expect(await refusal('')).toMatch(/^unreadable_file: /)
    expect(await refusal('name,mode\nx,y\n')).toBe('unreadable_file: Row 1 names no column "id".')
    expect(await refusal(`id,name,${'x,'.repeat(250)}\n`)).toMatch(/^unreadable_file: The table has 253 columns/)
    expect(await refusal('id,name\nP,\0\n')).toMatch(/^unreadable_file: The file holds what no text does \(a NUL, 10 bytes into it\).* Save the table as CSV/)
    expect(await refusal(Buffer.from('\ufeffid,name\n', 'utf16le'))).toMatch(/^unreadable_file: .*UTF-16/)
  })

  it('refuse a damaged table as a unit, or keep the rows before the damage', async () => {
    const damaged = 'id,name,mode\nP-1,One,active\nP-2,"Two,active\nP-3,Three,active\n'
    expect(await refusal(damaged)).toMatch(/^unreadable_file: Row 3 /)
    const records = await read(damaged, { partial: true })
    expect(reported(records).map(({ id }) => id)).toEqual(['P-1'])
    expect(issuesOf(records)).toEqual(['rejection policies.broken-table'])
  })

  it('end at a line without end, whatever is in it', async () => {
    async function* endless(text: string) {
      yield Buffer.from('id,name,mode\n')
      for (let chunks = 0; chunks < 4000; chunks++) yield Buffer.alloc(65_536, text)
    }
    for (const text of ['x', ',', '"']) {
      const reading = (async () => {
        for await (const batch of policiesCsvImporter.read(endless(text), { partial: false })) expect(batch.length).toBeLessThan(1000)
      })()
      await expect(reading).rejects.toMatchObject({ code: 'unreadable_file' })
    }
  })

  it('never throw anything unnamed, nor quote the file', async () => {
    const whole = Buffer.from(
      `${policyFieldNames.join(',')},owner\nP-1,"Sekret ""x""",active,2026-01-01,,"[1,{""a"":2}]",;;;\nP-2,Sekret,draft,Sekret,"a\nb"\n`,
    )
    const mutation = fc.record({ at: fc.nat({ max: whole.length - 1 }), byte: fc.integer({ min: 0, max: 255 }) })
    const damaged = fc.oneof(
      fc.array(mutation, { minLength: 1, maxLength: 8 }).map((all) => all.reduce((bytes, { at, byte }) => bytes.with(at, byte), Uint8Array.from(whole))),
      fc.nat({ max: whole.length }).map((length) => whole.subarray(0, length)),
      fc.uint8Array({ maxLength: 200 }),
    )
    await fc.assert(
      fc.asyncProperty(damaged, fc.boolean(), fc.integer({ min: 1, max: 50 }), async (bytes, partial, chunk) => {
        const records = await read(bytes, { partial, chunk }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(OverturnError)
          expect(String(error)).not.toContain('Sekret')
          return []
        })
        for (const { code, message } of ofKind(records, 'issue')) if (code.startsWith('policies.')) expect(message).not.toContain('Sekret')
      }),
      { numRuns: 400 },
    )
  })

  it('say in docs/imports.md what to do about each of their issues', () => {
    const document = readFileSync(new URL('../../../../../../docs/imports.md', import.meta.url), 'utf8')
    const rows = [...document.matchAll(/^\| `(policies\.[\w-]+)` *\|[^|]*\|[^|]*\| *(.*?) *\|$/gm)].map(([, code, remedy]) => [code, remedy])
    expect(Object.fromEntries(rows)).toEqual(policiesCsvRemedies)
  })
})
