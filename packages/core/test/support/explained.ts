import type { PoolClient } from 'pg'
import type { Context } from '../../src/context.ts'
import type { Database } from '../../src/db/connect.ts'
import { tenantDatabase } from '../../src/db/tenant.ts'

/** A statement as it ran: what it reads of each table, row by row, and how long it took. */
export interface Explained {
  text: string
  ms: number
  nodes: TableNode[]
}

export interface TableNode {
  node: string
  table: string
  index: string | null
  /** Rows that were looked at, those that a filter threw away too. */
  rows: number
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

/**
 * The same context over connections that explain every SELECT and WITH, with its parameters, right before they run it: in the same transaction, with
 * the same role and row-level security. Whatever is asked of an organization's data passes here.
 */
export function explaining(context: Context): { context: Context; taken(): Explained[] } {
  const statements: Explained[] = []
  const { pool } = context.database
  const connect = async () => {
    const client = await pool.connect()
    const query = async (text: string, params?: unknown[]) => {
      if (!/^\s*(?:select|with)\b/i.test(text)) return client.query(text, params)
      const nodes = await explain(client, text, params)
      const since = performance.now()
      const result = await client.query(text, params)
      statements.push({ text, nodes, ms: performance.now() - since })
      return result
    }
    return { query, release: (error?: Error) => client.release(error) }
  }
  const database = { ...context.database, pool: { connect, query: pool.query.bind(pool) } as unknown as Database['pool'] }
  return {
    context: { ...context, database, db: tenantDatabase(database, context.organization.id) },
    taken: () => statements.splice(0),
  }
}

/** Runs the statement inside EXPLAIN, so that rows are counted and not only guessed; a savepoint takes back what it wrote. */
async function explain(client: PoolClient, text: string, params?: unknown[]): Promise<TableNode[]> {
  await client.query('savepoint explained')
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (analyze, timing off, format json) ${text}`, params)
  await client.query('rollback to savepoint explained')
  return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => tableNodes(Plan)))
}

function tableNodes(plan: PlanNode): TableNode[] {
  const table = plan['Relation Name']
  const looked = plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  const own =
    table === undefined ? [] : [{ node: plan['Node Type'], table, index: plan['Index Name'] ?? null, rows: Math.round(looked * plan['Actual Loops']) }]
  return [...own, ...(plan.Plans ?? []).flatMap(tableNodes)]
}
