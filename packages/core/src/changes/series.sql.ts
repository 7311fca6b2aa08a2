import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { isMerged } from '../patterns/identity/merged.sql.ts'
import { conditionValue, type Condition } from '../patterns/scope/condition.ts'
import type { WatchedDay } from './watch.ts'

/** What a rate is of: denials of a payer for a reason among its adjudicated claims, or of a pattern with a scope among the claims in it. */
export type Subject =
  | { subject: 'payer_reason'; payerId: string; denialReason: string; patternId: null }
  | { subject: 'pattern'; payerId: string | null; denialReason: string | null; patternId: string }

export interface Series {
  subject: Subject
  /** Days of service with adjudicated claims, in their order. */
  days: WatchedDay[]
}

/** Fewer denials in all have never passed a limit. */
const FEWEST_DENIALS = 5

/** Subject in one text, under which its changes are found again. */
export const subjectKeyOf = (subject: Subject): string =>
  subject.subject === 'pattern' ? `pattern:${subject.patternId}` : `payer-reason:${JSON.stringify([subject.payerId, subject.denialReason])}`

interface Counts {
  days: IsoDate[]
  counts: number[]
}

/** Denials of each payer by reason, and the payer's adjudicated claims, by day of service. */
export async function readPayerReasons(db: Pick<TenantTransaction, 'rows'>, organizationId: number): Promise<Series[]> {
  const populations = await db.rows<Counts & { payer: string }>(sql`
    select payer_id as payer, array_agg(metric_date::text order by metric_date) as days, array_agg(adjudicated_count order by metric_date) as counts
    from organization_daily_metrics where organization_id = ${organizationId} and date_basis = 'service' and adjudicated_count > 0 group by 1`)
  const denials = await db.rows<Counts & { payer: string; reason: string }>(sql`
    select payer_id as payer, denial_reason as reason, array_agg(metric_date::text) as days, array_agg(denied_count) as counts
    from payer_reason_daily_metrics where organization_id = ${organizationId}
    group by 1, 2 having sum(denied_count) >= ${FEWEST_DENIALS} order by 1, 2`)
  const ofPayer = new Map(populations.map((population) => [population.payer, population]))
  return denials.map(({ payer, reason, days, counts }) => {
    const denied = new Map(days.map((day, at) => [day, counts[at]!]))
    const population = ofPayer.get(payer)
    return {
      subject: { subject: 'payer_reason', payerId: payer, denialReason: reason, patternId: null },
      days: (population?.days ?? []).map((day, at) => ({ day, claims: population!.counts[at]!, denied: denied.get(day) ?? 0 })),
    }
  })
}

/** Claims and denials of the patterns with a scope, by day of service. */
export async function readScopedPatterns(db: Pick<TenantTransaction, 'rows'>, organizationId: number): Promise<Series[]> {
  const rows = await db.rows<{ id: string; reason: string | null; scope: Condition[]; days: IsoDate[]; claims: number[]; denied: number[] }>(sql`
    select p.id, p.denial_reason as reason, p.scope, array_agg(m.metric_date::text order by m.metric_date) as days,
           array_agg(m.claim_count order by m.metric_date) as claims, array_agg(m.denied_count order by m.metric_date) as denied
    from patterns p join pattern_daily_metrics m on m.organization_id = p.organization_id and m.pattern_id = p.id
    where p.organization_id = ${organizationId} and m.organization_id = ${organizationId} and p.status <> 'archived' and p.scope <> '[]' and m.claim_count > 0 and not ${isMerged}
    group by p.organization_id, p.id having sum(m.denied_count) >= ${FEWEST_DENIALS} order by p.id`)
  return rows.map(({ id, reason, scope, days, claims, denied }) => ({
    subject: { subject: 'pattern', patternId: id, denialReason: reason, payerId: conditionValue(scope, 'payer') },
    days: days.map((day, at) => ({ day, claims: claims[at]!, denied: denied[at]! })),
  }))
}
