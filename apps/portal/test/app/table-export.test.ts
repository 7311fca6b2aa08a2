import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import writeExcelFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { asCsv, asJson, asSheet, type ExportColumn } from '../../app/utils/table-export.ts'

interface Row {
  name: string | null
  amount: number | null
}
const columns: ExportColumn<Row>[] = [
  { label: 'Payer', value: ({ name }) => name },
  { label: 'Amount', value: ({ amount }) => amount },
]
const lines = (rows: Row[]) => asCsv(columns, rows).slice(1).split('\r\n').slice(1, -1)

/** The files in an archive as text, by its directory (APPNOTE 4.3.12). */
function unzipped(archive: Buffer): Record<string, string> {
  const files: Record<string, string> = {}
  for (let at = archive.indexOf('PK\x01\x02', 0, 'latin1'); archive.readUInt32LE(at) === 0x02014b50;) {
    const [named, extra, noted] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [number, number, number]
    const local = archive.readUInt32LE(at + 42)
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(begin, begin + archive.readUInt32LE(at + 20))
    const name = archive.toString('utf8', at + 46, at + 46 + named)
    files[name] = (archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    at += 46 + named + extra + noted
  }
  return files
}

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8 and its labels, and ends each line as RFC 4180 says', () => {
    expect(asCsv(columns, [{ name: 'Müller', amount: 1.5 }])).toBe('\uFEFFPayer,Amount\r\nMüller,1.5\r\n')
  })

  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['＝1+1', "'＝1+1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
    ['a-b', 'a-b'],
  ])('makes no formula of the text %j', (name, cell) => {
    expect(asCsv(columns, [{ name, amount: null }])).toBe(`\uFEFFPayer,Amount\r\n${cell},\r\n`)
  })

  it('keeps a number a number, also a negative one, and leaves what is unknown empty', () => {
    expect(
      lines([
        { name: 'A', amount: -12.5 },
        { name: null, amount: null },
        { name: 'B', amount: 0 },
      ]),
    ).toEqual(['A,-12.5', ',', 'B,0'])
  })

  it('makes a label harmless too', () => {
    expect(asCsv([{ label: '=1+1', value: () => 1 }], [])).toBe("\uFEFF'=1+1\r\n")
  })

  it('lets no text begin a cell as a formula would, and loses none of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary-ascii' }),
          fc.tuple(fc.constantFrom('＝', '＋', '－', '＠', '\n'), fc.string()).map((parts) => parts.join('')),
        ),
        (name) => {
          const text = asCsv([{ label: 'Text', value: () => name }], [null]).slice('\uFEFFText\r\n'.length, -2)
          const cell = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
          expect(cell === name || cell === `'${name}`).toBe(true)
        },
      ),
    )
  })
})

describe('a table as JSON', () => {
  it('names values by their labels, each of its own type, unknown as null', () => {
    expect(JSON.parse(asJson([...columns, { label: 'Other', value: () => undefined }], [{ name: '=1', amount: -3 }]))).toEqual([
      { Payer: '=1', Amount: -3, Other: null },
    ])
  })
})

describe('a table as XLSX', () => {
  it('opens, with text as text and numbers as numbers', async () => {
    const rows = [
      { name: '=SUM(A1)', amount: -12.5 },
      { name: null, amount: 3 },
    ]
    const file = await writeExcelFile(asSheet(columns, rows)).toBuffer()
    const parts = unzipped(file)
    const sheet = parts['xl/worksheets/sheet1.xml']!
    expect(sheet).not.toContain('<f>')
    const cells = [...sheet.matchAll(/<c r="(\w+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)].map(([, place, kind, inner]) => [
      place,
      /t="(\w+)"/.exec(kind!)?.[1] ?? 'n',
      /<v>(.*?)<\/v>/.exec(inner ?? '')?.[1],
    ])
    const shared = [...parts['xl/sharedStrings.xml']!.matchAll(/<t[^>]*>(.*?)<\/t>/g)].map(([, text]) => text)
    const read = Object.fromEntries(
      cells.filter(([, , value]) => value !== undefined).map(([place, kind, value]) => [place, kind === 's' ? shared[Number(value)] : Number(value)]),
    )
    expect(read).toEqual({ A1: 'Payer', B1: 'Amount', A2: '=SUM(A1)', B2: -12.5, B3: 3 })
  })
})
