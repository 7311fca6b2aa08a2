import { deriveClaim } from '../../adjudication/derive.ts'
import { loadClaims, type StoredClaim, type StoredDecision } from '../../adjudication/load.ts'
import { writeDerived } from '../../adjudication/write.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ClaimRecord, DecisionRecord, ImportRecord } from '../records.ts'
import { sourceOf } from '../source-text.ts'
import type { Deferred } from '../staging.ts'
import { findClaims, joinTo } from './candidates.ts'
import type { Corrections } from './corrections.ts'
import type { DayMarks } from './day-marks.ts'
import {
  candidateOf,
  draftOfClaim,
  draftOfDecision,
  draftOfFacts,
  ownClaimId,
  retelling,
  type ClaimDraft,
  type DecisionDraft,
  type LineDraft,
} from './drafts.ts'
import { matchDecision, type Candidate, type ClaimKey } from './match/claims.ts'
import { submissionOf } from './match/first-payer.ts'
import { keyOfDecision, sourceId } from './match/keys.ts'
import { KnownClaims } from './match/known-claims.ts'
import { unknownSubmissions } from './match/known-submissions.ts'
import { matchSubmission, type SubmissionKey, type SubmissionMatch } from './match/submissions.ts'
import { tellsRather } from './match/teller.ts'
import { isKnownStatement } from './known-statement.ts'
import { decideOwnLines, place, retell } from './placed-drafts.ts'
import type { Remittances } from './remittances.ts'
import { addedLineInsert, claimInserts, decisionInserts, runInTurn } from './rows.ts'
import { claimSourceInsert, type ClaimSource } from './source-texts.ts'
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
  corrections: Corrections
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
  readonly #known = new KnownClaims()
  readonly #drafts = new Map<string, ClaimDraft>()
  readonly #onStored: { position: number; record: DecisionRecord; claimId: string; basis: DecisionDraft['basis'] }[] = []
  readonly #submissions: Submission[] = []
  readonly #sources: ClaimSource[] = []
  readonly #outcome: SliceOutcome = { newClaims: 0, decisions: 0, known: 0, onEarlierClaims: 0, ambiguous: 0, deferred: [] }

  constructor(context: SliceContext) {
    this.#context = context
  }

  async find(records: readonly Positioned[]): Promise<void> {
    const ids: string[] = []
    const decisions: ClaimKey[] = []
    const submissions: SubmissionKey[] = []
    for (const { record } of records) {
      if (record.kind !== 'claim' && record.kind !== 'decision') continue
      const id = sourceId(record.kind === 'claim' ? record.id : record.claimId)
      if (id !== null) ids.push(id)
      else if (record.kind === 'claim') submissions.push(submissionOf(record).key)
      else decisions.push(keyOfDecision(record))
    }
    const { named, candidates } = await findClaims(this.#context.tx, this.#context, { ids, decisions, submissions })
    for (const claim of named) this.#known.name(claim)
    for (const candidate of candidates) this.#known.add(candidate)
  }

  takeClaim(position: number, record: ClaimRecord): void {
    const { importId } = this.#context
    const id = sourceId(record.id)
    if (id !== null) {
      this.#toldBy(position, record, id)
      if (this.#known.has(id)) this.#defer(position, record, id)
      else this.#addClaim(position, draftOfClaim(record, id))
      return
    }
    const { first, key } = submissionOf(record)
    const match = matchSubmission(key, this.#known.likeSubmission(key))
    if (match?.as !== 'known') this.#toldBy(position, record, match?.claim.id ?? ownClaimId(importId, position))
    if (match) this.#takeSubmission(position, first, key, match)
    else this.#addClaim(position, draftOfClaim({ ...first, patientControlNumber: key.patientControlNumber }, ownClaimId(importId, position)))
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
      joinTo(claim, key)
      this.#known.add(claim)
      this.#defer(position, record, claim.id, true)
      return
    }
    this.#submissions.push({ position, claimId: claim.id, record })
    if (as === 'replaces') claim.replacementCharges = [...claim.replacementCharges, record.billed]
    if (as === 'voids') this.#outcome.deferred.push({ kind: 'void', position, claimId: claim.id, body: { on: record.submissionDate } })
    else if (as === 'forwards') this.#defer(position, { ...NOTHING_SAID, payers: record.payers ?? [] }, claim.id)
  }

  takeDecision(position: number, record: DecisionRecord): void {
    const { importId, remittances, corrections } = this.#context
    if (remittances.isKnown(record)) return
    const id = sourceId(record.claimId)
    if (id !== null) {
      const draft = this.#drafts.get(id)
      if (draft) this.#decide(draft, position, record, null)
      else if (this.#known.has(id)) this.#onStored.push({ position, record, claimId: id, basis: null })
      else if (this.#context.isEnd) this.#found(draftOfDecision(record, id), position, record, 'alone')
      else this.#outcome.deferred.push({ kind: 'decision', position, claimId: null, body: record })
      return
    }
    const key = keyOfDecision(record)
    const match = matchDecision(key, this.#known.like(key))
    const corrected = match === null ? corrections.find(record, key) : null
    if (corrected !== null) this.#decideKnown(corrected, position, record, 'dates')
    else if (match !== null && 'claim' in match) {
      this.#decideKnown(match.claim.id, position, record, match.basis)
      corrections.tell(record, key, match.claim.id)
    } else {
      const founded = draftOfDecision(record, ownClaimId(importId, position))
      const among = match?.ambiguous.slice(0, CHOICE).map(({ id: fitting }) => fitting)
      this.#found(founded, position, record, among ? 'ambiguous' : 'alone', among)
      if (among) this.#outcome.ambiguous++
      else corrections.tell(record, key, founded.id)
    }
  }

  #decideKnown(claimId: string, position: number, record: DecisionRecord, basis: DecisionDraft['basis']): void {
    const draft = this.#drafts.get(claimId)
    if (draft) this.#decide(draft, position, record, basis)
    else this.#onStored.push({ position, record, claimId, basis })
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
      claimSourceInsert(importId, this.#sources),
    ])
    await writeDerived(
      tx,
      organizationId,
      stored.own.map((claim) => ({ id: claim.id, derived: deriveClaim(claim) })),
    )
    for (const draft of drafts) marks.addClaim(draft)
    return { ...this.#outcome, newClaims: drafts.length, decisions: decisions.length }
  }

  /** Decisions of claims that the database has: their lines are matched to those of the claim, and own claims are derived again. */
  async #decideStored(): Promise<{ decisions: DecisionDraft[]; lines: LineDraft[]; own: StoredClaim[] }> {
    const { tx, organizationId, importId, marks } = this.#context
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
      if (!claim.isSubmitted && tellsRather(draft.facts, claim.decisions))
        this.#outcome.deferred.push({ kind: 'claim', position, claimId, body: retelling(record, claimId) })
      claim.decisions.push({ ...draft.facts, importId, remittanceId: draft.remittanceId, reportedReason: record.reportedReason } as StoredDecision)
      decisions.push(draft)
      marks.add('payment', draft.facts.decidedOn, { payer: claim.payerId })
      if (claim.importId === importId) own.set(claimId, claim)
      else this.#outcome.onEarlierClaims++
    }
    return { decisions, lines, own: [...own.values()] }
  }

  #toldBy(position: number, record: ClaimRecord, claimId: string): void {
    if (sourceOf(record)) this.#sources.push({ position, claimId })
  }

  #add(draft: ClaimDraft): void {
    this.#drafts.set(draft.id, draft)
    this.#known.add(candidateOf(draft, this.#context.importId))
  }

  #addClaim(position: number, draft: ClaimDraft): void {
    this.#add(draft)
    // A void without any day: the end of the import says which day it counts for.
    if (draft.received.frequencyCode === '8' && draft.received.submissionDate === null)
      this.#outcome.deferred.push({ kind: 'void', position, claimId: draft.id, body: { on: null } })
  }

  #draftOf(position: number, record: DecisionRecord, claimId: string, basis: DecisionDraft['basis'], candidates?: string[]): DecisionDraft {
    const remittanceId = record.remittance === null ? null : this.#context.remittances.idOf(record.remittance)
    return draftOfFacts(record, { importId: this.#context.importId, position, claimId, remittanceId, basis, ...(candidates ? { candidates } : {}) })
  }

  #decide(claim: ClaimDraft, position: number, record: DecisionRecord, basis: DecisionDraft['basis']): void {
    const draft = this.#draftOf(position, record, claim.id, basis)
    const earlier = claim.decisions.map(({ facts }) => facts)
    if (!claim.received.isSubmitted && tellsRather(draft.facts, earlier)) retell(claim, draft)
    else claim.lines.push(...place(draft, claim.lines, claim.id))
    claim.decisions.push(draft)
  }

  /** A claim made of a decision, which decides its lines one by one. */
  #found(claim: ClaimDraft, position: number, record: DecisionRecord, basis: DecisionDraft['basis'], candidates?: string[]): void {
    const draft = this.#draftOf(position, record, claim.id, basis, candidates)
    decideOwnLines(record, draft.lines)
    claim.decisions.push(draft)
    this.#add(claim)
  }

  #defer(position: number, record: ClaimRecord | PayersOnly, claimId: string, joins = false): void {
    this.#outcome.deferred.push({ kind: 'claim', position, claimId, body: joins ? { ...record, joins } : record })
  }
}

/** Nobody looks through more claims than this to say which one a decision is of. */
const CHOICE = 50

/** A part of a claim that tells its payers and leaves everything else as it is. */
const NOTHING_SAID = { kind: 'claim', isPart: true, billed: 0, lines: [], appeals: [], extra: {} } as const
type PayersOnly = typeof NOTHING_SAID & Pick<ClaimRecord, 'payers'>

/** What a claim was made of, as a submission; only a correction says the payer's number itself. */
const asSent = ({ frequencyCode, submissionDate, billed, payerControlNumber }: Candidate) => ({
  frequencyCode,
  submissionDate,
  billed,
  payerControlNumber: frequencyCode === '7' || frequencyCode === '8' ? payerControlNumber : null,
})
