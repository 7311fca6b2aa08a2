import { sql } from 'drizzle-orm'
import { todayOf } from '../context.ts'
import { addDays, addMonths } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { readMaturity } from '../measures/maturity/sql.ts'
import { defineOperation } from '../operation.ts'
import { dollarsOf, percentOf, roundRate } from '../patterns/row.ts'
import { paginate } from '../schemas.ts'
import { denialCount, denialsOf, patternsOf, policyTexts, weeksOf, type DenialRow, type PolicyTexts, type WeekRow } from './get.sql.ts'
import { policyColumns, policyOf, type PolicyRow } from './row.ts'
import { getPolicyInput, getPolicyOutput, type PolicyDetail } from './schemas.ts'

const WEEKLY_MONTHS = 12

export const getPolicy = defineOperation({
  name: 'policies.get',
  kind: 'read',
  concerns: (_input, { denials }) => denials.map(({ claimId }) => claimId),
  summary: 'Shows one policy: its conditions, its metrics, its weeks, and the denied lines that hit it.',
  input: getPolicyInput,
  output: getPolicyOutput,
  async run(context, { id, page, limit }) {
    const { db, organization, now } = context
    const today = todayOf(context)
    return db.transaction(async (tx) => {
      const row = await tx.row<PolicyRow & PolicyTexts>(
        sql`select ${policyColumns}, ${policyTexts} from policies p where p.organization_id = ${organization.id} and p.id = ${id}`,
      )
      if (!row)
        throw new OverturnError('not_found', `There is no policy "${id}" in ${organization.name}. The list of policies names those there are.`, {
          command: 'overturn policies',
        })
      const policy = detailOf(row)
      const { period } = policy
      const end = addDays(today, 1)
      const weeks = await tx.rows<WeekRow>(weeksOf(organization.id, id, { start: addMonths(end, -WEEKLY_MONTHS), end }))
      const denials = period && (await tx.rows<DenialRow>(denialsOf(organization.id, id, period, { page, limit })))
      const found = period && (await tx.row<{ total: number }>(denialCount(organization.id, id, period)))
      const patterns = await tx.rows<PolicyDetail['patterns'][number]>(patternsOf(organization.id, id))
      const { matureBefore } = await readMaturity(tx, { organizationId: organization.id, basis: 'service', asOf: today })
      return {
        policy,
        patterns: patterns.map(({ denialRate, ...pattern }) => ({ ...pattern, denialRate: roundRate(denialRate) })),
        weekly: weeks.map(({ week, hits, denied, dollars }) => ({
          week,
          hits,
          denied,
          denialRate: percentOf(denied, hits),
          dollarsDenied: dollarsOf(dollars),
          mature: matureBefore !== null && addDays(week, 7) <= matureBefore,
        })),
        denials: (denials ?? []).map(({ billed, ...line }) => ({ ...line, billedAmount: dollarsOf(billed) })),
        pagination: paginate(found?.total ?? 0, { page, limit }),
        asOf: now.toISOString(),
      }
    })
  },
})

function detailOf({ ageMin, ageMax, frequencyCount, frequencyPeriod, frequencyDays, ...row }: PolicyRow & PolicyTexts): PolicyDetail['policy'] {
  return {
    ...row,
    ...policyOf(row),
    ages: ageMin === null && ageMax === null ? null : { min: ageMin, max: ageMax },
    frequency: frequencyCount === null ? null : { count: frequencyCount, period: frequencyPeriod, days: frequencyDays },
  }
}
