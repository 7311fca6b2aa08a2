import { describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '../../src/dates.ts'
import type { Context } from '../../src/context.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import { perform } from '../../src/operation.ts'
import { explainNumber, type Explanation } from '../../src/snapshots/explain.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { bring, daysAgo, letPass, replace } from './clock.ts'

const brief = ({ steps }: Explanation) => steps.map(({ cause, changes, value, change }) => ({ cause, changes, value, change }))

describe('an explanation', () => {
  const use = useDatabase()

  /** Six days ago 4 claims, one denied; then 6 more of another file, two denied; a correction; a claim taken away; all computed again. */
  async function story() {
    const context = await newContext(use.database)
    const day = addDays(await daysAgo(context, 6), -3)
    const claim = (id: string, carc?: string) => ({ id, served: day, submitted: day, decided: day, billed: 100, ...(carc !== undefined && { carc }) })
    const first = await bring(context, [claim('A1'), claim('A2'), claim('A3', '197'), { id: 'A4', served: day, submitted: day, billed: 100 }])
    await letPass(context, 2)
    const second = await bring(context, [claim('B1', '50'), claim('B2', '50'), claim('B3'), claim('B4'), claim('B5'), claim('B6')])
    await letPass(context, 2)
    await replace(context, ['A4'], [claim('A4', '197')], 'match:77')
    await letPass(context, 1)
    await replace(context, ['B1', 'B2'], [], `undo:${second}`)
    await letPass(context, 1)
    await recomputeAll(context)
    return { context, day, first, second, asked: { from: day, to: day } }
  }
  const explain = async (context: Context, ago: number, input: Record<string, unknown>) =>
    perform(explainNumber, context, { asOf: await daysAgo(context, ago), ...input })

  it('tells cause by cause what made a rate what it is', async () => {
    const { context, second, asked, day } = await story()
    const found = await explain(context, 5, { metric: 'denialRate', ...asked })
    expect(found).toMatchObject({
      window: { start: day, end: addDays(day, 1) },
      until: null,
      known: { value: 33.33, counts: { deniedClaims: 1, adjudicatedClaims: 3 } },
      later: { value: 25, counts: { deniedClaims: 2, adjudicatedClaims: 8 } },
      difference: -8.33,
    })
    expect(found.steps).toEqual([
      {
        cause: `import:${second}`,
        text: `claims.json (import ${second})`,
        importId: second,
        fileName: 'claims.json',
        day: await daysAgo(context, 4),
        at: expect.any(String),
        changes: { deniedClaims: 2, adjudicatedClaims: 6 },
        value: 33.33,
        change: 0,
      },
      {
        cause: 'match:77',
        text: 'decision 77 given to another claim',
        importId: null,
        fileName: null,
        day: await daysAgo(context, 2),
        at: expect.any(String),
        changes: { deniedClaims: 1, adjudicatedClaims: 1 },
        value: 40,
        change: 6.67,
      },
      {
        cause: `undo:${second}`,
        text: `claims.json (import ${second}) was undone`,
        importId: second,
        fileName: 'claims.json',
        day: await daysAgo(context, 1),
        at: expect.any(String),
        changes: { deniedClaims: -2, adjudicatedClaims: -2 },
        value: 25,
        change: -15,
      },
    ])
  })

  it('begins with the first publication where nothing was known, and ends where it is told to', async () => {
    const { context, first, second, asked } = await story()
    const found = await explain(context, 7, { metric: 'totalClaims', ...asked, until: await daysAgo(context, 4) })
    expect(found).toMatchObject({ known: { value: 0 }, later: { value: 10 }, difference: 10 })
    expect(brief(found)).toEqual([
      { cause: `import:${first}`, changes: { totalClaims: 4 }, value: 4, change: 4 },
      { cause: `import:${second}`, changes: { totalClaims: 6 }, value: 10, change: 6 },
    ])
    const rate = await explain(context, 7, { metric: 'denialRate', ...asked, until: await daysAgo(context, 6) })
    expect(rate.difference).toBeNull()
    expect(brief(rate)).toEqual([{ cause: `import:${first}`, changes: { deniedClaims: 1, adjudicatedClaims: 3 }, value: 33.33, change: null }])
  })

  it('explains money to the cent, cash by the day of payment, and one payer', async () => {
    const { context, asked, day } = await story()
    const paid = addDays(day, 3)
    const id = await bring(context, [
      { id: 'D1', served: day, submitted: day, decided: day, payer: 'P2', billed: 100.1, carc: '197', overturnedOn: paid, recovered: 70.07 },
    ])
    const cash = await explain(context, 0, { metric: 'cashRecovered', from: paid, to: paid })
    expect(cash).toMatchObject({ known: { value: 70.07 }, later: { value: 70.07 }, difference: 0, steps: [] })
    const grown = await explain(context, 1, { metric: 'cashRecovered', from: paid, to: paid })
    expect(brief(grown)).toEqual([{ cause: `import:${id}`, changes: { cashRecovered: 70.07 }, value: 70.07, change: 70.07 }])
    const denied = await explain(context, 1, { metric: 'deniedAmount', ...asked, payer: 'P2' })
    expect(brief(denied)).toEqual([{ cause: `import:${id}`, changes: { deniedAmount: 100.1 }, value: 100.1, change: 100.1 }])
    expect((await explain(context, 1, { metric: 'deniedAmount', ...asked, payer: 'P1' })).steps).toEqual([])
  })

  it("explains a pattern's denials, which were unknown until it was found", async () => {
    const { context, asked, day } = await story()
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await recomputeAll(context, { cause: 'pattern:new' })
    const found = await explain(context, 1, { metric: 'denialRate', pattern: 'PTN-A', ...asked })
    expect(found).toMatchObject({ known: { value: null, counts: { deniedClaims: 0, adjudicatedClaims: 8 } }, later: { value: 25 }, difference: null })
    expect(found.steps).toMatchObject([{ text: 'the pattern was found, and its days were computed', changes: { deniedClaims: 2 }, value: 25, change: null }])
    await letPass(context, 1)
    const claim = { id: 'E1', served: day, submitted: day, decided: day, billed: 60, carc: '197' }
    const id = await bring(context, [claim, { ...claim, id: 'E2', carc: '50' }])
    expect(brief(await explain(context, 1, { metric: 'denialRate', pattern: 'PTN-A', ...asked }))).toEqual([
      { cause: `import:${id}`, changes: { deniedClaims: 1, adjudicatedClaims: 2 }, value: 30, change: 5 },
    ])
    expect(brief(await explain(context, 1, { metric: 'deniedAmount', pattern: 'PTN-A', ...asked }))).toEqual([
      { cause: `import:${id}`, changes: { deniedAmount: 60 }, value: 260, change: 60 },
    ])
  })

  it('refuses what cannot be explained', async () => {
    const { context } = await story()
    const asOf: IsoDate = await daysAgo(context, 3)
    const refused = [
      [{ metric: 'denialRate', until: addDays(asOf, -1) }, 'until'],
      [{ metric: 'cashRecovered', pattern: 'PTN-A' }, 'metric'],
      [{ metric: 'deniedClaims', pattern: 'PTN-A', policy: 'POL-1' }, 'policy'],
      [{ metric: 'deniedClaims', payer: 'P1', provider: 'DR1' }, 'provider'],
      [{ metric: 'revenueRecovered' }, 'metric'],
      [{ metric: 'denialRate', from: addDays(asOf, 1) }, 'from'],
    ] as const
    for (const [input, field] of refused) {
      await expect(perform(explainNumber, context, { asOf, ...input })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field }] })
    }
  })
})
