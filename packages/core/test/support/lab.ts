import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'
import { refreshPatternClaims } from '../../src/patterns/pattern-claims.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { insertScopedPattern } from '../factories/patterns.ts'

export const KNOWN_CASE = 'CASE-1'

/** A case that whoever acts is working on. */
export async function insertKnownCase(
  { db, organization, actor, now }: Pick<Context, 'db' | 'organization' | 'actor' | 'now'>,
  { id = KNOWN_CASE, patternId, claimId }: { id?: string; patternId: string; claimId: string },
): Promise<void> {
  await db.run(sql`
    insert into lab_cases (organization_id, id, user_id, pattern_id, claim_id, started_at)
    values (${organization.id}, ${id}, ${actor.id}, ${patternId}, ${claimId}, ${new Date(now.getTime() - 600_000)})`)
}

/** An office visit with an injection that the payer wants modifier 25 on: the pattern, what it denied, and what it paid. Ids begin with `mark`. */
export async function insertModifierLesson(context: Context, mark: string): Promise<{ patternId: string; deniedClaim: string; paidClaim: string }> {
  const [patternId, payer] = [`${mark}-PTN`, `${mark}-PAYER`]
  await insertScopedPattern(context, {
    id: patternId,
    reason: 'Modifier missing or inconsistent',
    title: `${payer} denies office visits when modifier 25 is missing: Modifier missing or inconsistent`,
    scope: [
      { field: 'payer', op: 'is', value: payer },
      { field: 'procedureGroup', op: 'is', value: 'office-visit' },
      { field: 'procedureGroup', op: 'has', value: 'procedure' },
      { field: 'modifier', op: 'lacks', value: '25' },
    ],
  })
  await insertClaims(context, [visit(`${mark}-DENIED`, payer, { denied: true }), visit(`${mark}-PAID`, payer, { modifiers: ['25'] })])
  await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all', patterns: { only: [patternId] } }))
  return { patternId, deniedClaim: `${mark}-DENIED`, paidClaim: `${mark}-PAID` }
}

/** A visit with an injection on the same day. */
export const visit = (
  id: string,
  payer: string,
  { denied = false, modifiers = [], served = '2026-02-10', procedure = '99213', ...more }: { denied?: boolean; modifiers?: string[] } & Partial<ClaimSpec> = {},
): ClaimSpec => ({
  id,
  payer,
  served,
  submitted: '2026-02-15',
  decided: '2026-03-01',
  placeOfService: '11',
  diagnoses: ['M17.11'],
  lines: [
    { billed: 120, procedure, modifiers, ...(denied ? { carc: '4' } : {}) },
    { billed: 210, procedure: '20610' },
  ],
  ...more,
})
