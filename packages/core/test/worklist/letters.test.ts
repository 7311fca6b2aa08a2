import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInTemplates } from '../../src/worklist/letters/built-in.ts'
import { templateFor } from '../../src/worklist/letters/choice.ts'
import { letterPdf, showable } from '../../src/worklist/letters/pdf.ts'
import { fillPlaces, placeNames, unknownPlaces, type PlaceValues } from '../../src/worklist/letters/places.ts'

const values = (given: Partial<PlaceValues> = {}) => ({ ...Object.fromEntries(placeNames.map((name) => [name, null])), ...given }) as PlaceValues

describe('the places of a letter', () => {
  it.each([
    ['Dear {{payer}}, {{ payer }}', { payer: 'Harbor' }, 'Dear Harbor, Harbor', []],
    ['{{patient.name}} of {{patient.name}}', {}, '[name of the patient] of [name of the patient]', ['patient.name']],
    ['{{nobody}} {{}} {payer}', { payer: 'Harbor' }, '{{nobody}} {{}} {payer}', []],
    // What a value says is not read again as a place.
    ['{{payer}}', { payer: '{{patient.name}}', 'patient.name': 'Invented, Person' }, '{{patient.name}}', []],
    ['{{payer}}', { payer: "$& $' $1" }, "$& $' $1", []],
  ] as const)('are filled in: %s', (body, given, text, missing) => {
    expect(fillPlaces(body, values(given))).toEqual({ text, missing })
  })

  it.each([
    ['Dear {{payer}} {{claim.number}}', []],
    ['{{claim.nummer}} {{ claim.nummer }} {{}}', ['claim.nummer', '']],
    ['{{constructor}}', ['constructor']],
  ])('are known or not: %s', (body, unknown) => {
    expect(unknownPlaces(body)).toEqual(unknown)
  })

  it('are all filled in or named as missing, whatever the letter', () => {
    const place = fc.constantFrom(...placeNames)
    fc.assert(
      fc.property(fc.array(fc.oneof(place, fc.string())), fc.subarray(placeNames), (parts, known) => {
        const body = parts.map((part) => (placeNames.includes(part as never) ? `{{${part}}}` : part.replaceAll(/[{}]/g, ''))).join(' ')
        const { text, missing } = fillPlaces(body, values(Object.fromEntries(known.map((name) => [name, `<${name}>`]))))
        const used = new Set(parts.filter((part) => placeNames.includes(part as never)))
        expect(new Set(missing)).toEqual(new Set([...used].filter((name) => !known.includes(name as never))))
        expect(text).not.toMatch(/\{\{/)
        for (const name of used) expect(text.includes(`<${name}>`)).toBe(known.includes(name as never))
      }),
    )
  })

  it('of the letters that come with Overturn are known', () => {
    expect(builtInTemplates.filter(({ body }) => unknownPlaces(body).length > 0)).toEqual([])
  })
})

describe('a letter that comes with Overturn', () => {
  const GAP = /\[[^[\]]+\]/g

  it.each(builtInTemplates.map(({ id, body }) => [id, body]))('%s says nothing that nobody looked up', (_, body) => {
    const gaps = body.match(GAP) ?? []
    expect(gaps.length).toBeGreaterThan(0)
    // Nobody marks a gap in another way, and what only a document can show is said within one.
    const said = body.replaceAll(GAP, '')
    expect(said).not.toMatch(/____/)
    expect(said).not.toMatch(/\b(?:record|report|shows?|proves?|in time|medically|tried|was given)\b/i)
  })
})

describe('the letter that fits', () => {
  it.each([
    [['Authorization absent'], 'built-in:authorization'],
    [['Not medically necessary'], 'built-in:medical-necessity'],
    [['Modifier missing or inconsistent'], 'built-in:corrected-claim'],
    [[], 'built-in:coding'],
    [['A reason of their own'], 'built-in:coding'],
  ])('%j', (reasons, template) => {
    expect(templateFor(reasons)).toBe(template)
  })

  it('is one that there is', () => {
    const ids = builtInTemplates.map(({ id }) => id)
    expect(ids).toContain(templateFor(['Filed after the limit']))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a PDF', () => {
  it.each([
    ['Łukasz Nguyễn', 'Lukasz Nguyen', ['Ł', 'ễ']],
    ['José “Pepe” Müller – 5 €', 'José “Pepe” Müller – 5 €', []],
    ['Иван', '????', ['И', 'в', 'а', 'н']],
    ['e\u0301', 'é', []],
    ['a\tb\r\nc', 'a    b\nc', []],
  ])('shows %s', (text, shown, replaced) => {
    expect(showable(text)).toEqual({ text: shown, replaced })
  })

  it('is one, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const pdf = await letterPdf(text, { title: 'Letter', now: new Date('2026-03-31') })
        expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
        expect(pdf.subarray(-6).toString('latin1')).toContain('EOF')
      }),
      { numRuns: 20 },
    )
  })
})
