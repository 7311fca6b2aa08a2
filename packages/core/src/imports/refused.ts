import type { OverturnError } from '../errors.ts'
import type { ReadOptions } from './importer.ts'
import { NoHeader } from './formats/csv/no-header.ts'
import { UnconfirmedColumns } from './formats/csv/unconfirmed.ts'
import { emptySummary, REFUSED, type FileSummary } from './summary.ts'

/** Before an importer has recognized the file. */
export const UNKNOWN_FORMAT = 'unknown'

/** The summary of a file of which nothing is taken in. Partial reading is advised only where reading began, and was not partial already. */
export function refusedFile(path: string, format: string, error: OverturnError, { partial }: ReadOptions): FileSummary {
  const canKeepWhole = format !== UNKNOWN_FORMAT && !partial
  const again = canKeepWhole ? 'Get it again from its sender, or use --partial to keep what is whole.' : 'Get it again from its sender.'
  const remedy = error instanceof UnconfirmedColumns || error instanceof NoHeader ? error.remedy : again
  const rejected = [{ code: REFUSED, message: error.message, remedy: `Nothing of this file is taken in. ${remedy}`, where: {} }]
  return { ...emptySummary(path, format), rejected }
}
