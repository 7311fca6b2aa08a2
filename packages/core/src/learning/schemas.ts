import { z } from 'zod'
import { learningOutcomes } from '../db/schema/learning.ts'
import { interval, isoDate, pagination, paging, rate, text, wholeNumber, window } from '../schemas.ts'
import { deviceTypes, fieldProblems, learningContexts, learningEventTypes } from './types.ts'

/** Words joined by hyphens, such as `added-modifier`: no place for a sentence about a patient. */
const word = z.string().regex(/^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,5}$/, 'must be lower-case words joined by hyphens')

/** The only things an event may say beside its columns. Nothing of a patient has a place here. */
const metadata = z.strictObject({
  policyId: text(200).optional(),
  procedureCode: z
    .string()
    .regex(/^[0-9A-Za-z]{1,10}$/, 'must be a procedure code')
    .optional(),
  practiceType: word.optional(),
  action: word.optional(),
})

const DAY_MS = 86_400_000

export const recordLearningEventInput = z
  .strictObject({
    type: z.enum(learningEventTypes),
    /** Default: now. With its offset, and not in the future. */
    timestamp: z.iso.datetime({ offset: true }).optional(),
    durationMs: wholeNumber(0, DAY_MS).optional(),
    outcomeType: z.enum(learningOutcomes).optional(),
    correctionApplied: z.boolean().optional(),
    patternId: text(500).optional(),
    claimId: text(500).optional(),
    sessionId: text(200).optional(),
    context: z.enum(learningContexts).optional(),
    deviceType: z.enum(deviceTypes).optional(),
    metadata: metadata.optional(),
  })
  .superRefine((event, { addIssue }) => {
    for (const { field, message } of fieldProblems(event)) addIssue({ code: 'custom', path: field.split('.'), message })
  })

/** An event as lists show it; `type` and `context` of an imported one may be words of its source. */
export const learningEvent = z.object({
  id: z.string(),
  timestamp: z.string(),
  type: z.string(),
  context: z.string().nullable(),
  userId: z.string().nullable(),
  sessionId: z.string().nullable(),
  deviceType: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  outcomeType: z.enum(learningOutcomes).nullable(),
  correctionApplied: z.boolean(),
  patternId: z.string().nullable(),
  claimId: z.string().nullable(),
  policyId: z.string().nullable(),
  procedureCode: z.string().nullable(),
})
export type LearningEvent = z.infer<typeof learningEvent>

const patternCounters = z.object({
  practiceSessionsCompleted: z.number().int(),
  correctionsApplied: z.number().int(),
  /** 0 to 100. */
  learningProgress: z.number().int(),
})

export const recordLearningEventOutput = z.object({
  event: learningEvent,
  /** The counters of its pattern, this event included. */
  pattern: patternCounters.nullable(),
})

/** Whose events, and the days up to today. */
const scope = { who: z.enum(['me', 'all']).default('all'), days: wholeNumber(1, 3660).default(30) }

export const listLearningEventsInput = z.strictObject({
  ...scope,
  type: z.enum(learningEventTypes).optional(),
  pattern: text(500).optional(),
  ...paging,
})
export const listLearningEventsOutput = z.object({ window, events: z.array(learningEvent), pagination, asOf: z.string() })
export type LearningEventList = z.infer<typeof listLearningEventsOutput>

export const learningProgressInput = z.strictObject({ ...scope, ...paging })

const count = z.number().int()
export const personLearning = z.object({
  /** Null: the events name nobody. */
  userId: z.string().nullable(),
  events: count,
  sessions: count,
  practiceSessionsCompleted: count,
  correctionsApplied: count,
  /** Sum of the durations that are known; null when none is. */
  timeInvestedMs: count.nullable(),
  /** Sessions of which no event has a duration: their time is not in it. */
  sessionsWithoutDuration: count,
  outcomes: z.object({ correct: count, incorrect: count, skipped: count, incomplete: count, rate, interval: interval.nullable() }),
  /** Days in a row with practice, up to today or yesterday; and the most ever. Neither ends at the window. */
  currentStreak: count,
  longestStreak: count,
  lastPracticedOn: isoDate.nullable(),
})
export type PersonLearning = z.infer<typeof personLearning>

const patternLearning = patternCounters.extend({
  patternId: z.string(),
  title: z.string(),
  /** Of the latest 20 answers, whenever they were given; the other counts are the window's. */
  answered: count,
  correct: count,
})

export const learningProgressOutput = z.object({
  who: z.enum(['me', 'all']),
  window,
  people: z.array(personLearning),
  pagination,
  /** Patterns that these people practiced or corrected in the window. */
  patterns: z.array(patternLearning),
  asOf: z.string(),
})
export type LearningProgress = z.infer<typeof learningProgressOutput>
