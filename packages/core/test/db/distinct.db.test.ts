import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinctValues } from '../../src/db/distinct.sql.ts'
import { arbitraryClaims } from '../factories/arbitrary-claims.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('distinct values of an indexed column', () => {
  const use = useDatabase()

  it('are those of "select distinct", in either direction, and nothing of other organizations', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, async (claims) => {
        const context = await newContext(use.database)
        const { db, organization } = context
        expect(await db.rows(distinctValues('claims', 'date_of_service', organization.id))).toEqual([])
        await insertClaims(context, claims)
        for (const [column, direction] of [
          ['date_of_service', 'rising'],
          ['denial_reason', 'rising'],
          ['submission_date', 'falling'],
        ] as const) {
          const values = (await db.rows<{ value: string }>(distinctValues('claims', column, organization.id, direction))).map(({ value }) => value)
          const name = sql.raw(column)
          const plain = await db.rows<{ value: string }>(sql`select distinct ${name} as value from claims where ${name} is not null`)
          expect(values.toSorted()).toEqual(plain.map(({ value }) => value).toSorted())
        }
      }),
      { numRuns: 6 },
    )
  })
})
