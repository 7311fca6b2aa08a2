import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Candidate, ClaimKey } from './match/claims.ts'

const columns = sql`
  c.id, c.import_id as "importId", c.is_submitted as "isSubmitted", c.patient_control_number as "patientControlNumber", c.payer_control_number as "payerControlNumber",
  c.payer_id as "payerId", c.member_id as "memberId", c.date_of_service as "serviceDate", (c.billed_amount * 100)::int8 as billed, c.frequency_code as "frequencyCode",
  c.submission_date as "submissionDate"`

/** The claims of these ids that are there. */
export function findClaims(tx: TenantTransaction, organizationId: number, ids: readonly string[]): Promise<Candidate[]> {
  if (ids.length === 0) return Promise.resolve([])
  return tx.rows<Candidate>(sql`select ${columns} from claims c where c.organization_id = ${organizationId} and c.id = any(${sql.param(ids)}::text[])`)
}

/**
 * The claims that decisions or submissions could be of: those of one patient control number; for a decision without one, those of its member
 * on its day.
 */
export async function findCandidates(tx: TenantTransaction, organizationId: number, keys: readonly ClaimKey[]): Promise<Candidate[]> {
  const numbers = [...new Set(keys.map((key) => key.patientControlNumber).filter((number) => number !== null))]
  const nameless = keys.filter((key) => key.patientControlNumber === null && key.memberId !== null && key.serviceDate !== null)
  const select = (which: SQL) => tx.rows<Candidate>(sql`select ${columns} from claims c where c.organization_id = ${organizationId} and ${which}`)
  const found = numbers.length > 0 ? await select(sql`c.patient_control_number = any(${sql.param(numbers)}::text[])`) : []
  if (nameless.length === 0) return found
  const days = sql`(c.date_of_service, c.member_id) in (select day, member from unnest(${sql.param(nameless.map(({ serviceDate }) => serviceDate))}::date[],
    ${sql.param(nameless.map(({ memberId }) => memberId))}::text[]) as n(day, member))`
  return [...found, ...(await select(days))]
}
