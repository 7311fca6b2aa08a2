import { z } from 'zod'
import { OverturnError } from '../errors.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { isoDate, money, text } from '../schemas.ts'
import { historyKinds, readHistory } from './history.sql.ts'

const event = z.object({
  /** The day on which it happened; null where nobody says. Events of one day are in the order in which they came here. */
  on: isoDate.nullable(),
  kind: z.enum(historyKinds),
  /** Of a decision its kind and outcome, of an appeal its level or outcome, of a submission its frequency code. */
  detail: z.string().nullable(),
  amount: money.nullable(),
  payerId: z.string().nullable(),
  /** The file that told it, and the person who did it. */
  importId: z.number().int().nullable(),
  fileName: z.string().nullable(),
  by: z.string().nullable(),
})

export const claimHistory = defineOperation({
  name: 'claims.history',
  kind: 'read',
  summary: 'What happened to one claim, in order: its submissions, the decisions of payers, its appeals, and whom a doubtful decision was given to.',
  concerns: ({ id }) => [id],
  input: z.strictObject({ id: text(100) }),
  output: z.object({ claimId: z.string(), events: z.array(event), asOf: z.string() }),
  async run({ db, organization, now }, { id }) {
    const events = await db.transaction((tx) => readHistory(tx, organization, id))
    if (events.length === 0)
      throw new OverturnError('not_found', `There is no claim "${id}" in ${organization.name}. The list of claims names those there are.`, {
        command: 'overturn claims',
      })
    return { claimId: id, events: events.map(({ cents, ...rest }) => ({ ...rest, amount: cents === null ? null : dollars(cents) })), asOf: now.toISOString() }
  },
})
