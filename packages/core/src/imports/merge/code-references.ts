import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { countsOf, outcome, type MergeCounts, type Merged } from './counts.ts'
import { cents, staged, type Slice } from './slice.ts'

const COLUMNS = [
  'description',
  'category',
  'average_reimbursement',
  'frequency_limit_count',
  'frequency_limit_period',
  'common_denial_reasons',
  'required_modifiers',
  'related_codes',
  'age_restriction_min',
  'age_restriction_max',
  'common_mistakes',
  'fix_guidance',
  'source',
  'reference_url',
  'extra',
]
const columns = (prefix = '') => sql.raw(COLUMNS.map((column) => prefix + column).join(', '))

/** Reference texts of procedure codes. The latest import of a code replaces what an earlier one said. */
export async function mergeCodeReferences(tx: TenantTransaction, slice: Slice): Promise<MergeCounts> {
  const { organizationId, importId } = slice
  const merged = await tx.row<Merged>(sql`
    with staged as (
      select distinct on (s.body->>'id') s.body->>'id' as id, r.*
      from staging_records s cross join lateral jsonb_to_record(s.body->'body') as r(
        description text, category text, "averageReimbursement" bigint, "frequencyLimitCount" int, "frequencyLimitPeriod" text, "commonDenialReasons" jsonb,
        "requiredModifiers" jsonb, "relatedCodes" jsonb, "ageRestrictionMin" int, "ageRestrictionMax" int, "commonMistakes" text, "fixGuidance" text, source text,
        "referenceUrl" text, extra jsonb)
      where ${staged(slice, 'code_reference')} order by s.body->>'id', s.seq desc
    ),
    written as (
      insert into code_intelligence as c (organization_id, procedure_code, import_id, ${columns()})
      select ${organizationId}, s.id, ${importId}, s.description, s.category, ${cents('s."averageReimbursement"')}, s."frequencyLimitCount", s."frequencyLimitPeriod",
             s."commonDenialReasons", s."requiredModifiers", s."relatedCodes", s."ageRestrictionMin", s."ageRestrictionMax", s."commonMistakes", s."fixGuidance",
             s.source, s."referenceUrl", s.extra
      from staged s
      on conflict (organization_id, procedure_code) do update set updated_at = now(), ${sql.raw(COLUMNS.map((column) => `${column} = excluded.${column}`).join(', '))}
      where (${columns('c.')}) is distinct from (${columns('excluded.')})
      returning c.procedure_code as id, c.import_id = ${importId} as inserted
    ) ${outcome}`)
  return merged ? countsOf(merged) : { inserted: 0, updated: 0, unchanged: 0 }
}
