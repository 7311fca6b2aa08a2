import { sql } from 'drizzle-orm'
import { defineOperation } from '../../operation.ts'
import { paginate } from '../../schemas.ts'
import { factColumns, factsOf, type FactRow } from './row.ts'
import { listCodePerformanceInput, listCodePerformanceOutput } from './schemas.ts'

const ORDERS = {
  deniedAmount: sql.raw('f.denied_amount desc, f.procedure_code'),
  deniedLines: sql.raw('f.denied_line_count desc, f.procedure_code'),
  lines: sql.raw('f.line_count desc, f.procedure_code'),
}

export const listCodePerformance = defineOperation({
  name: 'codes.performance',
  kind: 'read',
  summary: "Lists the procedure codes of the organization's own claims by what was denied of them; empty until computed.",
  input: listCodePerformanceInput,
  output: listCodePerformanceOutput,
  async run({ db, organization }, { code, sort, page, limit }) {
    const prefix = code?.trim().toUpperCase() ?? ''
    const matching = sql`code_performance f where f.organization_id = ${organization.id} and starts_with(f.procedure_code, ${prefix})`
    const { total, rows } = await db.transaction(async (tx) => ({
      total: (await tx.row<{ total: number }>(sql`select count(*)::int as total from ${matching}`))!.total,
      rows: await tx.rows<FactRow>(sql`
        select ${factColumns} from ${matching}
        order by ${ORDERS[sort]} limit ${limit} offset ${(page - 1) * limit}`),
    }))
    return { codes: rows.map(factsOf), pagination: paginate(total, { page, limit }) }
  },
})
