import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { listPatternsInput } from './schemas.ts'

export type PatternFilter = z.output<typeof listPatternsInput>

const CONFIRMED = { confirmed: sql`f.confirmed`, not_yet: sql`f.confirmed is null`, not_borne_out: sql`not f.confirmed` }

/** Conditions on patterns `p`. */
export function matching(organizationId: number, { status, tier, category, kind, reason, confirmed, payer }: PatternFilter): SQL {
  const conditions = [sql`p.organization_id = ${organizationId}`]
  if (status === 'improved') conditions.push(sql`p.status in ('improving', 'resolved')`)
  else if (status !== 'all') conditions.push(sql`p.status = ${status}`)
  if (tier !== 'all') conditions.push(sql`p.tier = ${tier}`)
  if (category !== 'all') conditions.push(sql`p.category = ${category}`)
  if (kind !== 'all') conditions.push(kind === 'scope' ? sql`p.scope <> '[]'` : sql`p.scope = '[]'`)
  if (reason !== undefined) conditions.push(sql`p.denial_reason = ${reason}`)
  if (confirmed !== 'all')
    conditions.push(sql`exists (
      select from pattern_findings f where f.organization_id = ${organizationId} and f.pattern_id = p.id and ${CONFIRMED[confirmed]})`)
  if (payer !== undefined) conditions.push(concerns(organizationId, payer))
  return sql.join(conditions, sql` and `)
}

/**
 * Whether the pattern is one of this payer's: its scope names it; where its scope names no payer, the payer has denied one of its claims; by reason alone,
 * the payer has denied for the reason, which its daily rows say without a look at claims.
 */
function concerns(organizationId: number, payer: string): SQL {
  return sql`
    case when p.scope = '[]' then exists (
        select from payer_reason_daily_metrics m
        where m.organization_id = ${organizationId} and m.payer_id = ${payer} and m.denial_reason = p.denial_reason and m.denied_count > 0)
      when p.scope @> '[{"field": "payer", "op": "is"}]' then p.scope @> ${JSON.stringify([{ field: 'payer', op: 'is', value: payer }])}::jsonb
      else exists (
        select from pattern_claims pc join claims c on c.organization_id = ${organizationId} and c.id = pc.claim_id
        where pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.denied and c.payer_id = ${payer}) end`
}
