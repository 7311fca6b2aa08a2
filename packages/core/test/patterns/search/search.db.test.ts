import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../../src/computation/recompute.ts'
import type { Context } from '../../../src/context.ts'
import { addDays, type IsoDate } from '../../../src/dates.ts'
import { perform } from '../../../src/operation.ts'
import { getPattern } from '../../../src/patterns/get.ts'
import { listPatterns } from '../../../src/patterns/list.ts'
import { detectPatternsOperation } from '../../../src/patterns/operations.ts'
import { scopeKeyOf, type Condition } from '../../../src/patterns/scope/condition.ts'
import { searchScopes } from '../../../src/patterns/search/search.ts'
import { insertScopedPattern } from '../../factories/patterns.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const FIRST = '2025-01-01'
const DAYS = 400
const PER_DAY = 10
const planted: Condition[] = [
  { field: 'payer', op: 'is', value: 'P2' },
  { field: 'procedureCode', op: 'is', value: '20610' },
]
const REASON = 'Authorization absent'

/**
 * A practice of 4,000 claims over 400 days, the same at every run: two payers, four procedures, none of which depends on another. P2 denies
 * half of 20610; else one claim in a hundred is denied for the same reason.
 */
function practice({ until = addDays(FIRST, DAYS), payer = 'P2', code = '20610' } = {}): ClaimSpec[] {
  const specs: ClaimSpec[] = []
  for (let number = 0; number < DAYS * PER_DAY; number++) {
    const served = addDays(FIRST, Math.floor(number / PER_DAY))
    if (served >= until) break
    const procedure = ['99213', '99214', '20610', '93000'][Math.floor(number / 7) % 4]!
    const payerId = number % 2 === 0 ? 'P1' : 'P2'
    const isDenied = payerId === payer && procedure === code ? Math.floor(number / 3) % 2 === 0 : number % 97 === 0
    specs.push({
      id: `C${String(number).padStart(5, '0')}`,
      served,
      submitted: addDays(served, 3),
      decided: addDays(served, 14),
      payer: payerId,
      lines: [{ billed: 100, procedure, ...(isDenied && { carc: '197' }) }],
    })
  }
  return specs
}

const asOf = (context: Context, day: IsoDate): Context => ({ ...context, now: new Date(`${day}T12:00:00Z`) })
const scoped = (context: Context) =>
  context.db.rows<{ id: string; key: string; computation: string }>(
    sql`select id, scope_key as key, computation_status as computation from patterns where scope_key like 'scope:%' order by id`,
  )
const lineage = (context: Context) => context.db.rows(sql`select pattern_id as id, kind, other_id as other from pattern_lineage order by id`)
const isIn = ({ payer, lines }: ClaimSpec) => payer === 'P2' && lines![0]!.procedure === '20610'

describe('searching for scopes', () => {
  const use = useDatabase()
  async function filled(specs = practice()): Promise<Context> {
    const context = await newContext(use.database)
    await insertClaims(context, specs)
    return context
  }

  it('finds a planted scope, says it in words, counts it, and shows it', async () => {
    const context = await filled()
    await recomputeAll(context)
    const { created, patterns, search } = await perform(detectPatternsOperation, context, {})
    const inWindow = practice().filter(({ served }) => served! < search!.windowEnd)
    const inside = inWindow.filter(isIn)
    const denials = inside.filter(({ lines }) => lines![0]!.carc).length
    expect(search).toMatchObject({ windowStart: expect.any(String), claims: inWindow.length, reasons: 1, found: 1 })
    const [found, byReason] = patterns
    expect(found).toMatchObject({
      sentence: 'Payer P2 denies 20610, for the reason “Authorization absent”, more often than elsewhere.',
      reason: REASON,
      carc: '197',
      scope: planted,
      population: inside.length,
      denials,
      rate: expect.closeTo((denials * 100) / inside.length, 1),
      status: 'active',
      found: true,
    })
    expect(found!.firstDetected).toBe(inside.find(({ lines }) => lines![0]!.carc)!.served)
    expect(found!.ratio!.low).toBeGreaterThan(10)
    expect(found!.q).toBeLessThan(1e-6)
    expect(byReason).toMatchObject({
      reason: REASON,
      carc: '197',
      scope: [],
      population: inWindow.length,
      restRate: null,
      ratio: null,
      q: null,
      confirmed: null,
    })
    expect(created).toEqual([found!.id])

    const listed = await perform(listPatterns, context, {})
    const shown = listed.patterns.find(({ id }) => id === found!.id)!
    expect(shown).toMatchObject({ scope: planted, title: 'Payer P2 denies 20610: Authorization absent' })
    expect(shown.finding).toMatchObject({ population: inside.length, denials, q: found!.q, searched: search!.searched, carc: '197' })
    expect((await perform(getPattern, context, { id: found!.id })).pattern).toMatchObject({ lineage: [], finding: shown.finding })
  })

  it('confirms it by claims that the first search did not see', async () => {
    const context = await filled()
    const { patterns, search } = await perform(detectPatternsOperation, context, {})
    expect(patterns[0]!.confirmed).toBe(true)
    expect(search!.confirmed).toBe(1)
    const { finding } = (await perform(getPattern, context, { id: patterns[0]!.id })).pattern
    const later = practice().filter((spec) => isIn(spec) && spec.served! >= search!.laterStart && spec.served! < search!.windowEnd)
    expect(finding!.later).toMatchObject({ window: { start: search!.laterStart, end: search!.windowEnd }, population: later.length })
  })

  it('changes nothing when it is run again, alone or with others', async () => {
    const context = await filled()
    const [first] = (await perform(detectPatternsOperation, context, {})).patterns
    const before = await scoped(context)
    const again = await Promise.all([1, 2, 3].map(() => perform(detectPatternsOperation, context, {})))
    for (const { created, patterns } of again) {
      expect(created).toEqual([])
      expect(patterns[0]).toEqual(first)
    }
    expect(await scoped(context)).toEqual(before)
    expect(await lineage(context)).toEqual([])
  })

  it('makes one pattern when two find it at once', async () => {
    const context = await filled()
    const runs = await Promise.all([1, 2, 3].map(() => searchScopes(context)))
    expect(runs.flatMap((search) => search!.created)).toHaveLength(1)
    expect(await scoped(context)).toEqual([{ id: runs.flatMap((search) => search!.created)[0], key: scopeKeyOf(REASON, planted), computation: 'pending' }])
  })

  it('knows as of a day what was served and decided by then', async () => {
    const context = await filled()
    const past = addDays(FIRST, 200)
    const known = practice({ until: addDays(past, 1) })
    const { search, patterns } = await perform(detectPatternsOperation, asOf(context, past), {})
    expect(search!.windowEnd < past).toBe(true)
    expect(search!.claims).toBe(known.filter(({ served, decided }) => served! < search!.windowEnd && decided! <= past).length)
    expect(patterns[0]).toMatchObject({ scope: planted })
    const fresh = await filled(known)
    expect((await perform(detectPatternsOperation, asOf(fresh, past), {})).patterns[0]).toMatchObject({
      population: patterns[0]!.population,
      denials: patterns[0]!.denials,
    })
  })

  it('does not tell as of a day of a scope that only a later search found', async () => {
    const context = await filled()
    await insertScopedPattern(context, { id: 'PTN-LATER', reason: REASON, scope: [{ field: 'modifier', op: 'has', value: '59' }] })
    await context.db.run(sql`update patterns set detected_at = ${`${addDays(FIRST, 300)}T12:00:00Z`}`)
    const idsAsOf = async (day: IsoDate) => (await perform(detectPatternsOperation, asOf(context, day), {})).patterns.map(({ id }) => id)
    expect(await idsAsOf(addDays(FIRST, 200))).not.toContain('PTN-LATER')
    expect(await idsAsOf(addDays(FIRST, 390))).toContain('PTN-LATER')
  })

  it('finds nothing where no day is mature', async () => {
    const context = await newContext(use.database)
    expect(await searchScopes(context)).toBeNull()
    expect((await perform(detectPatternsOperation, context, {})).search).toBeNull()
  })

  it('keeps the id of a pattern whose scope has drifted, and computes it again', async () => {
    const context = await filled()
    const wider = [planted[1]!]
    await insertScopedPattern(context, { id: 'PTN-OLD', reason: REASON, scope: wider })
    const search = await searchScopes(context)
    expect(search!.created).toEqual([])
    expect(await scoped(context)).toEqual([{ id: 'PTN-OLD', key: scopeKeyOf(REASON, planted), computation: 'pending' }])
    const { pattern } = await perform(getPattern, context, { id: 'PTN-OLD' })
    expect(pattern).toMatchObject({ scope: planted, lineage: [{ kind: 'scope_changed', otherId: null, scopeBefore: wider, scopeAfter: planted }] })
    await recomputeMarked(context)
    expect((await scoped(context))[0]!.computation).toBe('complete')
  })

  it('lets two patterns go together in the older one, once', async () => {
    const context = await filled()
    const parts = ['11', '22'].map((value): Condition[] => [...planted, { field: 'placeOfService', op: value === '11' ? 'is' : 'not', value: '11' }])
    await insertScopedPattern(context, { id: 'PTN-A', reason: REASON, scope: parts[0]! })
    await insertScopedPattern(context, { id: 'PTN-B', reason: REASON, scope: [planted[1]!] })
    await insertScopedPattern(context, { id: 'PTN-C', reason: REASON, scope: parts[1]! })
    await searchScopes(context)
    await searchScopes(context)
    expect(await lineage(context)).toEqual([
      { id: 'PTN-B', kind: 'scope_changed', other: null },
      { id: 'PTN-C', kind: 'merged_into', other: 'PTN-B' },
    ])
    expect((await scoped(context)).map(({ id }) => id)).toEqual(['PTN-A', 'PTN-B', 'PTN-C'])
  })

  it('finds nothing anew that somebody put away, and leaves it there', async () => {
    const context = await filled()
    await insertScopedPattern(context, { id: 'PTN-GONE', reason: REASON, scope: planted, status: 'archived' })
    expect((await searchScopes(context))!.created).toEqual([])
    expect(await context.db.rows(sql`select id, status from patterns where scope_key like 'scope:%'`)).toEqual([{ id: 'PTN-GONE', status: 'archived' }])
  })

  it('writes down each search', async () => {
    const context = await filled()
    const search = await searchScopes(context)
    expect(await context.db.rows(sql`select claims, searched, found, window_end as "windowEnd" from pattern_searches`)).toEqual([
      { claims: search!.claims, searched: search!.searched, found: 1, windowEnd: search!.windowEnd },
    ])
    expect(search!.searched).toBeGreaterThan(10)
  })
})
