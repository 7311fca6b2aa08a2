import { sql, type SQL } from 'drizzle-orm'
import { ofClaims, type Claims } from '../computation/days.sql.ts'
import { providerOfClaim } from '../measures/provider-daily/days.sql.ts'
import { chosen, matches, type PolicyChoice } from './choice.ts'

/**
 * The conditions of the policies, one row each, every list as an array and null where there is none. Diagnoses without the dot. A limit is
 * one that could be read. `modifier_is_open`: lines without the required modifier are kept as well.
 */
const rules = (organizationId: number, policies: PolicyChoice): SQL => sql`
  select p.id, p.effective_date, p.end_date, p.age_min, p.age_max, coalesce(p.frequency_limit_period, p.frequency_limit_days::text) is not null and p.frequency_limit_count is not null as is_limited,
         by_code as modifier_is_open, not by_code and (k.required is not null or k.forbidden is not null or k.places is not null or k.diagnoses is not null or k.prefixes is not null
           or p.age_min is not null or p.age_max is not null or p.frequency_limit_count is not null) as is_without_code, k.*
  from policies p
  cross join lateral (select exists (select from policy_procedure_codes c where c.organization_id = ${organizationId} and c.policy_id = p.id) as by_code) c
  cross join lateral (
    select ${list('modifier_required')} as required, ${list('modifier_forbidden')} as forbidden, ${list('place_of_service')} as places, ${list('claim_type')} as claim_types,
           array_agg(replace(code, '.', '')) filter (where kind = 'diagnosis_code' and right(code, 1) <> '*') as diagnoses,
           array_agg(replace(rtrim(code, '*'), '.', '')) filter (where kind = 'diagnosis_code' and right(code, 1) = '*') as prefixes
    from (select kind, code collate "default" as code from policy_conditions where organization_id = ${organizationId} and policy_id = p.id) every) k
  where p.organization_id = ${organizationId} and ${matches} and ${chosen(policies)}`

const list = (kind: string) => sql.raw(`array_agg(code) filter (where kind = '${kind}')`)

/** Who the patient of a claim `c` is, as a hash: member number, else name, and always the birth date. Null where that is not known. */
const patient = sql.raw(`
  case when c.patient_dob is not null then left(encode(sha256(convert_to(
    coalesce('member ' || nullif(btrim(c.member_id), ''), 'name ' || nullif(lower(btrim(c.patient_name)), '')) || ' ' || c.patient_dob, 'UTF8')), 'hex'), 32) end`)

/** Claims `c` that count on a day of service, of those that the work is about. */
const isCounted = (claims: Claims): SQL =>
  sql`c.use = 'claim' and not c.is_duplicate and c.date_of_service is not null and ${ofClaims(claims, { day: 'c.date_of_service', id: 'c.id' })}`

/**
 * The lines of those claims that meet the conditions of a policy (ADR 0013), but for the limit, and where the policy names
 * procedure codes also for the required modifier. Claims first, by their day or key; then their lines, by key, each once: the same plan with table
 * statistics or without. A claim without lines is one line of its own, number 0, with all its codes. In the columns of policy_hits:
 *
 * policy_id, claim_id, line_number
 * service_date                  day of service of the claim
 * has_modifier                  bears a required modifier, or none is required
 * denied                        the first decision denied the line, by itself or with the whole claim; null without a decision
 * amount                        charge of a line that was denied (of a claim without lines: what was denied of it); else null
 * provider_id                   who rendered the service, where the claim says so, else who billed
 * patient, counted_on, units    of a policy with a limit: whose, the line's own day, how much; else null
 */
export const matchingLines = (organizationId: number, claims: Claims, policies: PolicyChoice): SQL => sql`
  with rule as materialized (${rules(organizationId, policies)}),
  line as materialized (
    select c.id as claim_id, c.date_of_service as service_date, c.claim_type, c.patient_dob, c.member_id, c.patient_name, ${providerOfClaim} as provider_id,
           l.billed_amount as amount, l.line_number, l.procedure_code, l.modifiers, coalesce(l.place_of_service, c.place_of_service) as place,
           case when cardinality(l.diagnosis_codes) > 0 then l.diagnosis_codes else c.diagnosis_codes end as line_diagnoses,
           coalesce(l.date_of_service, c.date_of_service) as day, coalesce(l.units, 1) as units,
           case when c.initial_outcome is not null then l.initially_denied or (c.initial_outcome = 'denied' and c.denied_line_count = 0) end as denied
    from claims c cross join lateral (
      select * from claim_line_items l
      where l.organization_id = ${organizationId} and l.claim_id = c.id and not l.is_duplicate
        and (l.procedure_code = any(array(select code from policy_procedure_codes where organization_id = ${organizationId})) or (select bool_or(is_without_code) from rule)) offset 0) l
    where c.organization_id = ${organizationId} and ${isCounted(claims)}
    union all
    select c.id, c.date_of_service, c.claim_type, c.patient_dob, c.member_id, c.patient_name, ${providerOfClaim}, c.denied_amount, 0, code, c.modifiers, c.place_of_service, c.diagnosis_codes, c.date_of_service, 1,
           case when c.initial_outcome is not null then c.initial_outcome = 'denied' end
    from claims c left join lateral unnest(c.procedure_codes) code on true
    where c.organization_id = ${organizationId} and c.line_count = 0 and ${isCounted(claims)}),
  candidate as (
    select c.*, r.* from line c
    join policy_procedure_codes code on code.organization_id = ${organizationId} and code.code = c.procedure_code
    join rule r on r.id = code.policy_id
    union all
    select c.*, r.* from line c join rule r on r.is_without_code)
  select distinct c.id as policy_id, c.claim_id, c.line_number, c.service_date, c.required is null or c.modifiers && c.required as has_modifier, c.denied, case when c.denied then c.amount end as amount, c.provider_id,
         case when c.is_limited then ${patient} end as patient, case when c.is_limited then c.day end as counted_on, case when c.is_limited then c.units end as units
  from candidate c
  where (c.effective_date is null or c.day >= c.effective_date) and (c.end_date is null or c.day <= c.end_date)
    and (c.age_min is null and c.age_max is null or c.patient_dob <= c.day and extract(year from age(c.day::timestamp, c.patient_dob::timestamp)) between coalesce(c.age_min, 0) and coalesce(c.age_max, 999))
    and (c.claim_types is null or c.claim_type is null or c.claim_type = any(c.claim_types)) and (c.places is null or c.place = any(c.places))
    and (c.required is null or c.modifier_is_open or c.modifiers && c.required) and (c.forbidden is null or not c.modifiers && c.forbidden)
    and (c.diagnoses is null and c.prefixes is null or exists (
      select from unnest(c.line_diagnoses) as d(code) where replace(d.code, '.', '') = any(c.diagnoses) or exists (select from unnest(c.prefixes) as p(start) where starts_with(replace(d.code, '.', ''), p.start))))
    and (not c.is_limited or ${patient} is not null)`
