import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'
import type { IsoDate } from '../../src/dates.ts'
import type { policyConditionKinds, policyModes } from '../../src/db/schema/policies.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'

export interface PolicySpec {
  id: string
  mode?: (typeof policyModes)[number]
  codes?: string[]
  conditions?: Partial<Record<(typeof policyConditionKinds)[number], string[]>>
  ages?: [min: number | null, max: number | null]
  effective?: [from: IsoDate | null, to: IsoDate | null]
  /** So many per period, or per that many days. */
  most?: number
  per?: 'day' | 'week' | 'month' | 'year' | number
  status?: 'pending' | 'complete'
}

/** Policies as an import leaves them, or (`complete`) as a computation before there were claims did. One that is there is replaced. */
export async function insertPolicies({ db, organization }: Pick<Context, 'db' | 'organization'>, specs: readonly PolicySpec[]): Promise<void> {
  const { id: organizationId } = organization
  await db.transaction(async (tx) => {
    for (const { id, mode = 'active', codes = [], conditions = {}, ages, effective, most, per, status = 'pending' } of specs) {
      const period = typeof per === 'string' ? per : null
      const days = typeof per === 'number' ? per : null
      await tx.run(sql`
        insert into policies (organization_id, id, name, mode, age_min, age_max, effective_date, end_date, frequency_limit_count, frequency_limit_period, frequency_limit_days, computation_status)
        values (${organizationId}, ${id}, ${`Policy ${id}`}, ${mode}, ${ages?.[0] ?? null}, ${ages?.[1] ?? null}, ${effective?.[0] ?? null}, ${effective?.[1] ?? null}, ${most ?? null}, ${period}, ${days}, ${status})
        on conflict (organization_id, id) do update set mode = excluded.mode, age_min = excluded.age_min, age_max = excluded.age_max, effective_date = excluded.effective_date, end_date = excluded.end_date,
          frequency_limit_count = excluded.frequency_limit_count, frequency_limit_period = excluded.frequency_limit_period, frequency_limit_days = excluded.frequency_limit_days, computation_status = excluded.computation_status`)
      await tx.run(sql`delete from policy_procedure_codes where policy_id = ${id}`)
      await tx.run(sql`delete from policy_conditions where policy_id = ${id}`)
      for (const code of codes)
        await tx.run(sql`insert into policy_procedure_codes (organization_id, policy_id, code) values (${organizationId}, ${id}, ${code})`)
      for (const [kind, list] of Object.entries(conditions))
        for (const code of list)
          await tx.run(sql`insert into policy_conditions (organization_id, policy_id, kind, code) values (${organizationId}, ${id}, ${kind}, ${code})`)
    }
  })
}

export interface Visit extends ClaimSpec {
  member?: string | null
  name?: string
  born?: IsoDate | null
  /** Of each line, where not 1. */
  units?: number[]
  /** Of each line, where not the claim's. */
  lineDays?: IsoDate[]
}

/** Claims of patients. */
export async function insertVisits(context: Pick<Context, 'db' | 'organization'>, visits: readonly Visit[]): Promise<void> {
  await insertClaims(context, visits)
  const patients = visits.map(({ id, member = null, name = null, born = null }) => ({ id, member, name, born }))
  const lines = visits.flatMap(({ id, units = [], lineDays = [] }) =>
    Array.from({ length: Math.max(units.length, lineDays.length) }, (_, at) => ({ id, line: at + 1, units: units[at] ?? 1, day: lineDays[at] ?? null })),
  )
  await context.db.transaction(async (tx) => {
    await tx.run(sql`
      update claims c set member_id = v.member, patient_name = v.name, patient_dob = v.born
      from json_to_recordset(${JSON.stringify(patients)}::json) as v(id text, member text, name text, born date) where c.id = v.id`)
    await tx.run(sql`
      update claim_line_items l set units = v.units, date_of_service = coalesce(v.day, l.date_of_service)
      from json_to_recordset(${JSON.stringify(lines)}::json) as v(id text, line int, units numeric, day date) where l.claim_id = v.id and l.line_number = v.line`)
  })
}

/** The lines that hit, `claim/line`, by policy. */
export async function storedHits({ db }: Pick<Context, 'db'>): Promise<Record<string, string[]>> {
  const rows = await db.rows<{ policy: string; lines: string[] }>(sql`
    select policy_id as policy, array_agg(claim_id || '/' || line_number) as lines
    from policy_hits where has_modifier and exceeds_limit group by 1 order by 1`)
  return Object.fromEntries(rows.map(({ policy, lines }) => [policy, lines.sort()]))
}
