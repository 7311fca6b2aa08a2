import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { trailingWindow, type DateWindow, type IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { providerOfClaim } from '../measures/provider-daily/days.sql.ts'
import { decimalText, dollars, parseCents } from '../money.ts'
import { claimsCounted } from '../policies/counted.sql.ts'
import { firstDecisions } from './first-decision.sql.ts'
import { openColumns } from './open-columns.ts'
import type { ClaimRow, listClaimsInput } from './schemas.ts'

export type ClaimFilter = z.output<typeof listClaimsInput>

const MONEY = ['billedAmount', 'paidAmount', 'deniedAmount'] as const
export type StoredClaim = Omit<ClaimRow, (typeof MONEY)[number]> & Record<(typeof MONEY)[number], string>

/** The columns of a claim as lists show it, from claims `c` and the joins of `claimJoins`. No name, birth date or member id. */
export const claimColumns = sql`
  c.id, c.patient_control_number as "patientControlNumber", c.status, c.claim_type as "claimType", c.provider_id as "providerId", pr.name as "providerName", c.payer_id as "payerId", py.name as "payerName",
  c.date_of_service as "dateOfService", c.submission_date as "submissionDate", c.submission_basis as "submissionBasis", c.processing_date as "processingDate",
  c.billed_amount as "billedAmount", c.paid_amount as "paidAmount", c.denied_amount as "deniedAmount", c.denial_reason as "denialReason", c.denial_carc as "denialCarc",
  c.denial_rarc as "denialRarc", c.reported_reason as "reportedReason", c.initial_outcome as "initialOutcome", c.final_outcome as "finalOutcome",
  c.is_duplicate as "isDuplicate", c.appeal_status as "appealStatus", c.procedure_codes as "procedureCodes", c.diagnosis_codes as "diagnosisCodes", c.modifiers,
  c.line_count as "lineCount", c.denied_line_count as "deniedLineCount"`

export const claimJoins = sql`
  left join payers py on py.organization_id = c.organization_id and py.id = c.payer_id
  left join providers pr on pr.organization_id = c.organization_id and pr.id = c.provider_id`

export function claimRow(stored: StoredClaim): ClaimRow {
  const amounts = Object.fromEntries(MONEY.map((name) => [name, dollars(parseCents(stored[name])!)])) as Pick<ClaimRow, (typeof MONEY)[number]>
  return { ...stored, ...amounts }
}

/**
 * Newest or largest first, each order written as its index has it; claims of which `present` does not hold come after all others, by their id.
 * The id settles ties, so that pages neither repeat nor lose a claim.
 */
const SORTS = {
  submitted: { present: sql`c.submission_date is not null`, order: sql`c.submission_date desc nulls last, c.id` },
  service: { present: sql`c.date_of_service is not null`, order: sql`c.date_of_service desc, c.id` },
  billed: { present: sql`c.billed_amount is not null`, order: sql`c.billed_amount desc nulls last, c.id` },
  denied: { present: sql`c.denied_amount > 0`, order: sql`c.denied_amount desc nulls last, c.id` },
}

/** The days that a window takes claims by. */
const DAYS = { submission: sql`c.submission_date`, service: sql`c.date_of_service` }
/** Filters for which no sum over days is kept. */
const NARROWING = [
  'reason',
  'pattern',
  'policy',
  'policyCount',
  'controlNumber',
  'provider',
  'servedBy',
  'carc',
  'rarc',
  'procedureCode',
  'claimType',
  'billedFrom',
  'deniedFrom',
] as const

/** A claim under appeal is still denied: it is found under `appealed` and under what its latest decision says. */
function hasStatus(status: ClaimRow['status']): SQL {
  if (status !== 'denied' && status !== 'partially_denied') return sql`c.status = ${status}`
  return sql`(c.status = ${status} or (c.status = 'appealed' and c.final_outcome = ${status}))`
}

/** The days that are asked for; null for all of them, and for claims that say none. */
function windowOf({ dateRange }: Pick<ClaimFilter, 'dateRange'>, today: IsoDate): DateWindow | null {
  if (dateRange === 'all') return null
  return typeof dateRange === 'number' ? trailingWindow(today, dateRange) : dateRange
}

/** Conditions on claims `c`. Prior authorizations and predeterminations are no claims and stand in no count. */
export function matching(organizationId: number, filter: Omit<ClaimFilter, 'sort' | 'page' | 'limit'>, today: IsoDate): SQL {
  const { status, initial, basis, payer, pattern, reason, controlNumber } = filter
  const conditions = [sql`c.organization_id = ${organizationId}`, sql`c.use = 'claim'`, ...matchingCodes(organizationId, filter)]
  if (status !== 'all') conditions.push(hasStatus(status === 'approved' ? 'paid' : status))
  const window = windowOf(filter, today)
  if (window) conditions.push(sql`${DAYS[basis]} >= ${window.start}`, sql`${DAYS[basis]} < ${window.end}`)
  if (initial !== undefined) conditions.push(firstDecisions[initial].claims)
  if (payer !== undefined) conditions.push(sql`c.payer_id = ${payer}`)
  if (controlNumber !== undefined) conditions.push(sql`c.patient_control_number = ${controlNumber}`)
  if (reason !== undefined) conditions.push(sql`c.denial_reason = ${reason}`)
  if (pattern !== undefined) {
    // As a list: the claims of a pattern are looked up, not every claim of the window asked whether it is one.
    conditions.push(
      sql`c.id = any(array(select distinct claim_id from pattern_claims where organization_id = ${organizationId} and pattern_id = ${pattern} and denied))`,
    )
  }
  return sql.join(conditions, sql` and `)
}

/** What else narrows a list: who billed, for what, and which codes a denial bears. */
function matchingCodes(
  organizationId: number,
  { policy, policyCount, provider, servedBy, carc, rarc, procedureCode, claimType, billedFrom, deniedFrom }: Pick<ClaimFilter, (typeof NARROWING)[number]>,
): SQL[] {
  const conditions: SQL[] = []
  if (provider !== undefined) conditions.push(sql`c.provider_id = ${provider}`)
  if (servedBy !== undefined) conditions.push(sql`${providerOfClaim} = ${servedBy}`)
  // Only what was denied has a reason, and an index by it.
  if (carc !== undefined) conditions.push(sql`c.denial_reason is not null and c.denial_carc = ${carc}`)
  if (rarc !== undefined) conditions.push(sql`c.denial_reason is not null and c.denial_rarc = ${rarc}`)
  if (procedureCode !== undefined)
    conditions.push(sql`c.id in (select claim_id from claim_line_items where organization_id = ${organizationId} and procedure_code = ${procedureCode})`)
  if (policyCount !== undefined) conditions.push(sql`c.id = any(array(${claimsCounted(organizationId, countedPolicy(policy), policyCount)}))`)
  else if (policy !== undefined)
    conditions.push(
      sql`c.id in (select claim_id from policy_hits where organization_id = ${organizationId} and policy_id = ${policy} and has_modifier and exceeds_limit)`,
    )
  if (claimType !== undefined) conditions.push(sql`c.claim_type = ${claimType}`)
  if (billedFrom !== undefined) conditions.push(sql`c.billed_amount >= ${decimalText(billedFrom)}`)
  if (deniedFrom !== undefined) conditions.push(sql`c.denied_amount > 0 and c.denied_amount >= ${decimalText(deniedFrom)}`)
  return conditions
}

function countedPolicy(policy: string | undefined): string {
  if (policy !== undefined) return policy
  const message = 'is a count of a policy: say which, as policy'
  throw new OverturnError('invalid_input', `The input is not valid: policyCount: ${message}.`, { fields: [{ field: 'policyCount', message }] })
}

interface Counted {
  total: number
  /** Of them those that have what they are sorted by. */
  sorted: number
}

/**
 * Counts without conditions on single claims, or by the first decision alone, are sums over the days of submission, unless one of those waits to be
 * computed again.
 */
async function countClaims(tx: TenantTransaction, organizationId: number, filter: ClaimFilter, today: IsoDate): Promise<Counted> {
  const { status, basis, dateRange, sort } = filter
  const { present } = SORTS[sort]
  const where = matching(organizationId, filter, today)
  // Of days of service no sum holds the claims that say none.
  const narrow = status !== 'all' || basis === 'service' || NARROWING.some((name) => filter[name] !== undefined)
  const waits = sql`select from service_days_to_recompute where organization_id = ${organizationId} and date_basis = 'submission' limit 1`
  if (narrow || (await tx.row(waits)))
    return (await tx.row<Counted>(sql`select count(*)::int as total, (count(*) filter (where ${present}))::int as sorted from claims c where ${where}`))!
  const count = async (having: SQL) =>
    (await tx.row<{ claims: number }>(sql`select count(*)::int as claims from claims c where ${where} and ${having}`))!.claims
  const total = (await countDays(tx, organizationId, filter, today)) + (dateRange === 'all' ? await count(sql`c.submission_date is null`) : 0)
  if (sort === 'billed' || (sort === 'submitted' && dateRange !== 'all')) return { total, sorted: total }
  return { total, sorted: sort === 'denied' ? await count(present) : total - (await count(ABSENT[sort])) }
}

const ABSENT = { submitted: sql`c.submission_date is null`, service: sql`c.date_of_service is null` }

/** Claims that say, or of which is known, when they were submitted. */
async function countDays(tx: TenantTransaction, organizationId: number, filter: ClaimFilter, today: IsoDate): Promise<number> {
  const { payer, initial } = filter
  const window = windowOf(filter, today)
  const found = await tx.row<{ claims: number }>(sql`
    select coalesce(sum(${initial === undefined ? sql`claim_count` : firstDecisions[initial].days}), 0)::int as claims from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = 'submission' ${payer === undefined ? sql`` : sql`and payer_id = ${payer}`}
      ${window ? sql`and metric_date >= ${window.start} and metric_date < ${window.end}` : sql``}`)
  return found!.claims
}

/**
 * One page of the matching claims and how many match in all; a page beyond the end is empty. Claims that lack the date they are sorted by
 * come last, in pages of their own: sorting "nulls last" in one statement would read and sort every claim instead of walking the index.
 */
export async function readClaims(
  tx: TenantTransaction,
  organizationId: number,
  filter: ClaimFilter,
  today: IsoDate,
): Promise<{ claims: ClaimRow[]; total: number }> {
  const where = matching(organizationId, filter, today)
  const { present, order } = SORTS[filter.sort]
  const { total, sorted } = await countClaims(tx, organizationId, filter, today)
  const page = (having: SQL, inOrder: SQL, limit: number, skip: number) =>
    tx.rows<StoredClaim>(sql`
      select ${claimColumns}
      from (select ${openColumns} from claims c where ${where} and ${having} order by ${inOrder} limit ${limit} offset ${skip}) c ${claimJoins}
      order by ${inOrder}`)
  const offset = (filter.page - 1) * filter.limit
  const first = offset < sorted ? await page(present, order, filter.limit, offset) : []
  const missing = filter.limit - first.length
  const rest =
    missing > 0 && offset + filter.limit > sorted && offset < total ? await page(sql`not (${present})`, sql`c.id`, missing, Math.max(0, offset - sorted)) : []
  return { claims: [...first, ...rest].map(claimRow), total }
}
