import { sql, type SQL } from 'drizzle-orm'
import { denialReasons } from '../adjudication/catalogue.ts'
import { todayOf, type Context } from '../context.ts'
import { addDays } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { scopeFrom } from '../patterns/scope/scoped.sql.ts'
import type { SubjectPattern } from './subject.sql.ts'

/** Cases are counted up to here: more than anybody practices of one pattern. */
export const MOST_CASES = 100

/** Reasons of which the catalogue says what prevents them. */
const KNOWN_REASONS = denialReasons.filter(({ category }) => category !== 'unclassified').map(({ label }) => label)

export interface PractisableRow extends SubjectPattern {
  tier: 'critical' | 'high' | 'medium' | 'low'
  status: 'active' | 'improving' | 'resolved'
  cases: number
  dueAt: Date | null
  isDue: boolean
}

/**
 * The patterns that can be practiced: computed from claims, with a denied one, for a reason that the catalogue knows. First what is due today for this
 * person, the longest due first; then what is new to them, by what can be prevented; then the rest in the order in which it comes due.
 */
export async function readPractisable(
  tx: Pick<TenantTransaction, 'rows'>,
  context: Context,
  { limit, offset, which = sql`true` }: { limit: number; offset: number; which?: SQL },
): Promise<{ rows: PractisableRow[]; total: number; due: number }> {
  const { organization, actor } = context
  const tomorrow = sql`(${addDays(todayOf(context), 1)}::date::timestamp at time zone ${organization.timeZone})`
  const found = await tx.rows<{ total: number; due: number; row: boolean; scope: unknown } & Omit<PractisableRow, 'scope'>>(sql`
    with practisable as materialized (
      select p.id, p.denial_reason as reason, p.scope, p.tier, p.status, p.preventable_amount, p.score_impact, card.due_at as "dueAt",
             coalesce(card.due_at < ${tomorrow}, false) as "isDue"
      from patterns p
      left join practice_cards card on card.organization_id = p.organization_id and card.user_id = ${actor.id} and card.pattern_id = p.id
      where p.organization_id = ${organization.id} and p.status <> 'archived' and p.scope_key is not null
        and p.denial_reason = any(${sql.param(KNOWN_REASONS)}::text[]) and ${which}
        and exists (select from pattern_claims pc where pc.organization_id = ${organization.id} and pc.pattern_id = p.id and pc.denied)),
    page as (
      select *, row_number() over (
        order by not "isDue", case when "isDue" then "dueAt" end, "dueAt" is not null, "dueAt", preventable_amount desc nulls last, score_impact desc nulls last, id) as place
      from practisable order by place limit ${limit} offset ${offset})
    select (select count(*) from practisable)::int as total, (select count(*) from practisable where "isDue")::int as due, page.id is not null as row,
           page.*, (
             select count(*)::int from (
               select distinct pc.claim_id from pattern_claims pc
               where pc.organization_id = ${organization.id} and pc.pattern_id = page.id and pc.denied limit ${MOST_CASES + 1}) one) as cases
    from (select 1) always left join page on true order by page.place`)
  const { total, due } = found[0]!
  return {
    total,
    due,
    rows: found
      .filter(({ row }) => row)
      .map(({ id, reason, scope, tier, status, cases, dueAt, isDue }) => ({ id, reason, scope: scopeFrom(scope), tier, status, cases, dueAt, isDue })),
  }
}
