import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { OverturnError } from '../errors.ts'
import { openTable, plainName } from '../imports/formats/policies-csv/table.ts'
import { JsonSplitter } from '../imports/json/splitter.ts'
import { isObject } from '../imports/formats/portal-json/values.ts'
import type { ByteSource } from '../imports/importer.ts'

/** The columns of a code list, whatever the file calls them. */
export const listFields = ['code', 'description', 'from', 'to'] as const
export type ListField = (typeof listFields)[number]

/** A row as texts; `number` counts the rows of a table (its header is 1) or the elements of a JSON list. Null: no object. */
export interface ListRow {
  number: number
  texts: Partial<Record<ListField, string>> | null
}

/** Names without case and separators. The first that a file has is taken: a long description rather than a short one. */
const names: Record<ListField, readonly string[]> = {
  code: 'code carc rarc reasoncode remarkcode adjustmentreasoncode carccode rarccode cptcode cpt hcpcscode hcpc hcpcs icd10 icd10code icd10cm diagnosiscode procedurecode revenuecode revcode cdtcode placeofservicecode poscode'.split(
    ' ',
  ),
  description:
    'longdescription description fulldescription codedescription carcdescription rarcdescription desc text display label definition meaning shortdescription shortdesc name'.split(
      ' ',
    ),
  from: 'effectivedate effectivefrom startdate start addeddate effdate'.split(' '),
  to: 'effectiveto enddate stopdate stop terminationdate termdate deactivationdate'.split(' '),
}

/** Which of the given names means each field; null where there is no code or no description. */
export function fieldNames(given: readonly string[]): Map<ListField, string> | null {
  const plain = new Map(given.toReversed().map((name) => [plainName(name), name]))
  const found = new Map<ListField, string>()
  for (const field of listFields) {
    const name = names[field].find((candidate) => plain.has(candidate))
    if (name !== undefined) found.set(field, plain.get(name) as string)
  }
  return found.has('code') && found.has('description') ? found : null
}

const NO_COLUMNS =
  'There is no column for the code, or none for its description. Name them "code" and "description" in the first row, or as the fields of each JSON object.'

/** The rows of a list in CSV or JSON, one at a time, whatever the size of the file. Throws `unreadable_file`. */
export async function* listRows(path: string): AsyncGenerator<ListRow> {
  const first = await firstByte(path)
  const source: ByteSource = createReadStream(path)
  yield* first === '[' || first === '{' ? jsonRows(source) : tableRows(source)
}

async function firstByte(path: string): Promise<string> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
      return buffer
        .toString('utf8', 0, bytesRead)
        .replace(/^\uFEFF/, '')
        .trimStart()
        .charAt(0)
    } finally {
      await file.close()
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OverturnError(
      'unreadable_file',
      `${path} cannot be read (${code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code}).`,
      { cause },
    )
  }
}

async function* tableRows(source: ByteSource): AsyncGenerator<ListRow> {
  const { header, rows } = await openTable(source)
  const fields = fieldNames(header)
  if (!fields) throw new OverturnError('unreadable_file', NO_COLUMNS)
  const columns = [...fields].map(([field, name]) => [field, header.indexOf(name)] as const)
  for await (const { number, cells } of rows) yield { number, texts: Object.fromEntries(columns.map(([field, at]) => [field, cells[at] ?? ''])) }
}

/** The objects of each list that names codes, alone in the file or in an object (the concepts of a FHIR CodeSystem); or an object of codes and texts. */
async function* jsonRows(source: ByteSource): AsyncGenerator<ListRow> {
  const splitter = new JsonSplitter()
  const fieldsOf = new Map<string | null, Map<ListField, string> | null>()
  let number = 0
  for await (const chunk of source) {
    for (const { bytes, list, number: position, offset } of splitter.push(chunk)) {
      const value = parse(bytes, offset)
      if (position === 0) {
        if (typeof value === 'string' && list !== null) yield { number: ++number, texts: { code: list, description: value } }
      } else if (!isObject(value)) yield { number: ++number, texts: null }
      else {
        if (!fieldsOf.has(list)) fieldsOf.set(list, fieldNames(Object.keys(value)))
        const fields = fieldsOf.get(list)
        if (fields) yield { number: ++number, texts: Object.fromEntries([...fields].map(([field, name]) => [field, textOf(value[name])])) }
      }
    }
    if (splitter.fault) break
  }
  splitter.end()
  if (splitter.fault) throw new OverturnError('unreadable_file', `${splitter.fault.message} (${splitter.where(splitter.fault.offset)}).`)
  if (number === 0 && fieldsOf.size > 0) throw new OverturnError('unreadable_file', NO_COLUMNS)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

function parse(bytes: Uint8Array, offset: number): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch (cause) {
    throw new OverturnError('unreadable_file', `The JSON is broken (byte offset ${offset}).`, { cause })
  }
}
