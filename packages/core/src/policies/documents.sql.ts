import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../db/tenant.ts'
import { policyFieldNames } from '../imports/formats/policies-csv/fields.ts'

/** A policy in the shape of the portal's export. */
export type PolicyDocument = Record<string, unknown>

/** Policies in memory at a time. */
const SLICE = 500

/**
 * Every policy by id, slice by slice, as an import takes it: as it came, with all that it stated; one that no import brought is put
 * together from its columns. Its metrics are what was stated, never what was computed here.
 */
export async function* policyDocuments(db: TenantDatabase): AsyncGenerator<PolicyDocument[]> {
  let after = ''
  for (;;) {
    const rows = await db.rows<{ id: string; document: PolicyDocument }>(sql`
      select p.id, coalesce(p.reported, jsonb_build_object(
          'id', p.id, 'name', p.name, 'mode', p.mode, 'effectiveDate', p.effective_date, 'endDate', p.end_date, 'description', p.description,
          'clinicalRationale', p.clinical_rationale, 'topic', p.topic, 'logicType', p.logic_type, 'source', p.source,
          'ageRestrictions', p.age_restrictions, 'frequencyLimits', p.frequency_limits, 'commonMistake', p.common_mistake,
          'fixGuidance', p.fix_guidance, 'referenceDocs', p.reference_docs, 'geography', p.geography,
          'learningMarkersCount', p.learning_markers_count, 'recentTests', p.recent_tests, 'procedureCodes', c.procedure_codes,
          'diagnosisCodes', l.diagnosis_codes, 'modifiers', l.modifiers, 'placeOfService', l.places, 'relatedPolicies', l.related,
          'applicableClaimTypes', l.claim_types, 'carcCodes', l.carcs, 'rarcCodes', l.rarcs, 'specialtyCodes', l.specialties)) as document
      from (select * from policies where organization_id = ${db.organizationId} and id > ${after} order by id limit ${SLICE}) p
      cross join lateral (
        select coalesce(jsonb_agg(c.code order by c.code), '[]') as procedure_codes from policy_procedure_codes c
        where c.organization_id = p.organization_id and c.policy_id = p.id) c
      cross join lateral (
        select ${plain('diagnosis_code')} as diagnosis_codes, ${plain('modifier_required')} as modifiers, ${plain('place_of_service')} as places,
               ${plain('related_policy')} as related, ${plain('claim_type')} as claim_types, ${labelled('carc')} as carcs, ${labelled('rarc')} as rarcs,
               ${labelled('specialty')} as specialties
        from policy_conditions k where k.organization_id = p.organization_id and k.policy_id = p.id) l
      order by p.id`)
    if (rows.length > 0) yield rows.map(({ document }) => inOrder(document))
    const last = rows.at(-1)
    if (!last || rows.length < SLICE) return
    after = last.id
  }
}

const plain = (kind: string) => sql`coalesce(jsonb_agg(k.code order by k.code) filter (where k.kind = ${kind}), '[]')`
const labelled = (kind: string) =>
  sql`coalesce(jsonb_agg(jsonb_build_object('code', k.code, 'description', k.label) order by k.code) filter (where k.kind = ${kind}), '[]')`

/** The fields in the order of the portal's export, which the database does not keep; others after them, by name. */
function inOrder(document: PolicyDocument): PolicyDocument {
  const known = policyFieldNames.filter((field) => Object.hasOwn(document, field))
  return Object.fromEntries([...known, ...extraFields(document).sort()].map((field) => [field, document[field]]))
}

export const extraFields = (document: PolicyDocument): string[] => Object.keys(document).filter((field) => !(policyFieldNames as string[]).includes(field))
