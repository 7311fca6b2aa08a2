import { describe, expect, it } from 'vitest'
import { analyzeTables } from '../../src/db/analyze.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const claimsFrom = (first: number, count: number): ClaimSpec[] =>
  Array.from({ length: count }, (_, at) => ({ id: `C${first + at}`, served: '2025-01-01', decided: '2025-01-08' }))

describe('statistics', () => {
  const use = useDatabase()

  const known = async () => {
    const { rows } = await use.database.pool.query<{ rows: number }>("select reltuples::int as rows from pg_class where oid = 'claims'::regclass")
    return rows[0]!.rows
  }

  it('are taken of tables that grew by more than the share asked for, and of all where none is', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claimsFrom(0, 400))
    await analyzeTables(use.database, { grownBy: 0.2 })
    expect(await known()).toBe(400)
    await insertClaims(context, claimsFrom(400, 20))
    await analyzeTables(use.database, { grownBy: 0.2 })
    expect(await known()).toBe(400)
    await insertClaims(context, claimsFrom(420, 200))
    await analyzeTables(use.database, { grownBy: 0.2 })
    expect(await known()).toBe(620)
    await insertClaims(context, claimsFrom(620, 1))
    await analyzeTables(use.database)
    expect(await known()).toBe(621)
  })
})
