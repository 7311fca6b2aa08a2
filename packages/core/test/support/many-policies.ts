import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'
import type { IsoDate } from '../../src/dates.ts'
import { DIAGNOSES, PROCEDURES } from './many-claims.sql.ts'

const POLICIES = 20
const CODES = 6

/**
 * Policies for the large set of claims: each on six procedure codes, and in turn with a diagnosis chapter, a modifier that must or must not stand, places,
 * an age, a number of services a year, and days on which it begins or ends.
 */
export async function insertManyPolicies({ db }: Pick<Context, 'db'>, until: IsoDate): Promise<void> {
  const { organizationId } = db
  const policies = Array.from({ length: POLICIES }, (_, at) => ({
    id: `POL-${String(at + 1).padStart(3, '0')}`,
    name: `Coverage rule ${at + 1}`,
    topic: ['Imaging', 'Therapy', 'Office visits', 'Laboratory'][at % 4],
    age_min: at % 6 === 4 ? 40 : null,
    frequency_limit_count: at % 6 === 5 ? 3 : null,
    frequency_limit_period: at % 6 === 5 ? 'year' : null,
    codes: Array.from({ length: CODES }, (_, code) => PROCEDURES[(at * CODES + code) % PROCEDURES.length]),
    conditions: conditionsOf(at),
    effective: at % 7 === 0,
  }))
  const given = sql`json_to_recordset(${JSON.stringify(policies)}::json) as p(id text, name text, topic text, age_min int, frequency_limit_count int, frequency_limit_period text, codes json, conditions json, effective boolean)`
  await db.run(sql`
    insert into policies (organization_id, id, name, topic, age_min, frequency_limit_count, frequency_limit_period, effective_date)
    select ${organizationId}::int, id, name, topic, age_min, frequency_limit_count, frequency_limit_period, case when effective then ${until}::date - 200 end from ${given}`)
  await db.run(sql`
    insert into policy_procedure_codes (organization_id, policy_id, code) select ${organizationId}::int, p.id, c from ${given} cross join lateral json_array_elements_text(p.codes) c`)
  await db.run(sql`
    insert into policy_conditions (organization_id, policy_id, kind, code)
    select ${organizationId}::int, p.id, c ->> 'kind', c ->> 'code' from ${given} cross join lateral json_array_elements(p.conditions) c`)
}

function conditionsOf(at: number): { kind: string; code: string }[] {
  switch (at % 6) {
    case 0:
      return [{ kind: 'diagnosis_code', code: `${DIAGNOSES[at % DIAGNOSES.length]!.slice(0, 1)}*` }]
    case 1:
      return [{ kind: 'modifier_required', code: '25' }]
    case 2:
      return [
        { kind: 'place_of_service', code: '11' },
        { kind: 'place_of_service', code: '22' },
      ]
    case 3:
      return [{ kind: 'modifier_forbidden', code: '25' }]
    default:
      return []
  }
}
