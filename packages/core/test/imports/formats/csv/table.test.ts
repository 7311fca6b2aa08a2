import { describe, expect, it } from 'vitest'
import { detectCsv } from '../../../../src/imports/formats/csv/detect.ts'
import { NoTable, readTable, type CsvRow } from '../../../../src/imports/formats/csv/table.ts'
import { chunksOf } from './reading.ts'

async function tableOf(content: string | Uint8Array, chunk = 13) {
  const rows: CsvRow[] = []
  let header: string[] = []
  let fault: string | null = null
  for await (const batch of readTable(chunksOf(content, chunk))) {
    header = batch.table.header
    rows.push(...batch.rows)
    fault = batch.fault
  }
  return { header, rows, fault }
}

describe('a table', () => {
  const text = '\ufeffid ,name,id,\r\n1,"Doe, ""Ada""",x,\n\n2,"two\nlines",y,\r3,short\n'

  it.each([1, 2, 3, 7, 64, 1_000_000])('is the same in chunks of %i bytes', async (chunk) => {
    expect(await tableOf(text, chunk)).toEqual({
      header: ['id', 'name', 'id (2)', 'Column 4'],
      rows: [
        { number: 2, cells: ['1', 'Doe, "Ada"', 'x', ''] },
        { number: 4, cells: ['2', 'two\nlines', 'y', ''] },
        { number: 5, cells: ['3', 'short'] },
      ],
      fault: null,
    })
  })

  it.each([
    ['a;b,c;d\n1;2;3', 3],
    ['a\tb\n1\t2', 2],
    ['a|b|c\n', 3],
    ['"x,y,z";b\n', 2],
    ['\n\na,b\n', 2],
  ])('finds what stands between the cells: %j', async (content, columns) => expect((await tableOf(content)).header).toHaveLength(columns))

  it.each([
    ['one column', 'title\n1,2\n', /one column only/],
    ['nothing', '', /one column only/],
    ['blank lines', '\n\n\n', /one column only/],
    ['binary', 'a,b\n\0', /binary/],
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), /UTF-16/],
    ['too many columns', `${'a,'.repeat(1000)}b\n`, /more than 1000 columns/],
    ['an endless name', `${'a'.repeat(300)},b\n`, /longer than/],
    ['an endless header', `a,"${'b'.repeat(200_000)}"\n`, /Row 1 is longer than 128 KB/],
  ])('is refused: %s', async (_name, content, message) => {
    await expect(tableOf(content)).rejects.toThrow(message)
    await expect(tableOf(content)).rejects.toBeInstanceOf(NoTable)
  })

  it('keeps what stands before a row that never ends', async () => {
    const open = await tableOf('a,b\n1,2\n3,"open\n4,5\n', 1_000_000)
    expect(open).toMatchObject({ rows: [{ number: 2 }], fault: 'Row 3 opens a quote that nothing closes before the end of the file' })
    const long = await tableOf(`a,b\n1,2\n3,"${'x\n'.repeat(100_000)}`, 4096)
    expect(long).toMatchObject({ rows: [{ number: 2 }], fault: 'Row 3 is longer than 128 KB; most likely a quote is missing in it' })
  })

  it('stops reading the file where its reader stops', async () => {
    let closed = false
    async function* source() {
      try {
        for (;;) yield Buffer.from('a,b\n'.repeat(20_000))
      } finally {
        closed = true
      }
    }
    for await (const batch of readTable(source())) if (batch.rows.length > 0) break
    expect(closed).toBe(true)
  })
})

describe('the first bytes', () => {
  it.each([
    ['a table', 'Claim,Payer\n1,x\n', true],
    ['a header alone', 'Claim,Payer\n', true],
    ['a table of tabs', 'Claim\tPayer\n1\tx\n', true],
    ['a cut row', `Claim,Payer\n1,x\n2,"${'y'.repeat(50)}`, true],
    ['one wide header', Array.from({ length: 60 }, (_, n) => `Column ${n}`).join(','), true],
    ['a sentence', 'Dear payer, please find attached', false],
    ['a letter', 'Dear payer,\nplease find attached, as agreed, the claims.\n', false],
    ['JSON', '{"a":1,\n"b":2}', false],
    ['XML', '<a b="1,2">\n', false],
    ['X12', 'ISA*00*  ,\n,', false],
    ['binary', 'a,b\n\0', false],
    ['nothing', '', false],
  ])('%s', (_name, head, isTable) => expect(detectCsv(Buffer.from(head))).toBe(isTable))
})
