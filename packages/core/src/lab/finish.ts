import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { slicesOf } from '../computation/slices.ts'
import type { Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { writeLearningEvent } from '../learning/record.ts'
import { defineOperation } from '../operation.ts'
import { assess } from './assess.ts'
import { caseOf, knownCase, mustBeOpen, type StoredCase } from './case-row.ts'
import { saveReview } from './cards.sql.ts'
import type { Prepared } from './prepare.ts'
import { answerOf } from './question.ts'
import { ratingOf } from './schedule.ts'
import { finishCaseInput, finishCaseOutput } from './schemas.ts'

type Input = z.output<typeof finishCaseInput>
type Outcome = NonNullable<StoredCase['outcome']>

const DAY_MS = 86_400_000

export const finishCase = defineOperation({
  name: 'lab.finish',
  kind: 'write',
  concerns: (_input, { practice: { lesson } }) => (lesson ? [lesson.claimId, ...(lesson.twin ? [lesson.twin.claimId] : [])] : []),
  summary:
    'Ends a case with your answer: says whether it is right, shows the lesson, and records what you practiced and when you should meet the pattern again.',
  input: finishCaseInput,
  output: finishCaseOutput,
  async run(context, input) {
    const { db, organization, actor, now } = context
    const reader = db.as('overturn_reader')
    const { stored, prepared, outcome } = await reader.transaction(async (tx) => {
      const known = await knownCase(tx, context, input.id)
      mustBeOpen(known.stored)
      return { ...known, outcome: await outcomeOf(tx, context, known, input) }
    })
    const rating = outcome === 'skipped' ? null : ratingOf({ correct: outcome === 'correct', ...stored })
    // One transaction: the outcome, the event and the card are there together or not at all. In the order of all that counts events.
    await slicesOf(db).each([outcome], async (tx) => {
      const ended = await tx.run(sql`
        update lab_cases set outcome = ${outcome}, finished_at = ${now} where organization_id = ${organization.id} and user_id = ${actor.id} and id = ${stored.id} and outcome is null`)
      if (ended === 0) throw new OverturnError('conflict', `Case ${stored.id} was finished meanwhile. Start another one.`)
      await writeLearningEvent(tx, context, eventOf(context, { stored, prepared, outcome }), now)
      if (rating !== null) await saveReview(tx, context, stored.patternId, rating)
    })
    const after = await reader.transaction((tx) => knownCase(tx, context, input.id))
    return { practice: caseOf(after.stored, after.prepared), rating }
  },
})

async function outcomeOf(
  tx: TenantTransaction,
  { organization }: Context,
  { stored, prepared }: { stored: StoredCase; prepared: Prepared },
  { claim, choice, skip }: Input,
): Promise<Outcome> {
  if (skip) return 'skipped'
  if (prepared.edit) {
    if (!claim) throw needed('claim', 'is needed: this case is answered by a claim')
    const { verdict } = await assess(tx, organization.id, prepared, prepared.edit, claim)
    return verdict === 'fixed' ? 'correct' : 'incorrect'
  }
  if (choice === undefined) throw needed('choice', 'is needed: this case asks a question')
  return choice === answerOf(stored.id, prepared.pattern.reason) ? 'correct' : 'incorrect'
}

const needed = (field: string, message: string) =>
  new OverturnError('invalid_input', `The input is not valid: ${field}: ${message}.`, { fields: [{ field, message }] })

function eventOf({ now }: Context, { stored, prepared, outcome }: { stored: StoredCase; prepared: Prepared; outcome: Outcome }) {
  return {
    type: 'practice-completed' as const,
    outcomeType: outcome,
    // A case that lay open overnight was not worked on all the time: how long is then unknown.
    ...durationOf(now.getTime() - stored.startedAt.getTime()),
    correctionApplied: outcome === 'correct' && prepared.edit !== null,
    patternId: stored.patternId,
    claimId: stored.claimId,
    sessionId: stored.id,
    context: 'practice' as const,
    metadata: { practiceType: prepared.edit ? 'claim-edit' : 'question' },
  }
}

const durationOf = (ms: number) => (ms >= 0 && ms < DAY_MS / 8 ? { durationMs: ms } : {})
