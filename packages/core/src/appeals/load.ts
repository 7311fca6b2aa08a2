import { sql } from 'drizzle-orm'
import type { AppealFacts } from '../adjudication/facts.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { APPEAL_WINDOW_DAYS } from '../patterns/at-risk.sql.ts'
import type { AppealedClaim } from './rules.ts'

export interface OneAppeal extends AppealFacts {
  /** The file that brought it; null when a person filed it. */
  importId: number | null
  closedBy: string | null
  /** A file told of it as well. */
  isReported: boolean
  /** The day on which it was decided or withdrawn, as a person or a file said; null while it is open or a payment closed it. */
  endedOn: IsoDate | null
  lineNumbers: number[]
  amount: number | null
}

export interface StoredAppealedClaim extends AppealedClaim {
  id: string
  use: string
  appeals: OneAppeal[]
}

/** A claim, locked until the transaction ends, with its lines and appeals, these by level. Null when there is none of that id. */
export async function loadAppealedClaim(tx: TenantTransaction, organizationId: number, claimId: string): Promise<StoredAppealedClaim | null> {
  const claim = await tx.row<Omit<StoredAppealedClaim, 'lines' | 'appeals'>>(sql`
    select c.id, c.use, c.initial_outcome as "initialOutcome", c.final_outcome as "finalOutcome", c.first_denied_on as "firstDeniedOn", (c.billed_amount * 100)::int8 as billed,
           coalesce((select y.appeal_window_days from payers y where y.organization_id = ${organizationId} and y.id = c.payer_id), ${APPEAL_WINDOW_DAYS}) as "appealWindowDays"
    from claims c where c.organization_id = ${organizationId} and c.id = ${claimId} for update`)
  if (!claim) return null
  const lines = await tx.rows<StoredAppealedClaim['lines'][number]>(sql`
    select line_number as "lineNumber", initially_denied or finally_denied as "isDenied" from claim_line_items
    where organization_id = ${organizationId} and claim_id = ${claimId} order by line_number`)
  const appeals = await tx.rows<OneAppeal>(sql`
    select level, appeal_date as "filedOn", outcome, decided_on as "decidedOn", import_id as "importId", closed_by as "closedBy", reported_status is not null as "isReported",
           case when closed_by is distinct from 'remittance' then coalesce(decided_on, withdrawn_on) end as "endedOn", line_numbers as "lineNumbers", (disputed_amount * 100)::int8 as amount
    from claim_appeals where organization_id = ${organizationId} and claim_id = ${claimId} order by level`)
  return { ...claim, lines, appeals }
}
