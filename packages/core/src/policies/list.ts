import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { policyModes } from '../db/schema/policies.ts'
import { defineOperation } from '../operation.ts'
import { isoDate, money, paginate, pagination, paging, rate, text } from '../schemas.ts'

const policy = z.object({
  id: z.string(),
  name: z.string(),
  mode: z.enum(policyModes),
  topic: z.string().nullable(),
  logicType: z.string().nullable(),
  source: z.string().nullable(),
  effectiveDate: isoDate.nullable(),
  endDate: isoDate.nullable(),
  procedureCodes: z.array(z.string()),
  /** Computed from the claims; null until then. What an import stated is in `policies.export`. */
  denialRate: rate,
  appealRate: rate,
  overturnRate: rate,
  impact: money.nullable(),
  lastComputedAt: z.string().nullable(),
})
export type Policy = z.infer<typeof policy>

export const listPoliciesInput = z.strictObject({
  mode: z.enum(['all', ...policyModes]).default('all'),
  search: text(200).optional(),
  ...paging,
})

type Row = Omit<Policy, 'impact' | 'lastComputedAt'> & { impact: string | null; lastComputedAt: Date | null; total: number; known: boolean }

export const listPolicies = defineOperation({
  name: 'policies.list',
  access: 'viewer',
  summary: 'Lists the policies by id, with what is computed of them.',
  input: listPoliciesInput,
  output: z.object({ policies: z.array(policy), pagination }),
  async run({ db, organization }, { mode, search, page, limit }) {
    // Searched as it stands: position() knows no wildcards.
    const needle = search?.toLowerCase() ?? null
    const rows = await db.rows<Row>(sql`
      with matching as (
        select p.* from policies p
        where p.organization_id = ${organization.id} and (${mode} = 'all' or p.mode = ${mode})
          and (${needle}::text is null or position(${needle} in lower(concat_ws(' ', p.id, p.name, p.topic))) > 0
            or exists (select from policy_procedure_codes c where c.organization_id = p.organization_id and c.policy_id = p.id and lower(c.code) = ${needle})))
      select (select count(*) from matching)::int as total, p.id is not null as known, p.id, p.name, p.mode, p.topic, p.logic_type as "logicType", p.source,
             p.effective_date::text as "effectiveDate", p.end_date::text as "endDate", p.denial_rate as "denialRate", p.appeal_rate as "appealRate",
             p.overturn_rate as "overturnRate", p.impact::text, p.last_computed_at as "lastComputedAt",
             array(select c.code from policy_procedure_codes c where c.organization_id = p.organization_id and c.policy_id = p.id order by c.code) as "procedureCodes"
      from (select 1) always left join (select * from matching p order by p.id limit ${limit} offset ${(page - 1) * limit}) p on true
      order by p.id`)
    const policies = rows
      .filter(({ known }) => known)
      .map(({ total: _total, known: _known, impact, lastComputedAt, ...row }) => ({
        ...row,
        impact: impact === null ? null : Number(impact),
        lastComputedAt: lastComputedAt?.toISOString() ?? null,
      }))
    return { policies, pagination: paginate(rows[0]?.total ?? 0, { page, limit }) }
  },
})
