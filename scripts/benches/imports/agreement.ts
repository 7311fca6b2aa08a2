import { createReadStream } from 'node:fs'
import { finished, pipeline } from 'node:stream/promises'
import type { Transform } from 'node:stream'
import { X12Parser, type X12Segment } from 'node-x12'
import { X12parser } from 'x12-parser'
import { Outbox } from '../../../packages/core/src/imports/formats/x12/issues.ts'
import { tokenize } from '../../../packages/core/src/imports/formats/x12/tokenizer.ts'
import { giveResult, taskOf } from './child.ts'
import type { StreamingPeer } from './readers.ts'

export interface AgreementTask {
  peer: StreamingPeer
  path: string
}

export interface Agreement {
  segments: number
  /** Segments of the file in whose place the peer gives something else, or nothing; and what it gives beyond the last. */
  differing: number
}

/** A segment by its id and the number of its characters, separators apart: enough to see what is lost, doubled or run together. */
const sizeOf = (id: string, parts: readonly string[], component: string) =>
  `${id} ${parts.reduce((sum, part) => sum + part.replaceAll(component, '').length, 0)}`

const { peer, path } = taskOf<AgreementTask>()
const expected: string[] = []
let component = ''
for await (const { segments, delimiters } of tokenize(createReadStream(path), new Outbox(false))) {
  component = delimiters.component
  for (const { text } of segments) {
    const [id = '', ...elements] = text.split(delimiters.element)
    expected.push(sizeOf(id, elements, component))
  }
}

const given = await (peer === 'x12-parser'
  ? collect(new X12parser(), ({ name = '', ...parts }: Record<string, string>) => sizeOf(name, Object.values(parts), component))
  : collect(new X12Parser(), ({ tag, elements }: X12Segment) => sizeOf(tag, elements.map(valueOf), component)))
// ISA and IEA are left out: node-x12 makes numbers of their control numbers, and x12-parser trims their blanks.
const differing = expected.filter((segment, index) => !/^I(?:SA|EA) /.test(segment) && segment !== given[index]).length
giveResult({ segments: expected.length, differing: differing + Math.max(0, given.length - expected.length) } satisfies Agreement)

function valueOf({ value }: X12Segment['elements'][number]): string {
  return value
}

async function collect<Segment>(parser: Transform, size: (segment: Segment) => string): Promise<string[]> {
  const sizes: string[] = []
  parser.on('data', (segment: Segment) => sizes.push(size(segment)))
  await Promise.all([pipeline(createReadStream(path), parser), finished(parser)])
  return sizes
}
