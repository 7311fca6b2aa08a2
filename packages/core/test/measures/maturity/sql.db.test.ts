import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/dates.ts'
import { readMaturity } from '../../../src/measures/maturity/sql.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const asOf = '2026-03-31'
/** `count` claims submitted so many days before the day, each decided after `lag` days. */
const claims = (name: string, count: number, age: number, lag: number | null, more: Partial<ClaimSpec> = {}): ClaimSpec[] => {
  const submitted = addDays(asOf, -age)
  return Array.from({ length: count }, (_, n) => ({
    id: `${name}${n}`,
    submitted,
    served: addDays(submitted, -5),
    ...(lag !== null && { decided: addDays(submitted, lag) }),
    ...more,
  }))
}

describe('the lag curve of an organization', () => {
  const use = useDatabase()
  const curve = async (specs: ClaimSpec[], basis: 'submission' | 'service' = 'submission', payer?: string) => {
    const context = await newContext(use.database)
    await insertClaims(context, specs)
    return readMaturity(context.db, { organizationId: context.organization.id, basis, asOf, payer })
  }

  it('comes from settled claims alone once there are fifty', async () => {
    const specs = [...claims('a', 45, 150, 20), ...claims('b', 5, 150, 40), ...claims('young', 100, 30, 1)]
    const { shareAtAge, matureBefore } = await curve(specs)
    expect([19, 20, 39, 40].map(shareAtAge)).toEqual([0, 0.9, 0.9, 1])
    expect(matureBefore).toBe(addDays(asOf, -19))
    const service = await curve(specs, 'service')
    expect([24, 25].map(service.shareAtAge)).toEqual([0, 0.9])
  })

  it('takes the younger decided ones in with fewer than fifty', async () => {
    const { shareAtAge } = await curve([...claims('a', 49, 150, 20), ...claims('young', 51, 30, 1)])
    expect([0, 1, 20].map(shareAtAge)).toEqual([0, 0.51, 1])
  })

  it('knows nothing of claims without a decision, of later decisions, of other payers and of prior authorizations', async () => {
    const others = [...claims('open', 100, 150, null), ...claims('later', 100, 150, 151), ...claims('asked', 100, 150, 2, { use: 'preauthorization' })]
    expect((await curve(others)).matureBefore).toBeNull()
    const { shareAtAge } = await curve([...others, ...claims('a', 60, 150, 20), ...claims('slow', 60, 150, 30, { payer: 'P2' })], 'submission', 'P2')
    expect([20, 29, 30].map(shareAtAge)).toEqual([0, 0, 1])
  })

  it('reads a decision before the submission as one on the day', async () => {
    expect((await curve(claims('a', 60, 150, -3))).shareAtAge(0)).toBe(1)
  })
})
