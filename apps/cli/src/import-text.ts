import type { DryRun } from '@overturn/core/imports/dry-run'
import type { FileSummary } from '@overturn/core/imports/summary'
import type { FileResult } from '@overturn/core/imports/run'
import type { ImportReport } from './commands/import.ts'
import { count, table, type Column } from './format.ts'

type File = FileSummary & Partial<Pick<FileResult, 'outcome' | 'merged' | 'message'>>
type Issue = FileSummary['rejected'][number]

/** A screenful; `--json` has them all. */
const SHOWN_ISSUES = 20

/** Nothing of the file was taken in. */
export function isRefused({ outcome, rejected }: File): boolean {
  return outcome === 'refused' || rejected.some(({ code }) => code === 'file.refused')
}

export function summaryText(report: DryRun | ImportReport): string {
  const files: File[] = report.files
  if (files.length === 0) return 'No files there.'
  const { totals } = report
  const issues = files.flatMap((file) => [
    ...file.rejected.map((issue) => issueLine(file, 'rejected', issue)),
    ...file.warnings.map((issue) => issueLine(file, 'warning', issue)),
  ])
  const more = issues.length > SHOWN_ISSUES ? [`… and ${count(issues.length - SHOWN_ISSUES)} more; --json lists them all.`] : []
  const into = 'organization' in report ? ` in organization ${report.organization}` : ' read; nothing was written'
  return [
    table(files, columns),
    ...(issues.length > 0 ? [[...issues.slice(0, SHOWN_ISSUES), ...more].join('\n')] : []),
    `${count(totals.files)} files${into}: ${count(totals.claims)} claims, ${count(totals.claimPayments)} claim payments, ${count(totals.deniedClaims)} of them denied; ${count(totals.rejected)} rejected, ${count(totals.warnings)} warnings.`,
  ].join('\n\n')
}

const columns: Column<File>[] = [
  { title: 'File', value: ({ file }) => file },
  { title: 'Format', value: ({ format }) => format },
  { title: 'Result', value: (file) => (isRefused(file) ? 'refused' : (file.outcome ?? 'readable')) },
  { title: 'Claims', value: ({ claims }) => count(claims), right: true },
  { title: 'Payments', value: ({ claimPayments }) => count(claimPayments), right: true },
  { title: 'Lines', value: ({ paymentLines }) => count(paymentLines), right: true },
  { title: 'Denied', value: ({ deniedClaims }) => count(deniedClaims), right: true },
  { title: 'Rejected', value: ({ rejected }) => count(rejected.length), right: true },
  { title: 'Warnings', value: ({ warnings }) => count(warnings.length), right: true },
]

function issueLine({ file }: File, severity: string, { code, message, remedy, where }: Issue): string {
  const place = [
    where.line && `line ${where.line}`,
    where.segment && `segment ${where.segment}`,
    where.byteOffset !== undefined && `byte ${where.byteOffset}`,
    where.field,
  ].filter(Boolean)
  return `${severity} ${code} in ${[file, ...place].join(', ')}: ${message}${/[.!?]$/.test(message) ? '' : '.'} ${remedy}`
}
