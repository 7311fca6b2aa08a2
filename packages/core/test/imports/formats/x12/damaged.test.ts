import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../../src/errors.ts'
import { claim835, file835, header835, interchange, remittance, render, transaction } from '../../../factories/x12.ts'
import { readX12, refusalOf } from './reading.ts'

const two = interchange([remittance({ payment: '160', claims: [claim835, claim835] })])
const cutAfter = (marker: string, nth = 1) => {
  let index = -1
  for (let found = 0; found < nth; found++) index = two.indexOf(marker, index + 1)
  return two.slice(0, index + 1)
}

describe('damage inside a remittance', () => {
  it.each([
    ['cut off within the second claim', cutAfter('CAS*CO*45*40', 2), 'cut off; claim payment 2 is not complete. Expected', 1],
    ['cut off before SE', two.slice(0, -3), 'Expected a segment of the claim payment, LX, CLP, PLB or SE, found the end of the file', 1],
    ['GE instead of SE', two.filter((segment) => !segment.startsWith('SE')), 'found GE', 1],
    ['cut off in the header', two.slice(0, 5), 'Expected TRN, DTM, N1, LX or CLP or SE', 0],
    ['SVC before CLP', render835(['SVC*HC:99213*1*1'], claim835), 'SVC stands outside of a claim payment. Expected CLP', 1],
    ['a second BPR', render835(['BPR*I*80'], claim835), 'BPR is out of order', 1],
    ['N1 after a claim', render835(claim835, ['N1*PR*Else'], claim835), 'claim payment 1 was given up', 1],
    ['an unreadable segment id', render835(claim835, ['Rowan Testcase*1'], claim835), 'A segment without a readable id has no place in an 835', 1],
    ['an unknown segment', render835(claim835, ['ZZZ*1', 'CAS*CO*45*1'], claim835), 'Segment ZZZ has no place in an 835', 1],
    ['a claim whose CLP is lost', render835(claim835, claim835.slice(1), claim835), 'a second patient (NM1*QC) stands in a claim payment', 1],
    ['CLP after PLB', render835(claim835, ['PLB*1*20261231*WO*5'], claim835), 'CLP follows PLB', 2],
    [
      'a claim hidden in another segment',
      render835([...claim835.slice(0, -1), `LQ*HE*N517${claim835[0]}`, ...claim835.slice(1)], claim835),
      'LQ has too many elements',
      1,
    ],
    ['no BPR', interchange([remittance({ header: header835().slice(1) })]), 'Expected BPR after ST', 1],
    ['CLP outside of a transaction', [...two.slice(0, 2), 'CLP*P*1*0*0', ...two.slice(2)], 'CLP stands outside of a transaction. Expected ST', 2],
    ['ST01 damaged', two.map((segment) => segment.replace('ST*835', 'ST*8x5')), 'ST01 is not the number of a transaction set', 0],
  ])('%s: refused as a unit, and read in part', async (_, segments, words, kept) => {
    const bytes = render(segments)
    const refusal = await refusalOf(bytes)
    expect(refusal).toContain('OverturnError unreadable_file')
    expect(refusal).toMatch(/Expected .*\(byte offset \d+, segment \d+\)/)
    expect(refusal).not.toContain('Rowan')
    const { decisions, records } = await readX12(bytes, { partial: true })
    expect(decisions).toHaveLength(kept)
    if (!words.includes('given up')) expect(refusal).toContain(words)
    const told = records.flatMap((record) => (record.kind === 'issue' ? record.message : []))
    expect(told.join(' ')).toContain(words === 'CLP follows PLB' ? 'CLP is out of order' : words)
  })

  it('refuses a file whose last segment is cut off, even where it could pass for whole', async () => {
    const bytes = render(two.slice(0, -2))
    const cut = bytes.subarray(0, bytes.lastIndexOf('1~'))
    expect(await refusalOf(cut)).toContain('found a segment that is cut off')
    expect(await refusalOf(bytes.subarray(0, bytes.lastIndexOf('~')))).toBe('not refused')
  })

  it.each([
    ['CLP', 'claim payment 2 is not complete', 1],
    ['CLP*PCN', 'claim payment 2 is not complete', 1],
    ['CL', 'claim payment 1 is not complete', 0],
    ['SE*1', 'is cut off. Expected', 1],
    ['CAS*CO', 'claim payment 1 is not complete', 0],
  ])('keeps the claim payment that the cut segment %j proves to be whole', async (piece, words, kept) => {
    const whole = interchange([remittance({ claims: [claim835] })])
    const bytes = Buffer.concat([
      render(
        whole.slice(
          0,
          whole.findIndex((segment) => segment.startsWith('SE*')),
        ),
      ),
      Buffer.from(piece),
    ])
    expect(await refusalOf(bytes)).toContain(words)
    const { decisions, records } = await readX12(bytes, { partial: true })
    expect(decisions).toHaveLength(kept)
    const [damage] = records.filter((record) => record.kind === 'issue')
    expect(damage).toMatchObject({ code: 'x12.truncated', message: expect.stringContaining(words), remedy: expect.not.stringContaining('partial') })
  })
})

function render835(...parts: string[][]): string[] {
  return interchange([transaction('835', [...header835(), ...parts.flat()])])
}

describe('oddities of the envelope', () => {
  const whole = interchange([remittance()])
  it.each([
    ['no IEA', whole.slice(0, -1), ['x12.missing-trailer']],
    ['no GE and IEA', whole.slice(0, -2), ['x12.missing-trailer', 'x12.missing-trailer']],
    ['wrong counts', whole.map((segment) => segment.replace(/^(SE|GE|IEA)\*\d+/, '$1*9')), ['x12.wrong-count', 'x12.wrong-count', 'x12.wrong-count']],
    ['wrong control numbers', whole.map((segment) => segment.replace(/^(SE|GE|IEA)\*(\d+)\*.*/, '$1*$2*77')), Array(3).fill('x12.wrong-control-number')],
    ['trailing junk', [...whole, 'end of report'], ['x12.stray-segment']],
    ['a doubled trailer', [...whole, 'IEA*1*000000101'], ['x12.stray-segment']],
    ['an unknown version', interchange([remittance()], { version: '005010X999' }), ['x12.835.unknown-version']],
    ['an interchange acknowledgment', [whole[0]!, 'TA1*000000101*260415*1200*A*000', ...whole.slice(1)], []],
    ['an address in a claim', render835([...claim835.slice(0, 2), 'N3*1 Invented Way', ...claim835.slice(2)]), ['x12.835.misplaced-segment']],
  ])('%s: told, and read', async (_, segments, expected) => {
    const { decisions, issues } = await readX12(render(segments))
    expect(decisions).toHaveLength(1)
    expect(issues).toEqual(expected)
  })

  it('tells an empty 835 and a file without transactions', async () => {
    expect((await readX12(render(interchange([transaction('835', [])])))).issues).toEqual(['x12.835.empty'])
    expect((await readX12(render(interchange([])))).issues).toEqual(['x12.no-transactions'])
  })
})

describe('any damage', () => {
  const source = file835({ summary: ['PLB*1*20261231*WO:X*0'] })
  const edits = fc.array(
    fc.record({ at: fc.nat(source.length - 1), byte: fc.integer({ min: 1, max: 255 }), how: fc.constantFrom('change', 'cut', 'drop', 'double') }),
    { minLength: 1, maxLength: 6 },
  )

  it('throws nothing but OverturnError, in whole or in part', async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.boolean(), async (changes, partial) => {
        let bytes = Buffer.from(source)
        for (const { at, byte, how } of changes) {
          if (how === 'change' && at < bytes.length) bytes[at] = byte
          if (how === 'cut') bytes = bytes.subarray(0, Math.max(1, at))
          if (how === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + byte)])
          if (how === 'double') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - byte))])
        }
        try {
          await readX12(bytes, { partial })
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(OverturnError)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('never takes a cut file for a whole one', async () => {
    const end = source.indexOf('SE*')
    for (let length = source.indexOf('ST*') + 12; length < end + 10; length += 3) {
      expect(await refusalOf(source.subarray(0, length)), `cut at ${length}`).toContain('unreadable_file')
    }
  })
})
