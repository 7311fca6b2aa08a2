import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { readTable, type CsvBatch } from '../../../src/imports/formats/csv/table.ts'
import type { RejectionWithContent } from '../../../src/imports/quarantine/sql.ts'
import { headerOf, placeText, rejectionTable } from '../../../src/imports/quarantine/table.ts'

const nowhere = { byteOffset: null, segment: null, line: null, field: null, record: null }
const rejection = (content: string | null, place: Partial<RejectionWithContent['place']> = {}): RejectionWithContent => ({
  importId: 1,
  position: 1,
  fileName: 'table.csv',
  format: 'csv',
  code: 'csv.bad-amount',
  message: 'No amount, or "none"',
  remedy: 'Correct it.',
  place: { ...nowhere, ...place },
  state: 'open',
  mendedByImport: null,
  hasContent: content !== null,
  content,
})
async function* bytesOf(text: string) {
  yield Buffer.from(text)
}
const cells = (csv: string) => parse(csv, { relax_column_count: true }) as string[][]

describe('a place', () => {
  it('is said in words', () => {
    expect(placeText({ ...nowhere, line: 12, field: 'amount' })).toBe('line 12, amount')
    expect(placeText({ ...nowhere, segment: 0, byteOffset: 0, record: 'claim payment 3' })).toBe('segment 0, byte 0, claim payment 3')
    expect(placeText(nowhere)).toBe('')
  })
})

describe('the header of a rejected row', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ['a', 'b', 'c']],
    ['a;b\n1,5;2\n', ['a', 'b']],
    ['"x, y"\tz\n1\t2\n', ['x, y', 'z']],
    ['one|two\n', ['one', 'two']],
    ['alone\n1\n', ['alone']],
    ['', []],
  ])('of %j', (content, header) => expect(headerOf(content)).toEqual(header))
})

describe('a table of rejections', () => {
  it('has the columns of the table that was read, a line for each row of it, and the reason before them', () => {
    const csv = rejectionTable([rejection('id;amount\n1;x\n1;y\n', { line: 5 }), rejection('id;amount\n2;"z;z"\n')], ['id', 'amount'], { isFirst: true })
    expect(cells(csv)).toEqual([
      ['file', 'place', 'code', 'reason', 'remedy', 'id', 'amount'],
      ['table.csv', 'line 5', 'csv.bad-amount', 'No amount, or "none"', 'Correct it.', '1', 'x'],
      ['table.csv', 'line 5', 'csv.bad-amount', 'No amount, or "none"', 'Correct it.', '1', 'y'],
      ['table.csv', '', 'csv.bad-amount', 'No amount, or "none"', 'Correct it.', '2', 'z;z'],
    ])
  })

  it('has the rejected piece in a column of its own for every other format', () => {
    const piece = 'ISA*00~\nCLP*"1",2~'
    expect(cells(rejectionTable([rejection(piece), rejection(null)], null, { isFirst: true }))).toEqual([
      ['file', 'place', 'code', 'reason', 'remedy', 'content'],
      ['table.csv', '', 'csv.bad-amount', 'No amount, or "none"', 'Correct it.', piece],
      ['table.csv', '', 'csv.bad-amount', 'No amount, or "none"', 'Correct it.', ''],
    ])
  })

  it('goes on without a header, and keeps a reason whose row is not known', () => {
    expect(rejectionTable([], ['id'], { isFirst: false })).toBe('')
    expect(cells(rejectionTable([rejection(null)], ['id'], { isFirst: false }))).toEqual([
      ['table.csv', '', 'csv.bad-amount', 'No amount, or "none"', 'Correct it.'],
    ])
  })

  it('gives no spreadsheet a formula, and is read again as it was', async () => {
    const piece = 'id,amount,＝note\nA,-5.00,"=1+1"\nB,1.00,\'=x\n'
    const csv = rejectionTable([{ ...rejection(piece), fileName: '=file.csv' }], headerOf(piece), { isFirst: true })
    expect(cells(csv).map((row) => [row[0], ...row.slice(5)])).toEqual([
      ['file', 'id', 'amount', "'＝note"],
      ["'=file.csv", 'A', "'-5.00", "'=1+1"],
      ["'=file.csv", 'B', '1.00', "''=x"],
    ])
    const read: CsvBatch[] = []
    for await (const batch of readTable(bytesOf(csv))) read.push(batch)
    expect(read.map(({ table }) => table.header)[0]).toEqual(['id', 'amount', '＝note'])
    expect(read.flatMap(({ rows }) => rows.map((row) => row.cells))).toEqual([
      ['A', '-5.00', '=1+1'],
      ['B', '1.00', "'=x"],
    ])
  })
})
