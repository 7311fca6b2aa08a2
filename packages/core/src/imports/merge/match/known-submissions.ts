import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../../db/tenant.ts'
import type { Submission } from '../submissions.ts'

const told = (...parts: (string | number | null)[]) => JSON.stringify(parts)

/** Those that neither an earlier file has brought nor this slice twice: the same submission comes again inside another file. */
export async function unknownSubmissions(tx: TenantTransaction, organizationId: number, submissions: readonly Submission[]): Promise<Submission[]> {
  if (submissions.length === 0) return []
  const claims = [...new Set(submissions.map(({ claimId }) => claimId))]
  type Row = { claimId: string; frequencyCode: string | null; submittedOn: string | null; billed: number; payerControlNumber: string | null }
  const rows = await tx.rows<Row>(sql`
    select claim_id as "claimId", frequency_code as "frequencyCode", submitted_on as "submittedOn", (billed_amount * 100)::int8 as billed, payer_control_number as "payerControlNumber"
    from claim_submissions where organization_id = ${organizationId} and claim_id = any(${sql.param(claims)}::text[])`)
  const seen = new Set(rows.map((row) => told(row.claimId, row.frequencyCode, row.submittedOn, row.billed, row.payerControlNumber)))
  return submissions.filter(({ claimId, record }) => {
    const own = told(claimId, record.frequencyCode, record.submissionDate, record.billed, record.payerControlNumber ?? null)
    return !seen.has(own) && seen.add(own)
  })
}
