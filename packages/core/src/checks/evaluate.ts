import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { raiseAlert } from '../alerts/raise.ts'
import { slicesOf, type Slices } from '../computation/slices.ts'
import type { Context } from '../context.ts'
import { addDays } from '../dates.ts'
import { defineOperation } from '../operation.ts'
import { matureUntil, measure } from './measure.ts'
import { retire } from './retire.ts'
import { readChecks, type StoredCheck } from './row.ts'
import { driftOf, type Performance } from './rules.ts'
import { evaluateChecksOutput } from './schemas.ts'

/** A good year must not hide a bad season. */
const LATEST_DAYS = 180

export const evaluateChecks = defineOperation({
  name: 'checks.evaluate',
  kind: 'write',
  summary: 'Counts what each pre-submission check has said of claims that are decided since, and ends those that have drifted.',
  input: z.strictObject({}),
  output: evaluateChecksOutput,
  async run(context) {
    const { db, organization, now } = context
    const slices = slicesOf(db)
    const retired: string[] = []
    let evaluated = 0
    for (const check of await readChecks(db, organization.id, sql`k.state <> 'retired'`)) {
      const latest = await latestOf(context, slices, check)
      if (latest === null) continue
      evaluated++
      await db.run(sql`
        update pattern_checks set latest = ${JSON.stringify(latest)}::jsonb, evaluated_at = ${now} where organization_id = ${organization.id} and id = ${check.id}`)
      const drift = driftOf(check.backTest, latest)
      if (drift !== null && (await endDrifted(context, check, drift))) retired.push(check.id)
    }
    return { evaluated, retired, asOf: now.toISOString() }
  },
})

/** What it has said of claims that were served since it was made; null while no such day is mature. */
async function latestOf(context: Context, slices: Slices, { since, reason, scope }: StoredCheck): Promise<Performance | null> {
  const rule = { reason, scope }
  const end = await matureUntil(context, rule)
  if (end === null || end <= since) return null
  const earliest = addDays(end, -LATEST_DAYS)
  return measure(slices, context.organization.id, rule, { start: since > earliest ? since : earliest, end })
}

/** Claims that are mended because of a check are paid, so that one that is heeded looks like one that is wrong: people are told of both. */
async function endDrifted(context: Context, { id, title, state }: StoredCheck, drift: string): Promise<boolean> {
  if (!(await retire(context, id, `It has drifted: ${drift}.`))) return false
  const heeded = state === 'live' ? ' Either the payer decides otherwise now, or such claims are mended before they are sent.' : ''
  const message = `Check ${id} (${title}) was retired: ${drift}.${heeded}`
  await raiseAlert(context, { kind: 'check_retired', subject: id, message })
  return true
}
