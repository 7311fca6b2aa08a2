import type { ImportRecord, IssueRecord } from '../../records.ts'
import type { Vocabulary } from './vocabulary.ts'
import { lookUp } from './vocabulary.ts'
import { WordTally } from './word-tally.ts'

const CORRECT_FIELD = 'Correct the field in the export and import the file again.'
const KEPT = 'Nothing to do if the field is not needed; it is kept as it came and the column stays empty.'
const CHECK_CLAIM = 'Check the claim in the portal. Both statements are kept as they came.'

/** Every code of a portal JSON issue with what to do about it; docs/imports.md has one row for each. */
export const portalRemedies = {
  'portal.truncated': 'Export the file again, or import it with partial reading to keep the objects that are whole.',
  'portal.malformed': 'Export the file again, or import it with partial reading to keep the objects that are whole.',
  'portal.unstorable-text': 'Remove the control character (NUL or half of a surrogate pair) from the text and import the file again.',
  'portal.not-utf8': 'Check names with accents; the text was read as Latin-1.',
  'portal.not-an-object': 'Remove the element from the list, or export the file again.',
  'portal.unknown-object': 'Check that the object is a claim, pattern, policy, provider, learning event or code reference with its usual fields.',
  'portal.not-kept': 'Nothing to do if it only describes the export; lists of claims, patterns, policies, providers, learning events and codes are read.',
  'portal.empty': 'Nothing to do if the list is meant to be empty; else export the file again.',
  'portal.no-id': 'Give the object an id of its own and import the file again.',
  'portal.id-too-long': 'Correct the id or code in the export and import the file again; an id is never cut.',
  'portal.required-field': CORRECT_FIELD,
  'portal.field-not-read': KEPT,
  'portal.provider.field-not-kept': 'Nothing to do; providers are kept with name, NPI, tax id, taxonomy and specialty.',
  'portal.claim.amount': 'Correct the amount (dollars with at most two decimals) in the export and import the file again.',
  'portal.claim.lines': 'Correct the line item in the export and import the file again; the claim is not taken in without it.',
  'portal.claim.line-numbers': 'Nothing to do if the order of the lines is right; they were numbered in that order.',
  'portal.claim.lines-out-of-balance': 'The amounts are kept as they came. Check the claim against its lines in the portal.',
  'portal.claim.no-payment-stated': 'Check the remittance; a denied claim without a paid amount is taken as paid 0.00.',
  'portal.claim.no-decision-date': 'Enter the processing date in the portal; the decision has no date.',
  'portal.claim.denied-but-paid': CHECK_CLAIM,
  'portal.claim.pending-but-paid': CHECK_CLAIM,
  'portal.claim.partial-without-lines': 'Export the claim with its line items; without them nobody can say which part was denied, and it counts as paid.',
  'portal.pattern.evidence-not-read': 'Nothing to do if the evidence is not needed; it is kept with the pattern as it came.',
  'portal.pattern.step-without-date': 'Give the improvement or action a date; it is kept with the pattern as it came, but stands on no day.',
  'portal.policy.limit-not-read': 'Nothing to do; the text is kept and shown, but no line is checked against it.',
  'portal.word-mapped': 'Nothing to do if the reading is right; the mapping report lists every such word.',
  'portal.word-unknown': 'Say in the mapping report what the word means; until then it is kept as it came.',
  'portal.words-not-listed': 'Nothing to do; the words are kept where they stand, only the mapping report ends here.',
} as const
export type PortalIssueCode = keyof typeof portalRemedies

/** Where something stands: which object, by kind and id or number (never a name), and the byte at which it begins. */
export interface Place {
  record?: string
  offset?: number
}

/** Issues of one code beyond this many are counted, not listed: memory must not grow with the damage. */
const LISTED = 1000

/** Collects what is to be told about a file while it is read. */
export class Report {
  #issues: ImportRecord[] = []
  readonly #counts = new Map<PortalIssueCode, number>()
  readonly #words = new WordTally()

  reject(code: PortalIssueCode, message: string, place: Place, field?: string): void {
    this.#add('rejection', code, message, place, field)
  }

  warn(code: PortalIssueCode, message: string, place: Place, field?: string): void {
    this.#add('warning', code, message, place, field)
  }

  /** Only the first of its kind in a file is worth telling. */
  warnOnce(code: PortalIssueCode, message: string, place: Place, field?: string): void {
    if (!this.#counts.has(code)) this.warn(code, message, place, field)
  }

  /** Reads a word of a closed set. A word that is not ours is told once and counted; null when it means nothing we know. */
  word<Own extends string>(vocabulary: Vocabulary<Own>, word: string | null, place: Place): Own | null {
    if (word === null) return null
    const { own, foreign } = lookUp(vocabulary, word)
    if (foreign && this.foreignWord(vocabulary.field, word, own)) {
      const message = own ? `"${shortened(word)}" is read as "${own}"` : `"${shortened(word)}" is no word we know`
      this.warn(own ? 'portal.word-mapped' : 'portal.word-unknown', message, place, vocabulary.field)
    }
    return own
  }

  /** Counts a word for the mapping report; true when it is seen for the first time. */
  foreignWord(field: string, word: string, readAs: string | null): boolean {
    return this.#words.add(field, word, readAs)
  }

  drain(): ImportRecord[] {
    const drained = this.#issues
    this.#issues = []
    return drained
  }

  /** At the end of the file: the words, and how many issues were counted without being listed. */
  finish(): ImportRecord[] {
    if (this.#words.unlisted > 0) this.warn('portal.words-not-listed', `${this.#words.unlisted} occurrences of further words are not in the mapping report`, {})
    for (const [code, count] of this.#counts) {
      if (count > LISTED) this.#issues.push(issue('warning', code, `${count - LISTED} more of these were found and not listed`, {}))
    }
    return [...this.drain(), ...this.#words.records()]
  }

  #add(severity: IssueRecord['severity'], code: PortalIssueCode, message: string, place: Place, field?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= LISTED) this.#issues.push(issue(severity, code, message, place, field))
  }
}

const shortened = (word: string) => (word.length > 60 ? `${word.slice(0, 59)}…` : word)

function issue(severity: IssueRecord['severity'], code: PortalIssueCode, message: string, { record, offset }: Place, field?: string): IssueRecord {
  const where: IssueRecord['where'] = {}
  if (offset !== undefined) where.byteOffset = offset
  if (record !== undefined) where.record = record
  if (field !== undefined) where.field = field
  return { kind: 'issue', severity, code, message, remedy: portalRemedies[code], where }
}
