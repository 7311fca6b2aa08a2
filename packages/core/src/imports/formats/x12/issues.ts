import { OverturnError } from '../../../errors.ts'
import type { ImportRecord, IssueRecord } from '../../records.ts'

/** Where in the file something is: byte offset from 0, segment number from 1. */
export interface Position {
  offset: number
  number: number
}

const ASK_SENDER = 'Ask the sender for a corrected file; what was read is taken in as it came.'
/** Of damage that was told, not refused: the reading was a partial one. */
const ASK_WHOLE = 'What is complete was kept. Ask the sender for the whole file and import it: what is missing here joins what was kept.'
const CHECK_VALUE = 'Look the value up in the payer portal or on the paper remittance; the field stays empty.'
const CHECK_BALANCE = 'The amounts are kept as received. Check them against the deposit and ask the payer where they disagree.'

/** Every code of an X12 issue with what to do about it; docs/imports.md has one row for each. */
export const x12Remedies = {
  'x12.truncated': ASK_WHOLE,
  'x12.835.broken-structure': ASK_WHOLE,
  'x12.835.no-payment-header':
    'Ask the payer for the BPR segment; without it there is no payment to book, and claim payments carry no payment date of their own.',
  'x12.bad-amount': 'Correct the amount in the file, or ask the payer to send it again, and import the file again.',
  'x12.bad-optional-amount': CHECK_VALUE,
  'x12.bad-quantity': CHECK_VALUE,
  'x12.bad-date': CHECK_VALUE,
  'x12.id-too-long': 'Ask the sender for the right id. An id is never cut: a claim with such a one is not taken in, a payment is taken in without it.',
  'x12.835.no-payment-date': 'Enter the check or deposit date by hand; decisions of this payment have no date.',
  'x12.835.no-payer': 'Ask the sender for loop 1000A (N1*PR); the decisions of this payment belong to no payer.',
  'x12.835.bad-adjustment': 'Ask the payer to send the claim payment again with a reason code for each adjustment.',
  'x12.835.unknown-group': 'Check the group code; CO, PR, OA and PI (CR in old files) are the ones in use.',
  'x12.835.unknown-claim-status': 'Check CLP02 with the payer; the payment is taken as an original decision without a rank.',
  'x12.835.unknown-version': 'Check the first claims by hand; the file is read by the rules of 005010X221A1.',
  'x12.835.misplaced-segment': 'Nothing to do if the numbers are right; tell the sender where the segment belongs.',
  'x12.835.code-not-kept': 'The code stays in the original file. Tell us if you need it.',
  'x12.835.line-without-amounts': 'Check the line on the paper remittance; it counts as a line of 0.00.',
  'x12.835.line-out-of-balance': CHECK_BALANCE,
  'x12.835.claim-out-of-balance': CHECK_BALANCE,
  'x12.835.payment-out-of-balance': CHECK_BALANCE,
  'x12.835.empty': 'Nothing to do; the transaction carries no payment.',
  'x12.837.broken-structure': ASK_WHOLE,
  'x12.837.unknown-version': 'Check the first claims by hand; the file is read by the rules of 005010X222A1 and its sisters.',
  'x12.837.encounter': 'Nothing to do; encounters that are only reported are taken in as claims.',
  'x12.837.empty': 'Nothing to do; the transaction carries no claim.',
  'x12.837.missing-level': 'Check provider, patient and payer of the claims; ask the sender for the HL segments.',
  'x12.837.wrong-parent': 'Nothing to do if provider and patient are right; the levels were read in the order of the file.',
  'x12.837.no-control-number': 'Ask the sender for CLM01; without it a remittance finds this claim by the number of its payer alone.',
  'x12.837.no-provider': 'Ask the sender for loop 2010AA (NM1*85); the claim belongs to no provider.',
  'x12.837.no-payer': 'Ask the sender for loop 2010BB (NM1*PR); the claim belongs to no payer.',
  'x12.837.unknown-payer-rank': 'Check which payer comes first; those without a place were put in the order of the file.',
  'x12.837.no-lines': 'Ask the sender for the service lines; the claim is known by its total alone.',
  'x12.837.line-without-number': 'Nothing to do if the lines are right; the service segment was taken as a line of its own.',
  'x12.837.line-without-service': 'Ask the sender for the SV1, SV2 or SV3 of the line.',
  'x12.837.lines-out-of-balance': 'The amounts are kept as received. Check the claim against its lines with the sender.',
  'x12.837.misplaced-segment': 'Nothing to do if the numbers are right; tell the sender where the segment belongs.',
  'x12.not-claims': 'Import the 837 claims and the 835 remittances instead.',
  'x12.no-transactions': 'Ask the sender for the file with its transactions.',
  'x12.no-isa': 'Nothing to do if the numbers are right; the separators were worked out from the first segments.',
  'x12.bad-isa': 'Nothing to do if the numbers are right; tell the sender that ISA must be 106 bytes.',
  'x12.wrapped-lines': 'Nothing to do; the line breaks inside segments were taken out.',
  'x12.missing-terminator': 'Nothing to do if the numbers are right; the line break was taken as the end of the segment.',
  'x12.not-utf8': 'Check names with accents; the text was read as Latin-1.',
  'x12.empty-segment': 'Nothing to do; empty segments carry nothing.',
  'x12.no-final-terminator': 'Check that the file is whole; its last segment has no terminator.',
  'x12.missing-trailer': ASK_SENDER,
  'x12.wrong-count': ASK_SENDER,
  'x12.wrong-control-number': ASK_SENDER,
  'x12.stray-segment': ASK_SENDER,
} as const
export type X12IssueCode = keyof typeof x12Remedies

export interface Finding {
  code: X12IssueCode
  message: string
  at: Position
  field?: string
  /** Which transaction or claim payment, by number: never a name or an account number. */
  record?: string
  /** The rejected claim as a file of its own. */
  content?: string
}

/** Far beyond what the guides allow in one claim (999 lines), in segments; memory must not grow with a file that never ends its claim. */
export const LONGEST_CLAIM = 200_000

/** A segment id fit for a message: damaged text could be a piece of a name. */
export const named = (id: string) => (/^[A-Z][A-Z0-9]{1,2}$/.test(id) ? `Segment ${id}` : 'A segment without a readable id')

/** Issues of one code beyond this many are counted, not listed: memory must not grow with the damage. */
const LISTED = 1000

/** The beginning of a file needs no number; a place within it is found by these. */
export function unreadable(message: string, { offset, number }: Position): OverturnError {
  return new OverturnError('unreadable_file', `${message} (${offset === 0 ? 'at the beginning of the file' : `byte offset ${offset}, segment ${number}`})`)
}

/** What the readers hand out: records in the order of the file, and issues among them. */
export class Outbox {
  readonly partial: boolean
  #records: ImportRecord[] = []
  #seen = new Map<string, { finding: Finding; severity: IssueRecord['severity']; count: number }>()

  constructor(partial: boolean) {
    this.partial = partial
  }

  emit(record: ImportRecord): void {
    this.#records.push(record)
  }

  warn(finding: Finding): void {
    this.#report('warning', finding)
  }

  /** Only the first of its kind in a file is worth telling. */
  warnOnce(finding: Finding): void {
    if (!this.#seen.has(`warning ${finding.code}`)) this.warn(finding)
  }

  reject(finding: Finding): void {
    this.#report('rejection', finding)
  }

  /** Damage inside a remittance: the file is refused as a unit, or, reading partially, what was lost is told. */
  refuse(finding: Finding): void {
    if (!this.partial) throw unreadable(finding.message, finding.at)
    this.reject(finding)
  }

  drain(): ImportRecord[] {
    const drained = this.#records
    this.#records = []
    return drained
  }

  /** At the end of the file: how many issues were counted without being listed. */
  finish(): void {
    for (const { finding, severity, count } of this.#seen.values()) {
      if (count <= LISTED) continue
      const message = `${count - LISTED} more of these were found and not listed, the last one here: ${finding.message}`
      this.emit(issueOf(severity, { ...finding, message }))
    }
  }

  #report(severity: IssueRecord['severity'], finding: Finding): void {
    const key = `${severity} ${finding.code}`
    const count = (this.#seen.get(key)?.count ?? 0) + 1
    this.#seen.set(key, { finding, severity, count })
    if (count <= LISTED) this.emit(issueOf(severity, finding))
  }
}

function issueOf(severity: IssueRecord['severity'], { code, message, at, field, record, content }: Finding): IssueRecord {
  const where: IssueRecord['where'] = { byteOffset: at.offset, segment: at.number }
  if (field !== undefined) where.field = field
  if (record !== undefined) where.record = record
  const issue: IssueRecord = { kind: 'issue', severity, code, message, remedy: x12Remedies[code], where }
  if (content !== undefined) issue.content = content
  return issue
}
