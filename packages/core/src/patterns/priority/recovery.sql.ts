import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Pursued, PursuedGroup } from './recovery.ts'

/** The latest denials of a pattern that are read: a chance is known to two points from so many. */
const LATEST = 1_000

/**
 * Of the latest denials of each pattern up to a day, one row per claim and pattern: whether the claim was taken up again and decided (an appeal that was
 * decided, or a later decision of the primary payer), and whether nothing of it is denied any more.
 */
function latestDenials(organizationId: number, patternIds: readonly string[], today: IsoDate): SQL {
  return sql`
    select p.id as pattern_id, p.denial_reason as reason, coalesce(c.payer_id, '') as payer, denial.paid
    from patterns p
    cross join lateral (
      select claim_id, bool_and(open_amount <= 0) as paid from (
        select pc.claim_id, pc.open_amount from pattern_claims pc
        where pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.denied and pc.service_date <= ${today}
        order by pc.service_date desc limit ${LATEST}) latest
      group by claim_id) denial
    join claims c on c.organization_id = ${organizationId} and c.id = denial.claim_id
    where p.organization_id = ${organizationId} and p.id = any(${sql.param(patternIds)}::text[])
      and (exists (select from claim_appeals a where a.organization_id = ${organizationId} and a.claim_id = c.id and a.outcome in ('overturned', 'partially_overturned', 'upheld'))
        or exists (
          select from adjudications a where a.organization_id = ${organizationId} and a.claim_id = c.id and a.kind = 'original'
            and coalesce(a.payer_rank, 'primary') = 'primary' and a.decided_on > c.first_denied_on))`
}

/** Decided denials by reason and payer, of patterns by reason alone: each denial once. */
export async function readPursuedGroups(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patternIds: readonly string[],
  today: IsoDate,
): Promise<PursuedGroup[]> {
  return tx.rows<PursuedGroup>(sql`
    select reason, payer, count(*)::int as decided, count(*) filter (where paid)::int as paid
    from (${latestDenials(organizationId, patternIds, today)}) d group by 1, 2 order by 1, 2`)
}

/** Decided denials of each of these patterns. */
export async function readPursued(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  patternIds: readonly string[],
  today: IsoDate,
): Promise<Map<string, Pursued>> {
  const rows = await tx.rows<Pursued & { id: string }>(sql`
    select pattern_id as id, count(*)::int as decided, count(*) filter (where paid)::int as paid
    from (${latestDenials(organizationId, patternIds, today)}) d group by 1`)
  return new Map(rows.map(({ id, ...pursued }) => [id, pursued]))
}
