import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { perform } from '../../src/operation.ts'
import { listPolicies } from '../../src/policies/list.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('the list of policies', () => {
  const use = useDatabase()

  const withPolicies = async () => {
    const context = await newContext(use.database)
    const id = context.db.organizationId
    await context.db.transaction(async (tx) => {
      await tx.run(sql`
        insert into policies (organization_id, id, name, mode, topic, denial_rate, impact, last_computed_at, hit_count, denied_count)
        values (${id}, 'P-2', '100 % of visits', 'active', 'Visits', 12.5, 1200.50, '2026-03-01T00:00:00Z', 16, 2), (${id}, 'P-1', 'Injections', 'draft', null, null, null, null, null, null),
               (${id}, 'P-3', 'Therapy', 'active', 'Exercise', 60, 90, null, 5, 3)`)
      await tx.run(sql`insert into policy_procedure_codes (organization_id, policy_id, code) values (${id}, 'P-1', 'J1885'), (${id}, 'P-1', '20610')`)
    })
    return (input: object) => perform(listPolicies, context, input)
  }

  it('has them by id, page by page, with what is computed and null where nothing is', async () => {
    const list = await withPolicies()
    const { policies, pagination } = await list({ limit: 2 })
    expect(pagination).toEqual({ total: 3, page: 1, limit: 2, pages: 2 })
    expect(policies).toMatchObject([
      { id: 'P-1', procedureCodes: ['20610', 'J1885'], denialRate: null, denialRateInterval: null, impact: null, lastComputedAt: null },
      { id: 'P-2', denialRate: 12.5, denialRateInterval: { low: 3.5, high: 36.02 }, impact: 1200.5, lastComputedAt: '2026-03-01T00:00:00.000Z' },
    ])
    expect((await list({ limit: 2, page: 2 })).policies.map(({ id }) => id)).toEqual(['P-3'])
    expect((await list({ page: 9 })).pagination.total).toBe(3)
  })

  it.each([
    ['id', ['P-1', 'P-2', 'P-3']],
    ['hits', ['P-2', 'P-3', 'P-1']],
    ['denied', ['P-3', 'P-2', 'P-1']],
    ['impact', ['P-2', 'P-3', 'P-1']],
  ])('goes by %s, what is not known last', async (sort, ids) => {
    const list = await withPolicies()
    expect((await list({ sort })).policies.map(({ id }) => id)).toEqual(ids)
  })

  it.each([
    [{ mode: 'draft' }, ['P-1']],
    [{ search: 'EXERCISE' }, ['P-3']],
    [{ search: '100 %' }, ['P-2']],
    [{ search: '%' }, ['P-2']],
    [{ search: 'j1885' }, ['P-1']],
    [{ search: 'J18' }, []],
    [{ mode: 'active', search: 'p-' }, ['P-2', 'P-3']],
  ])('finds %j', async (input, ids) => {
    const list = await withPolicies()
    const { policies, pagination } = await list(input)
    expect(policies.map(({ id }) => id)).toEqual(ids)
    expect(pagination.total).toBe(ids.length)
  })
})
