import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { withRecoverableUntil } from './at-risk.sql.ts'
import { denialFacts } from './denial-facts.sql.ts'
import { describeReason } from '../adjudication/reasons.ts'
import { ofClaims, type Claims } from '../computation/days.sql.ts'
import { EVERY_PATTERN, type PatternChoice } from './choice.ts'
import { factInScope, readComputed, type ComputedPattern } from './scope/scoped.sql.ts'

/** Patterns as a relation `p` (id, reason, remedy, place), and when a denial fact `f` of the reason belongs to `p`. */
interface Patterns {
  relation: SQL
  holds: SQL
}

/** What usually gets such a denial back is said by the catalogue. */
function asRelation(organizationId: number, patterns: readonly ComputedPattern[]): Patterns {
  const rows = patterns.map(({ id, reason }, place) => ({ id, reason, remedy: describeReason(reason).remedy, place }))
  return {
    relation: sql`select * from json_to_recordset(${JSON.stringify(rows)}::json) as p(id text, reason text, remedy text, place int)`,
    holds: factInScope(organizationId, patterns),
  }
}

/**
 * Brings pattern_claims, pattern_evidence and the lines' patterns_triggered in line with the denials of those claims, of patterns by reason alone and of
 * those with a scope: adds what is missing, corrects what changed, removes what is no longer true, also because the scope has changed. Evidence that
 * an import brought is never touched.
 */
export async function refreshPatternClaims(
  tx: TenantTransaction,
  { organizationId, patterns = EVERY_PATTERN, ...claims }: Claims & { organizationId: number; patterns?: PatternChoice },
): Promise<void> {
  const found = await readComputed(tx, organizationId, patterns, { archived: true })
  if (found.length === 0) return
  const computed = asRelation(organizationId, found)
  await tx.run(removeUntrue(organizationId, claims, computed))
  await tx.run(addMissing(organizationId, claims, computed))
  await tx.run(nameOnLines(organizationId, claims, computed))
}

const removeUntrue = (organizationId: number, claims: Claims, { relation, holds }: Patterns): SQL => sql`
  with gone as (
    delete from pattern_claims pc using (${relation}) p
    where pc.organization_id = ${organizationId} and pc.pattern_id = p.id and ${ofClaims(claims, { day: 'pc.service_date', id: 'pc.claim_id' })}
      and not exists (
        select from (${denialFacts(organizationId, sql`c.id = pc.claim_id`)}) f
        where f.line_number = pc.line_number and f.reason = p.reason and f.service_day is not distinct from pc.service_date and ${holds})
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

const addMissing = (organizationId: number, claims: Claims, { relation, holds }: Patterns): SQL => sql`
  with fact as materialized (${denialFacts(organizationId, ofClaims(claims, { day: 'c.date_of_service', id: 'c.id' }))}),
  of_pattern as materialized (select p.id as pattern_id, p.remedy, f.* from fact f join (${relation}) p on p.reason = f.reason where ${holds}),
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

const nameOnLines = (organizationId: number, claims: Claims, { relation }: Patterns): SQL => sql`
  update claim_line_items l set patterns_triggered = touched.ids
  from (
    select distinct pc.claim_id, pc.line_number,
           array(select every.pattern_id from pattern_claims every
                 where every.organization_id = ${organizationId} and every.claim_id = pc.claim_id and every.line_number = pc.line_number and every.denied order by 1) as ids
    from (${relation}) p join pattern_claims pc on pc.organization_id = ${organizationId} and pc.pattern_id = p.id and pc.denied and ${ofClaims(claims, { day: 'pc.service_date', id: 'pc.claim_id' })}) touched
  where l.organization_id = ${organizationId} and l.claim_id = touched.claim_id and l.line_number = touched.line_number and l.patterns_triggered <> touched.ids`
