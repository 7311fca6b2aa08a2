import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvFields, fieldNames } from '../../../../src/imports/formats/csv/fields.ts'
import { guessMapping } from '../../../../src/imports/formats/csv/guess.ts'
import { headerWords } from '../../../../src/imports/formats/csv/header-words.ts'
import { headerKey, problemsOf } from '../../../../src/imports/formats/csv/mapping.ts'
import { confirmed, fixture } from './reading.ts'

/** field: column, of columns without values. */
const fieldOfColumn = (column: string) => guessMapping([column, 'Batch'], []).guesses[0]?.field ?? null

describe('column names', () => {
  it.each([
    ['DOS', 'date service'],
    ['Date of Service', 'date service'],
    ['service_date', 'date service'],
    ['ServiceDate', 'date service'],
    ['Claim #', 'claim number'],
    ['ClaimID', 'claim id'],
    ['Charges', 'charge'],
    ['Claim Status', 'claim status'],
    ['Mod1', '1 modifier'],
    ['ICD-10 Codes', 'code diagnosis'],
    ['ICD10', 'diagnosis'],
    ['Billed Amt ($)', 'amount billed'],
  ])('%s', (name, words) => expect(headerWords(name).join(' ')).toBe(words))

  it.each([
    ['CLAIMID', 'claimId'],
    ['Claim No.', 'claimId'],
    ['PCN', 'patientControlNumber'],
    ['Pt Acct #', 'patientControlNumber'],
    ['ICN', 'payerControlNumber'],
    ['Payor', 'payerName'],
    ['Insurance Co', 'payerName'],
    ['Ins Co', 'payerName'],
    ['Ins. Co.', 'payerName'],
    ['Co Insurance', null],
    ['Co-Ins', null],
    ['Billing Provider NPI', 'providerNpi'],
    ['Rendering Provider', 'renderingProvider'],
    ['Birthdate', 'dateOfBirth'],
    ['Thru Date', 'serviceDateEnd'],
    ['Dx 1', 'diagnosisCodes'],
    ['Qty', 'units'],
    ['Total Charges', 'billed'],
    ['Allowable', 'allowed'],
    ['Ins Payment', 'paid'],
    ['Pt Responsibility', 'patientResponsibility'],
    ['CARC', 'carc'],
    ['Denial Code', 'carc'],
    ['Denial Reason', 'denialReason'],
    ['Remark Code', 'rarc'],
    ['Statusquo', null],
    ['Unpaid', null],
    ['Prepaid', null],
    ['Notes', null],
  ])('%s', (name, field) => expect(fieldOfColumn(name)).toBe(field))

  it('mean one field each: no two fields have a name in common', () => {
    const owners = new Map<string, string>()
    for (const field of fieldNames)
      for (const words of new Set(csvFields[field].names.map((name) => headerWords(name).join(' ')))) {
        expect(`${words}: ${owners.get(words) ?? field}`).toBe(`${words}: ${field}`)
        owners.set(words, field)
      }
  })

  it('are told apart by their values', () => {
    const { guesses, unknown, misnamed } = guessMapping(
      ['Claim', 'Reason', 'Paid Date', 'Paid', 'Charge'],
      [
        ['A', 'CO-197', 'n/a', '12.00', '$5'],
        ['B', 'text', 'n/a', '1.00', '$6'],
      ],
    )
    expect(guesses.map(({ field, confidence }) => `${field} ${confidence}`)).toEqual(['claimId sure', 'denialReason sure', 'paid sure', 'billed sure'])
    expect(unknown).toEqual(['Paid Date'])
    expect(misnamed).toEqual([{ field: 'decisionDate', column: 'Paid Date' }])
  })

  it('are doubted where other words stand beside a name, or no values tell', () => {
    const { guesses } = guessMapping(['Claim Number (old)', 'Charge Amount', 'Service Date Checked'], [['1', '', '']])
    expect(guesses.map(({ field, confidence }) => `${field} ${confidence}`)).toEqual(['claimId likely', 'billed likely', 'serviceDate unsure'])
  })

  it('are taken once: the better name wins a field, and several columns where several may be', () => {
    const { mapping, unknown } = guessMapping(['Claim Id', 'Claim Number', 'Modifier 1', 'Modifier 2', 'Charge'], [['1', '2', '25', '59', '3']])
    expect(mapping.fields).toEqual({ claimId: ['Claim Id'], modifiers: ['Modifier 1', 'Modifier 2'], billed: ['Charge'] })
    expect(unknown).toEqual(['Claim Number'])
  })
})

describe('a guess', () => {
  it('knows the columns of a list of claims', async () => {
    const mapping = await confirmed(fixture('claims.csv'))
    expect(mapping).toMatchObject({ delimiter: ',', rows: 'claim', dateFormat: 'month-first', amountFormat: 'us' })
    expect(mapping.fields).toEqual({
      claimId: ['Claim #'],
      payerName: ['Payer'],
      providerNpi: ['Provider NPI'],
      providerName: ['Provider Name'],
      patientName: ['Patient Name'],
      dateOfBirth: ['DOB'],
      memberId: ['Member ID'],
      serviceDate: ['DOS'],
      submissionDate: ['Submitted Date'],
      decisionDate: ['Remit Date'],
      procedureCode: ['CPT Code'],
      modifiers: ['Mod1', 'Mod2'],
      diagnosisCodes: ['Dx Codes'],
      placeOfService: ['POS'],
      billed: ['Billed Amt'],
      allowed: ['Allowed Amt'],
      paid: ['Paid Amt'],
      patientResponsibility: ['Pt Resp'],
      status: ['Claim Status'],
      carc: ['Denial Code'],
      rarc: ['Remark Code'],
      denialReason: ['Denial Reason'],
    })
    expect(problemsOf(mapping)).toEqual([])
  })

  it('knows lines and denials by the rows of a claim, and how amounts and dates are written', async () => {
    expect(await confirmed(fixture('lines.csv'))).toMatchObject({ delimiter: ';', rows: 'line', amountFormat: 'european' })
    expect(await confirmed(fixture('denials.csv'))).toMatchObject({
      delimiter: '\t',
      rows: 'denial',
      fields: { adjustmentAmount: ['Denied Amount'], carc: ['Denial Reason Code'], decisionDate: ['Denial Date'] },
    })
    expect(await confirmed('Claim,DOS,Charge\n1,13/2/2026,5\n2,1/2/2026,5\n')).toMatchObject({ dateFormat: 'day-first' })
  })

  describe('of dates whose rows do not tell the order', () => {
    const guess = (dates: string[], charge = '1.00') =>
      guessMapping(
        ['Claim', 'DOS', 'Charge'],
        dates.map((date, at) => [`C-${at}`, date, charge]),
      )
    const sureOf = ({ guesses }: ReturnType<typeof guess>) => guesses.map(({ field, confidence }) => `${field} ${confidence}`)

    it.each([
      [['01/05/2026', '03/04/2026'], 'month-first'],
      [['05/05/2026'], 'month-first'],
      [['13/04/2026', '04/13/2026'], 'month-first'],
    ])('is unsure: %j', (dates, format) => {
      const found = guess(dates)
      expect(sureOf(found)).toEqual(['claimId sure', 'serviceDate unsure', 'billed sure'])
      expect([found.undecided, found.mapping.dateFormat]).toEqual([['dateFormat'], format])
    })

    it.each([
      [['01/05/2026', '13/04/2026'], 'day-first'],
      [['01/05/2026', '03/14/2026'], 'month-first'],
      [['2026-01-05', '20260304'], 'month-first'],
    ])('is sure: %j', (dates, format) => {
      const found = guess(dates)
      expect(sureOf(found)).toEqual(['claimId sure', 'serviceDate sure', 'billed sure'])
      expect([found.undecided, found.mapping.dateFormat]).toEqual([[], format])
    })

    it('is unsure of amounts that are thousands or have three decimals', () => {
      expect(guess(['2026-01-05'], '1.000')).toMatchObject({ undecided: ['amountFormat'], mapping: { amountFormat: 'european' } })
      expect(sureOf(guess(['2026-01-05'], '1.000'))).toContain('billed unsure')
      expect(guess(['2026-01-05'], '1.000,50').undecided).toEqual([])
    })
  })

  describe('of a column with values that cannot be read', () => {
    /** What a column with these values is taken for, and how surely; else whether it is told that it is called like a field. */
    const found = (column: string, values: readonly string[]) => {
      const { guesses, misnamed } = guessMapping(
        [column, 'Batch'],
        values.map((value) => [value, '']),
      )
      return guesses.map(({ field, confidence }) => `${field} ${confidence}`)[0] ?? misnamed.map(({ field }) => `called like ${field}`)[0] ?? 'nothing'
    }
    const some = (good: number, bad: number, value = '2026-01-05') => [...Array(good).fill(value), ...Array(bad).fill('to follow')] as string[]

    it.each([
      ['DOS', some(1, 1), 'serviceDate sure'],
      ['DOS', some(2, 1), 'serviceDate sure'],
      ['DOS', some(8, 2), 'serviceDate sure'],
      ['DOS', some(3, 2), 'serviceDate likely'],
      ['DOS', some(1, 3), 'serviceDate unsure'],
      ['DOS', some(1, 9), 'serviceDate unsure'],
      ['DOS', some(1, 10), 'called like serviceDate'],
      ['DOS', some(0, 1), 'called like serviceDate'],
      ['Paid', some(2, 1, '12.50'), 'paid sure'],
      ['Paid', some(0, 2), 'called like paid'],
      ['Claim', some(1, 1, 'A-1'), 'claimId sure'],
      ['CARC', some(1, 3, 'CO-197'), 'carc unsure'],
      ['Units', some(1, 1, '2'), 'units sure'],
      ['Payer', some(0, 2), 'payerName sure'],
      ['DOS checked', some(2, 1), 'serviceDate likely'],
      ['DOS checked', some(3, 2), 'serviceDate unsure'],
      ['DOS checked', some(1, 3), 'nothing'],
    ])('%s: %j', (column, values, what) => expect(found(column, values)).toBe(what))

    it('tells no name that another column goes by', () => {
      expect(guessMapping(['DOS', 'Service Date'], [['x', '2026-01-05']])).toMatchObject({ unknown: ['DOS'], misnamed: [] })
    })

    it('is the guess without the one that cannot be read', () => {
      const good = { serviceDate: '01/31/2026', billed: '1,234.50', paid: '12.00', units: '2', providerNpi: '1234567893', modifiers: '25', carc: 'CO-197' }
      const fields = Object.keys(good) as (keyof typeof good)[]
      const table = fields.map((field) => csvFields[field].names[0] as string)
      const columns = fc.constantFrom(...fields)
      // Without an amount, a day or a code in it, whatever the field.
      const unreadable = fc.stringMatching(/^[a-z]{3,8}[?!]{1,3}$/)
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 60 }), columns, unreadable, fc.nat(), (rows, field, bad, at) => {
          const whole = Array.from({ length: rows }, () => ['A', ...fields.map((each) => good[each])])
          const row = ['A', ...fields.map((each) => (each === field ? bad : good[each]))]
          const told = (all: string[][]) => {
            const { guesses, ...rest } = guessMapping(['Claim', ...table], all)
            return { ...rest, guesses: guesses.map(({ field, column, confidence }) => ({ field, column, confidence })) }
          }
          expect(told(whole.toSpliced(at % (rows + 1), 0, row))).toEqual(told([...whole, whole[0]!]))
        }),
      )
    })
  })

  it('shows up to three different values', () => {
    const rows = ['1', '1', '', '2', '3', '4'].map((value) => [value, 'x'])
    expect(guessMapping(['Claim', 'Other'], rows).guesses[0]?.examples).toEqual(['1', '2', '3'])
  })

  it('is known again by its header, whatever its case and blanks', () => {
    expect(headerKey(['Claim  Id ', 'PAYER'])).toBe(headerKey(['claim id', 'payer']))
    expect(headerKey(['a', 'b'])).not.toBe(headerKey(['b', 'a']))
    expect(headerKey(['a,b', 'c'])).not.toBe(headerKey(['a', 'b,c']))
  })

  it.each([
    [{ billed: ['Charge'] }, /claimId or patientControlNumber/],
    [{ claimId: ['Claim'] }, /billed: a column must tell/],
    [{ claimId: ['Nothing'], billed: ['Charge'] }, /the header has no column "Nothing"/],
    [{ claimId: ['Claim', 'Charge'], billed: ['Charge'] }, /takes one column, not 2/],
  ])('cannot be used as %j', (fields, problem) => expect(problemsOf({ header: ['Claim', 'Charge'], fields }).join()).toMatch(problem))
})
