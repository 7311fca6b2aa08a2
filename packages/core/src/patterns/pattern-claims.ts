import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { withRecoverableUntil } from './at-risk.sql.ts'
import { denialFacts } from './denial-facts.sql.ts'
import { describeReason } from '../adjudication/reasons.ts'
import { ofClaims, type Claims } from '../computation/days.sql.ts'
import { chosen, EVERY_PATTERN, type PatternChoice } from './choice.ts'

interface ReasonPattern {
  id: string
  denial_reason: string
}

/** The patterns that the work is for, found by reason alone: their claims are the denials for the reason. */
const reasonPatterns = (organizationId: number, choice: PatternChoice): SQL => sql`
  select p.id, p.denial_reason from patterns p where p.organization_id = ${organizationId} and p.scope_key = 'reason:' || p.denial_reason and ${chosen(choice)}`

/** The same patterns as a relation (id, denial_reason, remedy): what usually gets such a denial back is said by the catalogue. */
function asRelation(patterns: readonly ReasonPattern[]): SQL {
  const rows = patterns.map(({ id, denial_reason }) => ({ id, denial_reason, remedy: describeReason(denial_reason).remedy }))
  return sql`select * from json_to_recordset(${JSON.stringify(rows)}::json) as p(id text, denial_reason text, remedy text)`
}

/**
 * Brings pattern_claims, pattern_evidence and the lines' patterns_triggered in line with the denials of those claims:
 * adds what is missing, corrects what changed, removes what is no longer true. Evidence that an import brought is never touched.
 */
export async function refreshPatternClaims(
  tx: TenantTransaction,
  { organizationId, patterns = EVERY_PATTERN, ...claims }: Claims & { organizationId: number; patterns?: PatternChoice },
): Promise<void> {
  const found = await tx.rows<ReasonPattern>(reasonPatterns(organizationId, patterns))
  if (found.length === 0) return
  const ofReason = asRelation(found)
  await tx.run(removeUntrue(organizationId, claims, ofReason))
  await tx.run(addMissing(organizationId, claims, ofReason))
  await tx.run(nameOnLines(organizationId, claims, ofReason))
}

const removeUntrue = (organizationId: number, claims: Claims, patterns: SQL): SQL => sql`
  with gone as (
    delete from pattern_claims pc using (${patterns}) p
    where pc.organization_id = ${organizationId} and pc.pattern_id = p.id and ${ofClaims(claims, { day: 'pc.service_date', id: 'pc.claim_id' })}
      and not exists (
        select from (${denialFacts(organizationId, sql`c.id = pc.claim_id`)}) f
        where f.line_number = pc.line_number and f.reason = p.denial_reason and f.service_day is not distinct from pc.service_date)
    returning pc.pattern_id, pc.claim_id, pc.line_number),
  unnamed as (
    update claim_line_items l
    set patterns_triggered = array(
      select id from unnest(l.patterns_triggered) as id
      where not exists (select from gone g where g.pattern_id = id and g.claim_id = l.claim_id and g.line_number = l.line_number) order by id)
    from (select distinct claim_id, line_number from gone) touched
    where l.organization_id = ${organizationId} and l.claim_id = touched.claim_id and l.line_number = touched.line_number)
  delete from pattern_evidence e using gone
  where e.organization_id = ${organizationId} and e.origin = 'detected'
    and e.pattern_id = gone.pattern_id and e.claim_reference = gone.claim_id and e.line_number = gone.line_number`

const EVIDENCE = [
  'claim_id',
  'service_date',
  'denial_date',
  'denial_reason',
  'denial_carc',
  'denial_rarc',
  'procedure_code',
  'modifiers',
  'diagnosis_code',
  'billed_amount',
]
const evidence = (prefix = '') => sql.raw(EVIDENCE.map((column) => prefix + column).join(', '))

const addMissing = (organizationId: number, claims: Claims, patterns: SQL): SQL => sql`
  with fact as materialized (${denialFacts(organizationId, ofClaims(claims, { day: 'c.date_of_service', id: 'c.id' }))}),
  of_pattern as materialized (select p.id as pattern_id, p.remedy, fact.* from fact join (${patterns}) p on p.denial_reason = fact.reason),
  denial as materialized (${withRecoverableUntil(organizationId, sql`of_pattern`)}),
  linked as (
    insert into pattern_claims as known (organization_id, pattern_id, claim_id, line_number, denied, service_date, amount, open_amount, recoverable_until)
    select ${organizationId}, pattern_id, claim_id, line_number, true, service_day, amount, open_amount, recoverable_until from denial
    on conflict (organization_id, pattern_id, claim_id, line_number) do update
    set denied = true, service_date = excluded.service_date, amount = excluded.amount, open_amount = excluded.open_amount, recoverable_until = excluded.recoverable_until
    where (known.denied, known.service_date, known.amount, known.open_amount, known.recoverable_until)
      is distinct from (true, excluded.service_date, excluded.amount, excluded.open_amount, excluded.recoverable_until))
  insert into pattern_evidence as known (organization_id, pattern_id, claim_reference, line_number, origin, ${evidence()})
  select ${organizationId}, pattern_id, claim_id, line_number, 'detected', claim_id, service_date, denied_on, reason, carc, rarc, procedure_code, modifiers, diagnosis_code, amount
  from denial
  on conflict (organization_id, pattern_id, claim_reference, line_number) do update set (${evidence()}) = row(${evidence('excluded.')})
  where known.origin = 'detected' and (${evidence('known.')}) is distinct from (${evidence('excluded.')})`

const nameOnLines = (organizationId: number, claims: Claims, patterns: SQL): SQL => sql`
  update claim_line_items l set patterns_triggered = touched.ids
  from (
    select distinct pc.claim_id, pc.line_number,
           array(select every.pattern_id from pattern_claims every
                 where every.organization_id = ${organizationId} and every.claim_id = pc.claim_id and every.line_number = pc.line_number and every.denied order by 1) as ids
    from (${patterns}) p join pattern_claims pc on pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.denied and ${ofClaims(claims, { day: 'pc.service_date', id: 'pc.claim_id' })}) touched
  where l.organization_id = ${organizationId} and l.claim_id = touched.claim_id and l.line_number = touched.line_number and l.patterns_triggered <> touched.ids`
