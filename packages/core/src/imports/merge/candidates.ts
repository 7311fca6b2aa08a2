import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ClaimRecord } from '../records.ts'
import type { Candidate, ClaimKey } from './match/claims.ts'
import { keyOfSubmission } from './match/keys.ts'
import type { SubmissionKey } from './match/submissions.ts'

const columns = sql`
  c.id, c.import_id as "importId", c.is_submitted as "isSubmitted", c.patient_control_number as "patientControlNumber", c.payer_control_number as "payerControlNumber",
  c.payer_id as "payerId", c.member_id as "memberId", c.date_of_service as "serviceDate", (c.billed_amount * 100)::int8 as billed, c.frequency_code as "frequencyCode",
  c.submission_date as "submissionDate", c.procedure_codes as "procedureCodes", c.rendering_provider_id as "renderingProviderId",
  (select coalesce(json_agg((s.billed_amount * 100)::int8), '[]') from claim_submissions s
   where s.organization_id = c.organization_id and s.claim_id = c.id and s.frequency_code = '7') as "replacementCharges",
  not c.is_submitted and exists (
    select from adjudications a join match_queue q on q.organization_id = a.organization_id and q.adjudication_id = a.id and q.state = 'open'
    where a.organization_id = c.organization_id and a.claim_id = c.id) as "isStandIn"`

/** What the claims of a slice are looked up by. */
export interface Wanted {
  ids: readonly string[]
  decisions: readonly ClaimKey[]
  submissions: readonly SubmissionKey[]
}

/** The claims that are named by id, and those that decisions or submissions could be of, each as this import leaves it so far. */
export async function findClaims(
  tx: TenantTransaction,
  { organizationId, importId }: { organizationId: number; importId: number },
  { ids, decisions, submissions }: Wanted,
): Promise<{ named: Candidate[]; candidates: Candidate[] }> {
  const select = (which: SQL) => tx.rows<Candidate>(sql`select ${columns} from claims c where c.organization_id = ${organizationId} and ${which}`)
  const named = ids.length > 0 ? await select(sql`c.id = any(${sql.param([...new Set(ids)])}::text[])`) : []
  const found = new Map<string, Candidate>()
  for (const which of [ofOneNumber(decisions, submissions), ofOneVisit(decisions, submissions), decidedWithoutNumber(submissions)])
    if (which !== null) for (const candidate of await select(which)) found.set(candidate.id, candidate)
  const candidates = [...found.values()]
  await tellJoined(tx, { organizationId, importId }, candidates)
  return { named, candidates }
}

/** What a claim is after a submission that it is known by from now on. */
export function joinTo(claim: Candidate, key: SubmissionKey): void {
  Object.assign(claim, { ...key, payerControlNumber: key.payerControlNumber ?? claim.payerControlNumber, isSubmitted: true, isStandIn: false })
}

/** Submissions that join claims wait for the end of the file: what comes after them finds the claims as they will be. */
async function tellJoined(
  tx: TenantTransaction,
  { organizationId, importId }: { organizationId: number; importId: number },
  candidates: readonly Candidate[],
): Promise<void> {
  if (candidates.length === 0) return
  const joined = await tx.rows<{ id: string; record: ClaimRecord }>(sql`
    select distinct on (claim_id) claim_id as id, body as record from staging_records
    where organization_id = ${organizationId} and import_id = ${importId} and kind = 'claim' and body->>'joins' = 'true'
      and claim_id = any(${sql.param(candidates.map(({ id }) => id))}::text[]) order by claim_id, seq desc`)
  const records = new Map(joined.map(({ id, record }) => [id, record]))
  for (const candidate of candidates) {
    const record = records.get(candidate.id)
    if (record) joinTo(candidate, keyOfSubmission(record, 'primary'))
  }
}

/**
 * Claims of one patient control number, as far as they can be the claim at all: some senders give all their claims one number. Of a submission they
 * are also those of its charge, which a correction of another day may have.
 */
function ofOneNumber(decisions: readonly ClaimKey[], submissions: readonly SubmissionKey[]): SQL | null {
  const keys = [...decisions, ...submissions].filter(({ patientControlNumber }) => patientControlNumber !== null)
  if (keys.length === 0) return null
  const number = ({ patientControlNumber }: ClaimKey) => patientControlNumber
  const dated = keys.filter(({ serviceDate }) => serviceDate !== null)
  const named = keys.filter(({ payerControlNumber }) => payerControlNumber !== null)
  const charged = [...decisions.filter(({ serviceDate }) => serviceDate === null), ...submissions].filter(
    ({ patientControlNumber }) => patientControlNumber !== null,
  )
  return sql`c.patient_control_number = any(${sql.param([...new Set(keys.map(number))])}::text[]) and (c.date_of_service is null
    or (c.patient_control_number, c.date_of_service) in (select * from unnest(${sql.param(dated.map(number))}::text[], ${sql.param(dated.map(({ serviceDate }) => serviceDate))}::date[]))
    or (c.patient_control_number, c.payer_control_number) in (select * from unnest(${sql.param(named.map(number))}::text[], ${sql.param(named.map(({ payerControlNumber }) => payerControlNumber))}::text[]))
    or (c.patient_control_number, (c.billed_amount * 100)::int8) in (select * from unnest(${sql.param(charged.map(number))}::text[], ${sql.param(charged.map(({ billed }) => billed))}::int8[])))`
}

/** For what bears no patient control number: the claims of its member on its day. */
function ofOneVisit(decisions: readonly ClaimKey[], submissions: readonly SubmissionKey[]): SQL | null {
  return visits([...decisions, ...submissions].filter(({ patientControlNumber }) => patientControlNumber === null))
}

/** For a submission that bears one: claims that a remittance without it made. */
function decidedWithoutNumber(submissions: readonly SubmissionKey[]): SQL | null {
  const which = visits(submissions.filter(({ patientControlNumber }) => patientControlNumber !== null))
  return which && sql`c.patient_control_number is null and not c.is_submitted and ${which}`
}

function visits(keys: readonly ClaimKey[]): SQL | null {
  const sure = keys.filter(({ memberId, serviceDate }) => memberId !== null && serviceDate !== null)
  if (sure.length === 0) return null
  return sql`(c.date_of_service, c.member_id) in (select day, member from unnest(${sql.param(sure.map(({ serviceDate }) => serviceDate))}::date[],
    ${sql.param(sure.map(({ memberId }) => memberId))}::text[]) as n(day, member))`
}
