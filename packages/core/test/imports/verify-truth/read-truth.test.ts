import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OverturnError } from '../../../src/errors.ts'
import { readTruth } from '../../../src/imports/verify-truth/read-truth.ts'
import { collect } from '../../synthetic/collect.ts'
import { testFolder } from '../../writers/written.ts'

const truth = { format: 'synthetic', ...collect({ claims: 200, months: 4 }).truth }

describe('a truth file', () => {
  it('is read as it was written', async () => {
    const file = join(testFolder(), 'truth.json')
    writeFileSync(file, JSON.stringify(truth))
    const { seed: _, months: __, patterns: ___, ...compared } = truth
    expect(await readTruth(file)).toEqual(compared)
  })

  it('that was damaged is refused by name, or read', async () => {
    const file = join(testFolder(), 'truth.json')
    const bytes = Buffer.from(JSON.stringify(truth))
    const damage = fc.record({ at: fc.nat({ max: bytes.length - 1 }), byte: fc.nat({ max: 255 }), end: fc.nat({ max: bytes.length }) })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, byte, end }) => {
        const mutated = Buffer.from(bytes)
        mutated[at] = byte
        writeFileSync(file, byte % 2 === 0 ? mutated : mutated.subarray(0, end))
        await readTruth(file).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(OverturnError))
      }),
    )
  })

  it('of any size does not fill the memory', async () => {
    const file = join(testFolder(), 'truth.json')
    writeFileSync(file, '')
    truncateSync(file, 2 ** 33)
    await expect(readTruth(file)).rejects.toMatchObject({ code: 'unreadable_file', message: expect.stringContaining('larger than 16 MB') })
  })
})
