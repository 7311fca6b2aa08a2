import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importerFor } from '../../src/imports/registry.ts'
import { listSources } from '../../src/imports/sources/list.ts'
import { file835 } from '../factories/x12.ts'
import { zip } from '../factories/zip.ts'
import { useFolder } from './sources/folder.ts'

const folder = useFolder()

/** Which format reads the file, or why none does. */
async function formatOf(name: string, content: string | Uint8Array): Promise<string> {
  const [source] = await listSources([folder.file(name, content)])
  try {
    return (await importerFor(source!)).name
  } catch (error) {
    return (error as Error).message.replace(/ Get it from its sender in a form that Overturn reads \(X12 835.*; CSV table.*\), or export it so\.$/, '')
  }
}

const begins = (name: string, what: string) =>
  `${name}: the file does not begin with an ISA segment (X12), or as any other file that Overturn reads: it begins with ${what}.`

describe('the format of a file', () => {
  const remit = file835()

  it.each([
    ['plain.csv', remit],
    ['packed.csv', gzipSync(remit)],
    ['archive', zip([{ name: 'x.csv', content: remit }])],
    ['archived.zip', zip([{ name: 'x.gz', content: gzipSync(remit) }])],
    ['wide.txt', Buffer.from(`\uFEFF${remit.toString()}`, 'utf16le')],
  ])('is told by its content, wherever that comes from: %s', async (name, content) => expect(await formatOf(name, content)).toBe('x12'))

  it.each([
    ['empty.835', '', 'empty.835: the file is empty. Get it again from its sender.'],
    [
      'outer.zip',
      zip([{ name: 'inner.zip', content: zip([{ name: 'x', content: 'x' }]) }]),
      'outer.zip/inner.zip: this is a zip archive within an archive; unpack the outer one and import what is in it.',
    ],
    ['twice.gz', gzipSync(gzipSync(remit)), 'twice.gz: this is a gzip file within an archive; unpack the outer one and import what is in it.'],
    ['wide.bin', Buffer.from('Name of nobody', 'utf16le'), 'wide.bin: this is UTF-16 text without a byte-order mark; save it as UTF-8.'],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), begins('picture.png', 'binary data')],
    ['page.html', '<html>', begins('page.html', 'XML or HTML')],
    ['notes.csv', 'Rowan, Jordan, 1950', begins('notes.csv', 'text with commas, but no table with the names of its columns in the first line')],
    ['order.edi', 'UNB+UNOA:1', begins('order.edi', 'EDIFACT, not X12')],
    ['letter.txt', 'Dear payer', begins('letter.txt', 'plain text')],
  ])('is said in words where nobody reads it: %s', async (name, content, message) => expect(await formatOf(name, content)).toBe(message))
})
