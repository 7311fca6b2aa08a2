import type { ByteSource, Importer, ReadOptions } from '../../importer.ts'
import type { ImportRecord } from '../../records.ts'
import { Envelope } from './envelope.ts'
import { Outbox, type Position } from './issues.ts'
import { detectX12 } from './not-x12.ts'
import { tokenize } from './tokenizer.ts'

/** X12 of any kind: 835 and 837 are read in full, every other set is named for what it is. */
export const x12Importer: Importer = {
  name: 'x12',
  label: 'X12 835 remittance or 837 claim',
  detect: (head) => detectX12(head),
  read,
}

async function* read(source: ByteSource, { partial }: ReadOptions): AsyncGenerator<ImportRecord[]> {
  const out = new Outbox(partial)
  const envelope = new Envelope(out)
  let end: Position = { offset: 0, number: 1 }
  for await (const batch of tokenize(source, out)) {
    for (const segment of batch.segments) envelope.take(segment, batch.delimiters)
    end = batch.end
    const records = out.drain()
    if (records.length > 0) yield records
  }
  envelope.end(end)
  out.finish()
  yield out.drain()
}
