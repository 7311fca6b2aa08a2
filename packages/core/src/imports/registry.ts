import { OverturnError } from '../errors.ts'
import { readHead, type ImportSource } from './files.ts'
import { portalJsonImporter } from './formats/portal-json/importer.ts'
import { x12Importer } from './formats/x12/importer.ts'
import type { Importer } from './importer.ts'

/** Every format, one line each. The first that recognises the content reads it. */
export const importers: readonly Importer[] = [x12Importer, portalJsonImporter]

/** The importer of a file, by its content. Throws `unreadable_file` that says what was expected. */
export async function importerFor(source: ImportSource): Promise<Importer> {
  const head = await readHead(source)
  const importer = importers.find((candidate) => candidate.detect(head, source.name))
  if (importer) return importer
  throw new OverturnError('unreadable_file', `${source.name}: ${describe(head)}. Expected at byte 0: ${importers.map(({ label }) => label).join(', or ')}.`)
}

/** What the first bytes look like, in words, never quoting them: they may hold patient data. */
function describe(head: Uint8Array): string {
  if (head.length === 0) return 'the file is empty'
  if (head[0] === 0xff || head[0] === 0xfe) return 'this is UTF-16 text; save it as UTF-8'
  if (head[0] === 0x50 && head[1] === 0x4b) return 'this is a zip archive; unpack it first'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'this is a gzip file; unpack it first'
  if (head.includes(0)) return 'this is a binary file'
  const text = new TextDecoder().decode(head).trimStart()
  const resource = /"resourceType"\s*:\s*"([A-Za-z]{1,40})"/.exec(text)?.[1]
  if (resource) return `this is a FHIR ${resource}, which Overturn does not read yet`
  if (/^UN[AB]/.test(text)) return 'this is EDIFACT, not X12'
  if (/^[[{]/.test(text)) return 'this is JSON, but not of a portal export'
  if (text.startsWith('<')) return 'this is XML or HTML'
  if (/^[^\n]*[,;\t][^\n]*[,;\t]/.test(text)) return 'this looks like a table (CSV), which Overturn does not read yet'
  return 'this is no format that Overturn reads'
}
