import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../../src/errors.ts'
import { x12Importer } from '../../../../src/imports/formats/x12/importer.ts'
import type { ImportRecord } from '../../../../src/imports/records.ts'
import {
  billing837,
  chunked,
  claim835,
  claim837,
  claim837D,
  claim837I,
  claims837,
  interchange,
  patient837,
  remittance,
  render,
  subscriber837,
  usual,
} from '../../../factories/x12.ts'

const twoPayers = [
  ...claim837.slice(0, 5),
  'SBR*S*01*G-2******CI',
  'AMT*D*10',
  'OI***Y',
  'NM1*IL*1*Sample*Ash****MI*M-9',
  'NM1*PR*2*Next*****PI*NX',
  ...claim837.slice(5),
]
const families = [...billing837, ...subscriber837, ...claim837I, ...subscriber837, ...patient837]
/** Every kind of transaction in one file, so that a mutation can move a part of one into another. */
const sources = [
  interchange([remittance({ claims: [claim835, claim835], summary: ['PLB*1999999984*20261231*WO:X*5*L6*-5*FB:Y*1', 'PLB*1*20261231*J1*2'] })]),
  interchange([claims837({ levels: families, claims: [claim837D(true), twoPayers] })], { version: '005010X222A2', functional: 'HC' }),
  interchange([claims837(), remittance(), claims837({ claims: [claim837I, claim837D()] })]),
]

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const delimiter = fc.constantFrom('*', ':', '~', '|', '\n', '^', 'A', '\0', ' ')
type Edit = (segments: string[]) => string[]
const at = (segments: { readonly length: number }, where: number) => Math.floor(where * segments.length)
const onSegments: fc.Arbitrary<Edit> = fc.oneof(
  place.map<Edit>((where) => (all) => all.toSpliced(at(all, where), 1)),
  place.map<Edit>((where) => (all) => all.toSpliced(at(all, where), 0, ...all.slice(at(all, where)).slice(0, 5))),
  fc.tuple(place, place).map<Edit>(
    ([from, to]) =>
      (all) =>
        all.toSpliced(at(all, from), 1).toSpliced(at(all, to), 0, ...all.slice(at(all, from)).slice(0, 1)),
  ),
  place.map<Edit>((where) => (all) => all.slice(0, at(all, where))),
  fc
    .tuple(place, place, fc.constantFrom('1e5', '--3', '00000000', '', '99999999999999999999', '\u00e9\u4e2d', ' '))
    .map<Edit>(([where, element, text]) => (all) => {
      const parts = (all[at(all, where)] ?? '').split('*')
      return all.with(at(all, where), parts.with(at(parts, element), text).join('*'))
    }),
)
const onBytes = fc.record({ where: place, byte: fc.nat(255), how: fc.constantFrom('flip', 'drop', 'double', 'cut', 'insert') })
const mutated = fc
  .record({
    source: fc.constantFrom(...sources),
    edits: fc.array(onSegments, { maxLength: 3 }),
    bytes: fc.array(onBytes, { maxLength: 3 }),
    delimiters: fc.option(fc.record({ element: delimiter, component: delimiter, terminator: delimiter, lineBreak: fc.constantFrom('', '\n', '\r\n') })),
  })
  .map(({ source, edits, bytes, delimiters }) => {
    const segments = edits.reduce((all, edit) => (all.length > 0 ? edit(all) : all), source)
    return bytes.reduce<Buffer>(
      (all, { where, byte, how }) => {
        const index = at(all, where)
        if (how === 'cut') return all.subarray(0, index)
        if (how === 'drop') return Buffer.concat([all.subarray(0, index), all.subarray(index + 1 + (byte % 40))])
        if (how === 'double') return Buffer.concat([all.subarray(0, index), all.subarray(Math.max(0, index - byte))])
        if (how === 'insert') return Buffer.concat([all.subarray(0, index), Buffer.from([byte]), all.subarray(index)])
        return Buffer.concat([all.subarray(0, index), Buffer.from([byte]), all.subarray(index + 1)])
      },
      render(segments, delimiters ?? usual),
    )
  })

/** All records, or what refuses the file. Anything but an OverturnError is thrown on. */
async function outcomeOf(bytes: Uint8Array, partial: boolean, sizes: number[]): Promise<{ records: ImportRecord[]; refused: string | null }> {
  const records: ImportRecord[] = []
  try {
    for await (const batch of x12Importer.read(chunked(bytes, ...sizes), { partial })) records.push(...batch)
    return { records, refused: null }
  } catch (thrown) {
    if (!(thrown instanceof OverturnError)) throw thrown
    expect(thrown.code).toBe('unreadable_file')
    return { records, refused: thrown.message }
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 })

describe('mutated claims and remittances', () => {
  it('throw nothing but a named error, and mean the same in chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, fc.boolean(), sizes, async (bytes, partial, chunks) => {
        const whole = await outcomeOf(bytes, partial, [bytes.length])
        expect(await outcomeOf(bytes, partial, chunks)).toEqual(whole)
      }),
      { numRuns: 4000 },
    )
  })

  it('bring whole cents and days of the calendar, or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        for (const record of (await outcomeOf(bytes, true, [bytes.length])).records) {
          if (record.kind !== 'claim' && record.kind !== 'decision') continue
          const amounts =
            record.kind === 'claim'
              ? [record.billed, ...record.lines.map(({ billed }) => billed)]
              : [record.charge, record.paid, ...record.lines.map(({ paid }) => paid)]
          expect(amounts.filter((amount) => !Number.isSafeInteger(amount))).toEqual([])
          const dates = [
            record.serviceDate,
            record.serviceDateEnd,
            record.patient.dateOfBirth,
            ...record.lines.flatMap((line) => [line.serviceDate, line.serviceDateEnd]),
          ]
          for (const date of dates) if (date !== null) expect(new Date(date).toJSON().slice(0, 10)).toBe(date)
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('lose no claim without a word: each CLM and CLP is read or rejected', async () => {
    const edits = fc.array(onSegments, { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), edits, async (source, changes) => {
        const segments = changes.reduce((all, edit) => (all.length > 0 ? edit(all) : all), source)
        const inside = segments.filter((segment) => /^(?:CLM|CLP)\*/.test(segment)).length
        const { records, refused } = await outcomeOf(render(segments), true, [65_536])
        const taken = records.filter(({ kind }) => kind === 'claim' || kind === 'decision').length
        const told = records.filter((record) => record.kind === 'issue' && record.severity === 'rejection').length
        if (refused === null && taken < inside) expect(told).toBeGreaterThan(0)
      }),
      { numRuns: 1500 },
    )
  })

  it('random bytes after an envelope', async () => {
    const head = render(sources[1]!.slice(0, 3))
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (tail, partial) => {
        await outcomeOf(Buffer.concat([head, tail]), partial, [100])
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile sizes', () => {
  it.each([
    ['no terminator at all', 'NM1*QC*1*'],
    ['a claim segment that never ends', 'CLM*P*'],
  ])('%s: refused after a megabyte, not read to the end', async (_, opening) => {
    let sent = 0
    async function* endless() {
      yield Buffer.concat([render(sources[1]!.slice(0, 3)), Buffer.from(opening)])
      for (; sent < 1e9; sent += 65_536) yield Buffer.alloc(65_536, 'A')
    }
    const read = async () => {
      for await (const batch of x12Importer.read(endless(), { partial: true })) expect(batch.every(({ kind }) => kind !== 'claim')).toBe(true)
    }
    await expect(read()).rejects.toMatchObject({ name: 'OverturnError', message: expect.stringContaining('longer than 1 MB') })
    expect(sent).toBeLessThan(3e6)
  })

  it.each([
    ['a NUL byte inside a claim', Buffer.concat([render(sources[1]!.slice(0, 20)), Buffer.from([0]), render(sources[1]!.slice(20))]), 'NUL'],
    ['UTF-16', Buffer.from(render(sources[1]!).toString(), 'utf16le'), 'UTF-16'],
  ])('%s: refused by name', async (_, bytes, words) => {
    expect((await outcomeOf(bytes, true, [50])).refused).toContain(words)
  })
})
