import fc from 'fast-check'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { boundaryOf, fileNameOf, partsOf } from '../../server/utils/multipart'

const BOUNDARY = 'XyZ'

function form(parts: readonly { head: string; content: Uint8Array }[]): Buffer {
  const written = parts.map(({ head, content }) => Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${head}\r\n\r\n`), content, Buffer.from('\r\n')]))
  return Buffer.concat([...written, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (let piece = 0; at < bytes.length; piece++) {
    const size = sizes[piece % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(bytes: Buffer, sizes: readonly number[], skip = -1): Promise<{ fileName: string | null; content: Buffer }[]> {
  const read = []
  for await (const { fileName, content } of partsOf(inPieces(bytes, sizes), BOUNDARY))
    read.push({ fileName, content: read.length === skip ? Buffer.alloc(0) : await buffer(content) })
  return read
}

/** Bytes that look like the boundary, or the beginning of one, among others. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom('\r\n', '\r', '--', `\r\n--Xy`, `--${BOUNDARY}`, '\r\n-').map((text) => Buffer.from(text)),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Buffer.concat(pieces))
  .filter((bytes) => !bytes.includes(`\r\n--${BOUNDARY}`) && !bytes.subarray(0, 5).equals(Buffer.from(`--${BOUNDARY}`)))

describe('a form', () => {
  it('gives its files as they were, however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(content, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
        async (contents, sizes) => {
          const parts = contents.map((bytes, at) => ({
            head: `Content-Disposition: form-data; name="file"; filename="f${at}.835"\r\nContent-Type: text/plain`,
            content: bytes,
          }))
          const found = await read(form(parts), sizes)
          expect(found).toEqual(contents.map((bytes, at) => ({ fileName: `f${at}.835`, content: Buffer.from(bytes) })))
        },
      ),
    )
  })

  it('passes over what nobody reads', async () => {
    const parts = ['one', 'two', 'three'].map((text) => ({ head: `Content-Disposition: form-data; name="f"; filename="${text}"`, content: Buffer.from(text) }))
    const found = await read(form(parts), [7], 1)
    expect(found.map(({ fileName, content }) => `${fileName}: ${content}`)).toEqual(['one: one', 'two: ', 'three: three'])
  })

  it.each([
    ['is cut off', form([{ head: 'Content-Disposition: form-data; filename="a"', content: Buffer.from('some') }]).subarray(0, -8), 'cut off'],
    ['is none', Buffer.from('ISA*00*'), 'cut off'],
    ['has a head without end', Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n`), Buffer.alloc(20_000, 'a'), Buffer.from('\r\n\r\n')]), 'too long'],
  ])('that %s is refused', async (_what, bytes, reason) => {
    await expect(read(bytes, [64])).rejects.toThrow(reason)
  })
})

it.each([
  ['form-data; name="file"; filename="remit.835"', 'remit.835'],
  ['form-data; name="file"; filename="a \\"quoted\\" name"', 'a "quoted" name'],
  ['form-data; name="file"; filename="a %22quoted%22; name=x"', 'a "quoted"; name=x'],
  ["attachment; filename=plain.txt; filename*=UTF-8''M%C3%A4rz.835", 'März.835'],
  ["attachment; filename*=UTF-8''%zz", '%zz'],
  ['form-data; name="partial"', null],
  ['', null],
])('the file name of %s', (disposition, name) => {
  expect(fileNameOf(disposition)).toBe(name)
})

it.each([
  ['multipart/form-data; boundary=----WebKitFormBoundaryabc', '----WebKitFormBoundaryabc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/mixed; boundary=a', null],
  ['application/octet-stream', null],
])('the boundary of %s', (type, boundary) => {
  expect(boundaryOf(type)).toBe(boundary)
})
