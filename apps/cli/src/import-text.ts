import type { DryRun } from '@overturn/core/imports/dry-run'
import type { FileSummary } from '@overturn/core/imports/summary'
import type { FileResult } from '@overturn/core/imports/run'
import type { ImportReport } from './commands/import.ts'
import { count, counted, table, type Column } from './format.ts'

type File = FileSummary & Partial<Pick<FileResult, 'outcome' | 'merged' | 'message'>>
type Issue = FileSummary['rejected'][number]

/** A screenful; `--json` has them all. */
const SHOWN_ISSUES = 20

/** Nothing of the file was taken in. */
export function isRefused({ outcome, rejected }: File): boolean {
  return outcome === 'refused' || rejected.some(({ code }) => code === 'file.refused')
}

/** The files, what is wrong with them, and in the last lines what came of it. */
export function summaryText(report: DryRun | ImportReport): string {
  const files: File[] = report.files
  if (files.length === 0) return 'No files there.'
  const issues = files.flatMap((file) => [
    ...file.rejected.map((issue) => issueLine(file, 'rejected', issue)),
    ...file.warnings.map((issue) => issueLine(file, 'warning', issue)),
  ])
  const more = issues.length > SHOWN_ISSUES ? [`… and ${count(issues.length - SHOWN_ISSUES)} more; --json lists them all.`] : []
  const result = 'organization' in report ? importLines(report) : [dryRunLine(report)]
  const { rejected, warnings } = report.totals
  return [
    table(files, columns),
    ...(issues.length > 0 ? [[...issues.slice(0, SHOWN_ISSUES), ...more].join('\n')] : []),
    [...result, ...notTakenIn(files), `${counted(rejected, 'rejection')}, ${counted(warnings, 'warning')}.`].join('\n'),
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

function dryRunLine({ files, totals }: DryRun): string {
  const claims = totals.claims - claimsOf(files.filter(isClaimFile))
  const held = `${counted(claims, 'claim')}, ${counted(totals.claimPayments, 'claim payment')}, ${count(totals.deniedClaims)} of them denied`
  return `${counted(totals.files, 'file')} read; nothing was written: ${held}.`
}

/** What the merge did, not what the files hold: a remittance makes claims, and what came before makes none. */
function importLines({ organization, files, totals }: ImportReport): string[] {
  const merged = files.flatMap((file) => file.merged ?? [])
  const sum = (numberOf: (one: (typeof merged)[number]) => number) => merged.reduce((total, one) => total + numberOf(one), 0)
  const outcomes = (['imported', 'unchanged', 'refused'] as const)
    .map((outcome) => [outcome, files.filter((file) => file.outcome === outcome).length] as const)
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
    `${counted(totals.files, 'file')} for organization ${organization}: ${outcomes.map(([outcome, number]) => `${count(number)} ${outcome}`).join(', ')}.`,
    merged.length > 0 ? `Taken in: ${written.join(', ')}.` : 'Nothing was written.',
    ...files.flatMap(({ file, merged: one }) =>
      one && one.known > 0 ? [`${file}: ${counted(one.known, 'payment or decision', 'payments or decisions')} known before, not taken in again.`] : [],
    ),
  ]
}

/** Claims of an 837 are counted, and that is all so far. */
const isClaimFile = ({ format }: FileSummary) => /^x12-.*837/.test(format)
const claimsOf = (files: FileSummary[]) => files.reduce((total, { claims }) => total + claims, 0)

function notTakenIn(files: File[]): string[] {
  const claimFiles = files.filter((file) => isClaimFile(file) && !isRefused(file))
  if (claimFiles.length === 0) return []
  const claims = claimsOf(claimFiles)
  return [`${counted(claims, 'claim')} in 837 files ${claims === 1 ? 'was' : 'were'} not taken in.`]
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
