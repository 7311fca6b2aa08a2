import { describe, expect, it } from 'vitest'
import { slicesOf } from '../../../src/computation/slices.ts'
import type { Context } from '../../../src/context.ts'
import { addDays, type IsoDate } from '../../../src/dates.ts'
import { importRecords } from '../../../src/imports/run.ts'
import type { ClaimShape } from '../../../src/patterns/mining/claim-shape.ts'
import { readShapes } from '../../../src/patterns/mining/read-shapes.ts'
import { daysOf } from '../../../src/patterns/search/window.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { AS_OF, collect } from '../../synthetic/collect.ts'
import { shapeOf, tally } from './shape-recount.ts'

async function shapes({ db }: Context, window: { start: IsoDate; end: IsoDate }, decidedUntil = AS_OF): Promise<ClaimShape[]> {
  const seen: ClaimShape[] = []
  await readShapes(slicesOf(db), { organizationId: db.organizationId, days: daysOf(window), decidedUntil }, false, (shape) => seen.push(shape))
  return seen
}
const served = '2026-01-10'
const ofDay = { start: served, end: addDays(served, 1) }
const claim = (id: string, more: Partial<ClaimSpec> = {}): ClaimSpec => ({ id, served, submitted: addDays(served, 3), decided: addDays(served, 20), ...more })

describe('shapes of claims', () => {
  const use = useDatabase()

  it('are those of the records that were imported', async () => {
    const context = await newContext(use.database)
    const { records, histories } = collect({ claims: 1500, seed: 3 })
    const origin = { name: 'group', path: 'group', format: 'synthetic', sha256: 'shapes', bytes: 0 }
    await importRecords(context, origin, [records])
    const window = { start: '2025-01-01', end: '2025-12-01' }
    const expected = histories
      .filter(({ claim: { serviceDate } }) => serviceDate! >= window.start && serviceDate! < window.end)
      .flatMap((history) => shapeOf(history) ?? [])
    const found = await shapes(context, window)
    expect(expected.length).toBeGreaterThan(600)
    expect(expected.filter(({ lines }) => lines.some(({ reason }) => reason !== null)).length).toBeGreaterThan(50)
    expect(tally(found.map(({ count, later: _later, ...shape }) => ({ shape, count })))).toEqual(tally(expected.map((shape) => ({ shape, count: 1 }))))
  })

  it('hold what the claim says where a line says nothing', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      claim('A', {
        rendering: 'DR2',
        diagnoses: ['E11.9', 'I10'],
        placeOfService: '11',
        claimType: 'professional',
        lines: [
          { billed: 10, procedure: '99213', modifiers: ['25', 'GT'] },
          { billed: 20, procedure: '36415', diagnoses: ['Z00.00'], placeOfService: '22', carc: '197' },
        ],
      }),
    ])
    expect(await shapes(context, ofDay)).toEqual([
      {
        payer: 'P1',
        provider: 'DR1',
        claimType: 'professional',
        submittedLaterThan: 0,
        reason: null,
        later: false,
        count: 1,
        lines: [
          { procedureCode: '99213', modifiers: ['25', 'GT'], diagnoses: ['E11.9', 'I10'], placeOfService: '11', renderingProvider: 'DR2', reason: null },
          { procedureCode: '36415', modifiers: [], diagnoses: ['Z00.00'], placeOfService: '22', renderingProvider: 'DR2', reason: 'Authorization absent' },
        ],
      },
    ])
  })

  it('count equal claims once, and know denials of claims as a whole', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      ...['A', 'B', 'C'].map((id) => claim(id, { carc: '50', lines: [] })),
      claim('D', { outcome: 'partially_denied', carc: '50', lines: [] }),
      claim('E', { lines: [] }),
    ])
    const found = await shapes(context, ofDay)
    expect(found.map(({ reason, count, lines }) => [reason, count, lines.length]).sort()).toEqual([
      [null, 1, 1],
      ['Not medically necessary', 4, 1],
    ])
  })

  it('leave out what is not adjudicated, not yet known, a duplicate, a prior authorization, or served on another day', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      claim('A'),
      claim('B', { decided: undefined }),
      claim('C', { decided: addDays(AS_OF, 1) }),
      claim('D', { duplicate: true }),
      claim('E', { use: 'preauthorization' }),
      claim('F', { served: addDays(served, 1) }),
      claim('G', { served: null }),
    ])
    expect((await shapes(context, ofDay)).map(({ count }) => count)).toEqual([1])
    expect((await shapes(context, ofDay, addDays(AS_OF, 1))).reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it.each([
    [-2, 0],
    [7, 0],
    [8, 7],
    [30, 14],
    [31, 30],
    [365, 180],
    [366, 365],
    [null, null],
  ])('submitted %s days after the service: later than %s', async (days, expected) => {
    const context = await newContext(use.database)
    await insertClaims(context, [claim('A', { submitted: days === null ? null : addDays(served, days) })])
    expect((await shapes(context, ofDay, '2028-01-01')).map(({ submittedLaterThan }) => submittedLaterThan)).toEqual([expected])
  })

  it('count a denial without a stated reason for none, and neither a line that is a duplicate', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      claim('A', { carc: undefined, reason: 'Reason not stated', lines: [] }),
      claim('B', {
        lines: [
          { billed: 10, carc: '18' },
          { billed: 20, carc: '197' },
        ],
      }),
    ])
    const found = await shapes(context, ofDay)
    expect(found.map(({ reason, lines }) => [reason, lines.map((line) => line.reason)]).sort()).toEqual([
      [null, [null]],
      [null, [null, 'Authorization absent']],
    ])
  })
})
