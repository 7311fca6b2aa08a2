import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { countsOf, idList, outcome, type MergeCounts, type Merged } from './counts.ts'
import { staged, type Slice } from './slice.ts'

const stagedPolicies = (slice: Slice): SQL => sql`
  select distinct on (s.body->>'id') s.body->>'id' as id, s.body->'body' as body, s.body->'body'->'reported' as reported
  from staging_records s where ${staged(slice, 'policy')} order by s.body->>'id', s.seq desc`

const COLUMNS = [
  'name',
  'mode',
  'description',
  'clinical_rationale',
  'topic',
  'logic_type',
  'source',
  'effective_date',
  'end_date',
  'age_restrictions',
  'age_min',
  'age_max',
  'frequency_limits',
  'frequency_limit_count',
  'frequency_limit_period',
  'frequency_limit_days',
  'common_mistake',
  'fix_guidance',
  'reference_docs',
  'geography',
  'learning_markers_count',
  'recent_tests',
  'reported',
]

/**
 * Policies of a portal's export. `reported` is the policy as it came, the metrics it states among it, and tells whether it changed; the metric
 * columns stay null until computed, and those of a policy that changed wait to be computed anew.
 */
export async function mergePolicies(tx: TenantTransaction, slice: Slice): Promise<MergeCounts> {
  const merged = await tx.row<Merged>(sql`
    with staged as (${stagedPolicies(slice)}),
    written as (
      insert into policies as p (organization_id, id, import_id, ${sql.raw(COLUMNS.join(', '))})
      select ${slice.organizationId}, s.id, ${slice.importId}, r.name, r.mode, r.description, r."clinicalRationale", r.topic, r."logicType", r.source, r."effectiveDate", r."endDate",
             r."ageRestrictions", r."ageMin", r."ageMax", r."frequencyLimits", r."frequencyLimitCount", r."frequencyLimitPeriod", r."frequencyLimitDays",
             r."commonMistake", r."fixGuidance", r."referenceDocs", r.geography, r."learningMarkersCount", r."recentTests", s.reported
      from staged s cross join lateral jsonb_to_record(s.body) as r(
        name text, mode text, description text, "clinicalRationale" text, topic text, "logicType" text, source text, "effectiveDate" date, "endDate" date,
        "ageRestrictions" text, "ageMin" int, "ageMax" int, "frequencyLimits" text, "frequencyLimitCount" int, "frequencyLimitPeriod" text, "frequencyLimitDays" int,
        "commonMistake" text, "fixGuidance" text, "referenceDocs" jsonb, geography jsonb, "learningMarkersCount" int, "recentTests" int)
      on conflict (organization_id, id) do update set ${sql.raw(COLUMNS.map((column) => `${column} = excluded.${column}`).join(', '))}, computation_status = 'pending'
      where p.reported is distinct from excluded.reported
      returning p.id, p.import_id = ${slice.importId} as inserted
    ) ${outcome}`)
  if (!merged) return { inserted: 0, updated: 0, unchanged: 0 }
  if (merged.changed.length > 0) await replaceConditions(tx, slice, merged.changed)
  return countsOf(merged)
}

async function replaceConditions(tx: TenantTransaction, slice: Slice, changed: string[]): Promise<void> {
  const { organizationId } = slice
  const ids = idList(changed)
  await tx.run(sql`delete from policy_procedure_codes where organization_id = ${organizationId} and policy_id = any(${ids})`)
  await tx.run(sql`delete from policy_conditions where organization_id = ${organizationId} and policy_id = any(${ids})`)
  await tx.run(sql`
    insert into policy_procedure_codes (organization_id, policy_id, code)
    select ${organizationId}, s.id, code from (${stagedPolicies(slice)}) as s cross join lateral jsonb_array_elements_text(s.body->'procedureCodes') code
    where s.id = any(${ids})`)
  await tx.run(sql`
    insert into policy_conditions (organization_id, policy_id, kind, code, label)
    select ${organizationId}, s.id, c.kind, c.code, c.label
    from (${stagedPolicies(slice)}) as s cross join lateral jsonb_to_recordset(s.body->'conditions') as c(kind text, code text, label text)
    where s.id = any(${ids})`)
}
