import { describe, expect, it } from 'vitest'
import { x12Importer } from '../../../../src/imports/formats/x12/importer.ts'
import { file835, interchange, remittance, render, transaction } from '../../../factories/x12.ts'
import { only, readX12 } from './reading.ts'

const claims837 = (count: number) =>
  transaction('837', ['BHT*0019*00*1*20260401*1200*CH', ...Array.from({ length: count }, (_, index) => `CLM*PCN-${index}*100`)])

describe('detecting X12', () => {
  it.each([
    ['an interchange', file835(), true],
    ['white space and a BOM before it', Buffer.from('\ufeff\r\n ISA*00*'), true],
    ['a group', Buffer.from('GS*HP*A*B'), true],
    ['a transaction', Buffer.from('ST|835|0001'), true],
    ['an interchange in UTF-16, which reading refuses by name', Buffer.from('\ufeffISA*00*', 'utf16le'), true],
    ['words that start alike', Buffer.from('ISABEL,1'), false],
    ['a heading', Buffer.from('ST,LOUIS,MO'), false],
    ['EDIFACT', Buffer.from('UNA:+.? '), false],
    ['JSON', Buffer.from('{"ISA":1}'), false],
    ['nothing', Buffer.alloc(0), false],
  ])('%s', (_, head, expected) => {
    expect(x12Importer.detect(head, 'any.txt')).toBe(expected)
  })
})

describe('transaction sets', () => {
  it('counts the claims of an 837 and says once that nothing was taken in', async () => {
    const { records, issues } = await readX12(render(interchange([claims837(2), claims837(3)], { version: '005010X222A2' })))
    expect(records.filter(({ kind }) => kind === 'transaction')).toMatchObject([
      { set: '837', claims: 2 },
      { set: '837', claims: 3 },
    ])
    expect(issues).toEqual(['x12.837.not-imported-yet'])
    expect(only(records, 'issue')).toMatchObject({ severity: 'warning', message: expect.stringContaining('2 X12 837 (claim) transactions with 5 claims') })
  })

  it('counts the claims of an 837 that is cut off', async () => {
    const { records, issues } = await readX12(render(interchange([claims837(2)]).slice(0, -3)))
    expect(only(records, 'transaction').claims).toBe(2)
    expect(issues).toContain('x12.missing-trailer')
  })

  it('reads the 835s among 837s', async () => {
    const { decisions, records, issues } = await readX12(render(interchange([claims837(1), remittance(), claims837(1)])))
    expect(decisions).toMatchObject([{ remittance: 2 }])
    expect(records.filter(({ kind }) => kind === 'transaction')).toHaveLength(3)
    expect(issues).toEqual(['x12.837.not-imported-yet'])
  })

  it.each([
    ['277', 'claim status response'],
    ['999', 'implementation acknowledgment'],
    ['270', 'eligibility inquiry'],
    ['850', 'purchase order'],
    ['123', 'does not know'],
  ])('names a file of %s for what it is', async (set, name) => {
    const { records } = await readX12(render(interchange([transaction(set, ['BHT*1'])])))
    expect(only(records, 'issue')).toMatchObject({ severity: 'rejection', code: 'x12.not-claims' })
    expect(only(records, 'issue').message).toMatch(new RegExp(`This file is an X12 ${set} \\(.*${name}.*\\), not a claim or a remittance`))
  })
})
