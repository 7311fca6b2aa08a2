import { OverturnError } from '../../../errors.ts'
import type { ByteSource, Importer, ReadOptions } from '../../importer.ts'
import type { ImportRecord } from '../../records.ts'
import { cutterOf, type Cutter, type Piece } from './cutters.ts'
import { detectFhir, layoutOf } from './head.ts'
import { Report } from './issues.ts'
import { parsePiece } from './parse.ts'
import { Resources } from './resources.ts'
import { isObject, text } from './values.ts'

/** FHIR R4 claims and what payers decided of them: a resource, a Bundle, or newline-delimited JSON. */
export const fhirImporter: Importer = {
  name: 'fhir',
  label: 'FHIR R4 (ExplanationOfBenefit, Claim, ClaimResponse)',
  detect: (head) => detectFhir(head),
  read,
}

const HEAD_BYTES = 4096

async function* read(source: ByteSource, { partial }: ReadOptions): AsyncGenerator<ImportRecord[]> {
  const report = new Report()
  const resources = new Resources(report)
  const take = (pieces: Piece[]) => pieces.flatMap((piece) => readPiece(piece, resources, report, partial))
  let cutter: Cutter | null = null
  let head: Uint8Array = new Uint8Array()
  for await (const chunk of source) {
    let bytes = chunk
    if (cutter === null) {
      bytes = head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      if (head.length < HEAD_BYTES) continue
      cutter = cutterOf(layoutOf(head))
    }
    const records = take(cutter.push(bytes))
    if (records.length > 0) yield records
    if (cutter.fault) break
  }
  cutter ??= cutterOf(layoutOf(head))
  if (head.length < HEAD_BYTES) yield take(cutter.push(head))
  yield take(cutter.end())
  stop(cutter, report, partial)
  resources.finish()
  yield report.finish()
}

function readPiece(piece: Piece, resources: Resources, report: Report, partial: boolean): ImportRecord[] {
  const parsed = parsePiece(piece, report, partial)
  if (parsed === undefined) return report.drain()
  const { value, text: content } = parsed
  if (!piece.isEntry) return resources.take(value, piece.place, () => content)
  // An entry without a resource (a deletion, the answer to a request) says nothing.
  if (!isObject(value) || value.resource === undefined) return []
  return resources.take(value.resource, piece.place, () => JSON.stringify(value.resource), text(value.fullUrl))
}

/** A file that cannot be read to its end is refused as a unit, unless its whole resources are wanted. */
function stop({ fault }: Cutter, report: Report, partial: boolean): void {
  if (!fault) return
  if (fault.kind === 'not-json' || !partial) throw new OverturnError('unreadable_file', fault.message)
  report.reject(`fhir.${fault.kind}`, fault.message, fault.place)
}
