import type { StoredClaim } from '../../adjudication/load.ts'
import type { DecisionRecord } from '../records.ts'
import { draftOfDecision, lineOfDecision, type ClaimDraft, type DecisionDraft, type LineDraft } from './drafts.ts'
import type { LineKey } from './match/lines.ts'
import { placeLines } from './match/places.ts'

/** A decision that the claim is made of decides the lines that it gave it. */
export const decideOwnLines = (record: DecisionRecord, lines: DecisionDraft['lines']): void =>
  record.lines.forEach(({ lineNumber }, at) => (lines[at]!.claimLine = lineNumber))

/** Says which line of the claim each line of the decision decides. Returns the lines that the claim does not have. */
export function place(draft: DecisionDraft, billed: readonly (LineDraft | StoredClaim['lines'][number])[], claimId: string): LineDraft[] {
  const { record, lines } = draft
  if (lines.length === 0) return []
  const decided = record.lines.map((line): LineKey => ({ ...line, code: line.procedureCode ?? line.revenueCode, charge: Math.abs(line.charge) }))
  const own = billed.map((line): LineKey => ({ ...line, code: line.procedureCode ?? line.revenueCode, charge: line.billed }))
  const added: LineDraft[] = []
  placeLines(decided, own, { numbered: draft.facts.isStatement }).forEach(({ claimLine, isAdded }, at) => {
    lines[at]!.claimLine = claimLine
    if (isAdded) added.push(lineOfDecision(record.lines[at]!, claimId, claimLine, null))
  })
  return added
}

/** The claim becomes what this decision says of it, and those before it are placed on its lines anew. */
export function retell(claim: ClaimDraft, { record, lines }: DecisionDraft): void {
  const { received, lines: told } = draftOfDecision(record, claim.id)
  Object.assign(claim, { received, lines: told })
  decideOwnLines(record, lines)
  for (const before of claim.decisions) told.push(...place(before, told, claim.id))
}
