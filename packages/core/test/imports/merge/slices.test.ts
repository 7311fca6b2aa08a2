import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slicesOf } from '../../../src/imports/merge/slices.ts'
import type { ImportRecord } from '../../../src/imports/records.ts'
import { emptySummary } from '../../../src/imports/summary.ts'

/** A payer is the lightest of records, named by its number. */
const payer = (number: number): ImportRecord => ({ kind: 'payer', id: String(number), name: 'Payer' })
const envelope: ImportRecord = { kind: 'interchange', controlNumber: '1' }
const summary = () => emptySummary('f', 'test')
const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

async function* batchesOf(records: readonly ImportRecord[], size: number, onBatch: () => void = () => undefined): AsyncGenerator<ImportRecord[]> {
  for (let at = 0; at < records.length; at += size) {
    onBatch()
    yield records.slice(at, at + size)
  }
}

/** Positions and payers of each slice, each written in no time. */
async function taken(batches: Parameters<typeof slicesOf>[0]): Promise<[number, string][][]> {
  const slices: [number, string][][] = []
  for await (const { records, written } of slicesOf(batches, summary())) {
    await written(soon())
    slices.push(records.map(({ position, record }) => [position, (record as { id: string }).id]))
  }
  return slices
}

describe('the slices of a file', () => {
  it('hold its records once each, numbered from 1, without its envelopes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 400 }), fc.integer({ min: 1, max: 50 }), async (isPayer, size) => {
        const records = isPayer.map((is, at) => (is ? payer(at) : envelope))
        const all = (await taken(batchesOf(records, size))).flat()
        const ids = records.flatMap((record) => (record.kind === 'payer' ? [record.id] : []))
        expect(all).toEqual(ids.map((id, at) => [at + 1, id]))
      }),
      { numRuns: 30 },
    )
  })

  it('are none of a file without records, and count what the file holds', async () => {
    expect(await taken([])).toEqual([])
    expect(await taken([[envelope], []])).toEqual([])
    const told = summary()
    for await (const slice of slicesOf([[envelope], [payer(1)]], told)) await slice.written(soon())
    expect(told.interchanges).toBe(1)
  })

  it('have a limit, however fast they are written', async () => {
    const slices = await taken(
      batchesOf(
        Array.from({ length: 40_000 }, (_, at) => payer(at)),
        1_000,
      ),
    )
    expect(slices.length).toBeGreaterThan(3)
    // 2,000 claims of two lines weigh what these weigh.
    expect(Math.max(...slices.map(({ length }) => length))).toBeLessThanOrEqual(Math.ceil(2_000 / 0.3))
  })

  it('are read one ahead of the writing, not more', async () => {
    let read = 0
    let slices = 0
    const records = Array.from({ length: 30_000 }, (_, at) => payer(at))
    for await (const { records: own, written } of slicesOf(
      batchesOf(records, 100, () => (read += 100)),
      summary(),
    )) {
      slices += own.length
      await written(soon())
      expect(read - slices).toBeLessThan(2_000 / 0.3 + 200)
    }
    expect(slices).toBe(30_000)
  })

  it('end with what reading fails with, after those that were read', async () => {
    async function* failing(): AsyncGenerator<ImportRecord[]> {
      yield Array.from({ length: 3_000 }, (_, at) => payer(at))
      throw new Error('the file ends here')
    }
    let seen = 0
    const reading = async () => {
      for await (const { records, written } of slicesOf(failing(), summary())) {
        await written(soon())
        seen += records.length
      }
    }
    await expect(reading()).rejects.toThrow('the file ends here')
    expect(seen).toBeGreaterThan(0)
  })

  it('end with what writing fails with, and let go of the file', async () => {
    let closed = false
    async function* endless(): AsyncGenerator<ImportRecord[]> {
      try {
        for (let at = 0; ; at++) yield [payer(at)]
      } finally {
        closed = true
      }
    }
    const writing = async () => {
      for await (const { written } of slicesOf(endless(), summary())) await written(Promise.reject(new Error('no space')))
    }
    await expect(writing()).rejects.toThrow('no space')
    expect(closed).toBe(true)
  })
})
