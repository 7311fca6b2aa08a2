import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import { inScope } from './scope/sql.ts'
import { adjudicated } from './scope/scoped.sql.ts'
import type { Condition, ScopeField } from './scope/condition.ts'

/** Paid lines served so many days before or after the denied one are looked at: the payer's rules were the same, and the claims of a few days are quickly read. */
export const TWIN_DAYS = 7
/** Paid lines shown beside a denied one. */
const MOST = 3

/** What a claim says of a service; who pays, who renders and what was done that day nobody changes to be paid. */
const CHANGEABLE: readonly ScopeField[] = ['modifier', 'diagnosis', 'placeOfService', 'daysToSubmission']

/** A line as both sides show it; amounts are cents. */
export interface TwinLine {
  claimId: string
  /** 0 for a denial of the claim as a whole. */
  lineNumber: number
  serviceDate: IsoDate | null
  payerId: string | null
  procedureCode: string | null
  modifiers: string[]
  diagnosisCodes: string[]
  placeOfService: string | null
  providerId: string | null
  billed: number
}

export interface TwinRow extends TwinLine {
  /** Most alike first; `unmet` is the position of the one condition that the line does not meet, null where it meets all. */
  paid: (TwinLine & { paid: number; unmet: number | null })[]
}

/** What is shown of line `l` of claim `c`; of a claim as a whole (`l` null-extended) what the claim says. */
const shown = (lineNumber: SQL): SQL => sql`
  c.id as "claimId", ${lineNumber} as "lineNumber", c.date_of_service as "serviceDate", c.payer_id as "payerId", coalesce(l.procedure_code, c.procedure_codes[1]) as "procedureCode",
  coalesce(l.modifiers, c.modifiers) as modifiers, case when cardinality(l.diagnosis_codes) > 0 then l.diagnosis_codes else c.diagnosis_codes end as "diagnosisCodes",
  coalesce(l.place_of_service, c.place_of_service) as "placeOfService", coalesce(l.rendering_provider_id, c.rendering_provider_id, c.provider_id) as "providerId"`

/**
 * One page of the pattern's denied lines, latest first, each with the paid lines that are most like it: of the same payer and procedure code, served within
 * a week of it, in the scope or one condition away from it, on claims without a denial in the pattern. Alike are, in this order: conditions met (of those
 * one away, first what differs in something that a claim can be changed in), modifiers, place, diagnoses, provider, day.
 */
export function twinsOf(organizationId: number, id: string, scope: readonly Condition[], { page, limit }: { page: number; limit: number }): SQL {
  const mine = (alias: string) => sql`${sql.raw(alias)}.organization_id = ${organizationId}`
  const unmet = sql.join(
    scope.map((condition, index) => sql`case when not ${inScope([condition])} then ${sql.raw(String(index))} end`),
    sql`, `,
  )
  const changeable = sql.param(scope.flatMap(({ field }, index) => (CHANGEABLE.includes(field) ? [index] : [])))
  return sql`
    with denied as materialized (
      select ${shown(sql`pc.line_number`)}, (pc.amount * 100)::int8 as billed
      from (
        select claim_id, line_number, service_date, amount from pattern_claims
        where organization_id = ${organizationId} and pattern_id = ${id} and denied
        order by service_date desc nulls last, claim_id, line_number limit ${limit} offset ${(page - 1) * limit}) pc
      join claims c on ${mine('c')} and c.id = pc.claim_id
      left join claim_line_items l on ${mine('l')} and l.claim_id = pc.claim_id and l.line_number = pc.line_number)
    select d.*, coalesce(twin.paid, '[]') as paid from denied d
    left join lateral (
      select json_agg(row_to_json(t) order by t.place) as paid from (
        select "claimId", "lineNumber", "serviceDate", "payerId", "procedureCode", modifiers, "diagnosisCodes", "placeOfService", "providerId", billed, paid, unmet[1] as unmet,
          row_number() over (order by cardinality(unmet), unmet[1] <> all(${changeable}::int[]), modifiers is distinct from d.modifiers, "placeOfService" is distinct from d."placeOfService",
            not "diagnosisCodes" && d."diagnosisCodes", "providerId" is distinct from d."providerId", abs("serviceDate" - d."serviceDate"), "claimId", "lineNumber") as place
        from (
          select ${shown(sql`l.line_number`)}, (l.billed_amount * 100)::int8 as billed, (l.paid_amount * 100)::int8 as paid,
                 array_remove(array[${unmet}]::int[], null) as unmet
          from claims c join claim_line_items l on ${mine('l')} and l.claim_id = c.id
          where ${mine('c')} and c.payer_id = d."payerId" and c.date_of_service = any(array(select d."serviceDate" + n from generate_series(${-TWIN_DAYS}::int, ${TWIN_DAYS}::int) n))
            and ${adjudicated} and l.procedure_code = d."procedureCode" and l.paid_amount > 0 and not l.initially_denied
            and not exists (select from pattern_claims other where other.organization_id = ${organizationId} and other.pattern_id = ${id} and other.claim_id = c.id and other.denied)) candidate
        where cardinality(unmet) <= 1 order by place limit ${MOST}) t) twin on true
    order by d."serviceDate" desc nulls last, d."claimId", d."lineNumber"`
}

export const countDenials = (organizationId: number, id: string): SQL =>
  sql`select count(*)::int as total from pattern_claims where organization_id = ${organizationId} and pattern_id = ${id} and denied`
