import { claimOutcome } from '../adjudication/rules.ts'
import type { DecisionRecord, ImportRecord, IssueRecord } from './records.ts'

type Issue = Omit<IssueRecord, 'kind' | 'severity'>

/** The issue of a file of which nothing is taken in. */
export const REFUSED = 'file.refused'

/** What a file holds, counted from its records: the dry run's document, one per file and one for all. */
export interface FileSummary {
  file: string
  format: string
  interchanges: number
  transactions: number
  claimPayments: number
  claims: number
  paymentLines: number
  adjustments: number
  plb: number
  deniedClaims: number
  partiallyDeniedClaims: number
  deniedLines: number
  unbalancedClaims: number
  rejected: Issue[]
  warnings: Issue[]
}

export function emptySummary(file: string, format: string): FileSummary {
  return {
    file,
    format,
    interchanges: 0,
    transactions: 0,
    claimPayments: 0,
    claims: 0,
    paymentLines: 0,
    adjustments: 0,
    plb: 0,
    deniedClaims: 0,
    partiallyDeniedClaims: 0,
    deniedLines: 0,
    unbalancedClaims: 0,
    rejected: [],
    warnings: [],
  }
}

/** Folds one record into the summary of its file. `adjustments` are CAS pairs, `plb` PLB segments, `claims` claims as submitted. */
export function addToSummary(summary: FileSummary, record: ImportRecord): void {
  switch (record.kind) {
    case 'interchange':
      summary.interchanges++
      return
    case 'transaction':
      summary.transactions++
      summary.format = withSet(summary.format, record.set)
      return
    case 'claim':
      summary.claims++
      return
    case 'decision':
      return addDecision(summary, record)
    case 'plb':
      if (record.first) summary.plb++
      return
    case 'issue':
      return addIssue(summary, record)
  }
}

/** `x12` names its transaction sets once they are known: x12-835, x12-835+837. */
function withSet(format: string, set: string): string {
  const [base, sets = ''] = format.split('-')
  const known = sets.split('+').filter(Boolean)
  return known.includes(set) ? format : `${base}-${[...known, set].sort().join('+')}`
}

/** A claim that was denied as a whole without lines is one denial; with lines, each denied line is. */
function addDecision(summary: FileSummary, { verdict, lines, adjustments, imbalance }: DecisionRecord): void {
  summary.claimPayments++
  summary.paymentLines += lines.length
  summary.adjustments += adjustments.length + lines.reduce((sum, line) => sum + line.adjustments.length, 0)
  summary.deniedLines += lines.length > 0 ? lines.filter((line) => line.verdict.denied).length : Number(verdict.denied)
  const { outcome } = claimOutcome(verdict, lines)
  if (outcome === 'denied') summary.deniedClaims++
  else if (outcome === 'partially_denied') summary.partiallyDeniedClaims++
  if (imbalance !== 0) summary.unbalancedClaims++
}

function addIssue(summary: FileSummary, { severity, code, message, remedy, where }: IssueRecord): void {
  const list = severity === 'rejection' ? summary.rejected : summary.warnings
  list.push({ code, message, remedy, where })
}

const COUNTS = [
  'interchanges',
  'transactions',
  'claimPayments',
  'claims',
  'paymentLines',
  'adjustments',
  'plb',
  'deniedClaims',
  'partiallyDeniedClaims',
  'deniedLines',
  'unbalancedClaims',
] as const

/** Nothing of the file was taken in. */
export const isRefused = ({ rejected }: Pick<FileSummary, 'rejected'>): boolean => rejected.some(({ code }) => code === REFUSED)

/** Pieces that were not taken in while the rest of their file was. A file that is refused has none: it is counted as a file. */
export const countRejections = (file: Pick<FileSummary, 'rejected'>): number => (isRefused(file) ? 0 : file.rejected.length)

/** All files together: the counts added up, how many were refused, and how many issues the others have. */
export type SummaryTotals = Pick<FileSummary, (typeof COUNTS)[number]> & { files: number; refused: number; rejected: number; warnings: number }

export function totalsOf(files: readonly FileSummary[]): SummaryTotals {
  const sum = (numberOf: (file: FileSummary) => number) => files.reduce((total, file) => total + numberOf(file), 0)
  const counts = Object.fromEntries(COUNTS.map((name) => [name, sum((file) => file[name])])) as Pick<FileSummary, (typeof COUNTS)[number]>
  return {
    files: files.length,
    ...counts,
    refused: files.filter(isRefused).length,
    rejected: sum(countRejections),
    warnings: sum((file) => file.warnings.length),
  }
}
