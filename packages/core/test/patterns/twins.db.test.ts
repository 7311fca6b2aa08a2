import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { refreshPatternClaims } from '../../src/patterns/pattern-claims.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { patternTwins } from '../../src/patterns/twins.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPattern } from './patterns.ts'
import { insertScoped } from './scope/scoped.ts'

const REASON = 'Authorization absent'
const scope: Condition[] = [
  { field: 'payer', op: 'is', value: 'P1' },
  { field: 'modifier', op: 'lacks', value: '25' },
  { field: 'placeOfService', op: 'is', value: '11' },
]
const claim = (
  id: string,
  served: string | undefined,
  line: Partial<NonNullable<ClaimSpec['lines']>[number]> = {},
  more: Partial<ClaimSpec> = {},
): ClaimSpec => ({
  id,
  served: served ?? null,
  decided: '2026-03-01',
  placeOfService: '11',
  diagnoses: ['M17.9'],
  lines: [{ billed: 100, procedure: '99213', ...line }],
  ...more,
})

async function prepare(context: Context) {
  const pattern = { id: 'PTN-S', reason: REASON }
  await insertScoped(context, { ...pattern, scope })
  await insertPattern(context, { id: 'PTN-R', reason: REASON })
  await insertClaims(context, [
    claim('denied', '2026-02-10', { carc: '197' }),
    claim('denied-before', '2026-02-01', { carc: '197', procedure: '20610' }),
    claim('undated', undefined, { carc: '197' }),
    claim('whole', '2026-01-05', {}, { lines: [], carc: '197', billed: 80 }),
    // Paid ones: in the scope, one condition away, two away, another code, another payer, too far in time, unpaid.
    claim('same', '2026-02-12', {}, { diagnoses: ['E11.9'] }),
    claim('same-nearer', '2026-02-11'),
    claim('with-25', '2026-02-10', { modifiers: ['25'] }),
    claim('elsewhere', '2026-02-10', {}, { placeOfService: '22' }),
    claim('two-away', '2026-02-10', { modifiers: ['25'] }, { placeOfService: '22' }),
    claim('other-code', '2026-02-10', { procedure: '99214' }),
    claim('other-payer', '2026-02-10', {}, { payer: 'P2' }),
    claim('long-ago', '2026-02-02'),
    claim('waits', '2026-02-10', {}, { decided: undefined } as Partial<ClaimSpec>),
    claim(
      'half',
      '2026-02-10',
      {},
      {
        lines: [
          { billed: 10, procedure: '99213' },
          { billed: 20, procedure: '99213', carc: '197' },
        ],
      },
    ),
  ])
  await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all' }))
}

describe('denied and paid twins', () => {
  const use = useDatabase()

  it('are of one payer and code within a week, with the condition that differs', async () => {
    const context = await newContext(use.database)
    await prepare(context)
    const { pairs, pagination, ...found } = await perform(patternTwins, context, { id: 'PTN-S' })
    expect(found.scope).toEqual(scope)
    expect(pagination).toMatchObject({ total: 5, pages: 1 })
    const brief = pairs.map(({ denied, paid }) => [denied.claimId, paid.map(({ claimId, differs }) => [claimId, differs])])
    expect(brief).toEqual([
      [
        'denied',
        [
          ['same-nearer', null],
          ['same', null],
          ['elsewhere', scope[2]],
        ],
      ],
      [
        'half',
        [
          ['same-nearer', null],
          ['same', null],
          ['elsewhere', scope[2]],
        ],
      ],
      ['denied-before', []],
      ['whole', []],
      ['undated', []],
    ])
    expect(pairs[0]).toMatchObject({
      denied: {
        lineNumber: 1,
        serviceDate: '2026-02-10',
        procedureCode: '99213',
        modifiers: [],
        placeOfService: '11',
        diagnosisCodes: ['M17.9'],
        billedAmount: 100,
      },
      paid: [{ paidAmount: 100, billedAmount: 100, providerId: 'DR1' }, {}, {}],
    })
  })

  it('show what a claim can be changed in before what was another service', async () => {
    const context = await newContext(use.database)
    const sameDay: Condition[] = [
      { field: 'procedureCode', op: 'has', value: '20610' },
      { field: 'modifier', op: 'lacks', value: '25' },
    ]
    await insertScoped(context, { id: 'PTN-S', reason: REASON, scope: sameDay })
    const both = (id: string, line: object) =>
      claim(
        id,
        '2026-02-10',
        {},
        {
          lines: [
            { billed: 100, procedure: '99213', ...line },
            { billed: 50, procedure: '20610' },
          ],
        },
      )
    await insertClaims(context, [both('denied', { carc: '197' }), claim('visit alone', '2026-02-10'), both('with-25', { modifiers: ['25'] })])
    await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all' }))
    const { pairs } = await perform(patternTwins, context, { id: 'PTN-S' })
    expect(pairs[0]!.paid.map(({ claimId, differs }) => [claimId, differs])).toEqual([
      ['with-25', sameDay[1]],
      ['visit alone', sameDay[0]],
    ])
  })

  it('name the modifier that the paid line has, page by page', async () => {
    const context = await newContext(use.database)
    await insertScoped(context, { id: 'PTN-S', reason: REASON, scope })
    await insertClaims(context, [
      claim('a', '2026-02-10', { carc: '197' }),
      claim('b', '2026-02-09', { carc: '197' }),
      claim('paid', '2026-02-08', { modifiers: ['25'] }),
    ])
    await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all' }))
    const second = await perform(patternTwins, context, { id: 'PTN-S', page: 2, limit: 1 })
    expect(second.pairs).toMatchObject([{ denied: { claimId: 'b' }, paid: [{ claimId: 'paid', modifiers: ['25'], differs: scope[1] }] }])
    expect(second.pagination).toEqual({ total: 2, page: 2, limit: 1, pages: 2 })
  })

  it('have no condition to differ in for a reason alone, and need a pattern', async () => {
    const context = await newContext(use.database)
    await prepare(context)
    const { pairs, scope: none } = await perform(patternTwins, context, { id: 'PTN-R' })
    expect(none).toEqual([])
    expect(pairs.flatMap(({ paid }) => paid.map(({ differs }) => differs)).every((differs) => differs === null)).toBe(true)
    expect(pairs.find(({ denied }) => denied.claimId === 'whole')).toMatchObject({ denied: { lineNumber: 0, billedAmount: 80 }, paid: [] })
    expect(pairs.find(({ denied }) => denied.claimId === 'denied')!.paid.map(({ claimId }) => claimId)).toEqual(['same-nearer', 'same', 'elsewhere'])
    await expect(perform(patternTwins, context, { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
