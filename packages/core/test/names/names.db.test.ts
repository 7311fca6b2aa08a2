import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { listNames } from '../../src/names/list.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('names', () => {
  const use = useDatabase()

  it('are those of the payers and providers of this organization, by name', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    const claim = { served: '2026-03-01', billed: 10 }
    await insertClaims(context, [
      { ...claim, id: 'A1', payer: 'P1' },
      { ...claim, id: 'A2', payer: 'P2' },
    ])
    await insertClaims(other, [{ ...claim, id: 'A1', payer: 'P9' }])
    await context.db.run(sql`update payers set name = case id when 'P1' then 'birch Mutual' else 'Alder Health' end`)
    const { payers, providers } = await perform(listNames, context, {})
    expect(payers).toEqual([
      { id: 'P2', name: 'Alder Health', toldApartBy: null },
      { id: 'P1', name: 'birch Mutual', toldApartBy: null },
    ])
    expect(providers.length).toBeGreaterThan(0)
    expect(providers).toEqual(await context.db.rows(sql`select id, name, null as "toldApartBy" from providers order by lower(name), id`))
  })

  it('come with what tells them apart where several are the same', async () => {
    const context = await newContext(use.database)
    const claim = { served: '2026-03-01', billed: 10 }
    await insertClaims(context, [
      { ...claim, id: 'A1', payer: 'P1', provider: 'DR1' },
      { ...claim, id: 'A2', payer: 'P2', provider: 'DR2' },
    ])
    await context.db.run(sql`update payers set name = 'Alder Health'`)
    await context.db.run(sql`update providers set name = 'Rivera, Ada', npi = case id when 'DR1' then '1234567893' else '' end`)
    const { payers, providers } = await perform(listNames, context, {})
    expect(payers.map(({ toldApartBy }) => toldApartBy)).toEqual(['ID P1', 'ID P2'])
    expect(providers.map(({ toldApartBy }) => toldApartBy)).toEqual(['NPI 1234567893', 'ID DR2'])
  })
})
