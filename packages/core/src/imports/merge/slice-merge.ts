import { deriveClaim } from '../../adjudication/derive.ts'
import { loadClaims, type StoredClaim, type StoredDecision } from '../../adjudication/load.ts'
import { writeDerived } from '../../adjudication/write.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ClaimRecord, DecisionRecord, ImportRecord } from '../records.ts'
import type { Deferred } from '../staging.ts'
import { findCandidates, findClaims } from './candidates.ts'
import type { DayMarks } from './day-marks.ts'
import {
  candidateOf,
  draftOfClaim,
  draftOfDecision,
  draftOfFacts,
  lineOfDecision,
  ownClaimId,
  type ClaimDraft,
  type DecisionDraft,
  type LineDraft,
} from './drafts.ts'
import { matchDecision, type Candidate, type ClaimKey } from './match/claims.ts'
import { ofFirstPayer } from './match/first-payer.ts'
import { keyOfDecision, keyOfSubmission } from './match/keys.ts'
import { unknownSubmissions } from './match/known-submissions.ts'
import { matchLines, type LineKey } from './match/lines.ts'
import { matchSubmission, type SubmissionKey, type SubmissionMatch } from './match/submissions.ts'
import { isKnownStatement } from './known-statement.ts'
import type { Remittances } from './remittances.ts'
import { addedLineInsert, claimInserts, decisionInserts, runInTurn } from './rows.ts'
import { submissionInsert, type Submission } from './submissions.ts'

/** A record with its position in the file, from 1. */
export interface Positioned<Record extends ImportRecord = ImportRecord> {
  position: number
  record: Record
}

export interface SliceOutcome {
  newClaims: number
  decisions: number
  /** Decisions and submissions that were in the database already. */
  known: number
  /** Decisions of claims that were visible before this import. */
  onEarlierClaims: number
  ambiguous: number
  /** What has to wait: changes of claims that are there, decisions whose claim is not there yet. */
  deferred: Deferred[]
}

interface SliceContext {
  tx: TenantTransaction
  /** At the end of the file a decision waits for its claim no longer: it stands for the claim until another file brings that. */
  isEnd: boolean
  organizationId: number
  importId: number
  remittances: Remittances
  marks: DayMarks
}

/**
 * Merges one slice of claims and decisions. Everything is settled here, in memory, from what the database has of the claims concerned: which
 * claim a decision is of, which line, what the claim derives from it. Then each table is written once; rows of the import are written as they
 * are to be and not touched again.
 */
export async function mergeSlice(context: SliceContext, records: readonly Positioned[]): Promise<SliceOutcome> {
  const merge = new SliceMerge(context)
  await merge.find(records)
  for (const { position, record } of records) {
    if (record.kind === 'claim') merge.takeClaim(position, record)
    else if (record.kind === 'decision') merge.takeDecision(position, record)
  }
  return merge.write()
}

class SliceMerge {
  readonly #context: SliceContext
  readonly #named = new Map<string, Candidate>()
  readonly #byNumber = new Map<string | null, Candidate[]>()
  readonly #drafts = new Map<string, ClaimDraft>()
  readonly #onStored: { position: number; record: DecisionRecord; claimId: string; basis: DecisionDraft['basis'] }[] = []
  readonly #submissions: Submission[] = []
  readonly #outcome: SliceOutcome = { newClaims: 0, decisions: 0, known: 0, onEarlierClaims: 0, ambiguous: 0, deferred: [] }

  constructor(context: SliceContext) {
    this.#context = context
  }

  async find(records: readonly Positioned[]): Promise<void> {
    const { tx, organizationId } = this.#context
    const ids: string[] = []
    const keys: ClaimKey[] = []
    for (const { record } of records) {
      if (record.kind !== 'claim' && record.kind !== 'decision') continue
      const id = record.kind === 'claim' ? record.id : record.claimId
      if (id !== null) ids.push(id)
      else keys.push(record.kind === 'claim' ? keyOfSubmission(record, 'primary') : keyOfDecision(record))
    }
    for (const claim of await findClaims(tx, organizationId, [...new Set(ids)])) this.#named.set(claim.id, claim)
    const seen = new Set<string>()
    for (const candidate of await findCandidates(tx, organizationId, keys)) {
      if (seen.has(candidate.id)) continue
      seen.add(candidate.id)
      this.#named.set(candidate.id, candidate)
      this.#offer(candidate)
    }
  }

  takeClaim(position: number, record: ClaimRecord): void {
    const { importId } = this.#context
    if (record.id !== null) {
      if (this.#named.has(record.id) || this.#drafts.has(record.id)) this.#defer(position, record, record.id)
      else this.#add(draftOfClaim(record, record.id))
      return
    }
    const first = ofFirstPayer(record)
    const key = keyOfSubmission(first.record, first.rank)
    const match = matchSubmission(key, this.#byNumber.get(key.patientControlNumber) ?? [])
    if (match) this.#takeSubmission(position, first.record, key, match)
    else this.#add(draftOfClaim({ ...first.record, patientControlNumber: key.patientControlNumber }, ownClaimId(importId, position)))
  }

  /** A submission of a claim that is there: the claim is as it was first sent, the others are told beside it. */
  #takeSubmission(position: number, record: ClaimRecord, key: SubmissionKey, { claim, as }: NonNullable<SubmissionMatch>): void {
    if (as === 'known') {
      this.#outcome.known++
      return
    }
    if (as === 'joins' || as === 'precedes') {
      if (as === 'precedes') this.#submissions.push({ position, claimId: claim.id, record: { ...record, ...asSent(claim) } })
      // The next of the same number finds the claim as this one leaves it.
      Object.assign(claim, { ...key, payerControlNumber: key.payerControlNumber ?? claim.payerControlNumber, isSubmitted: true })
      this.#defer(position, record, claim.id, true)
      return
    }
    this.#submissions.push({ position, claimId: claim.id, record })
    if (as === 'voids') this.#outcome.deferred.push({ kind: 'void', position, claimId: claim.id, body: { on: record.submissionDate } })
    else if (as === 'forwards') this.#defer(position, { ...NOTHING_SAID, payers: record.payers ?? [] }, claim.id)
  }

  takeDecision(position: number, record: DecisionRecord): void {
    const { importId, remittances } = this.#context
    if (remittances.isKnown(record)) return
    if (record.claimId !== null) {
      const draft = this.#drafts.get(record.claimId)
      if (draft) this.#decide(draft, position, record, null)
      else if (this.#named.has(record.claimId)) this.#onStored.push({ position, record, claimId: record.claimId, basis: null })
      else if (this.#context.isEnd) {
        const founded = draftOfDecision(record, record.claimId)
        this.#add(founded)
        this.#found(founded, position, record, 'alone')
      } else this.#outcome.deferred.push({ kind: 'decision', position, claimId: null, body: record })
      return
    }
    const key = keyOfDecision(record)
    const match = matchDecision(key, this.#candidatesFor(key))
    if (match !== null && 'claim' in match) {
      const draft = this.#drafts.get(match.claim.id)
      if (draft) this.#decide(draft, position, record, match.basis)
      else this.#onStored.push({ position, record, claimId: match.claim.id, basis: match.basis })
      return
    }
    const draft = draftOfDecision(record, ownClaimId(importId, position))
    // A claim of an ambiguous decision is nobody's to match: the next decision of that number is ambiguous too.
    if (match === null) this.#add(draft)
    else this.#drafts.set(draft.id, draft)
    this.#found(
      draft,
      position,
      record,
      match === null ? 'alone' : 'ambiguous',
      match?.ambiguous.map(({ id }) => id),
    )
    if (match !== null) this.#outcome.ambiguous++
  }

  async write(): Promise<SliceOutcome> {
    const { tx, organizationId, importId, marks } = this.#context
    const stored = await this.#decideStored()
    const drafts = [...this.#drafts.values()]
    const decisions = [...drafts.flatMap((draft) => draft.decisions), ...stored.decisions]
    const submissions = await unknownSubmissions(tx, organizationId, this.#submissions)
    this.#outcome.known += this.#submissions.length - submissions.length
    await runInTurn(tx, organizationId, [
      ...claimInserts(importId, drafts),
      addedLineInsert(importId, stored.lines),
      ...decisionInserts(importId, decisions),
      submissionInsert(importId, submissions),
    ])
    await writeDerived(
      tx,
      organizationId,
      stored.own.map((claim) => ({ id: claim.id, derived: deriveClaim(claim) })),
    )
    for (const draft of drafts) marks.addClaim(draft)
    for (const { facts } of stored.decisions) marks.add('payment', facts.decidedOn)
    return { ...this.#outcome, newClaims: drafts.length, decisions: decisions.length }
  }

  /** Decisions of claims that the database has: their lines are matched to those of the claim, and own claims are derived again. */
  async #decideStored(): Promise<{ decisions: DecisionDraft[]; lines: LineDraft[]; own: StoredClaim[] }> {
    const { tx, organizationId, importId } = this.#context
    const claims = await loadClaims(tx, organizationId, [...new Set(this.#onStored.map(({ claimId }) => claimId))])
    const decisions: DecisionDraft[] = []
    const lines: LineDraft[] = []
    const own = new Map<string, StoredClaim>()
    for (const { position, record, claimId, basis } of this.#onStored) {
      const claim = claims.get(claimId) as StoredClaim
      if (isKnownStatement(record, claim.decisions, importId)) {
        this.#outcome.known++
        continue
      }
      const draft = this.#draftOf(position, record, claimId, basis)
      const added = place(draft, claim.lines, claimId)
      lines.push(...added)
      claim.lines.push(...added)
      claim.lineNumbers = claim.lines.map(({ lineNumber }) => lineNumber)
      claim.decisions.push({ ...draft.facts, importId, remittanceId: draft.remittanceId, reportedReason: record.reportedReason } as StoredDecision)
      decisions.push(draft)
      if (claim.importId === importId) own.set(claimId, claim)
      else this.#outcome.onEarlierClaims++
    }
    return { decisions, lines, own: [...own.values()] }
  }

  #candidatesFor(key: ClaimKey): Candidate[] {
    if (key.patientControlNumber !== null) return this.#byNumber.get(key.patientControlNumber) ?? []
    return [...this.#named.values()].filter((candidate) => candidate.memberId === key.memberId && candidate.serviceDate === key.serviceDate)
  }

  #add(draft: ClaimDraft): void {
    this.#drafts.set(draft.id, draft)
    const candidate = candidateOf(draft, this.#context.importId)
    this.#named.set(draft.id, candidate)
    this.#offer(candidate)
  }

  #offer(candidate: Candidate): void {
    const known = this.#byNumber.get(candidate.patientControlNumber)
    if (known) known.push(candidate)
    else this.#byNumber.set(candidate.patientControlNumber, [candidate])
  }

  #draftOf(position: number, record: DecisionRecord, claimId: string, basis: DecisionDraft['basis'], candidates?: string[]): DecisionDraft {
    const remittanceId = record.remittance === null ? null : this.#context.remittances.idOf(record.remittance)
    return draftOfFacts(record, { importId: this.#context.importId, position, claimId, remittanceId, basis, ...(candidates ? { candidates } : {}) })
  }

  #decide(claim: ClaimDraft, position: number, record: DecisionRecord, basis: DecisionDraft['basis']): void {
    const draft = this.#draftOf(position, record, claim.id, basis)
    claim.lines.push(...place(draft, claim.lines, claim.id))
    claim.decisions.push(draft)
  }

  /** The decision that a claim is made of decides its lines one by one. */
  #found(claim: ClaimDraft, position: number, record: DecisionRecord, basis: DecisionDraft['basis'], candidates?: string[]): void {
    const draft = this.#draftOf(position, record, claim.id, basis, candidates)
    record.lines.forEach(({ lineNumber }, at) => (draft.lines[at]!.claimLine = lineNumber))
    claim.decisions.push(draft)
  }

  #defer(position: number, record: ClaimRecord | PayersOnly, claimId: string, joins = false): void {
    this.#outcome.deferred.push({ kind: 'claim', position, claimId, body: joins ? { ...record, joins } : record })
  }
}

/** A part of a claim that tells its payers and leaves everything else as it is. */
const NOTHING_SAID = { kind: 'claim', isPart: true, billed: 0, lines: [], appeals: [], extra: {} } as const
type PayersOnly = typeof NOTHING_SAID & Pick<ClaimRecord, 'payers'>

/** Says which line of the claim each line of the decision decides. Returns the lines that the claim does not have. */
function place(draft: DecisionDraft, billed: readonly (LineDraft | StoredClaim['lines'][number])[], claimId: string): LineDraft[] {
  const { record, lines } = draft
  if (lines.length === 0) return []
  const decided = record.lines.map((line): LineKey => ({ ...line, code: line.procedureCode ?? line.revenueCode, charge: Math.abs(line.charge) }))
  const own = billed.map((line): LineKey => ({ ...line, code: line.procedureCode ?? line.revenueCode, charge: line.billed }))
  const found = matchLines(decided, own, { numbered: draft.facts.isStatement })
  const numbers = new Set(billed.map(({ lineNumber }) => lineNumber))
  let last = Math.max(0, ...numbers)
  // A source that numbers its decided lines as the claim's may tell the decision before the line.
  const nextNumber = ({ lineNumber }: LineKey) => (draft.facts.isStatement && !numbers.has(lineNumber) ? lineNumber : ++last)
  const added: LineDraft[] = []
  decided.forEach((line, at) => {
    const match = found.get(line)
    const lineNumber = match ?? nextNumber(line)
    lines[at]!.claimLine = lineNumber
    if (match !== undefined) return
    numbers.add(lineNumber)
    last = Math.max(last, lineNumber)
    added.push(lineOfDecision(record.lines[at]!, claimId, lineNumber, null))
  })
  return added
}

/** What a claim was made of, as a submission; only a correction says the payer's number itself. */
const asSent = ({ frequencyCode, submissionDate, billed, payerControlNumber }: Candidate) => ({
  frequencyCode,
  submissionDate,
  billed,
  payerControlNumber: frequencyCode === '7' || frequencyCode === '8' ? payerControlNumber : null,
})
