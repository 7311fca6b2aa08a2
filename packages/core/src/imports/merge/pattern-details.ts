import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { staged, texts, type Slice } from './slice.ts'

/** The patterns of a slice, the last word where one stands twice. */
export const stagedPatterns = (slice: Slice): SQL => sql`
  select distinct on (s.body->>'id') s.body->>'id' as id, s.body->'body' as body, s.body->'body'->'reported' as reported
  from staging_records s where ${staged(slice, 'pattern')} order by s.body->>'id', s.seq desc`

/** What hangs on the patterns that are new or changed: evidence, relations, steps, and claims that nothing has brought yet. */
export async function mergePatternDetails(tx: TenantTransaction, slice: Slice, which: SQL): Promise<void> {
  const { organizationId, importId } = slice
  const changed = sql`(select s.* from (${stagedPatterns(slice)}) as s where ${which}) as s`
  const ofChanged = (column: string) => sql`${sql.raw(column)} in (select s.id from ${changed})`

  await tx.run(sql`delete from pattern_evidence where organization_id = ${organizationId} and origin = 'imported' and ${ofChanged('pattern_id')}`)
  await tx.run(sql`
    insert into pattern_evidence (organization_id, pattern_id, claim_reference, line_number, claim_id, service_date, denial_date, denial_reason, denial_carc, denial_rarc,
      procedure_code, modifiers, diagnosis_code, billed_amount, origin)
    select ${organizationId}, s.id, e."claimReference", e."lineNumber", c.id, coalesce(e."serviceDate", c.date_of_service), e."denialDate", e."denialReason", e."denialCarc",
           e."denialRarc", e."procedureCode", ${texts('e."modifiers"')}, e."diagnosisCode", e."billed"::numeric / 100, 'imported'
    from ${changed} cross join lateral jsonb_to_recordset(s.body->'evidence') as e(
      "claimReference" text, "lineNumber" int, "serviceDate" date, "denialDate" date, "denialReason" text, "denialCarc" text, "denialRarc" text, "procedureCode" text,
      "modifiers" jsonb, "diagnosisCode" text, "billed" bigint)
    left join lateral (select c.id, c.date_of_service from claims c where c.organization_id = ${organizationId} and c.id = e."claimReference" limit 1) as c on true
    on conflict do nothing`)

  // Relations that people added stay; those that the export does not name any more cannot be told from them, and stay too.
  await tx.run(sql`
    insert into pattern_relations (organization_id, pattern_id, kind, reference)
    select ${organizationId}, s.id, r.kind, r.reference
    from ${changed} cross join lateral (
      select 'policy' as kind, p.reference from jsonb_array_elements_text(s.body->'relatedPolicies') as p(reference)
      union all select 'procedure_code', c.reference from jsonb_array_elements_text(s.body->'relatedCodes') as c(reference)) as r
    on conflict do nothing`)

  // Steps that people recorded have nothing reported; they keep their places, and imported ones go after them.
  await tx.run(sql`delete from pattern_actions where organization_id = ${organizationId} and reported is not null and ${ofChanged('pattern_id')}`)
  await tx.run(sql`
    insert into pattern_actions (organization_id, pattern_id, position, kind, happened_on, note, recorded_by, reported)
    select ${organizationId}, s.id, a.position + coalesce((select max(o.position) from pattern_actions o where o.organization_id = ${organizationId} and o.pattern_id = s.id), 0),
           a.item->>'kind', (a.item->>'happenedOn')::date, a.item->>'note', a.item->>'recordedBy', a.item->'reported'
    from ${changed} cross join lateral jsonb_array_elements(s.body->'steps') with ordinality as a(item, position)`)

  await tx.run(
    sql`delete from unresolved_references where organization_id = ${organizationId} and from_table = 'patterns' and field = 'affectedClaims' and ${ofChanged('from_id')}`,
  )
  await tx.run(sql`
    insert into unresolved_references (organization_id, from_table, from_id, field, reference, import_id)
    select ${organizationId}, 'patterns', s.id, 'affectedClaims', a.reference, ${importId}
    from ${changed} cross join lateral jsonb_array_elements_text(s.body->'affectedClaims') as a(reference)
    where (select c.id from claims c where c.organization_id = ${organizationId} and c.id = a.reference) is null`)
}
