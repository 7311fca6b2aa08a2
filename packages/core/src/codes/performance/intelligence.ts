import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { isMerged } from '../../patterns/identity/merged.sql.ts'
import { dollarsOf, roundRate, sentenceOf, type PatternRow } from '../../patterns/row.ts'
import { scopeFrom } from '../../patterns/scope/scoped.sql.ts'
import { licensedTexts } from '../labels.sql.ts'
import { factColumns, factsOf, type FactRow } from './row.ts'
import { codeIntelligenceOutput, getCodeIntelligenceInput, type CodeIntelligence } from './schemas.ts'

type Reference = NonNullable<CodeIntelligence['reference']>
type ReferenceRow = Omit<Reference, 'origin' | 'importedAt' | 'averageReimbursement' | 'frequencyLimit'> & {
  averageReimbursement: string | null
  limitCount: number | null
  limitPeriod: string | null
  updatedAt: Date
}

export const getCodeIntelligence = defineOperation({
  name: 'codes.intelligence',
  kind: 'read',
  summary: "Shows what is known of one procedure code: imported reference text beside what the organization's own claims say.",
  input: getCodeIntelligenceInput,
  output: codeIntelligenceOutput,
  async run({ db, organization, now }, { code: given }) {
    const code = given.trim().toUpperCase()
    const texts = await licensedTexts(db, ['cpt', 'hcpcs', 'cdt'], code)
    const found = await db.transaction(async (tx) => ({
      reference: await readReference(tx, organization.id, code),
      facts: await tx.row<FactRow>(
        sql`select ${factColumns} from code_performance f where f.organization_id = ${organization.id} and f.procedure_code = ${code}`,
      ),
      isComputed: (await tx.row(sql`select from code_performance where organization_id = ${organization.id} limit 1`)) !== null,
      policies: await tx.rows<CodeIntelligence['policies'][number]>(sql`
        select p.id, p.name, p.mode, p.effective_date as "effectiveDate", p.end_date as "endDate", p.fix_guidance as "fixGuidance"
        from policy_procedure_codes n join policies p on p.organization_id = n.organization_id and p.id = n.policy_id
        where n.organization_id = ${organization.id} and n.code = ${code} order by p.id`),
      patterns: await tx.rows<PatternOfCode>(sql`
        select p.id, p.title, p.description, p.origin, p.denial_reason as "denialReason", p.scope, p.status, p.current_denial_rate as "denialRate" from patterns p
        where p.organization_id = ${organization.id} and p.status <> 'archived' and not ${isMerged}
          and (p.scope @> jsonb_build_array(jsonb_build_object('field', 'procedureCode', 'value', ${code}::text))
            or exists (select from pattern_relations r where r.organization_id = ${organization.id} and r.pattern_id = p.id and r.kind = 'procedure_code' and r.reference = ${code}))
        order by p.score_impact desc nulls last, p.id`),
    }))
    const { reference, facts, isComputed, policies, patterns } = found
    const licensed = texts.values().next().value ?? null
    if (!licensed && !reference && !facts && policies.length === 0)
      throw new OverturnError(
        'not_found',
        `Nothing is known of procedure code "${code}" in ${organization.name}: no reference text, no policy, no loaded list, ${isComputed ? 'and no line of the last twelve months' : 'and its claims have not been computed yet: that happens every night'}.`,
        isComputed ? {} : { command: 'overturn codes refresh' },
      )
    return {
      procedureCode: code,
      licensed,
      reference,
      own: facts && { origin: 'own claims' as const, ...factsOf(facts) },
      ownStatus: facts ? ('computed' as const) : isComputed ? ('no_lines' as const) : ('not_computed' as const),
      policies,
      patterns: patterns.map(patternOf),
      asOf: now.toISOString(),
    }
  },
})

type PatternOfCode = Pick<PatternRow, 'id' | 'title' | 'description' | 'origin' | 'denialReason' | 'status'> & { scope: unknown; denialRate: number | null }

function patternOf({ id, title, status, scope, denialRate, ...told }: PatternOfCode): CodeIntelligence['patterns'][number] {
  return { id, title, sentence: sentenceOf({ title, ...told }), scope: scopeFrom(scope), status, denialRate: roundRate(denialRate) }
}

async function readReference(tx: TenantTransaction, organizationId: number, code: string): Promise<Reference | null> {
  const row = await tx.row<ReferenceRow>(sql`
    select r.source, r.reference_url as "referenceUrl", r.updated_at as "updatedAt", r.description, r.category, r.average_reimbursement as "averageReimbursement",
           r.frequency_limit_count as "limitCount", r.frequency_limit_period as "limitPeriod", r.age_restriction_min as "ageMin", r.age_restriction_max as "ageMax",
           r.required_modifiers as "requiredModifiers", r.related_codes as "relatedCodes", r.common_denial_reasons as "commonDenialReasons",
           r.common_mistakes as "commonMistakes", r.fix_guidance as "fixGuidance", r.extra as other
    from code_intelligence r where r.organization_id = ${organizationId} and r.procedure_code = ${code}`)
  if (!row) return null
  const { averageReimbursement, limitCount, limitPeriod, updatedAt, ...same } = row
  return {
    origin: 'imported reference',
    ...same,
    importedAt: updatedAt.toISOString(),
    averageReimbursement: averageReimbursement === null ? null : dollarsOf(averageReimbursement),
    frequencyLimit: limitCount === null || limitPeriod === null ? null : { count: limitCount, period: limitPeriod },
  }
}
