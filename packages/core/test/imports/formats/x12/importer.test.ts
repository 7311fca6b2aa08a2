import { describe, expect, it } from 'vitest'
import { x12Importer } from '../../../../src/imports/formats/x12/importer.ts'
import { addToSummary, emptySummary } from '../../../../src/imports/summary.ts'
import { claim837, claims837, file835, file837, interchange, remittance, render, transaction } from '../../../factories/x12.ts'
import { only, readX12 } from './reading.ts'

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
  it('tells each transaction where it opens, and reads 835 and 837 beside each other', async () => {
    const { decisions, claims, records, issues } = await readX12(render(interchange([claims837(), remittance(), claims837({ control: '0003' })])))
    expect(decisions).toMatchObject([{ remittance: 2 }])
    expect(claims).toHaveLength(2)
    expect(records.filter(({ kind }) => kind === 'transaction')).toEqual([
      { kind: 'transaction', set: '837', version: '005010X222A2', controlNumber: '0001' },
      { kind: 'transaction', set: '835', version: '005010X221A1', controlNumber: '0001' },
      { kind: 'transaction', set: '837', version: '005010X222A2', controlNumber: '0003' },
    ])
    expect(issues).toEqual([])
  })

  it('counts the claims of an 837 once', async () => {
    const summary = emptySummary('a.837', 'x12')
    for (const record of (await readX12(file837({ claims: [claim837, claim837] }))).records) addToSummary(summary, record)
    expect(summary).toMatchObject({ format: 'x12-837', transactions: 1, claims: 2, claimPayments: 0 })
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
