import { portalJsonImporter } from '../../../../src/imports/formats/portal-json/importer.ts'
import { issuesOf, ofKind, readWith, type ReadingOptions } from '../reading.ts'

export { issuesOf, ofKind }

/** Reads JSON with the portal's importer, in small chunks. */
export const readPortal = (content: unknown, options: ReadingOptions = {}) => readWith(portalJsonImporter, content, options)
