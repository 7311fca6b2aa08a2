import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { todayOf } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import { dollars, type Cents } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { isoDate, money, paginate, pagination, paging, text } from '../schemas.ts'
import { evidenceColumns, shownEvidence, type EvidenceRow } from './get.sql.ts'
import { knownPattern } from './no-pattern.ts'
import { dollarsOf } from './row.ts'
import { evidenceOutput } from './schemas.ts'

const input = z.strictObject({
  id: text(100),
  /** Served from this day on, and before that one. */
  start: isoDate.optional(),
  end: isoDate.optional(),
  procedureCode: text(20).optional(),
  carc: text(10).optional(),
  /** Only what is still denied and can be appealed or corrected today. */
  recoverable: z.boolean().default(false),
  /** Newest day of service, largest charge, or earliest last day first. */
  sort: z.enum(['served', 'value', 'due']).default('served'),
  ...paging,
})
type Filter = z.output<typeof input>

const output = z.object({
  evidence: z.array(
    evidenceOutput.extend({
      /** What of the charge is still denied, and the last day to appeal or correct it; null where there is none, or no claim is here. */
      openAmount: money.nullable(),
      recoverableUntil: isoDate.nullable(),
    }),
  ),
  /** Of all that match, not of the page alone. */
  totals: z.object({ billedAmount: money, openAmount: money }),
  pagination,
  asOf: z.string(),
})

/** Ties are settled by claim and line, so that pages neither repeat nor lose a denial. */
const ORDERS = {
  served: sql`e.service_date desc nulls last, e.claim_reference, e.line_number`,
  value: sql`e.billed_amount desc nulls last, e.claim_reference, e.line_number`,
  due: sql`pc.recoverable_until nulls last, e.claim_reference, e.line_number`,
}

function matching(organizationId: number, { id, start, end, procedureCode, carc, recoverable }: Filter, today: IsoDate): SQL {
  const conditions = [shownEvidence(organizationId, id)]
  if (start !== undefined) conditions.push(sql`e.service_date >= ${start}`)
  if (end !== undefined) conditions.push(sql`e.service_date < ${end}`)
  if (procedureCode !== undefined) conditions.push(sql`e.procedure_code = ${procedureCode}`)
  if (carc !== undefined) conditions.push(sql`e.denial_carc = ${carc}`)
  if (recoverable) conditions.push(sql`pc.recoverable_until >= ${today}`)
  return sql`
    pattern_evidence e left join pattern_claims pc
      on pc.organization_id = ${organizationId} and pc.pattern_id = ${id} and pc.claim_id = e.claim_id and pc.line_number = e.line_number and pc.denied
    where ${sql.join(conditions, sql` and `)}`
}

export const patternEvidence = defineOperation({
  name: 'patterns.evidence',
  kind: 'read',
  summary: 'Lists the denials behind a pattern, by day of service, procedure, reason code or what can still be got back.',
  concerns: (_, { evidence }) => [...new Set(evidence.flatMap(({ claimId }) => claimId ?? []))],
  input,
  output,
  async run(context, filter) {
    const { db, organization, now } = context
    const from = matching(organization.id, filter, todayOf(context))
    return db.transaction(async (tx) => {
      await knownPattern(tx, organization, filter.id)
      const rows = await tx.rows<EvidenceRow & { open: Cents | null; recoverableUntil: IsoDate | null }>(sql`
        select ${evidenceColumns}, (pc.open_amount * 100)::int8 as open, pc.recoverable_until as "recoverableUntil"
        from ${from} order by ${ORDERS[filter.sort]} limit ${filter.limit} offset ${(filter.page - 1) * filter.limit}`)
      const totals = (await tx.row<{ total: number; billed: Cents; open: Cents }>(sql`
        select count(*)::int as total, (coalesce(sum(e.billed_amount), 0) * 100)::int8 as billed, (coalesce(sum(pc.open_amount), 0) * 100)::int8 as open from ${from}`))!
      return {
        evidence: rows.map(({ open, billedAmount, ...row }) => ({
          ...row,
          billedAmount: billedAmount === null ? null : dollarsOf(billedAmount),
          openAmount: open === null ? null : dollars(open),
        })),
        totals: { billedAmount: dollars(totals.billed), openAmount: dollars(totals.open) },
        pagination: paginate(totals.total, filter),
        asOf: now.toISOString(),
      }
    })
  },
})
