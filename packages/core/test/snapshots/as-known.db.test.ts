import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import type { DateWindow } from '../../src/dates.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import { explainBetween, type Stand } from '../../src/snapshots/between.ts'
import { readFigures, readKnownFigures } from '../../src/snapshots/figures.ts'
import { differenceOf, figureNames, numberNames, numbersOf, type FigureName } from '../../src/snapshots/numbers.ts'
import { readPatternCounts } from '../../src/snapshots/patterns.ts'
import { refreshOrganizationDays } from '../../src/measures/organization-daily/refresh.ts'
import { arbitraryClaims as anyClaims } from '../factories/arbitrary-claims.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { deleteClaim, insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { bring, moment, replace } from './clock.ts'

const windows: DateWindow[] = [
  { start: '2026-01-01', end: '2026-05-01' },
  { start: '2026-01-03', end: '2026-01-06' },
  { start: '2026-01-04', end: '2026-01-05' },
]
const at = (text: string) => sql`${text}::timestamptz`

/** What the dashboard's tables say at this moment. */
async function look(context: Context) {
  const { id } = context.organization
  const said = await context.db.transaction(async (tx) => {
    const figures = []
    for (const window of windows) figures.push(await readFigures(tx, { organizationId: id, window }))
    const patterns = await readPatternCounts(tx, id, windows[0]!, sql`'infinity'::timestamptz`)
    return { figures, patterns: patterns.map(({ id: pattern, today }) => ({ id: pattern, today })) }
  })
  return { ...said, at: await moment(context) }
}

describe('what was known at a moment', () => {
  const use = useDatabase()

  it('is nothing before a row appeared, also when it has gone, come again and gone again', async () => {
    const context = await newContext(use.database)
    const { db, organization } = context
    const day = '2026-01-04'
    const claim = (billed: number): ClaimSpec => ({ id: 'C1', submitted: day, billed })
    const moments = [await moment(context)]
    const refresh = async (change: () => Promise<unknown>) => {
      await change()
      await refreshOrganizationDays(db, organization.id, 'submission', [day], 'test')
      moments.push(await moment(context))
    }
    await refresh(() => insertClaims(context, [claim(10)]))
    await refresh(() => deleteClaim(context, 'C1'))
    await refresh(() => insertClaims(context, [claim(20)]))
    await refresh(() => db.run(sql`update claims set billed_amount = 25 where id = 'C1'`))
    await refresh(() => deleteClaim(context, 'C1'))
    const known = async () => {
      const billed = []
      for (const then of moments) {
        const figures = await db.transaction((tx) => readKnownFigures(tx, { organizationId: organization.id, window: windows[2]! }, at(then)))
        billed.push(figures.billed / 100)
      }
      return billed
    }
    expect(await known()).toEqual([0, 10, 0, 20, 25, 0])
    await refresh(() => insertClaims(context, [claim(30)]))
    expect(await known()).toEqual([0, 10, 0, 20, 25, 0, 30])
  })

  it('is what the dashboard said then, whatever happened since, and every difference is the sum of its steps', async () => {
    const index = fc.nat()
    // Few runs: without the bias that begins with the smallest sets.
    const arbitraryClaims = fc.noBias(anyClaims)
    const appeal = fc.constantFrom({ filed: '2026-02-10' }, { filed: '2026-02-10', outcome: 'overturned' as const, decided: '2026-03-01' })
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), claims: arbitraryClaims }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), index, claims: arbitraryClaims }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('appeal' as const), index, appeal }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), index, count: fc.integer({ min: 1, max: 12 }) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('rebuild' as const) }) },
    )
    let different = 0
    const run = async (steps: (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[], pairs: readonly [number, number, number][]) => {
      const context = await newContext(use.database)
      const claims = new Map<string, ClaimSpec>()
      const chosen = (from: number, count: number) => [...claims.keys()].slice(claims.size === 0 ? 0 : from % claims.size).slice(0, count)
      await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
      const seen = [await look(context)]
      for (const [number, of] of steps.entries()) {
        if (of.kind === 'rebuild') await recomputeAll(context)
        if (of.kind === 'import') {
          const specs = of.claims.map((spec) => ({ ...spec, id: `${number}-${spec.id}` }))
          for (const spec of specs) claims.set(spec.id, spec)
          await bring(context, specs)
        }
        if (of.kind === 'delete') {
          const gone = chosen(of.index, of.count)
          for (const id of gone) claims.delete(id)
          await replace(context, gone, [], `undo:${number}`)
        }
        if (of.kind === 'change' || of.kind === 'appeal') {
          const [id] = chosen(of.index, 1)
          const spec = of.kind === 'change' ? of.claims[0] : { ...claims.get(id ?? ''), appeals: [of.appeal] }
          if (id === undefined || spec === undefined) continue
          claims.set(id, { ...spec, id })
          await replace(context, [id], [{ ...spec, id }], `match:${number}`)
        }
        seen.push(await look(context))
      }
      const { id: organizationId } = context.organization
      for (const { figures, patterns, at: then } of seen) {
        await context.db.transaction(async (tx) => {
          for (const [which, window] of windows.entries()) expect(await readKnownFigures(tx, { organizationId, window }, at(then))).toEqual(figures[which])
          for (const { id, known, today } of await readPatternCounts(tx, organizationId, windows[0]!, at(then))) {
            const said = patterns.find((pattern) => pattern.id === id)?.today
            if (known === null) expect(said?.denied ?? 0).toBe(0)
            else expect(known).toEqual(said)
            expect(today).toEqual(seen.at(-1)!.patterns.find((pattern) => pattern.id === id)!.today)
          }
        })
      }
      for (const [a, b, what] of pairs) {
        const [from, until] = [a % seen.length, b % seen.length].sort((x, y) => x - y) as [number, number]
        const which = b % windows.length
        const metric = numberNames[what % numberNames.length]!
        const isOfPattern = a % 2 === 0 && ['deniedClaims', 'denialRate', 'deniedAmount'].includes(metric)
        const target = isOfPattern ? { pattern: 'PTN-A' } : {}
        const moments = { from: at(seen[from]!.at), until: until === seen.length - 1 ? null : at(seen[until]!.at), timeZone: 'UTC' }
        const found = await context.db.transaction((tx) => explainBetween(tx, { organizationId, window: windows[which]!, metric, target }, moments))
        if (!isOfPattern) {
          expect(found.known.value).toBe(numbersOf(seen[from]!.figures[which]!)[metric])
          expect(found.later.value).toBe(numbersOf(seen[until]!.figures[which]!)[metric])
        }
        addsUp(found)
        if (found.steps.length > 0) different++
      }
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 6 }),
        fc.noBias(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 12, maxLength: 12 })),
        run,
      ),
      { numRuns: 6 },
    )
    expect(different).toBeGreaterThan(5)
  }, 120_000)
})

/** Each count's changes are its difference; a number that is known throughout moves by its steps; the last step leaves what is there later. */
function addsUp({ known, later, difference, steps }: Awaited<ReturnType<typeof explainBetween>>) {
  for (const name of Object.keys(known.counts) as FigureName[]) {
    const cents = (of: Stand['counts']) => Math.round((of[name] ?? 0) * 100)
    expect(figureNames).toContain(name)
    expect(steps.reduce((sum, { changes }) => sum + cents(changes), cents(known.counts))).toBe(cents(later.counts))
  }
  let value = known.value
  for (const one of steps) {
    expect(one.change).toBe(differenceOf(value, one.value))
    value = one.value
  }
  expect(value).toBe(later.value)
  if (known.value !== null && steps.every((one) => one.value !== null)) {
    expect(steps.reduce((sum, { change }) => sum + Math.round(change! * 100), 0)).toBe(Math.round(difference! * 100))
  }
}
