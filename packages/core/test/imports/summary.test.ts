import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../src/errors.ts'
import { refusedFile } from '../../src/imports/refused.ts'
import { addToSummary, countRejections, emptySummary, isRefused, totalsOf } from '../../src/imports/summary.ts'
import { claim835, file835 } from '../factories/x12.ts'
import { readX12 } from './formats/x12/reading.ts'

async function summarize(name: string, bytes: Uint8Array) {
  const summary = emptySummary(name, 'x12')
  for (const record of (await readX12(bytes)).records) addToSummary(summary, record)
  return summary
}

describe('the summary of a file', () => {
  it('counts what the file holds', async () => {
    const claims = [
      claim835,
      ['CLP*P2*1*50*0', 'CAS*CO*29*20**18*30'],
      ['CLP*P3*1*70*0', 'SVC*HC:99213*70*0', 'CAS*CO*50*70'],
      ['CLP*P4*1*9*0'],
      ['CLP*P5*1*x*0'],
    ]
    const summary = await summarize('a.835', file835({ claims, summary: ['PLB*1*20261231*WO*5*L6*-5'] }))
    expect(summary).toMatchObject({
      file: 'a.835',
      format: 'x12-835',
      interchanges: 1,
      transactions: 1,
      claimPayments: 4,
      claims: 0,
      paymentLines: 3,
      adjustments: 5,
      plb: 1,
      deniedClaims: 2,
      deniedLines: 3,
      unbalancedClaims: 1,
      rejected: [{ code: 'x12.bad-amount', message: expect.any(String), remedy: expect.any(String), where: { field: 'CLP03' } }],
      warnings: [{ code: 'x12.835.claim-out-of-balance' }],
    })
  })

  it('names a format by the transaction sets in the file', () => {
    const summary = emptySummary('a', 'x12')
    for (const set of ['837', '835', '837']) addToSummary(summary, { kind: 'transaction', set, version: null, controlNumber: '1' })
    expect(summary.format).toBe('x12-835+837')
  })

  it('adds files up', async () => {
    const file = await summarize('a.835', file835())
    expect(totalsOf([file, file])).toEqual({
      files: 2,
      interchanges: 2,
      transactions: 2,
      claimPayments: 2,
      claims: 0,
      paymentLines: 4,
      adjustments: 4,
      plb: 0,
      deniedClaims: 0,
      partiallyDeniedClaims: 2,
      deniedLines: 2,
      unbalancedClaims: 0,
      refused: 0,
      rejected: 0,
      warnings: 0,
    })
    const refused = refusedFile('b.835', 'x12', new OverturnError('unreadable_file', 'Cut off.'), { partial: false })
    expect([isRefused(file), isRefused(refused), countRejections(refused)]).toEqual([false, true, 0])
    expect(totalsOf([file, refused])).toMatchObject({ files: 2, refused: 1, rejected: 0, claimPayments: 1 })
    expect(totalsOf([])).toMatchObject({ files: 0, claimPayments: 0 })
  })
})
