import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTimeZone, merged, tierProblems } from '../../src/organization/change.ts'
import { parseSettings } from '../../src/settings.ts'

describe('a change of settings', () => {
  it.each([
    [{ a: 1, b: { c: 2, d: 3 } }, { b: { c: 9 } }, { a: 1, b: { c: 9, d: 3 } }],
    [{}, { b: { c: 9 } }, { b: { c: 9 } }],
    [{ a: 1 }, undefined, { a: 1 }],
    [{ a: { b: 1 } }, { a: undefined }, { a: { b: 1 } }],
    [{ a: { b: 1 } }, { a: 0 }, { a: 0 }],
  ])('%j with %j', (stored, change, expected) => expect(merged(stored, change)).toEqual(expected))

  it('stays when it is laid over twice, and changes nothing when it says what is there', () => {
    const json = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(fc.nat(), fc.dictionary(fc.constantFrom('a', 'b'), fc.nat())))
    fc.assert(
      fc.property(json, json, (stored, change) => {
        const once = merged(stored, change)
        expect(merged(once, change)).toEqual(once)
        expect(merged(stored, stored)).toEqual(stored)
      }),
    )
  })

  it.each([
    [{}, []],
    [{ tiers: { high: { frequency: 21 } } }, ['tiers.critical.frequency']],
    [{ tiers: { critical: { impact: 1 }, medium: { frequency: 11 } } }, ['tiers.critical.impact', 'tiers.high.frequency']],
  ])('%j contradicts itself in %j', (stored, expected) => expect(tierProblems(parseSettings(stored)).map(({ field }) => field)).toEqual(expected))

  it.each([
    ['America/Chicago', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['', false],
    ['+02:00', false],
  ])('time zone %j: %s', (name, expected) => expect(isTimeZone(name)).toBe(expected))
})
