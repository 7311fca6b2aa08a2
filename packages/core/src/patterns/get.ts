import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { describeReason } from '../adjudication/reasons.ts'
import { todayOf } from '../context.ts'
import { addDays, addMonths } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { readMaturities } from '../measures/maturity/sql.ts'
import { defineOperation } from '../operation.ts'
import { shownPatterns, shownVersion } from '../releases/shown.sql.ts'
import { versionOf } from '../releases/versions.ts'
import { paginate } from '../schemas.ts'
import { evidenceOf, lineageOf, relatedOf, weeksOf, type EvidenceRow, type LineageRow, type WeekRow } from './get.sql.ts'
import { computationVersion, dollarsOf, patternColumns, patternOf, percentOf, type PatternRow } from './row.ts'
import { getPatternInput, getPatternOutput, type PatternDetail } from './schemas.ts'

/** The weekly series begins this long before the baseline. */
const MONTHS_BEFORE = 6

const output = getPatternOutput.extend({ computationVersion })
export type ShownPattern = z.infer<typeof output>

type DetailRow = PatternRow & { shown: number } & Pick<PatternDetail['pattern'], 'shortTermAction' | 'longTermAction' | 'possibleRootCauses'>

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
        select ${patternColumns}, ${shownVersion(organization.id, actor)} as shown, p.short_term_action as "shortTermAction", p.long_term_action as "longTermAction", p.possible_root_causes as "possibleRootCauses"
        from ${shownPatterns(organization.id, actor, sql`stored.id = ${id}`)} p`)
      if (!row)
        throw new OverturnError(
          'not_found',
          `There is no pattern "${id}" in ${organization.name}. The patterns list (overturn patterns) names those there are.`,
        )
      const window = { start: addMonths(row.baselineStart ?? row.firstDetected ?? today, -MONTHS_BEFORE), end: addDays(today, 1) }
      const weeks = await tx.rows<WeekRow>(weeksOf(organization.id, id, window))
      const evidence = await tx.rows<EvidenceRow>(evidenceOf(organization.id, id, { page, limit }))
      const related = await tx.row<PatternDetail['pattern']['related'] & { total: number; deniedClaims: number }>(relatedOf(organization.id, id))
      const lineage = await tx.rows<LineageRow>(lineageOf(organization.id, id))
      const { total, deniedClaims, policies, procedureCodes } = related!
      const maturity = await readMaturities(tx, { organizationId: organization.id, basis: 'service', asOf: today })
      const { matureBefore } = maturity[versionOf(row.shown).maturity]
      return {
        pattern: {
          ...patternOf(row),
          shortTermAction: row.shortTermAction,
          longTermAction: row.longTermAction,
          possibleRootCauses: row.possibleRootCauses,
          deniedClaims,
          remedy: describeReason(row.denialReason ?? '').remedy,
          related: { policies, procedureCodes },
          lineage: lineage.map(({ recordedAt, ...step }) => ({ ...step, recordedAt: recordedAt.toISOString() })),
        },
        weekly: weeks.map(({ week, claims, denied, dollars }) => ({
          week,
          claims,
          denied,
          denialRate: percentOf(denied, claims),
          dollarsDenied: dollarsOf(dollars),
          mature: matureBefore !== null && addDays(week, 7) <= matureBefore,
        })),
        evidence: evidence.map((denial) => ({ ...denial, billedAmount: denial.billedAmount === null ? null : dollarsOf(denial.billedAmount) })),
        pagination: paginate(total, { page, limit }),
        computationVersion: row.shown,
        asOf: now.toISOString(),
      }
    })
  },
})
