import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { PoolClient } from 'pg'
import type { Database } from './connect.ts'
import { inTransaction } from './transaction.ts'

/** A transaction that sees and writes one organization's rows only. */
export interface TenantTransaction {
  orm: NodePgDatabase
  /** Runs a statement and returns its rows as the type the caller states. */
  rows<Row extends object>(statement: SQL): Promise<Row[]>
  /** The first row, or null. */
  row<Row extends object>(statement: SQL): Promise<Row | null>
  /** Runs a statement for its effect; the number of rows it touched. */
  run(statement: SQL): Promise<number>
}

/**
 * What a transaction may do. `overturn_app`: everything within the organization. `overturn_reader`: read, but for what says who a patient is;
 * `overturn_identifier`: read that too.
 */
export type DatabaseRole = 'overturn_app' | 'overturn_reader' | 'overturn_identifier'

/** One organization's data. Every use is a short transaction of its own: through the embedded socket a transaction has the database to itself. */
export interface TenantDatabase extends Omit<TenantTransaction, 'orm'> {
  organizationId: number
  /** The same rows with fewer rights. */
  as(role: DatabaseRole): TenantDatabase
  transaction<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T>
}

/**
 * Row-level security binds neither superusers nor, on the embedded engine, anybody: every transaction steps down to a role first.
 * Rows of files still being merged are hidden, except from the import that writes them (`sees`).
 * SET takes no parameters; the ids are whole numbers by type and checked again here.
 */
function enter(organizationId: number, sees: number | null, role: DatabaseRole): string {
  if (!Number.isSafeInteger(organizationId) || (sees !== null && !Number.isSafeInteger(sees)))
    throw new TypeError('organization and import ids are whole numbers')
  return `begin; set local role ${role}; set local app.organization_id = '${organizationId}'; set local app.own_import = '${sees ?? ''}'`
}

const dialect = new PgDialect()

/** Statements go to `pg` directly: drizzle's own execution would replace our column types (64-bit counts as text, moments as text). */
function transactionOn(client: PoolClient): TenantTransaction {
  const send = <Row extends object>(statement: SQL) => {
    const { sql: text, params } = dialect.sqlToQuery(statement)
    return client.query<Row>(text, params)
  }
  const rows = async <Row extends object>(statement: SQL) => (await send<Row>(statement)).rows
  return {
    orm: drizzle(client),
    rows,
    row: async <Row extends object>(statement: SQL) => (await rows<Row>(statement))[0] ?? null,
    run: async (statement) => (await send(statement)).rowCount ?? 0,
  }
}

/** The organization's view of the database. `sees` names the unfinished import whose rows this view may see. */
export function tenantDatabase(database: Database, organizationId: number, sees: number | null = null, role: DatabaseRole = 'overturn_app'): TenantDatabase {
  const start = enter(organizationId, sees, role)
  const transaction = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
    inTransaction(database.pool, start, (client) => work(transactionOn(client)))
  return {
    organizationId,
    as: (role) => tenantDatabase(database, organizationId, sees, role),
    transaction,
    rows: (statement) => transaction((tx) => tx.rows(statement)),
    row: (statement) => transaction((tx) => tx.row(statement)),
    run: (statement) => transaction((tx) => tx.run(statement)),
  }
}
