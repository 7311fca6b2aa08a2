import { describe, expect, it } from 'vitest'
import { DayCounts } from '../../src/computation/day-counts.ts'
import { slicesOf } from '../../src/computation/slices.ts'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'
import type { DateBasis } from '../../src/measures/organization-daily/sql.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const QUIET: IsoDate = '2025-01-01'
const BUSY: IsoDate = '2025-03-01'
const QUIET_DAYS = 6
/** More than three times what the quiet days weigh together, so that none of them can be so fast that two busy ones follow at once. */
const ON_A_BUSY_DAY = 420

/** One claim a day, decided the week after; then two days of many. */
const claims: ClaimSpec[] = [
  ...Array.from({ length: QUIET_DAYS }, (_, at): ClaimSpec => ({ id: `Q${at}`, served: addDays(QUIET, at), decided: addDays(QUIET, at + 7) })),
  ...Array.from({ length: 2 * ON_A_BUSY_DAY }, (_, at): ClaimSpec => ({ id: `B${at}`, served: addDays(BUSY, at % 2), submitted: null })),
]

const daysFrom = (first: IsoDate, length: number): IsoDate[] => Array.from({ length }, (_, at) => addDays(first, at))

async function slicesOfDays({ db }: Context, basis: DateBasis, days: readonly (IsoDate | null)[]): Promise<(IsoDate | null)[][]> {
  const taken: (IsoDate | null)[][] = []
  await slicesOf(db).eachDay(basis, days, async (_tx, slice) => taken.push(slice))
  return taken
}

describe('slices', () => {
  const use = useDatabase()

  it('take quiet days together and the busy ones that follow one by one', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims)
    const days = [null, ...daysFrom(QUIET, QUIET_DAYS), ...daysFrom(BUSY, 2)]
    const taken = await slicesOfDays(context, 'service', days)
    expect(taken.flat()).toEqual(days)
    expect(taken.some((slice) => slice.length > 1)).toBe(true)
    expect(taken.find((slice) => slice.includes(BUSY))).toEqual([BUSY])
  })

  it('never take more than forty days, however empty', async () => {
    const context = await newContext(use.database)
    const days = daysFrom('2020-01-01', 900)
    const taken = await slicesOfDays(context, 'payment', days)
    expect(taken.flat()).toEqual(days)
    expect(Math.max(...taken.map((slice) => slice.length))).toBe(40)
  })

  it('take marks as they take days, in their order', async () => {
    const context = await newContext(use.database)
    const marks = daysFrom('2025-01-01', 20).map((day) => ({ day, cause: 'test' }))
    const taken: { day: IsoDate; cause: string }[] = []
    const slices = slicesOf(context.db)
    await slices.eachDay('service', marks, async (_tx, slice) => taken.push(...slice))
    expect(taken).toEqual(marks)
    expect(slices.count).toBeLessThan(20)
  })

  it('take things that are no days by their number alone', async () => {
    const context = await newContext(use.database)
    const taken: number[][] = []
    await slicesOf(context.db).each([1, 2, 3, 4, 5], async (_tx, slice) => taken.push(slice))
    expect(taken.flat()).toEqual([1, 2, 3, 4, 5])
    expect(taken[0]).toEqual([1])
    await slicesOf(context.db).each([], async () => expect.unreachable('nothing to do'))
  })
})

describe('counts of days', () => {
  const use = useDatabase()

  it('are of claims by service or submission and of decisions by payment, over more days than one statement asks for', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims)
    const counts = new DayCounts(context.db)
    const days = daysFrom(QUIET, 75)
    const service = await counts.of('service', days)
    expect(service.get(QUIET)).toBe(1)
    expect(service.get(addDays(BUSY, -1))).toBe(0)
    expect(service.get(BUSY)).toBe(ON_A_BUSY_DAY)
    expect([...service.values()].reduce((sum, count) => sum + count, 0)).toBe(claims.length)
    const payment = await counts.of('payment', days)
    expect(payment.get(addDays(QUIET, 7))).toBe(1)
    expect((await counts.of('submission', [BUSY])).get(BUSY)).toBe(0)
  })

  it('leave other organizations out', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, claims.slice(0, 3))
    const other = await newContext(use.database)
    expect((await new DayCounts(other.db).of('service', [QUIET])).get(QUIET)).toBe(0)
  })
})
