import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFields } from '../../../../src/imports/formats/csv/fields.ts'
import { lacksHeader, NoHeader } from '../../../../src/imports/formats/csv/no-header.ts'

const rowsOf = (...lines: string[]) => lines.map((line) => line.split(','))

describe('a first line', () => {
  it.each([
    ['names', 'Claim ID,Payer,Date of Service,Charge', ['A1,Acme,2026-01-02,10.00'], false],
    ['names that are not ours', 'Rechnung,Kasse,Betrag', ['A1,Acme,10.00'], false],
    ['a row of claims', 'CLM-00123,Acme Health,2026-01-02,120.00', ['CLM-00124,Beta,2026-01-03,80.00'], true],
    ['one row alone', 'CLM-00123,Acme Health,2026-01-02,120.00', [], true],
    ['people and their birth dates', 'Doe,Ada,2/1/1950', ['Roe,Ben,3/1/1951'], true],
    ['codes', 'Acme,99213,E11.9', [], true],
    ['numbers of members', 'Doe,W123456789', [], true],
    ['words that stand again below', 'Acme Health,Denied', ['Beta,Paid', 'Acme Health,Paid'], true],
    ['a word of ours among data', 'CLM-00123,Paid,2026-01-02,120.00,99213', ['CLM-00124,Denied,2026-01-03,80.00,99214'], true],
    ['a header that stands again on every page', 'Fach,Summe', ['a,b', 'Fach,Summe', 'c,d'], false],
    ['names of ours with a year and a number beside them', 'Claim ID,Charge,2024,1', ['A,1.00,x,y'], false],
    ['names with numbers in them', 'Mod 1,Mod 2,ICD-10,Dx1,Q3', ['25,,E11.9,I10,x'], false],
    ['elements of a claim', '837 CLM01,Loop 2300 CLM05-1,2400 SV101-2,2010BA NM109,835_CLP04', ['C-1,11,99213,W1,12.00'], false],
    ['boxes of a form', 'CMS-1500 Box 26,CMS1500_24D,UB-04 FL 42-1', ['C-1,99213,0450'], false],
    ['names with a year', 'Jan 2026,Q1 2026,Zahlung_2026', ['a,b,c'], false],
    ['numbers of all kinds', '(555) 123-4567,Acme,1EG4-TE5-MK72', [], true],
    ['nothing but blanks', 'Column 1,Column 2', [], false],
    ['a value twice', '2026-01-02,2026-01-02 (2)', [], true],
  ] as const)('of %s', (_, first, rows, lacks) => {
    expect(lacksHeader(first.split(','), rowsOf(...rows))).toBe(lacks)
  })

  it('of names that are ours is a header, whatever stands below', () => {
    const ours = Object.values(csvFields).map(({ names }) => names[0]!)
    const cell = fc.oneof(fc.constant('2026-01-02'), fc.constant('12.00'), fc.string())
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ours), { minLength: 2 }), fc.array(fc.array(cell)), (names, rows) => {
        expect(lacksHeader(names, rows)).toBe(false)
      }),
    )
  })

  it('is data wherever a row of claims stands in it, and none of it is said', () => {
    const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''))
    const row = fc.tuple(
      digits(6).map((id) => `CLM${id}`),
      fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
      fc.integer({ min: 100, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
    )
    fc.assert(
      fc.property(row, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (cells, order) => {
        const first = order.map((at) => cells[at]!)
        expect(lacksHeader(first)).toBe(true)
        for (const value of first) expect(new NoHeader(first.length).message).not.toContain(value)
      }),
    )
  })
})
