import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import type { TenantDatabase, TenantTransaction } from '../../../src/db/tenant.ts'
import { removeParties } from '../../../src/imports/undo/remove-parties.ts'

const dialect = new PgDialect()

/** The statements of each transaction that removes 12 payers and 12 providers of an import. */
async function statementsFor(sha256: string): Promise<string[][]> {
  const transactions: string[][] = []
  const ids = Array.from({ length: 12 }, (_, index) => ({ id: `P${index}` }))
  const db = {
    organizationId: 1,
    row: async () => ({ sha256 }),
    rows: async () => ids,
    transaction: async (work: (tx: TenantTransaction) => Promise<unknown>) => {
      const statements: string[] = []
      const run = async (statement: SQL) => statements.push(dialect.sqlToQuery(statement).sql)
      await work({ run } as unknown as TenantTransaction)
      transactions.push(statements)
    },
  } as unknown as TenantDatabase
  await removeParties(db, 7)
  return transactions
}

it('what a preview brought is looked for nowhere', async () => {
  const statements = (await statementsFor('preview:1')).flat()
  expect(statements).toHaveLength(24)
  expect(statements.filter((statement) => statement.includes('exists'))).toEqual([])
})

it('what an import brought is looked for one by one, few in a transaction', async () => {
  const transactions = await statementsFor('a'.repeat(64))
  expect(transactions.map((statements) => statements.length)).toEqual([5, 5, 2, 5, 5, 2])
  expect(transactions.flat().every((statement) => statement.split('not exists').length > 4)).toBe(true)
})
