import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identify, type Found, type Identities, type Known, type Overlap } from '../../../src/patterns/identity/rules.ts'

/** A scope by the numbers of the claims that are denied in it, of the one reason unless said. */
interface Scope {
  key: string
  reason: string
  denied: readonly number[]
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)
const scope = (key: string, denied: readonly number[], reason = 'R') => ({ key, denied, reason })
const known = (id: string, key: string, denied: readonly number[], more: Partial<Known & Scope> = {}) => ({
  id,
  since: `2026-01-0${id}`,
  isMerged: false,
  isArchived: false,
  ...scope(key, denied),
  ...more,
})
const overlapOf = (found: Scope, other: Scope): Overlap => ({
  found: found.denied.length,
  known: other.denied.length,
  both: found.denied.filter((one) => other.denied.includes(one)).length,
})
const inWords = ({ all, merged }: Identities<Found, Known>) => ({
  all: Object.fromEntries(all.map(({ found, known: same, splitFrom }) => [found.key, same?.id ?? (splitFrom ? `new, from ${splitFrom.id}` : 'new')])),
  merged: Object.fromEntries(merged.map(({ known: one, into }) => [one.id, into.key])),
})

type Case = [name: string, found: (Found & Scope)[], known: (Known & Scope)[], all: Record<string, string>, merged?: Record<string, string>]
const cases: Case[] = [
  ['nothing was known', [scope('a', range(0, 9))], [], { a: 'new' }],
  ['the very scope, whatever its denials became', [scope('a', [])], [known('1', 'a', range(0, 9))], { a: '1' }],
  ['half of the denials in common', [scope('b', range(0, 15))], [known('1', 'a', range(5, 20))], { b: '1' }],
  ['less than half', [scope('b', range(0, 14))], [known('1', 'a', range(8, 20))], { b: 'new' }, { 1: 'b' }],
  ['hardly any', [scope('b', range(0, 14))], [known('1', 'a', range(12, 26))], { b: 'new' }],
  ['the same denials of another reason', [scope('b', range(0, 9), 'S')], [known('1', 'a', range(0, 9))], { b: 'new' }],
  ['not found again', [], [known('1', 'a', range(0, 9))], {}],
  ['two in one: the older keeps its id', [scope('c', range(0, 20))], [known('2', 'b', range(0, 12)), known('1', 'a', range(12, 20))], { c: '1' }, { 2: 'c' }],
  ['two in one that is one of them', [scope('b', range(0, 20))], [known('1', 'a', range(0, 8)), known('2', 'b', range(8, 20))], { b: '2' }, { 1: 'b' }],
  ['one as two: the larger keeps the id', [scope('b', range(0, 8)), scope('c', range(8, 20))], [known('1', 'a', range(0, 20))], { b: 'new, from 1', c: '1' }],
  ['a part beside the very scope is no split', [scope('a', range(0, 20)), scope('b', range(0, 8))], [known('1', 'a', range(0, 20))], { a: '1', b: 'new' }],
  ['one that was merged does not come back by overlap', [scope('b', range(0, 15))], [known('1', 'a', range(0, 15), { isMerged: true })], { b: 'new' }],
  ['what somebody put away is recognized', [scope('b', range(0, 15))], [known('1', 'a', range(0, 15), { isArchived: true })], { b: '1' }],
  [
    'what somebody put away does not swallow what is in use, and does not merge',
    [scope('c', range(0, 20))],
    [known('1', 'a', range(0, 12), { isArchived: true }), known('2', 'b', range(12, 20))],
    { c: '2' },
  ],
  [
    'also where it is the more alike',
    [scope('c', range(0, 20))],
    [known('1', 'a', range(0, 19), { isArchived: true }), known('2', 'b', range(0, 12))],
    { c: '2' },
  ],
  ['but by its very scope', [scope('a', range(0, 15))], [known('1', 'a', range(0, 15), { isMerged: true })], { a: '1' }],
]

describe('which pattern a finding is', () => {
  it.each(cases)('%s', (_, found, stored, all, merged = {}) => {
    expect(inWords(identify(found, stored, overlapOf as never))).toEqual({ all, merged })
  })

  const scopes = fc.uniqueArray(fc.record({ key: fc.constantFrom(...'abcdefgh'), reason: fc.constantFrom('R', 'S'), denied: fc.uniqueArray(fc.nat(30)) }), {
    selector: ({ key }) => key,
    maxLength: 6,
  })
  const stored = scopes.map((all) => all.map((one, at) => ({ ...one, id: String(at), since: `2026-01-0${at % 3}`, isMerged: at === 5, isArchived: at === 4 })))

  it('gives each id once, every finding an answer, and merges only what was not found; whatever the order', () => {
    fc.assert(
      fc.property(scopes, stored, (found, before) => {
        const result = identify(found, before, overlapOf as never)
        const ids = result.all.flatMap(({ known: same }) => same?.id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        expect(result.all.map((one) => one.found)).toEqual(found)
        for (const { known: one } of result.merged) expect(ids).not.toContain(one.id)
        expect(inWords(identify(found.toReversed(), before.toReversed(), overlapOf as never))).toEqual(inWords(result))
      }),
    )
  })

  it('finds itself again', () => {
    fc.assert(
      fc.property(stored, (before) => {
        const result = identify(
          before.map(({ key, reason, denied }) => ({ key, reason, denied })),
          before,
          overlapOf as never,
        )
        expect(result.all.map(({ known: same }) => same)).toEqual(before)
        expect(result.merged).toEqual([])
      }),
    )
  })
})
