import { sql, type SQL } from 'drizzle-orm'
import { openColumns } from '../../claims/open-columns.ts'
import type { DateWindow } from '../../dates.ts'
import { claimColumns, claimJoins, type StoredClaim } from '../../claims/list-sql.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { parseCents } from '../../money.ts'
import { claimDefinitions, claimsOf, definitionKeys, definitionOf, unitOf, type ClaimDefinition, type DefinitionKey } from './definitions.ts'
import { reasons, reasonsBetween, type ReasonKey } from './reasons.ts'

/** Claims of a period, and the two definitions whose difference is asked for. */
export interface Question {
  organizationId: number
  payer?: string | undefined
  from: DefinitionKey
  to: DefinitionKey
}

/** Part and whole in the definition's unit: counts, or cents. */
export type Fractions = Record<DefinitionKey, { numerator: number; denominator: number }>

/** The claims that the two definitions count differently for one reason (null: those that both count alike), as every definition counts them. */
export interface Tally {
  reason: ReasonKey | null
  claims: number
  fractions: Fractions
}

const asksForDecisions = (definitions: readonly ClaimDefinition[]) => definitions.some((key) => key === 'primary' || key === 'clp02_4')

/**
 * The claims submitted in the window with the facts that definitions speak of: their own columns and `initial` (the outcome of the first decision, or
 * pending), `final` (of the latest, or none), `adjudicated`, `primary_decided`, and `code`, the CLP02 of the first remittance of the payer who leads.
 */
function facts({ organizationId, payer }: Question, { start, end }: DateWindow, withDecisions: boolean): SQL {
  const decisions = sql`
    select coalesce(bool_or(coalesce(a.payer_rank, 'primary') = 'primary'), false) as primary_decided,
      coalesce((array_agg(a.status_code order by coalesce(a.payer_rank, 'primary') <> 'primary', a.decided_on, a.id) filter (where a.status_code is not null))[1], '') as code
    from adjudications a where a.organization_id = ${organizationId} and a.claim_id = c.id and a.kind = 'original'`
  return sql`
    select ${openColumns}, coalesce(c.initial_outcome, 'pending') as initial, coalesce(c.final_outcome, 'none') as final,
      c.initial_outcome is not null and not c.is_duplicate as adjudicated, d.primary_decided, d.code
    from claims c cross join lateral (${withDecisions ? decisions : sql`select null::boolean as primary_decided, null::text as code`}) d
    where c.organization_id = ${organizationId} and c.use = 'claim' and c.submission_date >= ${start} and c.submission_date < ${end}
      ${payer === undefined ? sql`` : sql`and c.payer_id = ${payer}`}`
}

/** The facts with whether either definition counts a claim, and the reason where they differ. */
export function classified(facts: SQL, [from, to]: readonly [ClaimDefinition, ClaimDefinition]): SQL {
  const flags = Object.entries({ from: claimDefinitions[from], to: claimDefinitions[to] }).map(
    ([end, { numerator, denominator }]) => `(${numerator}) as ${end}_numerator, (${denominator}) as ${end}_denominator`,
  )
  const cases = reasonsBetween(from, to).map((key) => `when ${reasons[key].when} then '${key}'`)
  const alike = '(from_numerator, from_denominator) = (to_numerator, to_denominator)'
  return sql`
    select *, ${sql.raw(`case when ${alike} then null ${cases.join(' ')} end`)} as reason
    from (select *, ${sql.raw(flags.join(', '))} from (${facts}) fact) flagged`
}

const endsOf = ({ from, to }: Question) => [claimsOf(from), claimsOf(to)] as const

const condition = (predicate: string) => `count(*) filter (where ${predicate})`

function aggregates(key: DefinitionKey): string {
  const { numerator, denominator } = definitionOf(key)
  const [part, whole] = unitOf(key) === 'claims' ? [condition(numerator), condition(denominator)] : [numerator, denominator]
  return `${part} as ${key}_part, ${whole} as ${key}_whole`
}

/** Every definition's numerator and denominator over the claims of the window, one row per reason for which the two asked for differ. */
export async function readTallies(db: Pick<TenantTransaction, 'rows'>, question: Question, window: DateWindow): Promise<Tally[]> {
  const rows = await db.rows<{ reason: ReasonKey | null; claims: number; [sum: string]: unknown }>(sql`
    select reason, count(*) as claims, ${sql.raw(definitionKeys.map(aggregates).join(', '))}
    from (${classified(facts(question, window, true), endsOf(question))}) claim group by reason`)
  // Counts come as numbers, sums of money as decimal text.
  const amount = (value: unknown) => (typeof value === 'string' ? parseCents(value)! : (value as number))
  return rows.map(({ reason, claims, ...sums }) => ({
    reason,
    claims,
    fractions: Object.fromEntries(
      definitionKeys.map((key) => [key, { numerator: amount(sums[`${key}_part`]), denominator: amount(sums[`${key}_whole`]) }]),
    ) as Fractions,
  }))
}

/** Which claims: those that differ for a reason, or those that a definition counts as denied, where a step counts these by another unit. */
export type Which = { reason: ReasonKey } | { deniedBy: ClaimDefinition }

export interface StoredDifference extends Pick<
  StoredClaim,
  | 'id'
  | 'submissionDate'
  | 'payerId'
  | 'payerName'
  | 'status'
  | 'initialOutcome'
  | 'finalOutcome'
  | 'isDuplicate'
  | 'denialReason'
  | 'billedAmount'
  | 'paidAmount'
  | 'deniedAmount'
  | 'lineCount'
  | 'deniedLineCount'
> {
  before: { numerator: boolean; denominator: boolean }
  after: { numerator: boolean; denominator: boolean }
}

function chosen(question: Question, window: DateWindow, which: Which): SQL {
  const ends = endsOf(question)
  const isMeant = 'reason' in which ? sql`reason = ${which.reason}` : sql.raw(claimDefinitions[which.deniedBy].numerator)
  return sql`select * from (${classified(facts(question, window, asksForDecisions(ends)), ends)}) claim where ${isMeant}`
}

export async function countClaims(db: Pick<TenantTransaction, 'row'>, question: Question, window: DateWindow, which: Which): Promise<number> {
  const found = await db.row<{ claims: number }>(sql`select count(*) as claims from (${chosen(question, window, which)}) c`)
  return found!.claims
}

/** Some of those claims, the latest submitted first. */
export async function readDifferences(
  db: Pick<TenantTransaction, 'rows'>,
  question: Question,
  window: DateWindow,
  which: Which,
  { limit, offset }: { limit: number; offset: number },
): Promise<StoredDifference[]> {
  return db.rows<StoredDifference>(sql`
    select ${claimColumns}, json_build_object('numerator', c.from_numerator, 'denominator', c.from_denominator) as before,
      json_build_object('numerator', c.to_numerator, 'denominator', c.to_denominator) as after
    from (select * from (${chosen(question, window, which)}) c order by c.submission_date desc, c.id limit ${limit} offset ${offset}) c ${claimJoins}
    order by c.submission_date desc, c.id`)
}
