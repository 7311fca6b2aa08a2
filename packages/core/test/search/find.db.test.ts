import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import { refreshCodesOperation } from '../../src/codes/performance/operation.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { findAnything } from '../../src/search/find.ts'
import { insertClaims } from '../factories/claims.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { insertPolicies } from '../policies/policies.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
let context: Context
const as = (role: Context['actor']['role']): Context => ({ ...context, actor: { id: role, role } })
const find = (query: string, who: Context = context) => perform(findAnything, who, { query })
const ids = (list: { id: string }[]) => list.map(({ id }) => id)

beforeAll(async () => {
  context = await newContext(use.database)
  const claim = { submitted: '2026-03-01', served: '2026-02-28', decided: '2026-03-10' }
  await insertClaims(context, [
    ...Array.from({ length: 9 }, (_, at) => ({ id: `CLM-${100 + at}`, ...claim, ...(at < 3 ? { carc: '197' } : {}) })),
    { id: 'CLM-10', ...claim, procedure: '70551', payer: 'P2', provider: 'DR2' },
    { id: 'AUTH-1', ...claim, use: 'preauthorization' },
  ])
  await context.db.run(sql`update claims set patient_control_number = 'ACC' || right(id, 3), patient_name = 'Invented, Person'`)
  await context.db.run(sql`update payers set name = case id when 'P1' then 'Harbor Health' else 'First Harbor' end`)
  await context.db.run(sql`update providers set name = 'Dr. ' || id, npi = case id when 'DR1' then '1234567893' end`)
  await insertPattern(context, { id: 'PTN-1', reason: 'Authorization absent' })
  await insertPattern(context, { id: 'PTN-2', reason: 'Authorization absent, once more', status: 'archived' })
  await insertPolicies(context, [{ id: 'POL-1', codes: ['70551'] }])
  await context.db.run(sql`update policies set topic = 'Advanced imaging'`)
  await recomputeAll(context)
  await perform(refreshCodesOperation, context, {})
}, 120_000)

describe('search', () => {
  it('finds claims by how their number begins, at most six, the very one first', async () => {
    expect(ids((await find('CLM-10')).claims)).toEqual(['CLM-10', 'CLM-100', 'CLM-101', 'CLM-102', 'CLM-103', 'CLM-104'])
    expect(ids((await find(' clm-108 ')).claims)).toEqual(['CLM-108'])
    expect((await find('LM-10')).claims).toEqual([])
    expect((await find('AUTH-1')).claims).toEqual([])
    expect((await find('CLM-10')).claims[0]).toEqual({
      id: 'CLM-10',
      patientControlNumber: 'ACC-10',
      status: 'paid',
      payerName: 'First Harbor',
      dateOfService: '2026-02-28',
      billedAmount: 100,
    })
  })

  it('finds them by account number for those who may see it, and never by patient', async () => {
    expect(ids((await find('acc105', as('coder'))).claims)).toEqual(['CLM-105'])
    expect((await find('ACC105', as('viewer'))).claims).toEqual([])
    expect(await find('CLM-105', as('viewer'))).toMatchObject({ claims: [{ id: 'CLM-105', patientControlNumber: null }] })
    expect((await find('Invented')).claims).toEqual([])
  })

  it('finds patterns, payers, providers and policies, names that begin with it first', async () => {
    expect(ids((await find('authorization')).patterns)).toEqual(['PTN-1', 'PTN-2'])
    expect(ids((await find('absent more')).patterns)).toEqual(['PTN-2'])
    expect(ids((await find('harbor')).payers)).toEqual(['P1', 'P2'])
    expect(ids((await find('p2')).payers)).toEqual(['P2'])
    expect(ids((await find('1234567893')).providers)).toEqual(['DR1'])
    expect((await find('imaging')).policies).toEqual([{ id: 'POL-1', name: 'Policy POL-1', mode: 'active' }])
  })

  it.each([
    ['197', ['carc', '197']],
    ['CO-197', ['carc', '197']],
    ['n130', ['rarc', 'N130']],
    ['70551', ['procedure', '70551']],
  ])('finds the code %s', async (query, expected) => {
    const [first] = (await find(query)).codes
    expect([first?.system, first?.code]).toEqual(expected)
  })

  it('finds codes by their words, at most six', async () => {
    const { codes } = await find('authorization')
    expect(codes.length).toBe(6)
    expect(codes.every(({ label }) => label !== null)).toBe(true)
  })

  it.each(['%', '_', "'; drop table claims; --", '   ', '\\', '🙂'])('takes %j as it stands', async (query) => {
    const { claims, payers, patterns } = await find(query)
    expect([...claims, ...payers, ...patterns]).toEqual([])
  })

  it('finds nothing of another organization', async () => {
    const other = await newContext(use.database)
    for (const query of ['CLM-10', 'harbor', 'authorization', 'DR1', 'POL-1']) {
      const { codes, ...rest } = await find(query, other)
      expect(Object.values(rest).flat()).toEqual([])
      expect(codes.filter(({ system }) => system === 'procedure')).toEqual([])
    }
  })
})
