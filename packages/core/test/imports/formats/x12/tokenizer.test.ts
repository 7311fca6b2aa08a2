import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Outbox } from '../../../../src/imports/formats/x12/issues.ts'
import { tokenize, type Segment } from '../../../../src/imports/formats/x12/tokenizer.ts'
import { chunked, file835, interchange, remittance, render, usual } from '../../../factories/x12.ts'
import { refusalOf } from './reading.ts'

async function segmentsOf(bytes: Uint8Array, ...sizes: number[]): Promise<{ segments: Segment[]; issues: string[] }> {
  const out = new Outbox(false)
  const segments: Segment[] = []
  for await (const batch of tokenize(chunked(bytes, ...sizes), out)) segments.push(...batch.segments)
  return { segments, issues: out.drain().flatMap((record) => (record.kind === 'issue' ? record.code : [])) }
}
const textOf = (segments: Segment[]) => segments.map(({ text }) => text)
const source = interchange([remittance()])

describe('tokenizer', () => {
  it('gives every segment its text, byte offset and number', async () => {
    const bytes = Buffer.concat([Buffer.from('\ufeff \r\n'), file835()])
    const { segments } = await segmentsOf(bytes)
    expect(textOf(segments)).toEqual(source)
    for (const [index, { text, offset, number }] of segments.entries()) {
      expect(number).toBe(index + 1)
      expect(bytes.subarray(offset, offset + text.length).toString()).toBe(text)
    }
  })

  it('gives the same segments for any chunking of the bytes', async () => {
    const bytes = render(source.map((segment) => segment.replace('Harbor', 'Härbör – 港')))
    const whole = await segmentsOf(bytes)
    expect(textOf(whole.segments)).toContain('N1*PR*Härbör – 港 Mutual Testing*XV*HM001')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 9 }), async (sizes) => {
        expect(await segmentsOf(bytes, ...sizes)).toEqual(whole)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps offsets right across blocks, also after bytes above 127', async () => {
    const claims = Array.from({ length: 3000 }, (_, index) => [`CLP*P${index}*1*10*10`, 'NM1*QC*1*Tëstcase*Rowan', 'SVC*HC:99213*10*10'])
    const bytes = render(interchange([remittance({ payment: '30000', claims })]), { ...usual, lineBreak: '\r\n' })
    const { segments } = await segmentsOf(bytes, 1000)
    expect(bytes.length).toBeGreaterThan(2 * 65_536)
    for (const { text, offset } of segments) expect(bytes.subarray(offset, offset + Buffer.byteLength(text)).toString()).toBe(text)
  })

  it.each([
    ['no line breaks', { ...usual, lineBreak: '' }],
    ['CR LF after terminators', { ...usual, lineBreak: '\r\n' }],
    ['newline as terminator', { ...usual, terminator: '\n', lineBreak: '' }],
    ['CR LF as terminator', { ...usual, terminator: '\r', lineBreak: '\n' }],
    ['bars and angles', { element: '|', component: '>', terminator: "'", lineBreak: '' }],
    ['control characters', { element: '\x1d', component: '\x1f', terminator: '\x1c', lineBreak: '' }],
  ])('reads %s', async (_, delimiters) => {
    const { segments, issues } = await segmentsOf(render(source, delimiters))
    expect(textOf(segments).map((text) => text.replaceAll(delimiters.element, '*').replaceAll(delimiters.component, ':'))).toEqual(source)
    expect(issues).toEqual([])
  })

  it('reads interchanges of different delimiters in one file', async () => {
    const other = { element: '|', component: '>', terminator: '\n' }
    const { segments } = await segmentsOf(Buffer.concat([render(source), render(source, other), render(source)]))
    expect(segments).toHaveLength(source.length * 3)
    expect(segments[source.length]?.text.startsWith('ISA|00|')).toBe(true)
  })

  it('reads an ISA that is not padded, and one without ISA16, with a warning', async () => {
    const loose = source.map((segment, index) => (index === 0 ? segment.replace(/ +/g, '') : segment))
    expect(await segmentsOf(render(loose))).toMatchObject({ issues: ['x12.bad-isa'], segments: { length: source.length } })
    const bare = source.map((segment, index) => (index === 0 ? segment.slice(0, -1) : segment))
    expect(await segmentsOf(render(bare))).toMatchObject({ issues: ['x12.bad-isa'], segments: { length: source.length } })
  })

  it('joins segments of a file wrapped at 80 columns', async () => {
    const wrapped = render(source, { ...usual, lineBreak: '' })
      .toString()
      .replace(/.{80}/g, '$&\r\n')
    const { segments, issues } = await segmentsOf(Buffer.from(wrapped))
    expect(textOf(segments)).toEqual(source)
    expect(issues).toContain('x12.wrapped-lines')
  })

  it('takes a line break before the next segment for a lost terminator', async () => {
    const { segments, issues } = await segmentsOf(
      Buffer.from(render(source).toString().replace('LX*1~', 'LX*1').replace('*80*0*12*ICN-1*11*1~', '*80*0*12*ICN-1*11*1')),
    )
    expect(textOf(segments)).toEqual(source)
    expect(segments.map(({ number }) => number)).toEqual(source.map((_, index) => index + 1))
    expect(issues).toEqual(['x12.missing-terminator'])
  })

  it.each([
    ['GS', source.slice(1, -1)],
    ['ST', source.slice(2, -2)],
  ])('works out the delimiters of a file that starts at %s', async (_, segments) => {
    const read = await segmentsOf(render(segments, { element: '|', component: '>', terminator: '~' }))
    expect(read.segments).toHaveLength(segments.length)
    expect(read.issues).toEqual(['x12.no-isa'])
  })

  it('reads Latin-1 text with a warning, and counts empty segments out', async () => {
    const latin = Buffer.from(render(source).toString().replace('Willow', 'Wíllow').replace('LX*1~', 'LX*1~~'), 'latin1')
    const { segments, issues } = await segmentsOf(latin)
    expect(textOf(segments)).toContain('N1*PE*Wíllow Practice*XX*1999999984')
    expect(issues).toEqual(['x12.not-utf8', 'x12.empty-segment'])
  })

  it('marks a last segment without terminator', async () => {
    const { segments } = await segmentsOf(render(source, { ...usual, lineBreak: '' }).subarray(0, -1))
    expect(segments.at(-1)).toMatchObject({ text: 'IEA*1*000000101', terminated: false })
  })
})

describe('files that are not X12', () => {
  it.each([
    ['', 'The file is empty'],
    ["UNA:+.? 'UNB+UNOA:1'", 'EDIFACT'],
    ["UNB+UNOA:1+A+B'", 'EDIFACT'],
    ['\ufeffclaim,amount\r\n1,2\r\n', 'not X12'],
    ['{"claims":[]}', 'JSON'],
    ['<html>', 'XML'],
    ['PK\x03\x04', 'ZIP'],
    ['\x01\x02\x00\x03', 'binary'],
    ['ISA*00*   ', 'The ISA segment cannot be read. Expected 16 elements'],
    ['ST*835*0001', 'delimiters cannot be told'],
  ])('refuses %j by name', async (text, words) => {
    const refusal = await refusalOf(Buffer.from(text))
    expect(refusal).toContain('OverturnError unreadable_file')
    expect(refusal).toContain(words)
    expect(refusal).toMatch(/ISA.* \(at the beginning of the file\)$/s)
  })

  it('refuses UTF-16, a file of blanks, NUL bytes where they stand, and endless segments', async () => {
    expect(await refusalOf(Buffer.from('\ufeff' + file835().toString(), 'utf16le'))).toContain('UTF-16')
    expect(await refusalOf(Buffer.from(' \r\n'.repeat(50_000)))).toContain('The file is empty')
    const bytes = file835()
    bytes[200] = 0
    expect(await refusalOf(bytes)).toContain('NUL byte: the file is damaged or binary (byte offset 200, segment 4)')
    const endless = Buffer.concat([file835(), Buffer.alloc(1_200_000, 'x')])
    expect(await refusalOf(endless)).toContain('longer than 1 MB')
  })
})
