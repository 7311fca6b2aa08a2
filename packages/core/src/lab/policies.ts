import { sql } from 'drizzle-orm'
import type { CheckedClaim, CheckedLine } from '../checks/claim-input.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { roundRate } from '../patterns/row.ts'
import { matches } from '../policies/choice.ts'

/** A policy as far as a claim without its patient can be held against it; an empty list asks for nothing. */
export interface PolicyRule {
  id: string
  name: string
  effectiveDate: IsoDate | null
  endDate: IsoDate | null
  codes: string[]
  required: string[]
  forbidden: string[]
  places: string[]
  claimTypes: string[]
  /** Without the dot; a trailing * is any code that begins so. */
  diagnoses: string[]
  denialRate: number | null
  /** It also asks for the age of the patient or for earlier services: whether these are met, only the claim itself has shown. */
  asksMore: boolean
  metBefore: boolean
}

/** The policies in force that name one of these procedure codes. Those that name none say nothing of a single line, and are left out. */
export async function readPolicyRules(
  tx: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  { claimId, codes }: { claimId: string; codes: readonly string[] },
): Promise<PolicyRule[]> {
  const listed = (kind: string) =>
    sql`array(select k.code from policy_conditions k where k.organization_id = p.organization_id and k.policy_id = p.id and k.kind = ${kind} order by 1)`
  const rows = await tx.rows<PolicyRule>(sql`
    select p.id, p.name, p.effective_date::text as "effectiveDate", p.end_date::text as "endDate", p.denial_rate as "denialRate",
           array(select c.code from policy_procedure_codes c where c.organization_id = p.organization_id and c.policy_id = p.id order by 1) as codes,
           ${listed('modifier_required')} as required, ${listed('modifier_forbidden')} as forbidden, ${listed('place_of_service')} as places,
           ${listed('claim_type')} as "claimTypes", ${listed('diagnosis_code')} as diagnoses,
           coalesce(p.age_min, p.age_max, p.frequency_limit_count) is not null as "asksMore",
           exists (select from policy_hits h where h.organization_id = p.organization_id and h.policy_id = p.id and h.claim_id = ${claimId}) as "metBefore"
    from policies p
    where p.organization_id = ${organizationId} and ${matches} and p.id in (
      select policy_id from policy_procedure_codes where organization_id = ${organizationId} and code = any(${sql.param(codes)}::text[]))
    order by p.id`)
  return rows.map((row) => ({ ...row, denialRate: roundRate(row.denialRate) }))
}

/** The policies that speak of a line, and whether it bears a modifier that each asks for; null where none is asked for. */
export function policiesOf(rules: readonly PolicyRule[], claim: CheckedClaim, line: CheckedLine): { rule: PolicyRule; hasModifier: boolean | null }[] {
  return rules
    .filter((rule) => covers(rule, claim, line))
    .map((rule) => ({ rule, hasModifier: rule.required.length === 0 ? null : rule.required.some((modifier) => line.modifiers.includes(modifier)) }))
}

/** The same conditions as in policies/matching.sql.ts. */
function covers(rule: PolicyRule, { claimType, serviceDate }: CheckedClaim, line: CheckedLine): boolean {
  const open = <Value>(values: readonly Value[], fits: (value: Value) => boolean) => values.length === 0 || values.some(fits)
  return (
    rule.codes.includes(line.procedureCode ?? '') &&
    (rule.effectiveDate === null || (serviceDate !== null && serviceDate >= rule.effectiveDate)) &&
    (rule.endDate === null || (serviceDate !== null && serviceDate <= rule.endDate)) &&
    (claimType === null || open(rule.claimTypes, (type) => type === claimType)) &&
    open(rule.places, (place) => place === line.placeOfService) &&
    !rule.forbidden.some((modifier) => line.modifiers.includes(modifier)) &&
    open(rule.diagnoses, (wanted) => line.diagnosisCodes.some((code) => isDiagnosis(code, wanted))) &&
    (!rule.asksMore || rule.metBefore)
  )
}

function isDiagnosis(code: string, wanted: string): boolean {
  const [given, asked] = [code.replaceAll('.', ''), wanted.replaceAll('.', '')]
  return asked.endsWith('*') ? given.startsWith(asked.slice(0, -1)) : given === asked
}
