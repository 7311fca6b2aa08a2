import { describe, expect, it } from 'vitest'
import {
  billing837,
  claim835,
  claim837,
  claims837,
  file835,
  file837,
  header835,
  header837,
  interchange,
  patient837,
  remittance,
  render,
  subscriber837,
  transaction,
} from '../../../factories/x12.ts'
import { readX12 } from './reading.ts'

const segmentsOf = (content: string | undefined) => (content ?? '').split('~\n').slice(0, -1)
const bad835 = claim835.map((segment) => segment.replace('CLP*PCN-1*1*180*', 'CLP*PCN-2*1*1e5*'))
const bad837 = claim837.map((segment) => segment.replace('PCN-1*180', 'PCN-2*--3'))

describe('the content of a rejection', () => {
  it('is a remittance of the one claim payment, which can be mended and read', async () => {
    const { contents, decisions } = await readX12(file835({ claims: [claim835, ['LX*2'], bad835, claim835], summary: ['PLB*1999999984*20261231*WO:X*5'] }))
    expect(decisions).toHaveLength(2)
    expect(contents).toHaveLength(1)
    expect(segmentsOf(contents[0]).slice(2, -2)).toEqual(transaction('835', [...header835(), 'LX*2', ...bad835]))
    expect(segmentsOf(contents[0]).slice(-2)).toEqual(['GE*1*7', 'IEA*1*000000101'])
    const mended = await readX12(Buffer.from(contents[0]!.replace('1e5', '180')))
    expect(mended.decisions).toMatchObject([{ patientControlNumber: 'PCN-2', charge: 18000, payerId: 'HM001', lines: [{}, {}] }])
    expect(mended.issues).toEqual([])
  })

  it('is an 837 of the one claim with the levels it stands in', async () => {
    const elsewhere = ['HL*4*1*22*0', 'SBR*P*18', 'NM1*IL*1*Sample*Ash****MI*M-2002', 'NM1*PR*2*Other*****PI*OP002']
    const levels = [...billing837, ...elsewhere, ...claim837, ...subscriber837, ...patient837, ...claim837]
    const { contents, claims } = await readX12(file837({ levels, claims: [bad837, claim837] }))
    expect(claims).toHaveLength(3)
    expect(contents).toHaveLength(1)
    const body = [...header837(), ...billing837, ...subscriber837, ...patient837, ...bad837]
    expect(segmentsOf(contents[0]).slice(2, -2)).toEqual(transaction('837', body, '0001', '005010X222A2'))
    const mended = await readX12(Buffer.from(contents[0]!.replace('--3', '180')))
    expect(mended.claims).toMatchObject([{ patientControlNumber: 'PCN-2', patient: { name: 'Sorrel Testcase' }, billed: 18000, providerId: '1999999984' }])
    expect(mended.issues).toEqual([])
  })

  it('stands with one issue of a claim, however much is wrong with it', async () => {
    const worse = [...bad835, 'CAS*CO*45*x', 'CAS*CO**10', 'ZZZ*1', 'CAS*CO*45*y', 'LQ*HE*N517']
    const { contents, issues } = await readX12(file835({ claims: [worse, claim835] }), { partial: true })
    expect(issues).toEqual(['x12.bad-amount', 'x12.835.broken-structure'])
    expect(contents).toHaveLength(1)
    expect(segmentsOf(contents[0]).slice(-worse.length - 3, -3)).toEqual(worse)
  })

  it('holds what is there of a claim that was cut off, and what follows damage up to the next claim', async () => {
    const segments = interchange([claims837({ claims: [claim837, [...claim837.slice(0, 3), 'ZZZ*1', ...claim837.slice(3)], claim837] })])
    const cut = Buffer.concat([render(segments.slice(0, -6)), Buffer.from('SV1*HC:93')])
    const { contents, claims } = await readX12(cut, { partial: true })
    expect(claims).toHaveLength(1)
    expect(contents).toHaveLength(2)
    expect(segmentsOf(contents[0]).slice(-claim837.length - 4, -3)).toEqual([...claim837.slice(0, 3), 'ZZZ*1', ...claim837.slice(3)])
    expect(segmentsOf(contents[1]).slice(-5, -3)).toEqual(['LX*2', 'SV1*HC:93'])
    const mended = await readX12(Buffer.from(contents[0]!.replace('ZZZ*1~\n', '')))
    expect(mended.claims).toEqual(claims)
  })

  it('names the level that was damaged, for each claim below it', async () => {
    const levels = [...billing837, ...subscriber837].map((segment) => segment.replace('NM1*IL', 'NX1*IL'))
    const { contents } = await readX12(file837({ levels, claims: [claim837, claim837] }), { partial: true })
    expect(contents).toHaveLength(2)
    for (const content of contents)
      expect((await readX12(Buffer.from(content.replace('NX1', 'NM1')))).claims).toMatchObject([{ patient: { name: 'Rowan Testcase' } }])
  })

  it.each([
    ['other delimiters', { element: '|', component: '>', terminator: '\n' }, 0],
    ['no interchange', { element: '*', component: ':', terminator: '~' }, 1],
    ['no group either', { element: '*', component: ':', terminator: '~' }, 2],
  ])('is in the shape of its file: %s', async (_, delimiters, from) => {
    const segments = interchange([remittance({ claims: [bad835] })]).slice(from)
    const { contents } = await readX12(render(segments.slice(0, segments.length - from), delimiters))
    const mended = await readX12(Buffer.from(contents[0]!.replace('1e5', '180')))
    expect(mended.decisions).toMatchObject([{ patientControlNumber: 'PCN-2', lines: [{ procedureCode: '99213', modifiers: ['25'] }, {}] }])
    expect(mended.issues).toEqual(from > 0 ? ['x12.no-isa'] : [])
  })

  it('is left out above 64 KB, of this claim alone', async () => {
    const large = [...bad837, ...Array<string>(3000).fill('NTE*ADD*A NOTE THAT IS LONG ENOUGH')]
    const { contents, issues } = await readX12(file837({ claims: [large, bad837] }))
    expect(issues).toEqual(['x12.bad-amount', 'x12.bad-amount'])
    expect(contents).toHaveLength(1)
    expect(Buffer.byteLength(contents[0]!)).toBeLessThan(2000)
  })

  it('is nothing where the file is refused or a PLB is lost', async () => {
    expect((await readX12(file835({ summary: ['PLB*1*20261231*WO*x'] }))).contents).toEqual([])
  })
})
