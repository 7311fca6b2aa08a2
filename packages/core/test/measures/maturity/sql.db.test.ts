import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../../src/dates.ts'
import { slicesOf } from '../../../src/computation/slices.ts'
import { refreshLagCurves } from '../../../src/measures/maturity/refresh.ts'
import { readLagCurves, readMaturity, sampleLagCurves } from '../../../src/measures/maturity/sql.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
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

describe('lag curves that are stored', () => {
  const use = useDatabase()
  const bases = ['service', 'submission'] as const
  const stored = async (specs: ClaimSpec[]) => {
    const context = await newContext(use.database)
    await insertClaims(context, specs)
    const count = await refreshLagCurves(context, slicesOf(context.db))
    const of = (basis: (typeof bases)[number], day = asOf) => ({ organizationId: context.organization.id, basis, asOf: day })
    return { context, count, of }
  }
  /** Curves counted in JavaScript: of each payer and of all, settled claims alone where there are fifty. */
  const counted = (specs: ClaimSpec[], basis: (typeof bases)[number]) => {
    const curves = new Map<string, [days: number, claims: number][]>()
    for (const curve of new Set(['', ...specs.map(({ payer }) => payer ?? '')])) {
      const lags = specs
        .filter(({ payer, decided }) => decided && decided <= asOf && (curve === '' || payer === curve))
        .map(({ submitted, served, decided }) => {
          const day = (basis === 'service' ? served : submitted)!
          return { age: daysBetween(day, asOf), lag: Math.max(0, daysBetween(day, decided!)) }
        })
      const settled = lags.filter(({ age }) => age >= 120)
      const taken = settled.length >= 50 ? settled : lags.filter(({ age }) => age >= 0)
      const counts = Map.groupBy(taken, ({ lag }) => lag)
      if (taken.length > 0)
        curves.set(
          curve,
          [...counts].map(([lag, list]): [number, number] => [lag, list.length]).sort((a, b) => a[0] - b[0]),
        )
    }
    return curves
  }

  it('are those of the sample, by payer and for all together', async () => {
    const cohort = fc.tuple(
      fc.integer({ min: 0, max: 240 }),
      fc.integer({ min: -3, max: 200 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('P1', 'P2', 'P3', null),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(cohort, { minLength: 1, maxLength: 8 }), async (cohorts) => {
        const specs = cohorts.flatMap(([age, lag, count, payer], index) => claims(`c${index}-`, count, age, lag, { payer }))
        const { context, of } = await stored(specs)
        for (const basis of bases) {
          const sampled = await sampleLagCurves(context.db, of(basis))
          const read = await readLagCurves(context.db, of(basis))
          expect(new Map([...read].filter(([, lags]) => lags.length > 0))).toEqual(sampled)
          expect(new Map([...sampled].map(([payer, lags]) => [payer, lags.map((lag) => [lag.days, lag.claims])]))).toEqual(counted(specs, basis))
        }
      }),
      { numRuns: 15 },
    )
  })

  it('are read for 30 days, and never for a day before they were computed', async () => {
    const { context, count, of } = await stored([...claims('a', 60, 150, 20), ...claims('b', 60, 150, 40, { payer: 'P2' })])
    expect(count).toBe(6)
    await insertClaims(context, claims('later', 200, 140, 1))
    const read = async (day: string) => (await readMaturity(context.db, { ...of('submission', day), payer: 'P1' })).shareAtAge(1)
    expect(await read(asOf)).toBe(0)
    expect(await read(addDays(asOf, 29))).toBe(0)
    expect(await read(addDays(asOf, 30))).toBeCloseTo(200 / 260, 12)
    expect(await read(addDays(asOf, -1))).toBeCloseTo(200 / 260, 12)
    await refreshLagCurves(context, slicesOf(context.db))
    expect(await read(asOf)).toBeCloseTo(200 / 260, 12)
  })

  it('weigh the payers by their claims of the last 120 days', async () => {
    const fast = [...claims('f', 60, 150, 10), ...claims('g', 90, 100, 10)]
    const slow = [...claims('s', 60, 150, 60, { payer: 'SLOW' }), ...claims('t', 10, 100, 60, { payer: 'SLOW' })]
    const { context, of } = await stored([...fast, ...slow])
    const recent = [addDays(asOf, -105), addDays(asOf, -155)]
    await context.db.transaction((tx) => refreshOrganizationDays(tx, context.organization.id, 'service', recent, 'test'))
    // Decided 15 and 65 days after the service. 90 of the 100 claims of the last 120 days are the fast payer's.
    expect((await readMaturity(context.db, of('service'))).matureBefore).toBe(addDays(asOf, -14))
    expect((await readMaturity(context.db, { ...of('service'), payer: 'SLOW' })).matureBefore).toBe(addDays(asOf, -64))
    expect((await readMaturity(context.db, { ...of('service'), payer: 'P9' })).matureBefore).toBe(addDays(asOf, -64))
  })

  it('say of an organization without decisions that nobody knows, and are its own', async () => {
    const { context, count, of } = await stored(claims('open', 30, 150, null))
    expect(count).toBe(2)
    expect([...(await readLagCurves(context.db, of('service')))]).toEqual([['', []]])
    expect((await readMaturity(context.db, of('service'))).matureBefore).toBeNull()
    const other = await newContext(use.database)
    expect(await readLagCurves(other.db, of('service'))).toEqual(new Map())
  })
})
