import type { DryRun } from '@overturn/core/imports/dry-run'
import { countRejections, isRefused as isRefusedFile, type FileSummary } from '@overturn/core/imports/summary'
import { isNothingTaken } from '@overturn/core/imports/nothing-taken'
import { formatWords } from '@overturn/core/imports/mappings/format-words'
import type { GuessedMapping } from '@overturn/core/imports/mappings/schemas'
import type { FileResult } from '@overturn/core/imports/run'
import type { ImportReport } from './commands/import.ts'
import { count, counted, table, type Column } from './format.ts'

type File = FileSummary & Partial<Pick<FileResult, 'outcome' | 'merged' | 'message'>>
type Issue = FileSummary['rejected'][number]

/** A screenful; `--json` has them all. */
const SHOWN_ISSUES = 20

const STOPPED = 'Stopped. Files that are done are in the database; run the same command again to go on: they are known and skipped.'

/** Nothing of the file was taken in. */
export const isRefused = (file: File): boolean => file.outcome === 'refused' || isRefusedFile(file)

/** The files, what is wrong with them, and in the last lines what came of it. */
export function summaryText(report: DryRun | ImportReport): string {
  const files: File[] = report.files
  const stopped = 'stopped' in report && report.stopped ? STOPPED : null
  if (files.length === 0) return stopped ?? 'No files there.'
  // A screenful of warnings must not hide what was not taken in.
  const issues = [
    ...files.flatMap((file) => file.rejected.map((issue) => issueLine(file, 'rejected', issue))),
    ...files.flatMap((file) => file.warnings.map((issue) => issueLine(file, 'warning', issue))),
  ]
  const more = issues.length > SHOWN_ISSUES ? [`… and ${count(issues.length - SHOWN_ISSUES)} more; --json lists them all.`] : []
  const result = 'organization' in report ? importLines(report) : [dryRunLine(report)]
  const { refused, rejected, warnings } = report.totals
  return [
    table(files, columns),
    ...(issues.length > 0 ? [[...issues.slice(0, SHOWN_ISSUES), ...more].join('\n')] : []),
    [
      ...result,
      `${refused > 0 ? `${counted(refused, 'file')} refused, ` : ''}${counted(rejected, 'rejection')}, ${counted(warnings, 'warning')}.`,
      ...(stopped ? [stopped] : []),
    ].join('\n'),
  ].join('\n\n')
}

const OUTCOMES: Record<FileResult['outcome'], string> = { imported: 'imported', preview: 'would be imported', unchanged: 'unchanged', refused: 'refused' }

function resultOf(file: File): string {
  if (isRefused(file)) return 'refused'
  if (isNothingTaken(file)) return 'nothing taken in'
  return file.outcome ? OUTCOMES[file.outcome] : 'readable'
}

const columns: Column<File>[] = [
  { title: 'File', value: ({ file }) => file },
  { title: 'Format', value: ({ format }) => format },
  { title: 'Result', value: resultOf },
  { title: 'Claims', value: ({ claims }) => count(claims), right: true },
  { title: 'Payments', value: ({ claimPayments }) => count(claimPayments), right: true },
  { title: 'Lines', value: ({ paymentLines }) => count(paymentLines), right: true },
  {
    title: 'Denied + in part',
    value: ({ deniedClaims, partiallyDeniedClaims: part }) => `${count(deniedClaims)}${part > 0 ? `+${count(part)}` : ''}`,
    right: true,
  },
  { title: 'Rejected', value: (file) => count(countRejections(file)), right: true },
  { title: 'Warnings', value: ({ warnings }) => count(warnings.length), right: true },
]

function dryRunLine({ totals }: DryRun): string {
  const part = totals.partiallyDeniedClaims > 0 ? ` and ${count(totals.partiallyDeniedClaims)} denied in part` : ''
  const held = `${counted(totals.claims, 'claim')}, ${counted(totals.claimPayments, 'claim payment')}, ${count(totals.deniedClaims)} of them denied${part}`
  return `${counted(totals.files, 'file')} read; nothing was written: ${held}.`
}

const OUT_OF_BALANCE = new Set(['x12.835.payment-out-of-balance', 'x12.835.claim-out-of-balance', 'x12.835.line-out-of-balance'])

/** What the merge did, not what the files hold: a remittance makes claims, and what came before makes none. */
function importLines({ organization, files, totals, preview }: ImportReport): string[] {
  const merged = files.flatMap((file) => file.merged ?? [])
  const sum = (numberOf: (one: (typeof merged)[number]) => number) => merged.reduce((total, one) => total + numberOf(one), 0)
  const outcomes = (Object.keys(OUTCOMES) as FileResult['outcome'][])
    .map((outcome) => [OUTCOMES[outcome], files.filter((file) => file.outcome === outcome && !isNothingTaken(file)).length] as const)
    .concat([['of which nothing was taken in', files.filter(isNothingTaken).length] as const])
    .filter(([, number]) => number > 0)
  const others = (
    [
      ['inserted', 'new'],
      ['updated', 'changed'],
    ] as const
  )
    .map(([key, word]) => [sum(({ other }) => other[key]), word] as const)
    .filter(([number]) => number > 0)
  const written = [
    counted(
      sum(({ newClaims }) => newClaims),
      'new claim',
    ),
    counted(
      sum(({ changedClaims }) => changedClaims),
      'changed claim',
    ),
    counted(
      sum(({ decisions }) => decisions),
      'new decision',
    ),
    ...others.map(([number, word]) => counted(number, `${word} other record`)),
  ]
  return [
    `${counted(totals.files, 'file')} for organization ${organization}: ${outcomes.map(([words, number]) => `${count(number)} ${words}`).join(', ')}.`,
    ...(merged.length > 0 ? [`${preview ? 'Would be taken in' : 'Taken in'}: ${written.join(', ')}.`] : []),
    ...(preview || merged.length === 0 ? ['Nothing was written.'] : []),
    ...files.flatMap(({ file, merged: one }) =>
      one && one.known > 0 ? [`${file}: ${counted(one.known, 'payment or decision', 'payments or decisions')} known before, not taken in again.`] : [],
    ),
    ...files.flatMap(({ file, importId, merged: one, warnings }) =>
      one && importId !== null && warnings.some(({ code }) => OUT_OF_BALANCE.has(code))
        ? [`${file}: amounts do not balance; "overturn reconcile ${importId}" says where and by how much.`]
        : [],
    ),
  ]
}

/** What was confirmed without a person looking at it is told. */
export function confirmedText({ file, guesses, mapping }: GuessedMapping): string {
  const meanings = guesses.map(({ column, label }) => `"${column}" is ${label}`).join(', ')
  return `${file}: confirmed that ${meanings}; ${formatWords(mapping)}. "overturn mapping ${file}" changes it.`
}

function issueLine({ file }: File, severity: string, { code, message, remedy, where }: Issue): string {
  const place = [
    where.line && `line ${where.line}`,
    where.segment && `segment ${where.segment}`,
    where.byteOffset !== undefined && `byte ${where.byteOffset}`,
    where.field,
  ].filter(Boolean)
  return `${severity} ${code} in ${[file, ...place].join(', ')}: ${message}${/[.!?]$/.test(message) ? '' : '.'} ${remedy}`
}
