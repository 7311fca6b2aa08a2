import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slicesOf } from '../../src/computation/slices.ts'
import { refreshProviderDays } from '../../src/measures/provider-daily/refresh.ts'
import { serviceClass } from '../../src/providers/service-class.sql.ts'
import { readStrata } from '../../src/providers/strata.sql.ts'
import { arbitraryClaims, randomDays } from '../factories/arbitrary-claims.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('the case mix of providers', () => {
  const use = useDatabase()

  it.each([
    ['99213', null, 'visits'],
    ['99202', null, 'visits'],
    ['99499', null, 'visits'],
    ['99201', null, 'unclassified'],
    ['00100', null, 'anesthesia'],
    ['01999', null, 'anesthesia'],
    ['10004', null, 'surgery'],
    ['69990', null, 'surgery'],
    ['70010', null, 'radiology'],
    ['80047', null, 'laboratory'],
    ['0202U', null, 'laboratory'],
    ['90281', null, 'medicine'],
    ['99199', null, 'medicine'],
    ['99607', null, 'medicine'],
    ['0042T', null, 'new technology'],
    ['2029F', null, 'quality reporting'],
    ['D0120', null, 'dental'],
    ['J1100', null, 'drugs'],
    ['E0601', null, 'equipment'],
    ['X0001', null, 'unclassified'],
    ['99213', '0450', 'visits'],
    [null, '0450', 'emergency'],
    [null, '450', 'emergency'],
    [null, '0120', 'inpatient stay'],
    [null, '0300', 'laboratory'],
    ['HOME1', '0551', 'home care'],
    [null, '9999', 'unclassified'],
    [null, null, 'unclassified'],
    ['', '', 'unclassified'],
  ])('procedure %s, revenue code %s: %s', async (procedure, revenue, expected) => {
    const { db } = await newContext(use.database)
    expect(await db.row(sql`select ${serviceClass(sql`p`, sql`r`)} as class from (select ${procedure}::text as p, ${revenue}::text as r) code`)).toEqual({
      class: expected,
    })
  })

  it('takes the first procedure of a claim, and the first revenue code of an institutional one', async () => {
    const context = await newContext(use.database)
    const served = '2026-01-05'
    const decided = '2026-01-20'
    await insertClaims(context, [
      {
        id: 'visit',
        served,
        decided,
        lines: [
          { billed: 10, procedure: '99213' },
          { billed: 900, procedure: '70450' },
        ],
      },
      { id: 'visit-denied', served: '2026-01-06', decided, procedure: '99214', carc: '50' },
      { id: 'scan', served, decided, procedure: '70450', payer: null },
      { id: 'stay', served, decided, procedure: '99221', claimType: 'institutional' },
      { id: 'no-code', served, decided, procedure: '99221', claimType: 'institutional' },
      { id: 'waits', served, procedure: '99213' },
      { id: 'twice', served, decided, procedure: '99213', duplicate: true },
      { id: 'asked', served, decided, procedure: '99213', use: 'preauthorization' },
      { id: 'of-nobody', served, decided, provider: null },
      { id: 'too-late', served: '2026-02-01', decided, procedure: '99213' },
    ])
    await context.db.run(sql`update claim_line_items set revenue_code = '0120' where claim_id = 'stay'`)
    await context.db.transaction((tx) => refreshProviderDays(tx, context.organization.id, ['2026-01-05', '2026-01-06', '2026-02-01'], 'test'))
    const strata = await readStrata(context.db, slicesOf(context.db), { start: '2026-01-01', end: '2026-02-01' })
    const of = (payer: string, claimType: string, serviceClass: string, claims: number, denied: number) => ({
      provider: 'DR1',
      payer,
      claimType,
      serviceClass,
      claims,
      denied,
    })
    expect(strata).toHaveLength(4)
    expect(strata).toEqual(
      expect.arrayContaining([
        of('P1', 'professional', 'visits', 2, 1),
        of('', 'professional', 'radiology', 1, 0),
        of('P1', 'institutional', 'inpatient stay', 1, 0),
        of('P1', 'institutional', 'visits', 1, 0),
      ]),
    )
  })

  it('holds every adjudicated claim once, as the days count them', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, async (specs) => {
        const context = await newContext(use.database)
        await insertClaims(
          context,
          specs.map((spec, index) => ({ ...spec, provider: `DR${index % 3}` })),
        )
        await context.db.transaction((tx) => refreshProviderDays(tx, context.organization.id, randomDays, 'test'))
        const strata = await readStrata(context.db, slicesOf(context.db), { start: randomDays[2]!, end: randomDays[6]! })
        const perProvider = Object.entries(Object.groupBy(strata, ({ provider }) => provider)).map(([provider, some = []]) => ({
          provider,
          claims: some.reduce((sum, { claims }) => sum + claims, 0),
          denied: some.reduce((sum, { denied }) => sum + denied, 0),
        }))
        expect(perProvider.toSorted((a, b) => (a.provider < b.provider ? -1 : 1))).toEqual(
          await context.db.rows(sql`
            select provider_id as provider, sum(claim_count)::int as claims, sum(denied_count)::int as denied from provider_daily_metrics
            where metric_date >= ${randomDays[2]!} and metric_date < ${randomDays[6]!} group by 1 having sum(claim_count) > 0 order by 1`),
        )
      }),
      { numRuns: 8 },
    )
  })
})
