import { buffer } from 'node:stream/consumers'
import { finished, pipeline } from 'node:stream/promises'
import { Readable, type Transform } from 'node:stream'

/** Reads X12 to its end and says how much it found. */
type Read = (source: AsyncIterable<Uint8Array>) => Promise<number>

export interface Reader {
  label: string
  /** What it counts. Readers that count segments must agree. */
  unit: 'bytes' | 'segments' | 'records'
  peer: boolean
  /** Loads its own modules only, so that no reader pays for another's. */
  load(): Promise<Read>
}

/** Segments split into elements and these into components: what the peers give for each segment, and so what they are compared with. */
export const COMPARED = 'elements'

export const readers = {
  bytes: { label: 'the bytes alone', unit: 'bytes', peer: false, load: async () => countBytes },
  segments: { label: 'Overturn, segments', unit: 'segments', peer: false, load: () => ownSegments(false) },
  [COMPARED]: { label: 'Overturn, elements', unit: 'segments', peer: false, load: () => ownSegments(true) },
  records: { label: 'Overturn, records', unit: 'records', peer: false, load: ownRecords },
  'x12-parser': { label: 'x12-parser', unit: 'segments', peer: true, load: x12Parser },
  'node-x12-stream': { label: 'node-x12, stream', unit: 'segments', peer: true, load: nodeX12Stream },
  'node-x12-parse': { label: 'node-x12, parse', unit: 'segments', peer: true, load: nodeX12Parse },
} satisfies Record<string, Reader>

export type ReaderName = keyof typeof readers
/** Those that give segment after segment, which can be held against the file. */
export const streamingPeers = ['x12-parser', 'node-x12-stream'] as const
export type StreamingPeer = (typeof streamingPeers)[number]

export const readerNames = Object.keys(readers) as ReaderName[]

async function countBytes(source: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of source) bytes += chunk.byteLength
  return bytes
}

async function ownSegments(split: boolean): Promise<Read> {
  const { tokenize } = await import('../../../packages/core/src/imports/formats/x12/tokenizer.ts')
  const { Outbox } = await import('../../../packages/core/src/imports/formats/x12/issues.ts')
  const { partsOf } = await import('../../../packages/core/src/imports/formats/x12/fields.ts')
  return async (source) => {
    let count = 0
    for await (const { segments, delimiters } of tokenize(source, new Outbox(false))) {
      count += segments.length
      if (!split) continue
      for (const { text } of segments) for (const element of partsOf(text, delimiters.element)) partsOf(element, delimiters.component)
    }
    return count
  }
}

async function ownRecords(): Promise<Read> {
  const { x12Importer } = await import('../../../packages/core/src/imports/formats/x12/importer.ts')
  return async (source) => {
    let count = 0
    for await (const batch of x12Importer.read(source, { partial: false })) count += batch.length
    return count
  }
}

async function x12Parser(): Promise<Read> {
  const { X12parser } = await import('x12-parser')
  return (source) => countObjects(source, new X12parser())
}

async function nodeX12Stream(): Promise<Read> {
  const { X12Parser } = await import('node-x12')
  return (source) => countObjects(source, new X12Parser())
}

/** The whole text at once into a tree, the way its readme begins with. Strict, else it forgets all interchanges of a file but the last. */
async function nodeX12Parse(): Promise<Read> {
  const { X12Parser, X12FatInterchange } = await import('node-x12')
  return async (source) => {
    const parsed = new X12Parser(true).parse((await buffer(source)).toString('utf8'))
    let count = 0
    for (const interchange of parsed instanceof X12FatInterchange ? parsed.interchanges : [parsed]) {
      count += 2
      for (const group of interchange.functionalGroups) {
        count += 2
        for (const { segments } of group.transactions) count += 2 + segments.length
      }
    }
    return count
  }
}

/** By events, which costs the peers least. */
async function countObjects(source: AsyncIterable<Uint8Array>, parser: Transform): Promise<number> {
  let count = 0
  parser.on('data', () => count++)
  await Promise.all([pipeline(Readable.from(source), parser), finished(parser)])
  return count
}
