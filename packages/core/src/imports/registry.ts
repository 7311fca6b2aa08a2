import { OverturnError } from '../errors.ts'
import { fhirImporter } from './formats/fhir/importer.ts'
import { csvImporter } from './formats/csv/importer.ts'
import { policiesCsvImporter } from './formats/policies-csv/importer.ts'
import { portalJsonImporter } from './formats/portal-json/importer.ts'
import { x12Importer } from './formats/x12/importer.ts'
import type { Importer } from './importer.ts'
import { readHead } from './sources/read.ts'
import type { ImportSource } from './sources/source.ts'

/** Every format, one line each. The first that recognizes the content reads it. */
export const importers: readonly Importer[] = [x12Importer, portalJsonImporter, fhirImporter, policiesCsvImporter, csvImporter]

/** The importer of a file, by its content. Throws `unreadable_file` that says what was expected. */
export async function importerFor(source: ImportSource): Promise<Importer> {
  const head = await readHead(source)
  const importer = importers.find((candidate) => candidate.detect(head, source.name))
  if (importer) return importer
  throw new OverturnError('unreadable_file', `${source.name}: ${wrongWith(head)}`)
}

/** What is wrong with a file that no format reads, and what to do. Its first bytes are never quoted: they may hold patient data. */
function wrongWith(head: Uint8Array): string {
  if (head.length === 0) return 'the file is empty. Get it again from its sender.'
  // What stands by itself is unpacked before a format sees it.
  if (head[0] === 0x50 && head[1] === 0x4b) return 'this is a zip archive within an archive; unpack the outer one and import what is in it.'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'this is a gzip file within an archive; unpack the outer one and import what is in it.'
  if (/^(?:\0[^\0]|[^\0]\0){2}/.test(Buffer.from(head.subarray(0, 4)).toString('latin1')))
    return 'this is UTF-16 text without a byte-order mark; save it as UTF-8.'
  const readable = importers.map(({ label }) => label).join('; ')
  return `the file does not begin with an ISA segment (X12), or as any other file that Overturn reads: it begins with ${beginning(head)}. Get it from its sender in a form that Overturn reads (${readable}), or export it so.`
}

/** What the first bytes look like, in words. */
function beginning(head: Uint8Array): string {
  if (head.includes(0)) return 'binary data'
  const text = new TextDecoder().decode(head).trimStart()
  const resource = /"resourceType"\s*:\s*"([A-Za-z]{1,40})"/.exec(text)?.[1]
  if (resource) return `JSON that holds a FHIR ${resource}, but is no resource, Bundle or NDJSON of its own`
  if (/^UN[AB]/.test(text)) return 'EDIFACT, not X12'
  if (/^[[{]/.test(text)) return 'JSON, but not of a portal export'
  if (text.startsWith('<')) return 'XML or HTML'
  if (/^[^\n]*[,;\t][^\n]*[,;\t]/.test(text)) return 'text with commas, but no table with the names of its columns in the first line'
  return 'plain text'
}
