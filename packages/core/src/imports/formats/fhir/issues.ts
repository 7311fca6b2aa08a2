import type { ImportRecord, IssueRecord } from '../../records.ts'

const WHOLE_AGAIN = 'Export the file again, or import it with partial reading to keep the resources that are whole.'
const CORRECT = 'Correct the resource and import it again.'
const KEPT_EMPTY = 'Look the value up at its source; the field stays empty.'

/** Every code of a FHIR issue with what to do about it; docs/imports.md has one row for each. */
export const fhirRemedies = {
  'fhir.truncated': WHOLE_AGAIN,
  'fhir.malformed': WHOLE_AGAIN,
  'fhir.too-large': 'Export the file as a Bundle or as NDJSON; one resource may have 16 MB and 100 levels.',
  'fhir.not-a-resource': 'Remove the element, or export the file again.',
  'fhir.unstorable-text': 'Remove the control character (NUL or half of a surrogate pair) from the text and import the resource again.',
  'fhir.not-utf8': 'Check names with accents; the text was read as Latin-1.',
  'fhir.other-version': 'Export the resource as FHIR R4 (4.0.1); other versions name the same facts differently.',
  'fhir.not-active': 'Nothing to do; canceled, draft and erroneous resources say nothing that counts.',
  'fhir.not-kept': 'Nothing to do; claims, their decisions, patients, coverages, payers and providers are read.',
  'fhir.empty': 'Export the claims (ExplanationOfBenefit, Claim, ClaimResponse) too; this file adds no claim.',
  'fhir.no-id': 'Nothing to do if the resource comes once; without an id, a changed copy of it is another claim.',
  'fhir.currency': 'Import amounts in US dollars; nothing is converted.',
  'fhir.amount': CORRECT,
  'fhir.no-charge': 'State the charge (total "submitted", or what each line charges) and import the resource again.',
  'fhir.not-decided': 'Nothing to do; the claim stays pending until a resource decides it.',
  'fhir.no-payment-stated': 'Ask the payer what it paid (total "benefit" or "paidtoprovider"); until then the claim stays pending.',
  'fhir.field-not-read': KEPT_EMPTY,
  'fhir.bad-date': KEPT_EMPTY,
  'fhir.reason-not-read': 'Ask the payer for claim adjustment reason codes (X12 CARC); without one a line is not counted as denied.',
  'fhir.adjustment-without-amount': 'Check the amount with the payer; the reason was given what is left of the charge.',
  'fhir.line-without-charge': 'Check the lines at their source; they count as lines of 0.00.',
  'fhir.lines-without-payment': 'Ask the payer what each line was paid; the claim is decided as a whole until then.',
  'fhir.lines-out-of-balance': 'The amounts are kept as they came. Check the claim against its lines at the payer.',
  'fhir.out-of-balance': 'The amounts are kept as they came. Check them against the deposit and ask the payer where they disagree.',
  'fhir.patient-after-claim': 'Export patients and coverages before the claims, or in front of them in the same file, to see their names.',
} as const
export type FhirIssueCode = keyof typeof fhirRemedies

/** Where something stands: the byte at which the resource begins, its line or place in the Bundle; never a name or an id. */
export interface Place {
  offset: number
  record: string
  line?: number
}

/** Issues of one code beyond this many are counted, not listed: memory must not grow with the damage. */
const LISTED = 1000
/** What was rejected is handed out for mending up to this size. */
const LONGEST_CONTENT = 256 * 1024

/** Collects what is to be told about a file while it is read. */
export class Report {
  #issues: ImportRecord[] = []
  readonly #counts = new Map<FhirIssueCode, number>()

  reject(code: FhirIssueCode, message: string, place: Partial<Place>, field?: string, content?: string): void {
    this.#add('rejection', code, message, place, field, content)
  }

  warn(code: FhirIssueCode, message: string, place: Partial<Place>, field?: string): void {
    this.#add('warning', code, message, place, field)
  }

  /** Only the first of its kind in a file is worth telling. */
  warnOnce(code: FhirIssueCode, message: string, place: Partial<Place>): void {
    if (!this.#counts.has(code)) this.warn(code, message, place)
  }

  drain(): ImportRecord[] {
    const drained = this.#issues
    this.#issues = []
    return drained
  }

  /** At the end of the file: how many issues were counted without being listed. */
  finish(): ImportRecord[] {
    for (const [code, count] of this.#counts) {
      if (count > LISTED) this.#issues.push(issueOf('warning', code, `${count - LISTED} more of these were found and not listed`, {}))
    }
    return this.drain()
  }

  #add(severity: IssueRecord['severity'], code: FhirIssueCode, message: string, place: Partial<Place>, field?: string, content?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= LISTED) this.#issues.push(issueOf(severity, code, message, place, field, content))
  }
}

function issueOf(
  severity: IssueRecord['severity'],
  code: FhirIssueCode,
  message: string,
  { offset, record, line }: Partial<Place>,
  field?: string,
  content?: string,
): IssueRecord {
  const where: IssueRecord['where'] = {}
  if (offset !== undefined) where.byteOffset = offset
  if (line !== undefined) where.line = line
  if (record !== undefined) where.record = record
  if (field !== undefined) where.field = field
  const issue: IssueRecord = { kind: 'issue', severity, code, message, remedy: fhirRemedies[code], where }
  if (content !== undefined && content.length <= LONGEST_CONTENT) issue.content = content
  return issue
}
