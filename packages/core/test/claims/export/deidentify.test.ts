import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deidentified, type ExportedClaim } from '../../../src/claims/export/deidentify.ts'
import { addDays } from '../../../src/dates.ts'

const KEY = 'k'.repeat(43)

function claim(changes: Partial<ExportedClaim> = {}): ExportedClaim {
  return {
    id: 'CLM-SECRET-1',
    patientControlNumber: 'ACCOUNT-77',
    patientAge: 44,
    status: 'denied',
    claimType: 'professional',
    providerId: 'DR1',
    providerName: 'Provider',
    payerId: 'P1',
    payerName: 'Payer',
    dateOfService: '2025-12-30',
    submissionDate: '2026-01-02',
    submissionBasis: 'received',
    processingDate: '2026-01-20',
    billedAmount: 100,
    paidAmount: 0,
    deniedAmount: 100,
    denialReason: 'Authorization absent',
    denialCarc: '197',
    denialRarc: null,
    reportedReason: 'no auth for Invented Person',
    initialOutcome: 'denied',
    finalOutcome: 'denied',
    isDuplicate: false,
    appealStatus: null,
    procedureCodes: ['99213'],
    diagnosisCodes: ['I10'],
    modifiers: [],
    lineCount: 1,
    deniedLineCount: 1,
    ...changes,
  } as ExportedClaim
}

const days = ({ year, countedFrom, daysToSubmission, daysToDecision }: ReturnType<typeof deidentified>) => [year, countedFrom, daysToSubmission, daysToDecision]

describe('a claim that leaves de-identified', () => {
  it.each([
    ['all dates', {}, [2025, 'service', 3, 21]],
    ['no day of service', { dateOfService: null }, [2026, 'submission', null, 18]],
    ['a decision alone', { dateOfService: null, submissionDate: null }, [2026, 'decision', null, null]],
    ['no date', { dateOfService: null, submissionDate: null, processingDate: null }, [null, null, null, null]],
    ['a submission before the service', { submissionDate: '2025-12-29' }, [2025, 'service', -1, 21]],
  ])('has a year and days between, of %s', (_, changes, expected) => {
    expect(days(deidentified(claim(changes), KEY))).toEqual(expected)
  })

  it('keeps what is no identifier', () => {
    expect(deidentified(claim(), KEY)).toMatchObject({ patientAge: 44, payerId: 'P1', denialCarc: '197', procedureCodes: ['99213'], billedAmount: 100 })
  })

  it('has one name within an export, and another in the next', () => {
    const name = (id: string, key = KEY) => deidentified(claim({ id }), key).claim
    expect(name('A')).toBe(name('A'))
    expect(name('A')).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set([name('A'), name('B'), name('A', 'x'.repeat(43))]).size).toBe(3)
  })

  it('says no date, id or free word, and nothing about the season', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2020-01-01', offset))
    fc.assert(
      fc.property(day, fc.integer({ min: -10, max: 700 }), fc.integer({ min: 0, max: 700 }), (served, toSubmission, toDecision) => {
        const dates = { dateOfService: served, submissionDate: addDays(served, toSubmission), processingDate: addDays(served, toDecision) }
        const left = deidentified(claim(dates), KEY)
        expect(JSON.stringify(left)).not.toMatch(/\d{4}-\d{2}|CLM-SECRET|ACCOUNT-77|Invented/)
        // Another day of the same year, with the same days between, looks the same.
        const newYear = `${served.slice(0, 4)}-01-01`
        const moved = { dateOfService: newYear, submissionDate: addDays(newYear, toSubmission), processingDate: addDays(newYear, toDecision) }
        expect(deidentified(claim(moved), KEY)).toEqual(left)
      }),
    )
  })
})
