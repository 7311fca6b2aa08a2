import type { FileContent } from '../content.ts'
import type { FileResult, ImportEvent } from '../run.ts'
import { countRejections } from '../summary.ts'
import type { UploadedFile, UploadProgress, UploadTotals } from './schemas.ts'

/** A guess of the time left is worth its place once it has something to go by. */
const GUESS_AFTER_MS = 2_000

/** What each event of an import says of its progress; null where it says nothing. `now` in milliseconds, of any clock. */
export function progressReader(now: () => number): (event: ImportEvent) => UploadProgress | null {
  let last: UploadProgress | null = null
  let since = now()
  return (event) => {
    if (event.type === 'finished') return null
    if (event.type === 'started') {
      const { file, number, of } = event
      last = { file, number, of, phase: 'reading', records: 0, recordsPerSecond: 0, bytes: null, ofBytes: null, secondsLeft: null }
      since = now()
      return last
    }
    if (last === null) return null
    // A phase is timed from its first sign of life on; merging from the start of its file.
    if (event.phase === 'publishing' && last.phase !== 'publishing') since = now()
    const elapsed = now() - since
    const { phase, records, bytes = null, ofBytes = null } = event
    const recordsPerSecond = Math.round(records / Math.max(0.001, elapsed / 1000))
    last = { ...last, phase, records, recordsPerSecond, bytes, ofBytes, secondsLeft: secondsLeft(bytes, ofBytes, elapsed) }
    return last
  }
}

function secondsLeft(bytes: number | null, ofBytes: number | null, elapsed: number): number | null {
  if (bytes === null || !ofBytes || elapsed < GUESS_AFTER_MS) return null
  const share = bytes / ofBytes
  return share > 0 && share < 1 ? Math.ceil((elapsed * (1 - share)) / share / 1000) : null
}

/** What is told of a file that was taken; `shown` is its name without the folder where it waited. */
export function uploadedFile({ merged, ...result }: FileResult, content: FileContent, shown: (path: string) => string): UploadedFile {
  const { format, outcome, importId, message, claims, claimPayments, deniedClaims, warnings } = result
  return {
    file: shown(result.file),
    format,
    outcome,
    importId,
    message: message === null ? null : shown(message),
    claims,
    claimPayments,
    deniedClaims,
    newClaims: merged?.newClaims ?? null,
    changedClaims: merged?.changedClaims ?? null,
    newDecisions: merged?.decisions ?? null,
    rejections: countRejections(result),
    warnings: warnings.length,
    ...content,
    issues: issuesOf(result, shown),
  }
}

const MOST_KINDS = 20

/** Issues of one kind are told once. */
function issuesOf({ rejected, warnings }: Pick<FileResult, 'rejected' | 'warnings'>, shown: (text: string) => string): UploadedFile['issues'] {
  const kinds = new Map<string, UploadedFile['issues'][number]>()
  for (const [severity, issues] of [['rejection', rejected] as const, ['warning', warnings] as const])
    for (const { code, message, remedy } of issues) {
      const kind = kinds.get(`${severity} ${code}`)
      if (kind) kind.count++
      else kinds.set(`${severity} ${code}`, { severity, code, message: shown(message), remedy, count: 1 })
    }
  return [...kinds.values()].slice(0, MOST_KINDS)
}

export const NOTHING: UploadTotals = {
  files: 0,
  imported: 0,
  unchanged: 0,
  refused: 0,
  newClaims: 0,
  changedClaims: 0,
  newDecisions: 0,
  rejections: 0,
  warnings: 0,
}

const MOST_SHOWN = 100

/** The files and their totals with one more. An archive may hold thousands, and what is told of an upload is told again at every step. */
export function withFile(
  before: { files: readonly UploadedFile[]; totals: UploadTotals },
  file: UploadedFile,
): { files: UploadedFile[]; totals: UploadTotals } {
  const files = [...before.files, file]
  if (files.length > MOST_SHOWN) {
    const harmless = files.findIndex(({ outcome }) => outcome !== 'refused')
    files.splice(harmless === -1 ? 0 : harmless, 1)
  }
  const { totals } = before
  return {
    files,
    totals: {
      files: totals.files + 1,
      // Of a preview: would be.
      imported: totals.imported + Number(file.outcome === 'imported' || file.outcome === 'preview'),
      unchanged: totals.unchanged + Number(file.outcome === 'unchanged'),
      refused: totals.refused + Number(file.outcome === 'refused'),
      newClaims: totals.newClaims + (file.newClaims ?? 0),
      changedClaims: totals.changedClaims + (file.changedClaims ?? 0),
      newDecisions: totals.newDecisions + (file.newDecisions ?? 0),
      rejections: totals.rejections + file.rejections,
      warnings: totals.warnings + file.warnings,
    },
  }
}
