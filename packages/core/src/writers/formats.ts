import type { PackFormat, PackFormatName } from './format.ts'
import { csvFormat } from './csv/writer.ts'
import { fhirFormat } from './fhir/writer.ts'
import { portalJsonFormat } from './portal-json/writer.ts'
import { x12Format } from './x12/writer.ts'

/** Every format that a group can be written in, one line each. */
export const formats: Readonly<Record<PackFormatName, PackFormat>> = { x12: x12Format, fhir: fhirFormat, csv: csvFormat, 'portal-json': portalJsonFormat }
