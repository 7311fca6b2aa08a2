import { sql } from 'drizzle-orm'
import type { Organization } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Cents } from '../money.ts'

export const historyKinds = [
  'served',
  'submitted',
  'sent_again',
  'voided',
  'decided',
  'appeal_filed',
  'appeal_decided',
  'appeal_withdrawn',
  'match_resolved',
] as const

export interface StoredEvent {
  on: IsoDate | null
  kind: (typeof historyKinds)[number]
  detail: string | null
  cents: Cents | null
  payerId: string | null
  importId: number | null
  fileName: string | null
  by: string | null
}

/** Every claim has been served, so that only one that is not there has no history. Of one day: what is served is sent, decided, and then appealed. */
export async function readHistory(
  tx: TenantTransaction,
  { id: organizationId, timeZone }: Pick<Organization, 'id' | 'timeZone'>,
  id: string,
): Promise<StoredEvent[]> {
  const claim = sql`organization_id = ${organizationId} and claim_id = ${id}`
  return tx.rows<StoredEvent>(sql`
    with claim as (
      select date_of_service, submission_date, is_submitted, billed_amount, payer_id, import_id, frequency_code, voided_on from claims
      where organization_id = ${organizationId} and id = ${id}),
    event (step, seq, "on", kind, detail, amount, payer_id, import_id, by) as (
      select 1, 0::int8, date_of_service, 'served', null::text, billed_amount, payer_id, import_id, null::text from claim
      union all select 2, 0, submission_date, 'submitted', frequency_code, billed_amount, payer_id, import_id, null from claim where is_submitted
      union all select 3, s.id, s.submitted_on, 'sent_again', s.frequency_code, s.billed_amount, null, s.id >> 32, null from claim_submissions s where s.${claim}
      union all select 4, 0, voided_on, 'voided', null, null, payer_id, null, null from claim where voided_on is not null
      union all select 5, a.id, a.decided_on, 'decided', concat_ws(' ', a.kind, a.outcome), a.paid_amount, a.payer_id, a.import_id, null from adjudications a where a.${claim}
      union all select 6, p.level, p.appeal_date, 'appeal_filed', 'level ' || p.level, p.disputed_amount, null, p.import_id, p.recorded_by from claim_appeals p where p.${claim}
      union all select 7, p.level, p.decided_on, 'appeal_decided', p.outcome, p.recovered_amount, null, case when p.closed_by is null then p.import_id end, p.decided_by
        from claim_appeals p where p.${claim} and p.outcome in ('upheld', 'overturned', 'partially_overturned')
      union all select 8, p.level, p.withdrawn_on, 'appeal_withdrawn', null, null, null, null, p.decided_by from claim_appeals p where p.${claim} and p.outcome = 'withdrawn'
      union all select 9, q.adjudication_id, (q.resolved_at at time zone ${timeZone})::date, 'match_resolved', q.state, null, null, null, q.resolved_by
        from adjudications a join match_queue q on q.organization_id = a.organization_id and q.adjudication_id = a.id where a.${claim} and q.state <> 'open')
    select e."on", e.kind, e.detail, (e.amount * 100)::int8 as cents, e.payer_id as "payerId", e.import_id::int as "importId", i.file_name as "fileName", e.by
    from event e left join imports i on i.organization_id = ${organizationId} and i.id = e.import_id
    order by e."on" nulls first, e.step, e.seq`)
}
