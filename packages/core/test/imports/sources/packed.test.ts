import fc from 'fast-check'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../src/errors.ts'
import { listSources } from '../../../src/imports/sources/list.ts'
import { fingerprint, readHead } from '../../../src/imports/sources/read.ts'
import { gunzipped } from '../../../src/imports/sources/unpack.ts'
import { asUtf8 } from '../../../src/imports/sources/utf16.ts'
import { zip } from '../../factories/zip.ts'
import { contentOf, inPieces, read, useFolder } from './folder.ts'

const folder = useFolder()
const refused = (name: string, problem: string) => `OverturnError unreadable_file: ${name}: ${problem}.`
const DAMAGED = 'the packed data is damaged, or something else follows it; get the file again from its sender'
const CUT_OFF = 'the packed data ends in the middle; get the whole file from its sender'

async function text(source: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('gzip', () => {
  const long = Array.from({ length: 200_000 }, (_, index) => `line ${index}`).join('\n')

  it('is unpacked by its content, whatever its name, and also in several members', async () => {
    expect(await read(folder.file('a.csv.gz', gzipSync('a,b')), folder.file('named.txt', gzipSync(long)))).toEqual({ 'a.csv.gz': 'a,b', 'named.txt': long })
    expect(await read(folder.file('members.gz', Buffer.concat([gzipSync('one '), gzipSync('two '), gzipSync('three')])))).toEqual({
      'members.gz': 'one two three',
    })
  })

  it.each([1, 2, 7, 18])('may come in pieces of %i bytes', async (size) => {
    const packed = Buffer.concat([gzipSync('one '), gzipSync('two'), Buffer.alloc(50)])
    expect(await text(gunzipped(inPieces(packed, size), 'x.gz'))).toBe('one two')
  })

  it('is refused by name where it is cut off, damaged, or followed by something else', async () => {
    const packed = gzipSync(long)
    expect(await read(folder.file('cut.gz', packed.subarray(0, -3)), folder.file('half.gz', packed.subarray(0, 9_000)))).toEqual({
      'cut.gz': refused('cut.gz', CUT_OFF),
      'half.gz': refused('half.gz', CUT_OFF),
    })
    const damaged = Buffer.from(packed)
    damaged[packed.length - 6]! ^= 1
    expect(await read(folder.file('bad.gz', damaged), folder.file('more.gz', Buffer.concat([packed, Buffer.from('more')])))).toEqual({
      'bad.gz': refused('bad.gz', DAMAGED),
      'more.gz': refused('more.gz', DAMAGED),
    })
  })

  it('is refused where it grows like a bomb, long before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(150_000_000), { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await read(folder.file('bomb.gz', bomb))).toEqual({
      'bomb.gz': refused(
        'bomb.gz',
        'unpacked it is more than 200 times its packed size, which no claim file is; unpack it yourself and import what is in it if it is meant so',
      ),
    })
  })

  it('is refused above the absolute limit, and below it is not', async () => {
    const limits = { ratio: 200, freeBytes: 1_000, bytes: 2_000 }
    const noise = Buffer.from(Array.from({ length: 2_001 }, (_, index) => (index * 7919) % 251))
    await expect(text(gunzipped(inPieces(gzipSync(noise)), 'x.gz', limits))).rejects.toThrow('x.gz: unpacked it is more than 2,000 bytes')
    expect(await text(gunzipped(inPieces(gzipSync(noise.subarray(0, 2_000))), 'x.gz', limits))).not.toBe('')
  })

  it('shows its first bytes without unpacking the rest', async () => {
    const [source] = await listSources([folder.file('head.gz', gzipSync(Buffer.alloc(150_000_000)))])
    expect(await readHead(source!)).toHaveLength(4_096)
  })
})

describe('UTF-16', () => {
  const words = 'Müller, Zoë 😀,1\r\n'.repeat(1_000)
  const little = Buffer.from(`\uFEFF${words}`, 'utf16le')
  const big = Buffer.from(little).swap16()

  it.each([1, 3, 1_000])('is read as UTF-8 in either order of bytes, in pieces of %i', async (size) => {
    expect(await text(asUtf8(inPieces(little, size), 'x'))).toBe(words)
    expect(await text(asUtf8(inPieces(big, size), 'x'))).toBe(words)
  })

  it('is refused where it ends within a character', async () => {
    const problem = 'this is UTF-16 text that is damaged or cut off; get it again from its sender, or save it as UTF-8'
    expect(await read(folder.file('odd.csv', little.subarray(0, 11)))).toEqual({ 'odd.csv': refused('odd.csv', problem) })
  })

  it('may be packed', async () => {
    expect(await read(folder.file('u16.csv.gz', gzipSync(big)))).toEqual({ 'u16.csv.gz': words })
  })
})

describe('zip', () => {
  it('brings each file in it under its own name, in order, without folders and what systems leave there', async () => {
    const entries = [
      { name: 'b.835', content: 'B' },
      { name: 'folder/', content: '', method: 0 },
      { name: 'folder/c.csv.gz', content: gzipSync('C,C') },
      { name: 'a.835', content: 'A', method: 0 },
      { name: '__MACOSX/._a.835', content: 'no' },
      { name: 'folder/.DS_Store', content: 'no' },
      { name: 'wide.csv', content: Buffer.from('\uFEFFwide', 'utf16le') },
      { name: 'empty.835', content: '' },
    ]
    const path = folder.file('month.zip', zip(entries))
    expect(await read(path)).toEqual({
      'month.zip/a.835': 'A',
      'month.zip/b.835': 'B',
      'month.zip/empty.835': '',
      'month.zip/c.csv.gz': 'C,C',
      'month.zip/wide.csv': 'wide',
    })
    expect((await listSources([path])).map((source) => source.path)).toEqual(
      ['a.835', 'b.835', 'empty.835', 'folder/c.csv.gz', 'wide.csv'].map((name) => `${path}/${name}`),
    )
  })

  it('is known by its content, also on standard input', async () => {
    const sources = await listSources(['-'], inPieces(zip([{ name: 'a.835', content: 'A' }]), 10))
    expect(sources.map(({ name }) => name)).toEqual(['standard input/a.835'])
    expect(await contentOf(sources[0]!)).toBe('A')
  })

  it('has the content, and so the fingerprint, of the file outside of it', async () => {
    const plain = folder.file('same.835', 'the same')
    const packed = folder.file('same.zip', zip([{ name: 'other.835', content: 'the same' }]))
    const gzipped = folder.file('same.gz', gzipSync('the same'))
    const prints = await Promise.all((await listSources([plain, packed, gzipped])).map(fingerprint))
    expect(new Set(prints.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(prints.map(({ bytes }) => bytes)).toEqual([8, 8, 8])
  })

  it('makes names harmless that climb out of their folder or hold control characters', async () => {
    const path = folder.file(
      'climb.zip',
      zip([
        { name: '../../etc/passwd', content: '1' },
        { name: '/root/x', content: '2' },
        { name: 'C:\\y\u0000\u001B[2J', content: '3' },
      ]),
    )
    expect(await read(path)).toEqual({ 'climb.zip/passwd': '1', 'climb.zip/x': '2', 'climb.zip/y??[2J': '3' })
    expect((await listSources([path]))[0]!.path).toBe(`${path}/etc/passwd`)
  })

  it('refuses by name what it cannot unpack, and brings the rest', async () => {
    const entries = [
      { name: 'good.835', content: 'G' },
      { name: 'locked.835', content: 'L', isEncrypted: true },
      { name: 'odd.835', content: 'O', method: 9 },
      { name: 'crc.835', content: 'C', crc: 1 },
      { name: 'long.835', content: 'L', size: 2 },
    ]
    const mismatch = 'its size or checksum is not what the archive says; get the archive again from its sender'
    expect(await read(folder.file('mixed.zip', zip(entries)))).toEqual({
      'mixed.zip/good.835': 'G',
      'mixed.zip/locked.835': refused('mixed.zip/locked.835', 'it is encrypted; unpack the archive with its password and import what is in it'),
      'mixed.zip/odd.835': refused('mixed.zip/odd.835', 'it is packed in a way (method 9) that Overturn does not read; pack it again as zip'),
      'mixed.zip/crc.835': refused('mixed.zip/crc.835', mismatch),
      'mixed.zip/long.835': refused('mixed.zip/long.835', mismatch),
    })
  })

  it('is refused as one where it is empty, cut off, or an office document', async () => {
    const whole = zip([{ name: 'a.835', content: 'A' }])
    expect(
      await read(
        folder.file('none.zip', zip([])),
        folder.file('cut.zip', whole.subarray(0, -30)),
        folder.file('book.xlsx', zip([{ name: '[Content_Types].xml', content: '<x/>' }])),
      ),
    ).toEqual({
      'none.zip': refused('none.zip', 'there are no files in this zip archive'),
      'cut.zip': refused('cut.zip', 'this zip archive is damaged or cut off; get it again from its sender'),
      'book.xlsx': refused('book.xlsx', 'this is an office document, such as an Excel workbook; save its table as CSV'),
    })
  })

  it('refuses an entry that grows like a bomb, and one packed within', async () => {
    const zeros = Buffer.alloc(150_000_000)
    const found = await read(
      folder.file(
        'bombs.zip',
        zip([
          { name: 'bomb', content: zeros },
          { name: 'inner.gz', content: gzipSync(zeros) },
          { name: 'ok', content: 'ok' },
        ]),
      ),
    )
    expect(found['bombs.zip/bomb']).toContain('unpacked it is more than 200 times its packed size')
    expect(found['bombs.zip/inner.gz']).toContain('unpacked it is more than 200 times its packed size')
    expect(found['bombs.zip/ok']).toBe('ok')
  })

  it('is refused where it changed after it was listed', async () => {
    const path = folder.file('changed.zip', zip([{ name: 'a', content: 'A' }]))
    const [source] = await listSources([path])
    folder.file('changed.zip', zip([{ name: 'a', content: 'another' }]))
    expect(await contentOf(source!)).toContain('the file changed after its import began')
  })
})

describe('damaged and random bytes', () => {
  const whole = [
    zip([
      { name: 'a/b.835', content: 'x'.repeat(500) },
      { name: 'c.csv.gz', content: gzipSync('c'.repeat(300)) },
      { name: 'd', content: 'plain', method: 0 },
    ]),
    Buffer.concat([gzipSync('one'.repeat(50)), gzipSync('two')]),
    Buffer.from('\uFEFFwide text', 'utf16le'),
    deflateRawSync('nothing known'),
  ]
  const damage = fc.record({
    which: fc.nat({ max: whole.length - 1 }),
    flips: fc.array(fc.record({ at: fc.nat(), to: fc.nat({ max: 255 }) }), { maxLength: 6 }),
    cut: fc.option(fc.nat()),
    lead: fc.uint8Array({ maxLength: 4 }),
  })

  it('bring content or a named refusal, nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ which, flips, cut, lead }) => {
        const bytes = Buffer.from(whole[which]!)
        for (const { at, to } of flips) bytes[at % bytes.length] = to
        const damaged = Buffer.concat([lead, bytes.subarray(0, cut === null ? bytes.length : cut % bytes.length)])
        for (const source of await listSources([folder.file('fuzz', damaged)])) {
          try {
            await readHead(source)
            await fingerprint(source)
          } catch (error) {
            if (!(error instanceof OverturnError) || error.code !== 'unreadable_file') throw error
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
