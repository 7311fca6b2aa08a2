import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'
import { inconsistentDecisions } from '../../src/inconsistencies/list.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
let context: Context
beforeEach(async () => {
  context = await newContext(use.database)
})

const claim = (id: string, served: IsoDate, more: Partial<ClaimSpec> = {}): ClaimSpec => ({
  id,
  served,
  submitted: served,
  decided: addDays(served, 7),
  procedure: '99213',
  diagnoses: ['M54.5'],
  placeOfService: '11',
  billed: 100,
  ...more,
})
const ask = (input: object = {}) => perform(inconsistentDecisions, context, input)

describe('inconsistent decisions', () => {
  it('are combinations that a payer denied and paid within 30 days of service, with pairs of lines', async () => {
    await insertClaims(context, [
      claim('D1', '2026-03-01', { carc: '197', billed: 150 }),
      claim('D2', '2026-03-10', { carc: '197' }),
      claim('PAID-FAR', '2026-02-01'),
      claim('PAID-NEAR', '2026-03-06', { billed: 90, diagnoses: ['M54.16'] }),
      claim('PAID-LATER', '2026-03-20'),
    ])
    const { asOf, ...answer } = await ask()
    expect(asOf).toBe('2026-03-31T12:00:00.000Z')
    const near = { claimId: 'PAID-NEAR', lineNumber: 1, serviceDate: '2026-03-06', billedAmount: 90 }
    expect(answer).toEqual({
      window: { start: '2026-01-01', end: '2026-04-01' },
      withinDays: 30,
      decisions: [
        {
          payerId: 'P1',
          payerName: 'Payer P1',
          procedureCode: '99213',
          modifiers: [],
          placeOfService: '11',
          diagnosisCategory: 'M54',
          reason: 'Authorization absent',
          deniedLines: 2,
          paidLines: 3,
          shareDenied: 40,
          deniedAmount: 250,
          examples: [
            { denied: { claimId: 'D1', lineNumber: 1, serviceDate: '2026-03-01', billedAmount: 150 }, paid: near, daysApart: 5 },
            { denied: { claimId: 'D2', lineNumber: 1, serviceDate: '2026-03-10', billedAmount: 100 }, paid: near, daysApart: 4 },
          ],
        },
      ],
      totals: { deniedLines: 2, deniedAmount: 250 },
      pagination: { total: 1, page: 1, limit: 20, pages: 1 },
    })
  })

  it('know the same modifiers in another order, and what is unknown on both sides', async () => {
    await insertClaims(context, [
      claim('D1', '2026-03-01', { carc: '197', modifiers: ['25', '59'], diagnoses: [] }),
      claim('P1', '2026-03-01', { modifiers: ['59', '25'], diagnoses: [] }),
    ])
    expect((await ask()).decisions).toMatchObject([{ modifiers: ['25', '59'], diagnosisCategory: null, deniedLines: 1, examples: [{ daysApart: 0 }] }])
  })

  const paid = claim('PAID', '2026-03-01')
  it.each<[string, ClaimSpec[]]>([
    ['another payer', [claim('D', '2026-03-01', { carc: '197', payer: 'P2' })]],
    ['another code', [claim('D', '2026-03-01', { carc: '197', procedure: '99214' })]],
    ['another modifier', [claim('D', '2026-03-01', { carc: '197', modifiers: ['25'] })]],
    ['another place', [claim('D', '2026-03-01', { carc: '197', placeOfService: '22' })]],
    ['another diagnosis', [claim('D', '2026-03-01', { carc: '197', diagnoses: ['M55.1'] })]],
    ['31 days apart', [claim('D', '2026-01-29', { carc: '197' })]],
    ['a duplicate', [claim('D', '2026-03-01', { duplicate: true })]],
    ['an authorization', [claim('D', '2026-03-01', { carc: '197', use: 'preauthorization' })]],
    ['pending', [{ id: 'D', served: '2026-03-01', submitted: '2026-03-01', procedure: '99213', diagnoses: ['M54.5'], placeOfService: '11' }]],
    ['only what the patient owes', [claim('D', '2026-03-01', { carc: '1', group: 'PR', paid: 0 })]],
    ['of an unknown payer', [claim('D', '2026-03-01', { carc: '197', payer: null }), claim('P', '2026-03-01', { payer: null })]],
  ])('are none where the denied line is %s', async (_, specs) => {
    await insertClaims(context, [paid, ...specs])
    expect(await ask()).toMatchObject({ decisions: [], totals: { deniedLines: 0, deniedAmount: 0 }, pagination: { total: 0 } })
  })

  it('are so at 30 days', async () => {
    await insertClaims(context, [paid, claim('D', '2026-01-30', { carc: '197' })])
    expect((await ask()).decisions).toMatchObject([{ deniedLines: 1, paidLines: 1, examples: [{ daysApart: 30 }] }])
  })

  it('count as denied what was overturned later: the first decision is what is compared', async () => {
    await insertClaims(context, [paid, claim('D', '2026-03-01', { carc: '197', overturnedOn: '2026-03-25' })])
    expect((await ask()).decisions).toMatchObject([{ deniedLines: 1, paidLines: 1 }])
  })

  it('are ordered by dollars denied, in pages, by payer, code, reason and days', async () => {
    await insertClaims(context, [
      ...['99213', '99214', '99215'].flatMap((procedure, at) => [
        claim(`D-${procedure}`, '2026-03-01', { carc: '197', procedure, billed: 100 * (at + 1) }),
        claim(`E-${procedure}`, '2026-03-02', { carc: '50', procedure, billed: 10 }),
        claim(`P-${procedure}`, '2026-03-03', { procedure }),
      ]),
      claim('D-2', '2026-03-01', { carc: '197', payer: 'P2', billed: 250 }),
      claim('P-2', '2026-03-01', { payer: 'P2' }),
    ])
    const shown = async (input: object) =>
      (await ask(input)).decisions.map(({ payerId, procedureCode, deniedAmount }) => [payerId, procedureCode, deniedAmount])
    expect(await shown({ limit: 3 })).toEqual([
      ['P1', '99215', 300],
      ['P2', '99213', 250],
      ['P1', '99214', 200],
    ])
    expect(await shown({ limit: 3, page: 2 })).toEqual([
      ['P1', '99213', 100],
      ['P1', '99213', 10],
      ['P1', '99214', 10],
    ])
    expect(await ask({ page: 9 })).toMatchObject({ decisions: [], pagination: { total: 7 }, totals: { deniedLines: 7, deniedAmount: 880 } })
    expect(await shown({ payer: 'P2' })).toEqual([['P2', '99213', 250]])
    expect(await shown({ code: '99214' })).toEqual([
      ['P1', '99214', 200],
      ['P1', '99214', 10],
    ])
    expect(await shown({ reason: 'Not medically necessary', limit: 1 })).toEqual([['P1', '99213', 10]])
    expect(await shown({ days: 28 })).toEqual([])
  })

  it('are compared within one organization, and on record by the claims that are shown', async () => {
    await insertClaims(context, [paid, claim('D', '2026-03-01', { carc: '197' })])
    const other = await newContext(use.database)
    await insertClaims(other, [claim('OTHER', '2026-03-01', { carc: '197' })])
    expect((await perform(inconsistentDecisions, other, {})).decisions).toEqual([])
    const answer = await ask()
    expect([...inconsistentDecisions.concerns!({ days: 90, page: 1, limit: 20 }, answer)]).toEqual(['D', 'PAID'])
  })
})
