import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAges, readFrequency } from '../../../../src/imports/formats/portal-json/limits.ts'

describe('limits stated as text', () => {
  it.each([
    ['40-74 years', { min: 40, max: 74 }],
    ['18 years and older', { min: 18, max: null }],
    ['Ages 0 to 17', { min: 0, max: 17 }],
    ['between 45 and 75 years of age', { min: 45, max: 75 }],
    ['65+', { min: 65, max: null }],
    ['under 21', { min: null, max: 20 }],
    ['over 50 years', { min: 51, max: null }],
    ['17 and younger', { min: null, max: 17 }],
    ['Up to 21 years old', { min: null, max: 21 }],
    ['at least 12 years', { min: 12, max: null }],
    ['6 months to 5 years', null],
    ['74-40 years', null],
    ['18-400 years', null],
    ['adults', null],
    ['18 years and older with diabetes', null],
  ])('reads the age limit %j', (text, limit) => {
    expect(readAges(text)).toEqual(limit)
  })

  it.each([
    ['Maximum 1 per day', { count: 1, period: 'day', days: 1 }],
    ['Maximum 1 per 90 days', { count: 1, period: null, days: 90 }],
    ['Maximum 4 units per day', { count: 4, period: 'day', days: 1 }],
    ['Maximum 1 per year', { count: 1, period: 'year', days: 365 }],
    ['Maximum 1 psychotherapy session per day', { count: 1, period: 'day', days: 1 }],
    ['Maximum 1 per 10 years', { count: 1, period: null, days: 3650 }],
    ['twice a month', { count: 2, period: 'month', days: 30 }],
    ['3 per joint per year', { count: 3, period: 'year', days: 365 }],
    ['one every 2 weeks', { count: 1, period: null, days: 14 }],
    ['Must exceed base code by minimum 15 minutes', null],
    ['once in a lifetime', null],
    ['0 per day', null],
  ])('reads the frequency limit %j', (text, limit) => {
    expect(readFrequency(text)).toEqual(limit)
  })

  it('reads or leaves any text, quickly', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.stringMatching(/^[0-9a-z -]{0,300}$/), (any, near) => {
        for (const text of [any, near]) expect([readAges(text), readFrequency(text)]).toHaveLength(2)
      }),
    )
  })
})
