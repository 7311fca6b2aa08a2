import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import { adjudicated } from '../patterns/scope/scoped.sql.ts'
import { inScope } from '../patterns/scope/sql.ts'
import type { LabLine } from './claim.ts'

/** Days around the service in which a paid line is looked for: the payer's rules were most alike nearby, and what is near is quickly read. */
const WITHIN_DAYS = [7, 30, 120, 365] as const

export interface PaidLine {
  claimId: string
  lineNumber: number
  serviceDate: IsoDate
  procedureCode: string
  modifiers: string[]
  diagnosisCodes: string[]
  placeOfService: string | null
  hasAuthorization: boolean
  /** Cents. */
  billed: number
  paid: number
}

export interface Proof {
  patternId: string
  payerId: string
  serviceDate: IsoDate
  line: Pick<LabLine, 'procedureCode' | 'modifiers' | 'diagnosisCodes' | 'placeOfService'>
  /** The denied situation: what the paid line shares, and what it must not meet. */
  shared: readonly Condition[]
  unmet: readonly Condition[]
  /** What was edited on the line, which the paid line has to show. */
  shows?: { modifiers?: Edited; diagnoses?: Edited; placeOfService?: string | null; authorization?: boolean }
}
interface Edited {
  added: readonly string[]
  removed: readonly string[]
}

/**
 * The paid line that is most like a denied one but for what was the answer: of its payer and procedure, in the same situation, none of the conditions met
 * that are to be left, with every edit on it. Null where no claim within a year shows it.
 */
export async function paidLineFor(tx: Pick<TenantTransaction, 'row'>, organizationId: number, proof: Proof): Promise<PaidLine | null> {
  for (const days of WITHIN_DAYS) {
    const found = await tx.row<PaidLine>(paidLine(organizationId, proof, days))
    if (found) return found
  }
  return null
}

const diagnoses = sql.raw('case when cardinality(l.diagnosis_codes) > 0 then l.diagnosis_codes else c.diagnosis_codes end')
const list = (values: readonly string[]) => sql`${sql.param(values)}::text[]`
const authorized = sql`coalesce(c.prior_authorization, '') <> ''`

function paidLine(organizationId: number, { patternId, payerId, serviceDate, line, shared, unmet, shows = {} }: Proof, days: number): SQL {
  const shown = (values: SQL, { added, removed }: Edited) => sql`${values} @> ${list(added)} and not ${values} && ${list(removed)}`
  const conditions = [
    inScope(shared),
    ...unmet.map((condition) => sql`not ${inScope([condition])}`),
    ...(shows.modifiers ? [shown(sql`l.modifiers`, shows.modifiers)] : []),
    ...(shows.diagnoses ? [shown(diagnoses, shows.diagnoses)] : []),
    ...(shows.placeOfService === undefined ? [] : [sql`coalesce(l.place_of_service, c.place_of_service) is not distinct from ${shows.placeOfService}`]),
    ...(shows.authorization ? [authorized] : []),
  ]
  return sql`
    select c.id as "claimId", l.line_number as "lineNumber", c.date_of_service as "serviceDate", l.procedure_code as "procedureCode", l.modifiers,
           ${diagnoses} as "diagnosisCodes", coalesce(l.place_of_service, c.place_of_service) as "placeOfService", ${authorized} as "hasAuthorization",
           (l.billed_amount * 100)::int8 as billed, (l.paid_amount * 100)::int8 as paid
    from claims c join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id
    where c.organization_id = ${organizationId} and c.payer_id = ${payerId} and ${adjudicated}
      and c.date_of_service = any(array(select ${serviceDate}::date + n from generate_series(${-days}::int, ${days}::int) n))
      and l.procedure_code = ${line.procedureCode} and l.paid_amount > 0 and not l.initially_denied and ${sql.join(conditions, sql` and `)}
      and not exists (select from pattern_claims other
        where other.organization_id = ${organizationId} and other.pattern_id = ${patternId} and other.claim_id = c.id and other.denied)
    order by l.modifiers is distinct from ${list(line.modifiers)}, coalesce(l.place_of_service, c.place_of_service) is distinct from ${line.placeOfService},
             not ${diagnoses} && ${list(line.diagnosisCodes)}, abs(c.date_of_service - ${serviceDate}::date), c.id, l.line_number
    limit 1`
}
