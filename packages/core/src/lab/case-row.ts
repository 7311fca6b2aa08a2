import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { describeReason } from '../adjudication/reasons.ts'
import type { Context } from '../context.ts'
import { daysBetween } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { labOutcomes } from '../db/schema/lab.ts'
import { OverturnError } from '../errors.ts'
import { dollars } from '../money.ts'
import { preventionOf } from '../patterns/texts.ts'
import { paidInWords } from './answers.ts'
import { letterOf } from './claim.ts'
import { hintsOf } from './hints.ts'
import { prepare, type Prepared } from './prepare.ts'
import type { PaidLine } from './proof.sql.ts'
import { answerOf, optionsOf } from './question.ts'
import type { LabCase, labCase } from './schemas.ts'

type Reader = Pick<TenantTransaction, 'row' | 'rows'>

export interface StoredCase {
  id: string
  patternId: string
  claimId: string
  startedAt: Date
  attempts: number
  hintsTaken: number
  outcome: (typeof labOutcomes)[number] | null
  finishedAt: Date | null
  dueAt: Date | null
}

/** One's own case and what it is about; throws `not_found`. A case of somebody else is not there. */
export async function knownCase(tx: Reader, { organization, actor }: Context, id: string): Promise<{ stored: StoredCase; prepared: Prepared }> {
  const stored = await tx.row<StoredCase>(sql`
    select k.id, k.pattern_id as "patternId", k.claim_id as "claimId", k.started_at as "startedAt", k.attempts, k.hints_taken as "hintsTaken", k.outcome,
           k.finished_at as "finishedAt", card.due_at as "dueAt"
    from lab_cases k
    left join practice_cards card on card.organization_id = k.organization_id and card.user_id = k.user_id and card.pattern_id = k.pattern_id
    where k.organization_id = ${organization.id} and k.user_id = ${actor.id} and k.id = ${id}`)
  if (!stored) throw new OverturnError('not_found', `You have no case "${id}" in ${organization.name}. The history of the lab names yours; start one there.`)
  const prepared = await prepare(tx, organization.id, stored)
  if (!prepared) throw new OverturnError('not_found', `The claim behind case "${id}" is no longer here. Start another case.`)
  return { stored, prepared }
}

/** Throws `conflict` for a case that has been finished. */
export function mustBeOpen({ id, outcome }: Pick<StoredCase, 'id' | 'outcome'>): void {
  if (outcome !== null) throw new OverturnError('conflict', `Case ${id} is finished (${outcome}). Start another one.`)
}

/** A paid line without what says whose it is. */
export function paidLineOf(prepared: Pick<Prepared, 'claim'>, { claimId: _, lineNumber: __, serviceDate, billed, paid, ...line }: PaidLine) {
  return {
    ...line,
    billedAmount: dollars(billed),
    paidAmount: dollars(paid),
    // Only a claim with a day of service has a paid line found for it.
    daysApart: daysBetween(prepared.claim.serviceDate!, serviceDate),
  }
}

/** The public shape. Which claim it is stays unsaid until the case is finished. */
export function caseOf(stored: StoredCase, prepared: Prepared): z.input<typeof labCase> {
  const { pattern, claim, edit } = prepared
  const hints = hintsOf(stored.id, prepared)
  return {
    id: stored.id,
    patternId: stored.patternId,
    situation: prepared.situation,
    reason: pattern.reason,
    category: describeReason(pattern.reason).category,
    payerName: prepared.payerName,
    claimType: claim.claimType,
    claim: claim.sent,
    providers: claim.providers.map((_, place) => letterOf(place)),
    denials: prepared.denials,
    deniedLines: [...claim.denied],
    kind: edit ? 'edit' : 'question',
    options: edit ? [] : optionsOf(stored.id, pattern.reason),
    attempts: stored.attempts,
    hints: hints.slice(0, stored.hintsTaken).map(({ text, twin }) => ({ text, twin: twin && paidLineOf(prepared, twin) })),
    hintCount: hints.length,
    startedAt: stored.startedAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
    outcome: stored.outcome,
    lesson: stored.outcome === null ? null : lessonOf(stored, prepared),
  }
}

function lessonOf({ id, dueAt }: StoredCase, prepared: Prepared): NonNullable<LabCase['lesson']> {
  const { pattern, claim, edit, sentence } = prepared
  return {
    claimId: claim.id,
    sentence,
    paidClaims: edit && paidInWords(edit.answer),
    prevention: preventionOf(pattern.reason),
    answer: edit ? null : answerOf(id, pattern.reason),
    twin: edit && { ...paidLineOf(prepared, edit.twin), claimId: edit.twin.claimId },
    dueAt: dueAt?.toISOString() ?? null,
  }
}
