import { deadlineOf } from '../appeals/deadline-row.ts'
import { todayOf } from '../context.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { readWork } from './list.sql.ts'
import { chanceOf } from './rules.ts'
import { listWorkInput, listWorkOutput } from './schemas.ts'

export const listWork = defineOperation({
  name: 'worklist.list',
  kind: 'read',
  // How many notes there are is told from the notes, which may speak of the patient.
  identifies: ({ notes }) => notes,
  concerns: (_, { claims }) => claims.map(({ claimId }) => claimId),
  summary: 'Lists denied claims that can still be got back, what is worth most and due soonest first, and who works on them.',
  input: listWorkInput,
  output: listWorkOutput,
  async run(context, filter) {
    const { db, organization, actor, now } = context
    const today = todayOf(context)
    const { page, totals } = await db.transaction((tx) => readWork(tx, organization.id, filter, { today, actor: actor.id }))
    return {
      claims: page.map(({ expected, ...stored }) => ({
        ...deadlineOf(stored, today),
        chance: chanceOf(stored.open, expected),
        expectedAmount: expectedDollars(expected),
      })),
      totals: {
        openAmount: dollars(totals.open),
        expectedAmount: expectedDollars(totals.expected),
        unknownChance: totals.unknown,
        dueWithinWeek: totals.dueSoon,
      },
      pagination: paginate(totals.total, filter),
      asOf: now.toISOString(),
    }
  },
})

const expectedDollars = (expected: number | null): number | null => (expected === null ? null : dollars(Math.round(expected)))
