import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFields } from '../../../../src/imports/formats/csv/fields.ts'
import { lacksHeader, NoHeader } from '../../../../src/imports/formats/csv/no-header.ts'
import { UnconfirmedColumns, unconfirmed } from '../../../../src/imports/formats/csv/unconfirmed.ts'

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
    ['months over counts', 'Payer,2026-01,2026-02,2026-03', ['Acme,12,3,0', 'Beta,7,,1'], false],
    ['months over large sums', 'Payer,01/2026,02/2026,03/2026', ['Acme,123456,98765,45678'], false],
    ['months and years in words', 'Payer,Jan 2026,Feb 2026,Mar 2026', ['Acme,12,3,0'], false],
    ['months by their first days', 'Payer,2026-01-01,2026-02-01,2026-03-01', ['Acme,12,3,0'], false],
    ['months under a name that is not ours', 'Kasse,2026-01,2026-02', ['Acme,12,3'], false],
    ['months without a row', 'Payer,2026-01,2026-02,2026-03', [], false],
    ['years over counts like years', 'Payer,2023,2024,2025', ['Acme,1200,1999,87'], false],
    ['procedures over amounts', 'Provider,99213,99214,J0585', ['Rivera,1200.50,80.00,0'], false],
    ['procedures over dates', 'Claim ID,99213,99214,99215', ['A1,2026-01-02,,'], false],
    ['procedures without a row', 'Provider,99213,99214,J0585', [], false],
    ['procedures over procedures', 'Paid,99213,99214,J0585', ['Denied,99215,93000,99213', 'Paid,99213,99214,36415'], true],
    ['days and numbers beside a word of ours', 'Paid,2026-01-02,1950-02-01,W123456789', [], true],
    ['two months and a day, where a row is missing', 'Payer,2026-01,2026-02,2026-02-03', [], true],
    ['ids of several shapes', 'CLM-00123,Acme,120', ['A77812,Beta,80', '9912345,Acme Two,1000'], true],
    ['a table with one row that differs', 'A-12345,2026-01-02,120.00', ['A-12346,unknown,80.00'], true],
  ] as const)('of %s', (_, first, rows, lacks) => {
    expect(lacksHeader(first.split(','), rowsOf(...rows))).toBe(lacks)
  })

  it('of months is refused for its columns, not for a header that it has', () => {
    const refusal = unconfirmed(['Payer', '2026-01', '2026-02', '2026-03'], rowsOf('Acme,12,3,0', 'Beta,7,4,1'))
    expect(refusal).toBeInstanceOf(UnconfirmedColumns)
    expect(refusal.message).not.toMatch(/no header|2026|Acme/)
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

  it('of months or procedures beside a name that is ours is a header over counts and amounts, in any order', () => {
    const ours = fc.constantFrom('Payer', 'Provider', 'Denial reason')
    const months = fc
      .uniqueArray(fc.integer({ min: 0, max: 119 }), { minLength: 3 })
      .map((all) => all.map((n) => `${2018 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`))
    const procedures = fc.uniqueArray(fc.integer({ min: 10_000, max: 99_999 }), { minLength: 3 }).map((all) => all.map(String))
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 9_999 }).map(String),
      fc.integer({ min: 0, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2)),
      fc.constant(''),
    )
    const table = fc.tuple(ours, fc.oneof(months, procedures)).chain(([name, columns]) =>
      fc.tuple(
        fc.constant([name, ...columns]),
        fc.array(
          fc.array(figure, { minLength: columns.length, maxLength: columns.length }).map((figures) => ['Acme', ...figures]),
          { minLength: 1, maxLength: 20 },
        ),
      ),
    )
    fc.assert(
      fc.property(table, ([header, rows]) => {
        const filled = header.slice(1).filter((_, at) => rows.some((row) => row[at + 1] !== '')).length
        // Empty columns say nothing; the others outweigh them.
        fc.pre(2 * filled >= header.length - 1)
        expect(lacksHeader(header, rows)).toBe(false)
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
      fc.property(row, fc.array(row), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (cells, more, order) => {
        const first = order.map((at) => cells[at]!)
        expect(lacksHeader(first)).toBe(true)
        expect(
          lacksHeader(
            first,
            more.map((one) => order.map((at) => one[at]!)),
          ),
        ).toBe(true)
        for (const value of first) expect(new NoHeader(first.length).message).not.toContain(value)
      }),
    )
  })
})
