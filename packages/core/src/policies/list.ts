import { sql } from 'drizzle-orm'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { policyColumns, policyOf, type PolicyRow } from './row.ts'
import { listPoliciesInput, listPoliciesOutput } from './schemas.ts'

/** Ties are settled by id, so that pages neither repeat nor lose a policy. */
const ORDERS = {
  id: sql.raw('p.id'),
  hits: sql.raw('p.hit_count desc nulls last, p.id'),
  denied: sql.raw('p.denied_count desc nulls last, p.id'),
  impact: sql.raw('p.impact desc nulls last, p.id'),
}

export const listPolicies = defineOperation({
  name: 'policies.list',
  kind: 'read',
  summary: 'Lists the policies with what is computed of them.',
  input: listPoliciesInput,
  output: listPoliciesOutput,
  async run({ db, organization, now }, { mode, search, sort, page, limit }) {
    // Searched as it stands: position() knows no wildcards.
    const needle = search?.toLowerCase() ?? null
    const rows = await db.rows<PolicyRow & { total: number; known: boolean }>(sql`
      with matching as (
        select p.* from policies p
        where p.organization_id = ${organization.id} and (${mode} = 'all' or p.mode = ${mode})
          and (${needle}::text is null or position(${needle} in lower(concat_ws(' ', p.id, p.name, p.topic))) > 0
            or exists (select from policy_procedure_codes c where c.organization_id = p.organization_id and c.policy_id = p.id and lower(c.code) = ${needle})))
      select (select count(*) from matching)::int as total, p.id is not null as known, ${policyColumns}
      from (select 1) always left join (select * from matching p order by ${ORDERS[sort]} limit ${limit} offset ${(page - 1) * limit}) p on true
      order by ${ORDERS[sort]}`)
    const policies = rows.filter(({ known }) => known).map(({ total: _total, known: _known, ...row }) => policyOf(row))
    return { policies, pagination: paginate(rows[0]?.total ?? 0, { page, limit }), asOf: now.toISOString() }
  },
})
