import { OverturnError } from '../../../errors.ts'
import type { ByteSource, Importer, ReadOptions } from '../../importer.ts'
import type { ImportRecord } from '../../records.ts'
import { keepSource } from '../../source-text.ts'
import { readElement } from './elements.ts'
import { detectPortalJson } from './head.ts'
import { Report } from './issues.ts'
import { kindOf, kindOfList, labelOf } from './kinds.ts'
import { parseElement } from './parse.ts'
import { JsonSplitter, type JsonElement } from '../../json/splitter.ts'
import { isObject } from './values.ts'

/** The JSON export of a claims portal: lists of claims, patterns, policies, providers, learning events and code references, in any file. */
export const portalJsonImporter: Importer = {
  name: 'portal-json',
  label: 'Portal JSON export',
  detect: (head) => detectPortalJson(head),
  read,
}

async function* read(source: ByteSource, { partial }: ReadOptions): AsyncGenerator<ImportRecord[]> {
  const report = new Report()
  const splitter = new JsonSplitter()
  let known = 0
  for await (const chunk of source) {
    const records: ImportRecord[] = []
    for (const element of splitter.push(chunk)) {
      const read = readPiece(element, report, partial)
      known += Number(read.known)
      records.push(...read.records, ...report.drain())
    }
    if (records.length > 0) yield records
    if (splitter.fault) break
  }
  splitter.end()
  stop(splitter, report, partial)
  if (known === 0) report.warn('portal.empty', 'The file holds no claim, pattern, policy, provider, learning event or code reference', {})
  yield report.finish()
}

/** One element of the file; `known` tells whether it is an object of a kind we read. */
function readPiece(element: JsonElement, report: Report, partial: boolean): { known: boolean; records: ImportRecord[] } {
  const place = { offset: element.offset, record: `${element.list ?? 'element'}[${element.number}]` }
  if (element.number === 0) {
    const expected = kindOfList(element.list ?? '') !== null
    report.warn(
      'portal.not-kept',
      expected ? 'The field should be a list and is none' : 'The field is no list of objects',
      { offset: element.offset },
      element.list ?? undefined,
    )
    return { known: false, records: [] }
  }
  const parsed = parseElement(element, place, report, partial)
  if (parsed === undefined) return { known: false, records: [] }
  const kind = kindOf(element.list, parsed)
  if (!isObject(parsed)) report.reject('portal.not-an-object', 'The element is no object', place)
  else if (!kind) report.reject('portal.unknown-object', 'The object is of no kind that is known', place)
  else {
    const records = readElement(kind, parsed, { ...place, record: labelOf(kind, parsed) === kind ? place.record : labelOf(kind, parsed) }, report)
    const [first] = records
    if (first?.kind === 'claim') keepSource(first, { record: place.record, text: Buffer.from(element.bytes).toString('utf8') })
    return { known: true, records }
  }
  return { known: false, records: [] }
}

/** A file that cannot be read to its end is refused as a unit, unless its whole elements are wanted. */
function stop(splitter: JsonSplitter, report: Report, partial: boolean): void {
  if (!splitter.fault) return
  const { kind, message, offset } = splitter.fault
  const told = `${message} (${splitter.where(offset)})`
  if (kind === 'not-json' || !partial) throw new OverturnError('unreadable_file', told)
  report.reject(kind === 'truncated' ? 'portal.truncated' : 'portal.malformed', told, { offset })
}
