import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import { dollarsOf, roundRate } from '../patterns/row.ts'
import { wilsonInterval } from '../statistics/proportions.ts'
import type { Policy } from './schemas.ts'

/** The columns of a policy `p` as lists and details read them. */
export const policyColumns = sql.raw(`
  p.id, p.name, p.mode, p.topic, p.logic_type as "logicType", p.source, p.effective_date::text as "effectiveDate", p.end_date::text as "endDate",
  array(select c.code from policy_procedure_codes c where c.organization_id = p.organization_id and c.policy_id = p.id order by c.code) as "procedureCodes",
  p.hit_rate as "hitRate", p.denial_rate as "denialRate", p.appeal_rate as "appealRate", p.overturn_rate as "overturnRate", p.impact::text as impact,
  p.providers_impacted as "providersImpacted", p.insight_count as "insightCount", p.trend, p.claim_count as "claimCount", p.hit_count as "hitCount",
  p.denied_count as "deniedCount", p.appealed_claim_count as "appealedClaimCount", p.appeal_decided_claim_count as "appealDecidedClaimCount",
  p.overturned_claim_count as "overturnedClaimCount", p.without_modifier_count as "withoutModifierCount",
  p.without_modifier_denied_count as "withoutModifierDeniedCount", p.computation_period_start::text as "periodStart",
  p.computation_period_end::text as "periodEnd", p.computation_status as "computationStatus", p.last_computed_at as "lastComputedAt"`)

/** A policy as the database gives it: amounts as decimal text, moments as dates, rates as they were computed. */
export interface PolicyRow extends Omit<Policy, 'impact' | 'period' | 'lastComputedAt' | 'denialRateInterval'> {
  impact: string | null
  periodStart: IsoDate | null
  periodEnd: IsoDate | null
  lastComputedAt: Date | null
}

/** The row in the public shape. What nothing has computed stays null. */
export function policyOf({ periodStart, periodEnd, impact, lastComputedAt, ...row }: PolicyRow): Policy {
  return {
    ...row,
    hitRate: roundRate(row.hitRate),
    denialRate: roundRate(row.denialRate),
    denialRateInterval: intervalOf(row),
    appealRate: roundRate(row.appealRate),
    overturnRate: roundRate(row.overturnRate),
    impact: impact === null ? null : dollarsOf(impact),
    period: periodStart === null || periodEnd === null ? null : { start: periodStart, end: periodEnd },
    lastComputedAt: lastComputedAt?.toISOString() ?? null,
  }
}

/** Wilson's 95 % interval of the denied among the claims hit, in percent. */
function intervalOf({ deniedCount, hitCount }: Pick<PolicyRow, 'deniedCount' | 'hitCount'>): Policy['denialRateInterval'] {
  if (deniedCount === null || hitCount === null) return null
  const bounds = wilsonInterval({ part: deniedCount, whole: hitCount })
  return bounds && { low: roundRate(bounds.low * 100)!, high: roundRate(bounds.high * 100)! }
}
