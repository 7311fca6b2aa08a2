import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { NETWORK_ANALYST, type ActorRole } from '../../src/access/roles.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { networkDenials } from '../../src/networks/denials.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertNetwork } from '../support/networks.ts'

const NONE = { practices: null, adjudicatedClaims: null, deniedClaims: null, denialRate: null, interval: null, deniedAmount: null }
const decided = { decided: '2026-03-20', billed: 100 }

/**
 * Today is 31 March. February: each practice has two claims of North Health, under an id and a spelling of its own, of which one is denied; the
 * first three have a claim of South Plan, the second three one of East Mutual. January: four practices have a claim of North Health each. March has not ended.
 */
const claimsOf = (number: number): ClaimSpec[] => [
  { id: `${number}-paid`, submitted: '2026-02-01', payer: `N${number}`, ...decided },
  { id: `${number}-denied`, submitted: '2026-02-28', payer: `N${number}`, carc: '50', ...decided },
  { id: `${number}-copy`, submitted: '2026-02-28', payer: `N${number}`, duplicate: true, ...decided },
  { id: `${number}-pending`, submitted: '2026-02-10', payer: `N${number}`, billed: 100 },
  { id: `${number}-small`, submitted: '2026-02-10', payer: number <= 3 ? 'S' : 'E', carc: '197', ...decided, billed: 10 },
  { id: `${number}-now`, submitted: '2026-03-01', payer: `N${number}`, carc: '50', ...decided },
  ...(number <= 4 ? [{ id: `${number}-early`, submitted: '2026-01-15', payer: `N${number}`, carc: '50', ...decided }] : []),
]
const SPELLINGS = ['North Health', 'NORTH HEALTH', 'north-health', 'North  Health', 'North, Health', 'North Health.']

const use = useDatabase()
let practices: Context[]
const ask = (id: string, role: ActorRole, input: object, at = 0) => perform(networkDenials, { ...practices[at]!, actor: { id, role } }, input)

async function practiceOf(number: number): Promise<Context> {
  const context = await newContext(use.database)
  await insertClaims(context, claimsOf(number))
  await context.db.run(sql`update payers set name = ${SPELLINGS[number - 1]} where id = ${`N${number}`}`)
  await recomputeAll(context)
  return context
}

beforeAll(async () => {
  practices = []
  for (const number of [1, 2, 3, 4, 5, 6]) practices.push(await practiceOf(number))
  const ids = practices.map(({ organization }) => organization.id)
  await insertNetwork(use.database, { slug: 'six', practices: ids, analysts: ['ana'] })
  await insertNetwork(use.database, { slug: 'four', practices: ids.slice(0, 4), analysts: ['ana', 'ben'] })
}, 120_000)

describe('the denials of a network', () => {
  it('are what can be counted by hand', async () => {
    const found = await ask('ana', NETWORK_ANALYST, { network: 'six', months: 3 })
    const february = { practices: 6, adjudicatedClaims: 18, deniedClaims: 12, deniedAmount: 660, denialRate: 66.67, interval: { low: 43.75, high: 83.72 } }
    expect(found).toEqual({
      network: { slug: 'six', name: 'A network' },
      window: { start: '2025-12-01', end: '2026-03-01' },
      minimumPractices: 5,
      total: february,
      byMonth: [
        { month: '2025-12', ...NONE },
        { month: '2026-01', ...NONE },
        { month: '2026-02', ...february },
      ],
      byPayer: [
        {
          payer: 'NORTH HEALTH',
          months: 1,
          practices: 6,
          adjudicatedClaims: 12,
          deniedClaims: 6,
          deniedAmount: 600,
          denialRate: 50,
          interval: { low: 25.38, high: 74.62 },
        },
      ],
      // Three practices have South Plan and three East Mutual: neither is named, and together they are six.
      otherPayers: { practices: 6, adjudicatedClaims: 6, deniedClaims: 6, deniedAmount: 60, denialRate: 100, interval: { low: 60.97, high: 100 } },
      asOf: '2026-03-31T12:00:00.000Z',
    })
  })

  it('are the same from whichever seat they are asked', async () => {
    const asked = { network: 'six' }
    expect(await ask('ana', 'viewer', asked, 5)).toEqual(await ask('ana', NETWORK_ANALYST, asked))
    expect(await ask('ana', 'viewer', { network: 'six', months: '12' })).toEqual(await ask('ana', 'viewer', asked))
  })

  it('of four practices are nothing', async () => {
    const { total, byMonth, byPayer, otherPayers } = await ask('ben', 'manager', { network: 'four', months: 1 })
    expect({ total, byMonth, byPayer, otherPayers }).toEqual({ total: NONE, byMonth: [{ month: '2026-02', ...NONE }], byPayer: [], otherPayers: NONE })
  })

  it('name no practice, claim or payer of few', async () => {
    const text = JSON.stringify(await ask('ana', NETWORK_ANALYST, { network: 'six' }))
    for (const { organization } of practices) expect(text).not.toContain(organization.slug)
    expect(text).not.toMatch(/test practice|payer [nse]|\d-(?:paid|denied|small)|"[nse]\d?"/i)
  })

  it.each([
    ['an analyst of another network', 'ben', NETWORK_ANALYST, { network: 'six' }, 'not_found'],
    ['an administrator of one of its practices', 'cara', 'administrator', { network: 'six' }, 'not_found'],
    ['an analyst of no such network', 'ana', NETWORK_ANALYST, { network: 'seven' }, 'not_found'],
    ['a visitor', 'ana', 'anyone', { network: 'six' }, 'unauthenticated'],
    ['an analyst who asks for days', 'ana', NETWORK_ANALYST, { network: 'six', months: 2 }, 'invalid_input'],
  ] as const)('are not for %s', async (_, id, role, input, code) => {
    await expect(ask(id, role, input)).rejects.toMatchObject({ code })
  })
})
