import { isNothingTaken } from '../nothing-taken.ts'
import type { FileResult } from '../run.ts'
import type { FileSummary } from '../summary.ts'

type Issue = FileSummary['rejected'][number]

const MOST_LINES = 500

/** What became of a file, to lie beside it: outcome, counts, and what is wrong with it, by place. It names no patient. */
export function noteOfResults(results: readonly FileResult[], now: Date): string {
  return `${[`Overturn looked at this file on ${now.toISOString()}.`, ...results.map(section)].join('\n\n')}\n`
}

/** For a file that could not even be tried. */
export function noteOfProblem(problem: string, now: Date): string {
  return `Overturn looked at this file on ${now.toISOString()} and kept nothing of it.\n\n${problem}\n`
}

function section(result: FileResult): string {
  const issues = [...result.rejected.map((issue) => line('rejection', issue)), ...result.warnings.map((issue) => line('warning', issue))]
  const more = issues.length > MOST_LINES ? [`… and ${issues.length - MOST_LINES} more; "overturn imports ${result.importId}" lists them.`] : []
  return [headline(result), ...issues.slice(0, MOST_LINES), ...more].join('\n')
}

function headline(result: FileResult): string {
  const { file, outcome, importId, merged, message } = result
  const counts = merged ? `: new claims ${merged.newClaims}, changed claims ${merged.changedClaims}, new decisions ${merged.decisions}` : ''
  const number = importId === null ? '' : ` (import ${importId})`
  const nothing = isNothingTaken(result) ? ' Nothing of it was taken in.' : ''
  return `${file}: ${outcome}${number}${counts}.${nothing}${message && outcome === 'unchanged' ? ` ${message}` : ''}`
}

function line(severity: string, { code, message, remedy, where }: Issue): string {
  const place = [
    where.line !== undefined && `line ${where.line}`,
    where.segment !== undefined && `segment ${where.segment}`,
    where.byteOffset !== undefined && `byte ${where.byteOffset}`,
    where.field,
  ].filter(Boolean)
  return `${severity} ${[code, ...place].join(', ')}: ${message}${/[.!?]$/.test(message) ? '' : '.'} ${remedy}`
}
