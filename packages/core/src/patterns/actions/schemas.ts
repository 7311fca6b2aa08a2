import { z } from 'zod'
import { patternActionKinds, patternStatuses } from '../../db/schema/patterns.ts'
import { isoDate, text, wholeNumber } from '../../schemas.ts'

/** What people record; practice sessions are learning events, and come here by an import only. */
export const recordedKinds = ['resubmission', 'workflow_update', 'staff_training', 'system_configuration', 'other'] as const

const action = z.object({
  /** Its number within the pattern. */
  position: z.number().int(),
  kind: z.enum(patternActionKinds),
  happenedOn: isoDate,
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
  /** False for what an import reported, which only another import changes. */
  isOwn: z.boolean(),
})
export type PatternAction = z.output<typeof action>

export const listActionsInput = z.strictObject({ patternId: text(100) })
export const listActionsOutput = z.object({
  /** Latest first. */
  actions: z.array(action),
  /** What people said of its place in its life, and its numbers (`changedBy` is then `computation`), latest first. */
  statusChanges: z.array(
    z.object({ from: z.enum(patternStatuses), to: z.enum(patternStatuses), reason: z.string(), changedBy: z.string(), changedAt: z.string() }),
  ),
  asOf: z.string(),
})

export const recordActionInput = z.strictObject({
  patternId: text(100),
  kind: z.enum(recordedKinds),
  happenedOn: isoDate,
  /** What was done; nothing about a patient belongs here. */
  note: text(1_000).optional(),
})
export const recordActionOutput = z.object({ patternId: z.string(), action })

export const removeActionInput = z.strictObject({ patternId: text(100), position: wholeNumber(1, 1_000_000) })
export const removeActionOutput = z.object({ patternId: z.string(), position: z.number().int() })
