import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { readStatus } from '../src/status.ts'
import { newContext, useDatabase } from './support/database.ts'

describe('status', () => {
  const use = useDatabase()

  it('counts each organization by itself', async () => {
    const { db, organization } = await newContext(use.database)
    const empty = await newContext(use.database)
    await db.run(
      sql`insert into service_days_to_recompute (organization_id, date_basis, day, cause) values (${organization.id}, 'service', '2026-03-01', 'test')`,
    )
    const status = await readStatus(use.database)
    expect(status.engine).toBe(use.database.engine)
    expect(status.migrations.pending).toEqual([])
    const of = (slug: string) => status.organizations.find((one) => one.slug === slug)
    expect(of(organization.slug)).toEqual({
      slug: organization.slug,
      name: 'Test Practice',
      isDemo: false,
      claims: 0,
      patterns: 0,
      daysToRecompute: 1,
      unfinishedImports: 0,
    })
    expect(of(empty.organization.slug)).toMatchObject({ daysToRecompute: 0 })
  })
})
