import { describe, expect, it } from 'vitest'
import { billing837, claim837, claims837, header837, interchange, patient837, render, subscriber837 } from '../../../factories/x12.ts'
import { readX12, refusalOf } from './reading.ts'

const numbered = (number: number) => claim837.map((segment) => segment.replace('PCN-1', `PCN-${number}`))
const whole = (...claims: string[][]) => interchange([claims837({ claims })], { version: '005010X222A2', functional: 'HC' })
const three = whole(numbered(1), numbered(2), numbered(3))
const at = (segments: string[], start: string, nth = 1) => segments.flatMap((segment, index) => (segment.startsWith(start) ? index : []))[nth - 1]!
/** The file with segments put in before one, or with that one replaced. */
const put = (segments: string[], index: number, inserted: string[], replaced = 0) => segments.toSpliced(index, replaced, ...inserted)
const second = at(three, 'CLM', 2)
const nextSubscriber = ['SBR*P*18', 'NM1*IL*1*Sample*Ash****MI*M-2002', 'NM1*PR*2*Other*****PI*OP002']

describe('damage inside an 837', () => {
  it.each([
    ['an unknown segment', put(three, second + 2, ['ZZZ*1']), 'Segment ZZZ has no place in an 837', ['PCN-1', 'PCN-3']],
    ['a piece of a name', put(three, second + 2, ['Rowan Testcase*1']), 'A segment without a readable id has no place', ['PCN-1', 'PCN-3']],
    ['a claim hidden in another segment', put(three, second - 1, [three[second - 1]! + three[second]!], 2), 'REF has too many elements', ['PCN-3']],
    ['a header among claims', put(three, second + 1, header837().slice(0, 1)), 'BHT is out of order', ['PCN-1', 'PCN-3']],
    ['a line outside of a claim', put(three, at(three, 'CLM'), ['SV1*HC:99213*1*UN*1']), 'SV1 stands outside of a claim. Expected CLM', []],
    ['a subscriber whose HL is lost', put(three, second, nextSubscriber), 'SBR of another level stands in a claim', []],
    ['a provider whose HL is lost', put(three, second, billing837.slice(1)), 'NM1 of another level stands in a claim', []],
    ['a patient whose HL is lost', put(three, second, patient837.slice(1)), 'PAT of another level stands in a claim', []],
    ['a patient of a subscriber who is lost', put(three, second, ['HL*9*8*23*0', 'NM1*QC*1*Sample*Ash']), 'HL02 is not the subscriber', ['PCN-1']],
    ['a level that no 837 has', put(three, second, ['HL*9*1*19*0']), 'HL03 is not a level of an 837', ['PCN-1']],
    ['damage in the level', put(three, at(three, 'NM1*IL'), ['NX1*IL*1*Lost*Rowan'], 1), 'Segment NX1 has no place in an 837', []],
    ['CLM outside of a transaction', put(three, 2, ['CLM*X*1']), 'CLM stands outside of a transaction. Expected ST', ['PCN-1', 'PCN-2', 'PCN-3']],
    ['a cut', three.slice(0, second + 5), 'is cut off; claim 2 is not complete. Expected', ['PCN-1']],
    [
      'GE instead of SE',
      three.filter((segment) => !segment.startsWith('SE*')),
      'claim 3 is not complete. Expected a segment of the claim, CLM, HL or SE, found GE',
      ['PCN-1', 'PCN-2'],
    ],
    ['a cut in the header', three.slice(0, 4), 'Expected BHT, NM1, HL or SE, found the end of the file', []],
  ])('%s: refused as a unit, and read in part', async (_, segments, words, kept) => {
    const refusal = await refusalOf(render(segments))
    expect(refusal).toContain('OverturnError unreadable_file')
    expect(refusal).toContain(words)
    expect(refusal).toMatch(/\(byte offset \d+, segment \d+\)/)
    expect(refusal).not.toContain('Rowan')
    const { claims, records } = await readX12(render(segments), { partial: true })
    expect(claims.map(({ patientControlNumber }) => patientControlNumber)).toEqual(kept)
    const rejections = records.flatMap((record) => (record.kind === 'issue' && record.severity === 'rejection' ? record.message : []))
    expect(rejections.join(' ')).toMatch(/given up|was not taken in|cut off|outside of/)
    expect(rejections.join(' ')).not.toContain('Rowan')
  })

  it('reads on where the next level opens, and tells each claim that is lost with the one before it', async () => {
    const lost = put(three, second, nextSubscriber)
    const segments = put(lost, at(lost, 'SE'), [...subscriber837, ...numbered(4)])
    const { claims, records } = await readX12(render(segments), { partial: true })
    expect(claims.map(({ patientControlNumber, payerId }) => [patientControlNumber, payerId])).toEqual([['PCN-4', 'HM001']])
    expect(records.flatMap((record) => (record.kind === 'issue' && record.severity === 'rejection' ? record.message : []))).toEqual([
      expect.stringContaining('claim 1 was given up'),
      'Claim 2 stands below damage and was not taken in.',
      'Claim 3 stands below damage and was not taken in.',
    ])
  })

  it.each([
    ['CLM', 'claim 4 is not complete', 3],
    ['HL*3', 'is cut off. Expected', 3],
    ['SE*1', 'is cut off. Expected', 3],
    ['H', 'claim 3 is not complete', 2],
  ])('keeps the claim that the cut segment %j proves to be whole', async (piece, words, kept) => {
    const bytes = Buffer.concat([render(three.slice(0, at(three, 'SE'))), Buffer.from(piece)])
    expect(await refusalOf(bytes)).toContain(words)
    expect((await readX12(bytes, { partial: true })).claims).toHaveLength(kept)
  })

  it.each(['1e5', '--3', '', '12.345', '1,000', 'NaN'])('rejects the one claim whose charge is %j', async (amount) => {
    for (const bad of [
      numbered(2).map((segment) => segment.replace('*180*', `*${amount}*`)),
      numbered(2).map((segment) => segment.replace('*120*', `*${amount}*`)),
    ]) {
      const { claims, issues } = await readX12(render(whole(numbered(1), bad, numbered(3))))
      expect(claims.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['PCN-1', 'PCN-3'])
      expect(issues).toContain('x12.bad-amount')
    }
  })

  it('gives up a claim that has no end', async () => {
    const endless = [...claim837, ...Array<string>(200_001).fill('NTE*ADD*X')]
    expect(await refusalOf(render(whole(endless)))).toContain('a claim has no end. Expected CLM, HL or SE')
  })
})
