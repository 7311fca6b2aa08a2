import { sql } from 'drizzle-orm'
import { slicesOf } from '../computation/slices.ts'
import type { Context } from '../context.ts'
import { addDays, type DateWindow, type IsoDate } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { scopeFrom } from '../patterns/scope/scoped.sql.ts'
import { knownPattern } from '../patterns/no-pattern.ts'
import { matureUntil, measure, type Rule } from './measure.ts'
import { checkOf, knownCheck } from './row.ts'
import { checkOutput, createCheckInput } from './schemas.ts'

/** A year has every season, and is enough for any rate that is worth a check. */
const LONGEST_BACK_TEST = 366

export const createCheck = defineOperation({
  name: 'checks.create',
  kind: 'write',
  summary: 'Makes a pre-submission check of a confirmed pattern: tests it on later claims that the search did not see, and starts it in shadow.',
  input: createCheckInput,
  output: checkOutput,
  async run(context, { patternId }) {
    const { db, organization, actor, now, log } = context
    const { laterStart, ...rule } = await confirmedPattern(context, patternId)
    const window = await laterPeriod(context, rule, laterStart)
    const backTest = await measure(slicesOf(db), organization.id, rule, window)
    if (backTest.alerts === 0)
      throw refusal(
        patternId,
        `no adjudicated claim served from ${window.start} to ${addDays(window.end, -1)} has a line in its scope, so there is nothing to test it on`,
      )
    // Claims served after the back-test count for the check: none twice, and none that the search saw.
    const made = await db.row<{ id: string }>(sql`
      insert into pattern_checks (organization_id, id, pattern_id, state, denial_reason, scope, back_test, created_by, created_at, since)
      select ${organization.id}, 'CHK-' || upper(left(md5(${patternId} || ':' || count(*)), 8)), ${patternId}, 'shadow', ${rule.reason}, ${JSON.stringify(rule.scope)}::jsonb,
        ${JSON.stringify(backTest)}::jsonb, ${actor.id}, ${now}, ${window.end}
      from pattern_checks where organization_id = ${organization.id} and pattern_id = ${patternId}
      on conflict (organization_id, pattern_id) where state <> 'retired' do nothing returning id`)
    if (!made) throw alreadyChecked(patternId)
    log.info({ pattern: patternId, check: made.id, by: actor.id }, 'pattern made a check')
    return checkOf(await knownCheck(db, organization, made.id))
  },
})

const refusal = (id: string, why: string) => new OverturnError('conflict', `Pattern ${id} cannot be made a check: ${why}.`)
const alreadyChecked = (id: string) =>
  new OverturnError('conflict', `Pattern ${id} has a check already; retire that one first: the list of checks has it.`, { command: 'overturn checks' })

interface Evidence {
  reason: string | null
  scope: unknown
  confirmed: boolean | null
  hasFinding: boolean
  laterStart: IsoDate | null
  hasCheck: boolean
}

/** Reason, scope and first unseen day of a pattern that may be made a check; throws `not_found`, or `conflict` that says why it may not. */
async function confirmedPattern({ db, organization }: Context, id: string): Promise<Rule & { laterStart: IsoDate }> {
  const found = await db.transaction(async (tx) => {
    const { status } = await knownPattern(tx, organization, id)
    if (status === 'archived') throw refusal(id, 'it is archived')
    return (await tx.row<Evidence>(sql`
      select p.denial_reason as reason, p.scope, f.confirmed, f.pattern_id is not null as "hasFinding", coalesce(f.later_start, f.seen_until) as "laterStart",
        exists (select from pattern_checks k where k.organization_id = p.organization_id and k.pattern_id = p.id and k.state <> 'retired') as "hasCheck"
      from patterns p left join pattern_findings f on f.organization_id = p.organization_id and f.pattern_id = p.id
      where p.organization_id = ${organization.id} and p.id = ${id}`))!
  })
  const { reason, confirmed, hasFinding, laterStart, hasCheck } = found
  const scope = scopeFrom(found.scope)
  if (hasCheck) throw alreadyChecked(id)
  if (scope.length === 0 || reason === null || !hasFinding || laterStart === null)
    throw refusal(id, 'it was found by its reason alone, and says of no claim that it will be denied rather than others')
  if (confirmed === null) throw refusal(id, `it is not confirmed: there are too few decided claims from ${laterStart} on, which the search did not see`)
  if (!confirmed) throw refusal(id, `it is not confirmed: the claims served from ${laterStart} on, which the search did not see, do not bear it out`)
  return { reason, scope, laterStart }
}

/** From the first day that the search did not see to the last mature one. */
async function laterPeriod(context: Context, rule: Rule & { scope: Rule['scope'] }, start: IsoDate): Promise<DateWindow> {
  const end = await matureUntil(context, rule)
  if (end === null)
    throw new OverturnError(
      'conflict',
      'There are too few decisions yet to say of which days of service enough claims are decided. Import more remittances first.',
    )
  if (end <= start)
    throw new OverturnError(
      'conflict',
      `Of the claims served from ${start} on, which the search did not see, too few are decided yet. Try again in some weeks.`,
    )
  const earliest = addDays(end, -LONGEST_BACK_TEST)
  return { start: start > earliest ? start : earliest, end }
}
