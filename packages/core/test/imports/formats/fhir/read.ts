import { fhirImporter } from '../../../../src/imports/formats/fhir/importer.ts'
import { issuesOf, ofKind, readWith, type ReadingOptions } from '../reading.ts'

export { issuesOf, ofKind }

/** Reads FHIR with the importer, in small chunks. */
export const readFhir = (content: unknown, options: ReadingOptions = {}) => readWith(fhirImporter, content, { chunk: 997, ...options })

/** The one claim and the one decision that a resource gives; undefined where there is none. */
export async function claimAndDecision(resource: unknown) {
  const records = await readFhir(resource)
  return { claim: ofKind(records, 'claim')[0], decision: ofKind(records, 'decision')[0], issues: issuesOf(records), records }
}
