import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { describeReason } from '../adjudication/reasons.ts'
import { fixesOf } from '../checks/advice.ts'
import { todayOf } from '../context.ts'
import { addDays, addMonths } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { readMaturities } from '../measures/maturity/sql.ts'
import { defineOperation } from '../operation.ts'
import { shownPatterns, shownVersion } from '../releases/shown.sql.ts'
import { versionOf } from '../releases/versions.ts'
import { paginate } from '../schemas.ts'
import {
  evidenceOf,
  lineageOf,
  policyHitsOf,
  relatedOf,
  weeksOf,
  type EvidenceRow,
  type LineageRow,
  type PolicyHit,
  type RelatedRow,
  type WeekRow,
} from './get.sql.ts'
import { computationVersion, dollarsOf, patternColumns, patternOf, percentOf, roundRate, type PatternRow } from './row.ts'

import { getPatternInput, getPatternOutput, type PatternDetail } from './schemas.ts'
import { spansOf } from './spans.ts'

/** The weekly series begins this long before the baseline. */
const MONTHS_BEFORE = 6

const output = getPatternOutput.extend({ computationVersion })
export type ShownPattern = z.infer<typeof output>

type DetailRow = PatternRow & { shown: number; recoveryChance: number | null } & Pick<
    PatternDetail['pattern'],
    'shortTermAction' | 'longTermAction' | 'possibleRootCauses'
  >

export const getPattern = defineOperation({
  name: 'patterns.get',
  kind: 'read',
  concerns: (_input, { evidence }) => evidence.flatMap(({ claimId }) => claimId ?? []),
  summary: 'Shows one denial pattern: its score, its weeks, and the denials behind it.',
  input: getPatternInput,
  output,
  async run(context, { id, page, limit }) {
    const { db, organization, actor, now } = context
    const today = todayOf(context)
    return db.transaction(async (tx) => {
      const row = await tx.row<DetailRow>(sql`
        select ${patternColumns}, ${shownVersion(organization.id, actor)} as shown, p.short_term_action as "shortTermAction", p.long_term_action as "longTermAction", p.possible_root_causes as "possibleRootCauses", p.recovery_chance as "recoveryChance"
        from ${shownPatterns(organization.id, actor, sql`stored.id = ${id}`)} p`)
      if (!row)
        throw new OverturnError(
          'not_found',
          `There is no pattern "${id}" in ${organization.name}. The patterns list (overturn patterns) names those there are.`,
        )
      const window = { start: addMonths(row.baselineStart ?? row.firstDetected ?? today, -MONTHS_BEFORE), end: addDays(today, 1) }
      const weeks = await tx.rows<WeekRow>(weeksOf(organization.id, id, window))
      const evidence = await tx.rows<EvidenceRow>(evidenceOf(organization.id, id, { page, limit }))
      const related = await tx.row<RelatedRow>(relatedOf(organization.id, id))
      const policyHits = await tx.rows<PolicyHit>(policyHitsOf(organization.id, id))
      const lineage = await tx.rows<LineageRow>(lineageOf(organization.id, id))
      const { total, deniedClaims, policies, procedureCodes } = related!
      const maturity = await readMaturities(tx, { organizationId: organization.id, basis: 'service', asOf: today })
      const { matureBefore } = maturity[versionOf(row.shown).maturity]
      const weekly = weeks.map(({ week, claims, denied, dollars }) => ({
        week,
        claims,
        denied,
        denialRate: percentOf(denied, claims),
        dollarsDenied: dollarsOf(dollars),
        mature: matureBefore !== null && addDays(week, 7) <= matureBefore,
      }))
      return {
        pattern: {
          ...patternOf(row),
          shortTermAction: row.shortTermAction,
          longTermAction: row.longTermAction,
          possibleRootCauses: row.possibleRootCauses,
          deniedClaims,
          remedy: describeReason(row.denialReason ?? '').remedy,
          recoveryChance: row.recoveryChance === null ? null : roundRate(row.recoveryChance * 100),
          prevention: row.denialReason === null ? [] : fixesOf(row.denialReason, row.scope, { hasAuthorization: null }),
          related: { policies, procedureCodes, policyHits },
          lineage: lineage.map(({ recordedAt, ...step }) => ({ ...step, recordedAt: recordedAt.toISOString() })),
        },
        weekly,
        rates: ratesOf(weekly),
        evidence: evidence.map((denial) => ({ ...denial, billedAmount: denial.billedAmount === null ? null : dollarsOf(denial.billedAmount) })),
        pagination: paginate(total, { page, limit }),
        computationVersion: row.shown,
        asOf: now.toISOString(),
      }
    })
  },
})

function ratesOf(weekly: PatternDetail['weekly']): PatternDetail['rates'] {
  const { weeks, spans } = spansOf(weekly)
  return {
    weeks,
    spans: spans.map((span) => {
      const [claims, denied] = [span.reduce((sum, week) => sum + week.claims, 0), span.reduce((sum, week) => sum + week.denied, 0)]
      return { start: span[0]!.week, end: addDays(span.at(-1)!.week, 7), claims, denied, denialRate: percentOf(denied, claims), mature: span[0]!.mature }
    }),
  }
}
