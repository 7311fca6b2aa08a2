import { z } from 'zod'
import { deadline } from '../appeals/schemas.ts'
import { workStates } from '../db/schema/work.ts'
import { isoDate, money, pagination, paging, rate, text, wholeNumber } from '../schemas.ts'

/** As many claims as one step may change. */
export const MOST_AT_ONCE = 500

/** Somebody of the organization; a user who has left it keeps a name here. */
export const person = z.object({ id: z.string(), name: z.string() })
export type Person = z.output<typeof person>

export const listWorkInput = z.strictObject({
  sort: z.enum(['priority', 'value', 'due', 'chance']).default('priority'),
  state: z.enum(['all', ...workStates]).default('open'),
  /** Claims that somebody put off until a later day: left out, only these, or both. */
  snoozed: z.enum(['no', 'yes', 'all']).default('no'),
  /** `anyone`, `me`, `nobody`, or somebody's user id. */
  assigned: text(100).default('anyone'),
  payer: text(100).optional(),
  reason: text(300).optional(),
  /** Only this claim. */
  claim: text(100).optional(),
  /** Only denials of this pattern. */
  pattern: text(100).optional(),
  remedy: z.enum(['all', 'appeal', 'corrected_claim']).default('all'),
  /** Last days from today up to so many days ahead; left out: any. */
  dueWithin: wholeNumber(0, 3_650).optional(),
  /** Also how many notes there are, for those who may read them. */
  notes: z.boolean().default(false),
  ...paging,
})

/** A claim with denials that can still be got back, and what somebody decided about the work on it. */
export const workItem = deadline.extend({
  /** The chance that such denials are paid in the end, weighted by what is open; null where it is unknown for one of them. */
  chance: rate,
  /** What is open x that chance; null where it is unknown. */
  expectedAmount: money.nullable(),
  patterns: z.array(z.object({ id: z.string(), title: z.string() })),
  state: z.enum(workStates),
  assignedTo: person.nullable(),
  snoozedUntil: isoDate.nullable(),
  /**
   * The claim was closed or put off (`after`), and then a decision came that denied it again, on this day by the payer, null where it says none: it is
   * open, until somebody says something of it anew. Null where nothing of that kind came.
   */
  deniedAgain: z.object({ on: isoDate.nullable(), after: z.enum(['done', 'given_up', 'put_off']) }).nullable(),
  /** Null where it was not asked for. */
  noteCount: z.number().int().nullable(),
})
export type WorkItem = z.output<typeof workItem>

export const listWorkOutput = z.object({
  claims: z.array(workItem),
  /** Of all that match, not of the page alone. `unknownChance`: claims whose expected amount is not in the sum; where that is all of them the sum is null. */
  totals: z.object({ openAmount: money, expectedAmount: money.nullable(), unknownChance: z.number().int(), dueWithinWeek: z.number().int() }),
  pagination,
  asOf: z.string(),
})

const claimIds = z.array(text(100)).min(1).max(MOST_AT_ONCE)

/** What was decided about the work on a claim: what a change leaves behind says of before. */
export const workBefore = z.object({ claimId: z.string(), state: z.enum(workStates), assignedTo: z.string().nullable(), snoozedUntil: isoDate.nullable() })
export type WorkBefore = z.output<typeof workBefore>
export const changedWork = z.object({
  /** Each of the claims as it was: giving that back undoes the change. */
  before: z.array(workBefore),
  asOf: z.string(),
})

/** `userId`: `me`, somebody's, or null for nobody. */
export const assignWorkInput = z.strictObject({ claimIds, userId: text(100).nullable() })
/** `until`: the day on which it is to be looked at again; null for now. */
export const snoozeWorkInput = z.strictObject({ claimIds, until: isoDate.nullable() })
export const setWorkStateInput = z.strictObject({ claimIds, state: z.enum(workStates) })

export const LONGEST_WORK_NOTE = 4_000
export const note = z.object({ id: z.number().int(), body: z.string(), writtenBy: person, writtenAt: z.string(), mayRemove: z.boolean() })
export const noteAnswer = z.object({ claimId: z.string(), note, asOf: z.string() })
export const listNotesInput = z.strictObject({ claimId: text(100), ...paging })
export const listNotesOutput = z.object({ claimId: z.string(), notes: z.array(note), pagination, asOf: z.string() })
export const addNoteInput = z.strictObject({ claimId: text(100), note: text(LONGEST_WORK_NOTE) })
export const removeNoteInput = z.strictObject({ claimId: text(100), noteId: wholeNumber(1, Number.MAX_SAFE_INTEGER) })
export const removeNoteOutput = z.object({ claimId: z.string(), noteId: z.number().int() })
