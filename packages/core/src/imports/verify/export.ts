import { OverturnError } from '../../errors.ts'
import { detectPortalJson } from '../formats/portal-json/head.ts'
import { Report } from '../formats/portal-json/issues.ts'
import { kindOf, type ObjectKind } from '../formats/portal-json/kinds.ts'
import { parseElement } from '../formats/portal-json/parse.ts'
import { JsonSplitter } from '../json/splitter.ts'
import { isObject, type Raw } from '../formats/portal-json/values.ts'
import { listSources } from '../sources/list.ts'
import { readHead } from '../sources/read.ts'
import type { ImportSource } from '../sources/source.ts'

/** The files of a folder that hold a portal's export. Throws `invalid_input` when there is none. */
export async function exportFiles(directory: string): Promise<ImportSource[]> {
  const files: ImportSource[] = []
  for (const source of await listSources([directory])) if (detectPortalJson(await readHead(source))) files.push(source)
  if (files.length === 0)
    throw new OverturnError('invalid_input', `${directory} holds no JSON export of a portal. Name the folder that the export was written to.`)
  return files
}

/** The objects of the export as they came, in batches of one kind. Throws `unreadable_file` where a file is damaged. */
export async function* exportedObjects(files: readonly ImportSource[], size: number): AsyncGenerator<{ kind: ObjectKind; objects: Raw[] }> {
  const waiting = new Map<ObjectKind, Raw[]>()
  for await (const { kind, object } of eachObject(files)) {
    const batch = waiting.get(kind) ?? []
    batch.push(object)
    waiting.set(kind, batch)
    if (batch.length < size) continue
    waiting.delete(kind)
    yield { kind, objects: batch }
  }
  for (const [kind, objects] of waiting) yield { kind, objects }
}

async function* eachObject(files: readonly ImportSource[]): AsyncGenerator<{ kind: ObjectKind; object: Raw }> {
  const told = new Report()
  for (const file of files) {
    const splitter = new JsonSplitter()
    const fail = (): void => {
      if (splitter.fault) throw new OverturnError('unreadable_file', `${file.name}: ${splitter.fault.message} (${splitter.where(splitter.fault.offset)})`)
    }
    for await (const chunk of file.bytes()) {
      for (const element of splitter.push(chunk)) {
        const object = element.number === 0 ? undefined : parseElement(element, {}, told, false)
        const kind = kindOf(element.list, object)
        if (kind && isObject(object)) yield { kind, object }
      }
      fail()
    }
    splitter.end()
    fail()
  }
}
