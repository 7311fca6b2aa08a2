import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { slicesOf } from '../computation/slices.ts'
import type { Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { refreshPatternLearning } from './refresh.ts'
import { eventColumns, eventOf, type EventRow } from './row.ts'
import { recordLearningEventInput, recordLearningEventOutput } from './schemas.ts'

type Input = z.output<typeof recordLearningEventInput>

/** Clocks of browsers differ; what is this far ahead happened now. */
const CLOCKS_DIFFER_MS = 300_000
const EARLIEST = Date.parse('2000-01-01T00:00:00Z')

export const recordLearningEvent = defineOperation({
  name: 'learning.record',
  kind: 'write',
  concerns: ({ claimId }) => (claimId === undefined ? [] : [claimId]),
  summary: 'Records something that you did to learn: practice, a correction, a look at a claim, a pattern or a policy.',
  input: recordLearningEventInput,
  output: recordLearningEventOutput,
  async run(context, input) {
    const at = momentOf(input.timestamp, context.now)
    const recorded: z.input<typeof recordLearningEventOutput>[] = []
    // In the order of all that counts events, so that the counters of a pattern are those of the event that was written last.
    await slicesOf(context.db).each([at], async (tx) => recorded.push(await writeLearningEvent(tx, context, input, at)))
    return recorded[0]!
  },
})

/** Writes an event whose fields are checked, and counts it for its pattern; within a transaction that has the lock of the slices. */
export async function writeLearningEvent(tx: TenantTransaction, context: Context, input: Input, at: Date): Promise<z.input<typeof recordLearningEventOutput>> {
  const { organization, actor, now } = context
  await mustBeHere(tx, context, input)
  const row = await tx.row<EventRow>(sql`
    insert into learning_events as e (organization_id, id, timestamp, type, context, user_id, session_id, device_type, duration_ms, outcome_type, correction_applied,
      pattern_id, claim_id, metadata)
    values (${organization.id}, ${randomUUID()}, ${at}, ${input.type}, ${input.context ?? null}, ${actor.id}, ${input.sessionId ?? null}, ${input.deviceType ?? null},
      ${input.durationMs ?? null}, ${input.outcomeType ?? null}, ${input.type === 'correction-applied' || input.correctionApplied === true},
      ${input.patternId ?? null}, ${input.claimId ?? null}, ${JSON.stringify(input.metadata ?? {})}::jsonb)
    returning ${eventColumns}`)
  const [pattern = null] =
    input.patternId === undefined ? [] : await refreshPatternLearning(tx, { organizationId: organization.id, ids: [input.patternId], now })
  return { event: eventOf(row!), pattern }
}

function momentOf(timestamp: string | undefined, now: Date): Date {
  const given = timestamp === undefined ? now.getTime() : Date.parse(timestamp)
  if (given < EARLIEST || given > now.getTime() + CLOCKS_DIFFER_MS) {
    const message = given < EARLIEST ? 'is before the year 2000' : 'is in the future'
    throw new OverturnError('invalid_input', `The input is not valid: timestamp: ${message}.`, { fields: [{ field: 'timestamp', message }] })
  }
  return new Date(Math.min(given, now.getTime()))
}

async function mustBeHere(tx: TenantTransaction, { organization }: Context, { patternId, claimId }: Input): Promise<void> {
  if (patternId !== undefined && !(await tx.row(sql`select id from patterns where organization_id = ${organization.id} and id = ${patternId}`)))
    throw new OverturnError(
      'not_found',
      `There is no pattern "${patternId}" in ${organization.name}. The patterns list (overturn patterns) names those there are.`,
    )
  if (claimId !== undefined && !(await tx.row(sql`select id from claims where organization_id = ${organization.id} and id = ${claimId}`)))
    throw new OverturnError('not_found', `There is no claim "${claimId}" in ${organization.name}. The list of claims names those there are.`, {
      command: 'overturn claims',
    })
}
