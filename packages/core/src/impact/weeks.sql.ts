import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { parseCents } from '../money.ts'
import { isMerged } from '../patterns/identity/merged.sql.ts'
import { conditionValue } from '../patterns/scope/condition.ts'
import type { Subject } from './subjects.sql.ts'
import type { Side, Week } from './weeks.ts'

/** A week of a pattern and of everything that it could be compared with. */
export interface CountedWeek {
  number: number
  treated: Week['treated']
  /** Claims outside every pattern of the reason: of the payer that the scope names, and of all payers. Null where the scope names none. */
  samePayerAndReason: Side | null
  sameReason: Side
  /** What else the payer denied, of all its claims; and what else all payers denied. */
  samePayer: Side | null
  everything: Side
}

interface CountedRow {
  number: number
  claims: number
  denied: number
  dollars: string
  describedClaims: number
  describedDenied: number
  describedOfPayerClaims: number
  describedOfPayerDenied: number
  reasonDenied: number
  reasonOfPayerDenied: number
  allClaims: number
  allDenied: number
  payerClaims: number
  payerDenied: number
}

/**
 * The weeks of those days, counted from the day of the intervention, of the pattern and of what it can be compared with: sums over daily rows. The
 * patterns with a scope of the same reason are taken out of the claims to compare with, for they have a course of their own; those that went into
 * another are taken out with that one.
 */
export async function readWeeks(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  { id, reason, scope }: Pick<Subject, 'id' | 'reason' | 'scope'>,
  { intervention, days: { start, end } }: { intervention: IsoDate; days: DateWindow },
): Promise<CountedWeek[]> {
  const payer = conditionValue(scope, 'payer')
  const week = (day: string): SQL => sql`floor((${sql.raw(day)} - ${intervention}::date) / 7.0)::int`
  const within = (rows: string): SQL =>
    sql`${sql.raw(rows)}.organization_id = ${organizationId} and ${sql.raw(rows)}.metric_date >= ${start} and ${sql.raw(rows)}.metric_date < ${end}`
  const sum = (what: string, where: SQL = sql`true`): SQL => sql`coalesce(sum(${sql.raw(what)}) filter (where ${where}), 0)::int`
  const ofPayer = sql`p.scope @> ${JSON.stringify([{ field: 'payer', op: 'is', value: payer ?? '' }])}::jsonb`
  const rows = await tx.rows<CountedRow>(sql`
    with organization as (
      select ${week('o.metric_date')} as number, ${sum('o.adjudicated_count')} as all_claims, ${sum('o.denied_count + o.partially_denied_count')} as all_denied,
        ${sum('o.adjudicated_count', sql`o.payer_id = ${payer ?? ''}`)} as payer_claims,
        ${sum('o.denied_count + o.partially_denied_count', sql`o.payer_id = ${payer ?? ''}`)} as payer_denied
      from organization_daily_metrics o where ${within('o')} and o.date_basis = 'service' group by 1),
    reason as (
      select ${week('r.metric_date')} as number, ${sum('r.denied_count')} as denied, ${sum('r.denied_count', sql`r.payer_id = ${payer ?? ''}`)} as payer_denied
      from payer_reason_daily_metrics r where ${within('r')} and r.denial_reason = ${reason} group by 1),
    pattern as (
      select ${week('d.metric_date')} as number, ${sum('d.claim_count', sql`p.id = ${id}`)} as claims, ${sum('d.denied_count', sql`p.id = ${id}`)} as denied,
        coalesce(sum(d.dollars_denied) filter (where p.id = ${id}), 0)::text as dollars,
        ${sum('d.claim_count', sql`p.scope <> '[]'`)} as described_claims, ${sum('d.denied_count', sql`p.scope <> '[]'`)} as described_denied,
        ${sum('d.claim_count', ofPayer)} as payer_claims, ${sum('d.denied_count', ofPayer)} as payer_denied
      from pattern_daily_metrics d
      join patterns p on p.organization_id = d.organization_id and p.id = d.pattern_id
      where ${within('d')} and p.denial_reason = ${reason} and (p.id = ${id} or (p.scope <> '[]' and p.status <> 'archived' and not ${isMerged})) group by 1)
    select o.number, coalesce(p.claims, 0) as claims, coalesce(p.denied, 0) as denied, coalesce(p.dollars, '0') as dollars,
      coalesce(p.described_claims, 0) as "describedClaims", coalesce(p.described_denied, 0) as "describedDenied",
      coalesce(p.payer_claims, 0) as "describedOfPayerClaims", coalesce(p.payer_denied, 0) as "describedOfPayerDenied",
      coalesce(r.denied, 0) as "reasonDenied", coalesce(r.payer_denied, 0) as "reasonOfPayerDenied",
      o.all_claims as "allClaims", o.all_denied as "allDenied", o.payer_claims as "payerClaims", o.payer_denied as "payerDenied"
    from organization o left join pattern p on p.number = o.number left join reason r on r.number = o.number
    order by o.number`)
  return rows.map((row) => ({
    number: row.number,
    treated: { claims: row.claims, denied: row.denied, dollars: parseCents(row.dollars)! },
    samePayerAndReason: payer === null ? null : less(row.payerClaims - row.describedOfPayerClaims, row.reasonOfPayerDenied - row.describedOfPayerDenied),
    sameReason: less(row.allClaims - row.describedClaims, row.reasonDenied - row.describedDenied),
    samePayer: payer === null ? null : less(row.payerClaims - row.denied, row.payerDenied - row.denied),
    everything: less(row.allClaims - row.denied, row.allDenied - row.denied),
  }))
}

/** Scopes that overlap take the same claims out twice: never below none. */
function less(claims: number, denied: number): Side {
  const left = Math.max(0, claims)
  return { claims: left, denied: Math.min(left, Math.max(0, denied)) }
}
