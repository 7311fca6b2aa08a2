import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { sql, type SQL } from 'drizzle-orm'
import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { claimId } from '../../../packages/core/test/support/many-claims.ts'

/** What questions about windows need of the claims: columns with DuckDB's types, and where they come from. */
const TABLES = [
  {
    name: 'claims',
    columns: {
      id: 'varchar',
      payer: 'varchar',
      provider: 'varchar',
      served: 'date',
      submitted: 'date',
      status: 'varchar',
      initial: 'varchar',
      final: 'varchar',
      duplicate: 'boolean',
      billed: 'decimal(14,2)',
      paid: 'decimal(14,2)',
      denied: 'decimal(14,2)',
      first_denied: 'date',
    },
    from: (within: SQL) => sql`
      select c.id, array[c.id, payer_id, coalesce(rendering_provider_id, provider_id), date_of_service::text, submission_date::text, status, initial_outcome, final_outcome, is_duplicate::text,
                   billed_amount::text, paid_amount::text, denied_amount::text, first_denied_on::text] as cells
      from claims c where ${within} order by c.id`,
  },
  {
    name: 'lines',
    columns: { claim: 'varchar', line: 'integer', billed: 'decimal(14,2)', reason: 'varchar', denied: 'boolean', duplicate: 'boolean' },
    from: (within: SQL) => sql`
      select c.id, array[c.id, l.line_number::text, l.billed_amount::text, l.denial_reason, l.initially_denied::text, l.is_duplicate::text] as cells
      from claims c join claim_line_items l on l.organization_id = c.organization_id and l.claim_id = c.id where ${within} order by c.id, l.line_number`,
  },
  {
    name: 'payments',
    columns: { claim: 'varchar', line: 'integer', decided: 'date', paid: 'decimal(14,2)' },
    from: (within: SQL) => sql`
      select c.id, array[c.id, l.claim_line_number::text, a.decided_on::text, l.paid_amount::text] as cells
      from claims c join adjudications a on a.organization_id = c.organization_id and a.claim_id = c.id and a.is_cash
      join adjudication_lines l on l.organization_id = a.organization_id and l.adjudication_id = a.id where ${within} order by c.id, a.id, l.line_number`,
  },
  {
    name: 'pattern_claims',
    columns: { pattern: 'varchar', claim: 'varchar', line: 'integer' },
    from: (within: SQL) => sql`
      select c.id, array[p.pattern_id, c.id, p.line_number::text] as cells
      from claims c join pattern_claims p on p.organization_id = c.organization_id and p.claim_id = c.id and p.denied where ${within} order by c.id, p.pattern_id, p.line_number`,
  },
  {
    name: 'policy_hits',
    columns: { policy: 'varchar', claim: 'varchar', line: 'integer' },
    from: (within: SQL) => sql`
      select c.id, array[p.policy_id, c.id, p.line_number::text] as cells
      from claims c join policy_hits p on p.organization_id = c.organization_id and p.claim_id = c.id and p.has_modifier and p.exceeds_limit where ${within} order by c.id, p.policy_id, p.line_number`,
  },
] as const

/** Claims that go over in one answer. */
const PAGE = 10_000

/** The same rows in a column store in memory: what a scan of them costs at the least. */
export interface Floor {
  /** Rows as the driver gives them. */
  ask(question: string): Promise<unknown[][]>
  close(): void
}

export async function copyToDuck(db: TenantDatabase, claims: number, folder: string): Promise<Floor> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const { name, columns, from } of TABLES) {
    const path = join(folder, `${name}.tsv`)
    await appendFile(path, '')
    for (let at = 0; at < claims; at += PAGE) {
      const within = sql`c.organization_id = ${db.organizationId} and c.id > ${claimId(at)} and c.id <= ${claimId(at + PAGE)}`
      // One text for a page: rows one by one would take the driver longer than the database.
      const page = await db.row<{ rows: string | null }>(
        sql`select string_agg(array_to_string(cells, E'\t', '\\N'), E'\n') as rows from (${from(within)}) page`,
      )
      if (page?.rows) await appendFile(path, `${page.rows}\n`)
    }
    await fill(connection, name, columns, path)
    await rm(path)
  }
  return {
    ask: async (question) => (await connection.runAndReadAll(question)).getRows(),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function fill(connection: DuckDBConnection, name: string, columns: Record<string, string>, path: string): Promise<void> {
  const types = Object.entries(columns).map(([column, type]) => `${column}: '${type}'`)
  await connection.run(
    `create table ${name} as select * from read_csv('${path}', delim = '\t', quote = '', escape = '', nullstr = '\\N', header = false, auto_detect = false, columns = {${types.join(', ')}})`,
  )
}
