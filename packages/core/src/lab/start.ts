import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { recordLearningEvent } from '../learning/record.ts'
import { defineOperation } from '../operation.ts'
import { knownPattern } from '../patterns/no-pattern.ts'
import { answersOf, hasAnswer } from './answers.ts'
import { caseOf, knownCase } from './case-row.ts'
import { prepare } from './prepare.ts'
import { readPractisable, type PractisableRow } from './practisable.sql.ts'
import { draw } from './question.ts'
import { labCase, startCaseInput } from './schemas.ts'
import { recordShown } from './shown.ts'

/** Of the latest denials of the pattern one is drawn; older ones were decided by rules that may have changed. */
const LATEST_DENIALS = 400
/** Cases back which no claim comes again, as long as there are others. */
const NOT_AGAIN = 20
/** Claims that are looked at for one that an edit would have saved. */
const LOOKED_AT = 5

export const startCase = defineOperation({
  name: 'lab.start',
  kind: 'write',
  concerns: (_input, { lesson }) => (lesson ? [lesson.claimId] : []),
  summary: "Gives you one of the organization's own denied claims to practice on, without anything that says whose it is.",
  input: startCaseInput,
  output: labCase,
  async run(context, { pattern }) {
    const { db, organization, actor, now } = context
    const id = randomUUID()
    // Of the patient not even this code can read anything.
    const reader = db.as('overturn_reader')
    const chosen = await reader.transaction((tx) => choosePattern(tx, context, pattern))
    const claimId = await reader.transaction((tx) => drawClaim(tx, context, chosen, id))
    await db.run(sql`
      insert into lab_cases (organization_id, id, user_id, pattern_id, claim_id, started_at) values (${organization.id}, ${id}, ${actor.id}, ${chosen.id}, ${claimId}, ${now})`)
    await recordShown(context, 'lab.start', id, [claimId])
    await recordLearningEvent.run(context, { type: 'practice-started', patternId: chosen.id, sessionId: id, context: 'practice' })
    const { stored, prepared } = await reader.transaction((tx) => knownCase(tx, context, id))
    return caseOf(stored, prepared)
  },
})

async function choosePattern(tx: TenantTransaction, context: Context, wanted: string): Promise<PractisableRow> {
  if (wanted !== 'due') await knownPattern(tx, context.organization, wanted)
  const which = wanted === 'due' ? sql`true` : sql`p.id = ${wanted}`
  const { rows } = await readPractisable(tx, context, { limit: 1, offset: 0, which })
  if (rows[0]) return rows[0]
  throw new OverturnError(
    'conflict',
    wanted === 'due'
      ? `There is no pattern in ${context.organization.name} that could be practiced yet. Patterns appear once claims and decisions are imported.`
      : `Pattern "${wanted}" cannot be practiced: it has no denied claim, is archived, or its reason is not mapped to a known one. The lab lists those that can.`,
  )
}

/** A claim of the pattern by lot, among those that this person has not met lately; one that can be put right by an edit, where that is the answer. */
async function drawClaim(tx: TenantTransaction, { organization, actor }: Context, pattern: PractisableRow, caseId: string): Promise<string> {
  const candidates = await tx.rows<{ claimId: string; metAt: Date | null }>(sql`
    with denial as (
      select claim_id from pattern_claims where organization_id = ${organization.id} and pattern_id = ${pattern.id} and denied
      order by service_date desc nulls last, claim_id limit ${LATEST_DENIALS}),
    met as (
      select claim_id, started_at from lab_cases where organization_id = ${organization.id} and user_id = ${actor.id} and pattern_id = ${pattern.id}
      order by started_at desc, id limit ${NOT_AGAIN})
    select d.claim_id as "claimId", max(m.started_at) as "metAt" from denial d left join met m on m.claim_id = d.claim_id group by d.claim_id`)
  const fresh = candidates.filter(({ metAt }) => metAt === null)
  const order = fresh.length > 0 ? byLot(fresh, caseId) : candidates.toSorted((a, b) => a.metAt!.getTime() - b.metAt!.getTime())
  // A practisable pattern has a denied claim.
  const first = order[0]!.claimId
  if (!hasAnswer(answersOf(pattern))) return first
  for (const { claimId } of order.slice(0, LOOKED_AT)) {
    const prepared = await prepare(tx, organization.id, { patternId: pattern.id, claimId })
    if (prepared?.edit) return claimId
  }
  return first
}

const byLot = <One extends { claimId: string }>(all: readonly One[], seed: string): One[] =>
  all
    .map((one) => ({ one, lot: draw(seed, one.claimId) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one)
