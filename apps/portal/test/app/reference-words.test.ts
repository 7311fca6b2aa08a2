import { describe, expect, it } from 'vitest'
import { datesInWords, formatInterval, frequencyInWords, namedBeside, readTexts, ruleInWords, systemOf } from '../../app/utils/reference-words.ts'

type Rule = Parameters<typeof ruleInWords>[0]
const rule = (changes: Partial<Rule>): Rule => ({
  procedureCodes: [],
  conditions: [],
  ages: null,
  frequency: null,
  effectiveDate: null,
  endDate: null,
  ...changes,
})
const condition = (kind: Rule['conditions'][number]['kind'], code: string, label: string | null = null) => ({ kind, code, label })

describe('the rule of a policy', () => {
  it.each<[string, Partial<Rule>, string[]]>([
    ['nothing', {}, []],
    ['procedures', { procedureCodes: ['99213', '99214'] }, ['Procedure is one of: 99213, 99214']],
    ['a prefix', { conditions: [condition('diagnosis_code', 'M17*')] }, ['Diagnosis is one of: M17 and below']],
    ['a label', { conditions: [condition('modifier_required', '25', 'Apart')] }, ['Has modifier: 25 (Apart)']],
    ['ages', { ages: { min: 45, max: null } }, ['Age of the patient: 45 years or more']],
    ['a limit', { frequency: { count: 1, period: null, days: 3650 } }, ['More often than: once in 3,650 days']],
    ['dates', { effectiveDate: '2026-01-01', endDate: '2026-12-31' }, ['Served: from Jan 1, 2026 until Dec 31, 2026']],
    ['what narrows nothing', { conditions: [condition('carc', '4'), condition('specialty', 'Cardiology')] }, []],
  ])('says %s', (_, changes, said) => expect(ruleInWords(rule(changes)).map(({ label, value }) => `${label}: ${value}`)).toEqual(said))

  it('names beside it what narrows nothing', () => {
    expect(namedBeside(rule({ conditions: [condition('carc', '4'), condition('modifier_required', '25')] }))).toEqual([
      { label: 'Denied with reason (CARC)', values: [condition('carc', '4')] },
    ])
  })

  it.each([
    [{ count: 2, period: 'month' as const, days: null }, '2 times a month'],
    [{ count: 1, period: 'year' as const, days: null }, 'once a year'],
    [{ count: 3, period: null, days: null }, '3 times'],
  ])('says the limit %j', (frequency, said) => expect(frequencyInWords(frequency)).toBe(said))

  it('says dates that are open', () => expect(datesInWords({ effectiveDate: null, endDate: null })).toBe('on any date'))
})

it.each([
  ['197', 'carc'],
  ['B7', 'carc'],
  ['n519', 'rarc'],
  ['MA130', 'rarc'],
  ['M15', 'rarc'],
  ['99213', 'procedure'],
  ['J1885', 'procedure'],
  ['D0120', 'procedure'],
])('%s looks like a %s', (code, system) => expect(systemOf(code)).toBe(system))

it.each([
  ['no list', null, []],
  ['texts', ['a', ' ', 'b'], ['a', 'b']],
  ['objects', [{ code: '25', note: 'Apart' }, { other: 1 }, null], ['25: Apart']],
])('reads %s', (_, given, texts) => expect(readTexts(given)).toEqual(texts))

it('shows an interval, or that there is none', () => {
  expect(formatInterval({ low: 6.1, high: 12 })).toBe('6.10 to 12.00%')
  expect(formatInterval(null)).toBe('–')
})
